import { numberPattern, readNumber } from "../language/numbers.ts";
import { secondsOfSpan, unitPattern } from "../language/text/quantities.ts";
import { secondsSince } from "../results/age.ts";
import { otherObject } from "./claims-of-object.ts";
import { otherState, type Said } from "./claims-of-state.ts";
import { type Group, isNamedIn, type Shown, type Thing } from "./things.ts";
import { isOfOtherKind } from "./things-meant.ts";

/** What stands in the rows of what is spoken of, where a clause says otherwise; empty where it does not. */
export const otherThan = (said: Said, group: Group, shown: Shown): readonly string[] => [
  ...(isOfOtherKind(said.clause, group) ? [] : otherState(said, group, shown)),
  ...otherCellsOf(said.clause, group, shown),
];

const otherCellsOf = (clause: string, group: Group, shown: Shown): readonly string[] => [
  ...otherRestarts(clause, group.things),
  ...otherNode(clause, group.things, shown),
  ...otherAge(clause, group.things, shown),
  ...otherObject(clause, group.things, shown),
  ...cellsUnread(clause, group.things),
];

const restarted = new RegExp(
  [
    String.raw`\b(?:restart|crash)(?:ed|es|s)?\b[^.\n]{0,12}?\b(${numberPattern}) times?\b`,
    String.raw`\b(${numberPattern}|no) restarts?\b`,
    String.raw`(?:重启|崩溃)(?:过|了)?\s?(${numberPattern})\s?次`,
    String.raw`(?<!第)(${numberPattern})\s?次(?:重启|崩溃)`,
    String.raw`重启(?:次数|计数)(?:均|都|仅|只)?(?:为|是|有|[:：])?\s?(${numberPattern})(?!\w|\.\d)`,
    String.raw`\brestart count(?: of [\w-]+)?(?: is| of|:)? (${numberPattern})(?!\w|\.\d)`,
  ].join("|"),
  "iu",
);
/** That it never was, or only so often; not for how long it was not. */
const restartedInWords =
  /(?:\bnever (?:been )?(?:restarted|crashed)|(?:\bnot|n't) (?:been )?(?:restarted|crashed)|\bwithout (?:any |a single )?restarts?)\b(?! (?:since|in|for|during|within|recently|today|again|lately|yet)\b)|没有?(?:重启|崩溃过)|从未(?:重启|崩溃)|一次都?没有?(?:重启|崩溃)|\b(?:restarted|crashed) (?:only |just )?(?:once|twice)\b/iu;
const ofLate = /最近|近\s?[\d一二两三几]|今天|昨天|以来|之后|期间|小时内|天内|分钟内/u;
const wholeNumber: Readonly<Record<string, number>> = { no: 0, once: 1, twice: 2 };

const otherRestarts = (clause: string, things: readonly Thing[]): readonly string[] => {
  const times = restartsSaid(clause);
  if (times === undefined) return [];
  return otherCells("restarts", things, (value) => [Number.parseInt(value, 10), sumOf(things)].includes(times));
};

const restartsSaid = (clause: string): number | undefined => {
  const said = restarted
    .exec(clause)
    ?.slice(1)
    .find((group) => group !== undefined);
  if (said !== undefined) return wholeNumber[said.toLowerCase()] ?? readNumber(said);
  const worded = restartedInWords.exec(clause)?.[0];
  if (worded === undefined || ofLate.test(clause)) return undefined;
  return wholeNumber[/once|twice/iu.exec(worded)?.[0].toLowerCase() ?? "no"];
};

const otherNode = (clause: string, things: readonly Thing[], { things: all }: Shown): readonly string[] => {
  const nodes = [
    ...new Set(all.flatMap(({ fields, resource, name }) => (resource === "node" ? name : (fields.node ?? [])))),
  ].filter((node) => isNamedIn(clause, node));
  // What goes on at a node is not where a thing is.
  if (nodes.length === 0 || /\b(?:affected|troubles?|problems?|issues?)\b|影响|问题|故障/iu.test(clause)) return [];
  const isDenied = nodes.some((node) => {
    const start = clause.indexOf(node);
    return notOn.test(clause.slice(0, start)) || noneThere.test(clause.slice(start + node.length));
  });
  if (!isDenied) return otherCells("node", things, (value) => nodes.includes(value));
  const there = [...new Set(things.flatMap(({ fields }) => fields.node ?? []))].filter((node) => nodes.includes(node));
  return there.length === 0 ? [] : [`node ${there.join(", ")}`];
};

/** What stands before a node on which something is said not to be. */
const noneThere = /^[\s`*]*(?:上|里)?(?:并?没有?|未|不)(?!就绪|健康|正常)/u;
const notOn =
  /^(?:no|none)\b.*\b(?:on|to|at) (?:node )?[`"*]*$|(?:\b(?:not|never|no longer)|n't)(?: been| be)?(?: (?:running|run|scheduled|placed|hosted|located|assigned))? (?:on|to|at)(?: the)?(?: node)? ?[`*"]*$|(?:不|没有?|未|并非)(?:是|再|被)?(?:运行|跑|调度|分配|部署)?[在到](?:节点)?\s?[`*]*$/iu;

const begun = /(?:\b(?:created|started|running for|up for|up since|came up|deployed)\b|创建|启动|运行了)|(?:\bold\b)/iu;
const ago = new RegExp(String.raw`(${numberPattern}|an?(?= )) ?(${unitPattern})`, "iu");
const bounded = /\b(less|fewer|under|within|more|over|longer) (?:than )?(?:an?|\d)|(不到|不足|超过)\s?\d/iu;

const otherAge = (clause: string, things: readonly Thing[], { now }: Shown): readonly string[] => {
  // A container that was restarted is younger than its pod.
  if (!begun.test(clause) || /\bcontainers?\b|容器/iu.test(clause)) return [];
  const [, count, unit = ""] = ago.exec(clause) ?? [];
  if (count === undefined) return [];
  const seconds = secondsOfSpan(/^an?$/iu.test(count) ? "1" : String(readNumber(count) ?? count), unit);
  const [, word, han] = bounded.exec(clause) ?? [];
  const field = things[0]?.fields.age === undefined ? "created" : "age";
  return otherCells(field, things, (value) => isAbout(secondsSince(value, now), seconds, boundOf(word ?? han)));
};

const boundOf = (word: string | undefined): "less" | "more" | undefined =>
  word === undefined ? undefined : /^(?:more|over|longer|超过)$/iu.test(word) ? "more" : "less";

/** An age is told in round numbers. */
const isAbout = (is: number | undefined, said: number, bound: "less" | "more" | undefined): boolean => {
  if (is === undefined) return true;
  return (bound === "less" || is > said * 0.6) && (bound === "more" || is < said * 1.7);
};

const otherCells = (field: string, things: readonly Thing[], fits: (value: string) => boolean): readonly string[] => {
  const values = things.flatMap(({ fields }) => fields[field] ?? []);
  return values.length > 0 && !values.some(fits) ? [`${field} ${[...new Set(values)].join(", ")}`] : [];
};

const sumOf = (things: readonly Thing[]): number =>
  things.reduce((sum, { fields }) => sum + Number.parseInt(fields.restarts ?? "0", 10), 0);

/** A line of a table: each of its numbers stands in the row of the thing. */
const cellsUnread = (sentence: string, things: readonly Thing[]): readonly string[] => {
  if (!/^\s*\|.*\|/u.test(sentence)) return [];
  const numbers = sentence.split("|").flatMap((cell) => (/^\s*\d+\s*$/u.test(cell) ? [cell.trim()] : []));
  const isRead = (number: string) =>
    things.some(({ fields }) =>
      Object.values(fields).some((value) => value === number || value.startsWith(`${number} `)),
    );
  const restarts = things.flatMap(({ fields }) => fields.restarts ?? [])[0];
  return numbers.every(isRead) || restarts === undefined ? [] : [`restarts ${restarts}`];
};
