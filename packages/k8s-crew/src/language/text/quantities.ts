import { numberPattern, readNumber } from "../numbers.ts";
import type { Request } from "../types.ts";

type Quantities = Pick<Request, "tail" | "lastMatching" | "sinceSeconds" | "replicas">;

/** Seconds of a unit, by how it is written. */
const units: readonly (readonly [pattern: string, seconds: number])[] = [
  ["seconds?|secs?|s|秒钟?", 1],
  ["minutes?|mins?|m|分钟|分", 60],
  ["hours?|hrs?|h|个?小时|个?钟头?", 3600],
  ["days?|d|天|日", 86_400],
  ["weeks?|w|周|个?星期", 604_800],
];
/** A unit of time, as a part of a pattern. */
export const unitPattern = `(?:${units.map(([pattern]) => pattern).join("|")})(?![A-Za-z])`;
const halfPattern = "half an?|half|半个?|an?(?= )|几";

const leading =
  "(?:(?:in|from|for|over|within|during|of) )?(?:the )?(?:last|past|previous|最近的?|过去的?|近|之前|前)|since|within";
const amount = `(${numberPattern}|${halfPattern})\\s?(${unitPattern})(?:\\s?(半))?`;
const sinceBefore = new RegExp(`(?:${leading})\\s?${amount}(?:以?内|之内|以来|里|ago)?`, "iu");
const sinceAfter = new RegExp(`${amount}\\s?(?:以内|之内|内|以来)`, "iu");
const sinceOne = /\b(?:last|past|previous)\s()(minute|hour|day|week)\b/iu;
const sinceCompact = /\b(?:since|last|past)\s(\d{1,4}h\d{1,4}m)\b/iu;

const tailLines = new RegExp(
  `(?<![哪每])(前|first|top)?(?:the )?(?:last|final|tail|最后|最近|末尾|尾部|后)?的?\\s?(?:-n?\\s?)?(${numberPattern})\\s?(?:(log )?lines?(?: of)?(?![A-Za-z])|行|条(?=日志|log))`,
  "iu",
);
/** “The last 3 error lines”: so many of the lines that are looked for, not of all. */
const matchingLines = new RegExp(
  `(?:\\b(?:last|final|latest) |最后|最近|最新|后)的?\\s?(${numberPattern})\\s?(?:(?:log )?lines? (?:of|with|that (?:have|show|contain)|containing) (?:an? )?|行|条|个)?\\s?的?\\s?(?=(?:error|fatal|exception|panic|错误|报错|异常))`,
  "iu",
);
const lastLine = /\b(?:just |only )?(?:the )?(?:very )?(?:last|final) (?:log )?line\b(?! of (?:the )?(?:pod|deploy))/iu;
const tailWord = /\btail\s(?:-n\s?|-)?(\d{1,7})(?!\d)/iu;

const replicasAfterTo = new RegExp(
  `(?<=到|成|为|至|\\bto |=)\\s?(${numberPattern})(?![\\d.:A-Za-z])\\s?个?(?:副本|实例|replicas?|instances?|pods?)?`,
  "iu",
);
/** “From 2 replicas to 5” says first what there is. */
const replicasNamed = new RegExp(
  `(?<!\\bfrom |从\\s?)(?<![\\d.几数上])(${numberPattern})\\s?个?(?:副本|实例|replicas?|instances?)(?![A-Za-z])`,
  "iu",
);

/** Takes lines, durations and replicas out of a normalized text. `rest` is the text without them. */
export const takeQuantities = (text: string): { readonly found: Quantities; readonly rest: string } => {
  const spaced = text.replace(/[^\S\n]+/gu, " ");
  const matching = takeMatching(spaced);
  const lines = takeLines(matching.rest);
  const since = takeSince(lines.rest);
  const replicas = takeReplicas(since.rest);
  return {
    found: {
      ...(matching.value === undefined ? {} : { lastMatching: matching.value }),
      ...(lines.value === undefined ? {} : { tail: lines.value }),
      ...(since.value === undefined ? {} : { sinceSeconds: since.value }),
      ...(replicas.value === undefined ? {} : { replicas: replicas.value }),
    },
    rest: replicas.rest,
  };
};

/** Seconds of a duration as kubectl takes it: "90s", "10m", "1h30m". Undefined when it is none. */
export const readDuration = (text: string): number | undefined => {
  if (!/^(?:\d{1,6}[smhdw]){1,4}$/iu.test(text)) return undefined;
  return [...text.matchAll(/(\d+)([smhdw])/giu)].reduce(
    (total, [, count = "0", unit = "s"]) => total + Number(count) * secondsOf(unit),
    0,
  );
};

type Taken = { readonly value?: number | undefined; readonly rest: string };

const takeMatching = (text: string): Taken => {
  const match = matchingLines.exec(text);
  return match === null ? { rest: text } : { value: readNumber(match[1] ?? ""), rest: without(text, match) };
};

const takeLines = (text: string): Taken => {
  const lines = tailLines.exec(text);
  if (lines !== null) {
    return {
      value: lines[1] === undefined ? readNumber(lines[2] ?? "") : undefined,
      rest: without(text, lines, lines[3]),
    };
  }
  const one = lastLine.exec(text);
  if (one !== null) return { value: 1, rest: without(text, one, "log") };
  const tail = tailWord.exec(text);
  return tail === null ? { rest: text } : { value: Number(tail[1]), rest: without(text, tail) };
};

const takeSince = (text: string): Taken => {
  const compact = sinceCompact.exec(text);
  if (compact !== null) return { value: readDuration(compact[1] ?? ""), rest: without(text, compact) };
  const match = sinceBefore.exec(text) ?? sinceAfter.exec(text) ?? sinceOne.exec(text);
  if (match === null) return { rest: text };
  const [, count, unit = "s", half] = match;
  const rest = half === undefined ? 0 : 0.5 * secondsOf(unit);
  return { value: Math.round(secondsOfSpan(count, unit) + rest), rest: without(text, match) };
};

/** Seconds of so many units of time; of one where no number is said. */
export const secondsOfSpan = (count: string | undefined, unit: string): number =>
  Math.round(countOf(count) * secondsOf(unit));

/** “3, no, 4”, “3 个，不，4 个”: the later number is what is meant. */
const takenBack = new RegExp(
  `${numberPattern}\\s?个?(?:副本|实例|replicas?|instances?|pods?)?[\\s,，。.;；…]*(?:(?:oh |uh |or )?(?:no|nope|wait|sorry|actually|i mean|rather|make (?:it|that))|哦?不(?:对|是)?|算了|等等|说错了|我是说|应该是)(?![\\w够行])[\\s,，。.;；…]*(?:(?:no|wait|make (?:it|that)|i mean|to|改成|扩到|到|是|要)[\\s,，]*)*(?=${numberPattern}(?![\\d.:A-Za-z]))`,
  "giu",
);

/** What makes another number of it, or none that is sure: “十几”, “3-5”, “3 or 4”, “3 个，不够就 5 个”. */
const unsure = new RegExp(
  `^(?:\\s?[几多来余亿万千百十零一二三四五六七八九]|\\s?(?:[-~–—～至到]|to|or|或者?|(?:个|副本)?吧?[,，、]?\\s?(?:or|或者?|还是))(?: maybe| even| perhaps)?\\s?${numberPattern}|[^]{0,40}?(?:要是|如果|若是?|万一|不够|不行|否则|(?<![A-Za-z])(?:if|unless|otherwise|or else)(?![A-Za-z]))[^]{0,60}?${numberPattern})`,
  "iu",
);

/** A longer text is a story that is told. */
const longest = 500;

const takeReplicas = (said: string): Taken => {
  const text = said.length > longest ? said : said.replace(takenBack, " ").replace(/ {2,}/gu, " ");
  const match = replicasNamed.exec(text) ?? replicasAfterTo.exec(text);
  if (match === null) return { rest: text };
  const rest = without(text, match);
  const isUnsure = unsure.test(text.slice(match.index + match[0].length));
  const value = isUnsure ? undefined : readNumber(match[1] ?? "");
  if (value === undefined) return { rest: withoutNumbers(rest) };
  // “To 0 and also to 5” says two numbers, and which is meant only the person knows.
  const again = takeReplicas(rest);
  return again.value === undefined || again.value === value ? { value, rest } : { rest: again.rest };
};

/** A number that is asked for leaves no other behind that could be taken for it. */
const withoutNumbers = (text: string): string => text.replace(otherNumbers, " ");

const otherNumbers = new RegExp(
  `(?<![\\w.:/-])(?:[-~–—～至到]|to|or|或者?)\\s?${numberPattern}(?![\\w.:/-])\\s?个?(?:副本|实例|replicas?|instances?|pods?)?`,
  "giu",
);

const countOf = (count: string | undefined): number => {
  if (count === undefined || count === "" || /^an?$/iu.test(count)) return 1;
  if (/^(?:half|半)/iu.test(count)) return 0.5;
  return count === "几" ? 3 : (readNumber(count) ?? 1);
};

const secondsOf = (unit: string): number =>
  units.find(([pattern]) => new RegExp(`^(?:${pattern})$`, "iu").test(unit))?.[1] ?? 1;

const without = (text: string, match: RegExpExecArray, instead = ""): string =>
  `${text.slice(0, match.index)} ${instead} ${text.slice(match.index + match[0].length)}`;
