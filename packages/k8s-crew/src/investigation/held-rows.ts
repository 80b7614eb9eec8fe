import { secondsOfSpan, unitPattern } from "../language/text/quantities.ts";
import type { Language } from "../language/types.ts";
import { secondsSince } from "../results/age.ts";
import type { Row } from "../results/types.ts";
import { sayHeld } from "../words/held-words.ts";
import { isAlike, missedOfPods, stateSaid } from "./pod-claims.ts";

/** What lists showed, and the time by which their ages count (milliseconds since 1970). */
export type Shown = { readonly rows: readonly Row[]; readonly now: number };

/**
 * What a text tells of things that a list showed, held against their rows: another state, count of restarts, node or age
 * than stands there is marked with what does. A sentence that supposes, or tells of another time, claims none of it.
 */
export const withRowsHeld = (text: string, shown: Shown, language: Language): string =>
  shown.rows.length === 0
    ? text
    : text
        .split(/(?<=[.!?](?=\s)|[。！？])|(?<=\n)/u)
        .map((sentence) => heldSentence(sentence, shown, language))
        .join("");

const heldSentence = (sentence: string, shown: Shown, language: Language): string => {
  if (supposes.test(sentence)) return sentence;
  const group = thingsIn(sentence, shown.rows);
  const read =
    group === undefined
      ? (comparedWrongly(sentence, shown.rows) ?? missedOfPods(sentence, shown.rows))
      : otherThan(sentence, group, shown);
  if (read === undefined) return sentence;
  const [, body = "", end = ""] = /^([\s\S]*?)([.!?。！？]?\s*)$/u.exec(sentence) ?? [];
  return sayHeld(language, "otherThanRead", { text: body, read, end });
};

const supposes =
  /\b(?:if|may|might|could|would|should|can|perhaps|maybe|likely|probably|before|earlier|until)\b|\b(?:was|were|had)\b(?! (?:created|started|deployed))|如果|可能|也许|大概|应该|会|之前|曾|以前|一旦|要是|当/iu;

type Group = { readonly name: string; readonly rows: readonly Row[] };

/** The one thing that a sentence names, or the pods that are called after it; undefined for none or several. */
const thingsIn = (sentence: string, rows: readonly Row[]): Group | undefined => {
  const groups = groupsIn(sentence, rows);
  return groups.length === 1 ? groups[0] : undefined;
};

const groupsIn = (sentence: string, rows: readonly Row[]): readonly Group[] => {
  const words = [...new Set(sentence.match(/[a-z0-9]+(?:[-.][a-z0-9]+)*/gu) ?? [])];
  return words.flatMap((name) => {
    const own = rows.filter((row) => row.name === name);
    const called = own.length > 0 || !name.includes("-") ? own : rows.filter((row) => row.name.startsWith(`${name}-`));
    const single = called.length > 0 ? called : rows.filter((row) => isPodOf(row.name, name));
    return single.length === 0 ? [] : [{ name, rows: single }];
  });
};

/** `recommendation-7869vszpkc-slwcv` is one of `recommendation`. */
const isPodOf = (pod: string, name: string): boolean =>
  name.length > 3 &&
  pod.startsWith(`${name}-`) &&
  /^[a-z0-9]{4,10}(?:-[a-z0-9]{4,6})?$/u.test(pod.slice(name.length + 1));

const denied = /\b(?:not|no longer|n't|never|neither)\b|[不没未非]/iu;
const restarted = /\brestart(?:ed|s)?\b[^.\n]{0,12}?\b(\d+) times?\b|\b(\d+) restarts?\b|重启(?:过|了)?\s?(\d+)\s?次/iu;
const begun = /(?:\b(?:created|started|running for|up for|deployed)\b|创建|启动|运行了)|(?:\bold\b)/iu;
const ago = new RegExp(String.raw`(\d+) ?(${unitPattern})`, "iu");

/** What stands in the rows of what is named, where the sentence says otherwise; undefined where it does not. */
const otherThan = (sentence: string, { rows }: Group, { now, rows: all }: Shown): string | undefined => {
  const said = stateSaid(sentence);
  const hasOther = (field: string, fits: (value: string) => boolean) => {
    const values = rows.flatMap((row) => row.fields[field] ?? []);
    return values.length > 0 && !values.some(fits) ? [`${field} ${[...new Set(values)].join(", ")}`] : [];
  };
  const [, one, two, three] = restarted.exec(sentence) ?? [];
  const restarts = one ?? two ?? three;
  const nodes = [...new Set(all.flatMap(({ fields }) => fields.node ?? []))].filter((node) => sentence.includes(node));
  const [, count, unit = ""] = begun.test(sentence) ? (ago.exec(sentence) ?? []) : [];
  const seconds = count === undefined ? undefined : secondsOfSpan(count, unit);
  const others = [
    ...(said === undefined || denied.test(sentence) ? [] : hasOther("status", (value) => isAlike(value, said))),
    ...(restarts === undefined
      ? []
      : hasOther("restarts", (value) => [Number.parseInt(value, 10), sumOf(rows)].includes(Number(restarts)))),
    ...(nodes.length === 0 ? [] : hasOther("node", (value) => nodes.includes(value))),
    ...(seconds === undefined
      ? []
      : hasOther(rows[0]?.fields.age === undefined ? "created" : "age", (value) =>
          isAbout(secondsSince(value, now), seconds),
        )),
    ...cellsUnread(sentence, rows),
  ];
  return others.length === 0 ? undefined : others.join("; ");
};

const sumOf = (rows: readonly Row[]): number =>
  rows.reduce((sum, { fields }) => sum + Number.parseInt(fields.restarts ?? "0", 10), 0);

/** An age is told in round numbers. */
const isAbout = (is: number | undefined, said: number): boolean =>
  is === undefined || (is > said * 0.6 && is < said * 1.7);

/** A line of a table: each of its numbers stands in the row of the thing. */
const cellsUnread = (sentence: string, rows: readonly Row[]): readonly string[] => {
  if (!/^\s*\|.*\|/u.test(sentence)) return [];
  const numbers = sentence.split("|").flatMap((cell) => (/^\s*\d+\s*$/u.test(cell) ? [cell.trim()] : []));
  const isRead = (number: string) =>
    rows.some(({ fields }) =>
      Object.values(fields).some((value) => value === number || value.startsWith(`${number} `)),
    );
  const { restarts } = rows[0]?.fields ?? {};
  return numbers.every(isRead) || restarts === undefined ? [] : [`restarts ${restarts}`];
};

const moreOften =
  /(?<one>[a-z0-9][a-z0-9.-]*)\b[^.\n]{0,20}\brestart(?:ed|s)\b[^.\n]{0,10}\b(?<than>more|less) (?:often |times )?than (?<other>[a-z0-9][a-z0-9.-]*)|(?<han>[a-z0-9][a-z0-9.-]*)\s?的?重启次数比\s?(?<hanOther>[a-z0-9][a-z0-9.-]*)\s?(?:的)?(?<hanThan>[多少])/iu;

const comparedWrongly = (sentence: string, rows: readonly Row[]): string | undefined => {
  const { one, other, than, han, hanOther, hanThan } = moreOften.exec(sentence)?.groups ?? {};
  const [left, right] = [one ?? han, other ?? hanOther].map((name) => {
    const group = name === undefined ? undefined : groupsIn(name, rows)[0];
    const counts = group?.rows.flatMap(({ fields }) =>
      fields.restarts === undefined ? [] : [Number.parseInt(fields.restarts, 10)],
    );
    return counts === undefined || counts.length === 0
      ? undefined
      : { name: group?.name ?? "", count: Math.max(...counts) };
  });
  if (left === undefined || right === undefined) return undefined;
  const isMore = (than ?? hanThan) === "more" || hanThan === "多";
  const holds = isMore ? left.count > right.count : left.count < right.count;
  return holds ? undefined : `restarts ${left.name} ${left.count}, ${right.name} ${right.count}`;
};
