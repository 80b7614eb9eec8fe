import { numberOf } from "./numbers.ts";
import { bareMessage } from "./phrases.ts";
import { readRequest } from "./read-request.ts";
import type { Reply } from "./types.ts";

export type ReplyChoice = {
  readonly value: string;
  readonly label: string;
  readonly reason?: string;
  readonly fields?: Readonly<Record<string, string>> | undefined;
};

export type ReplyQuestion = {
  readonly choices: readonly ReplyChoice[];
  readonly parameter: string;
  readonly multiple?: boolean;
};

/** Characters of a reply that are read. */
const readLimit = 500;

const whole = {
  cancel: /^(取消|算了|不用了?|不看了|停|放弃|cancel|never ?mind|forget it|stop|abort|quit)$/,
  back: /^(返回|上一步|后退|回去|back|go back|previous question)$/,
  yes: /^(yes|y|yep|yeah|sure|ok|okay|好的?|好啊|是的?|对的?|行|可以|确认|执行|嗯|要)$/,
  no: /^(no|n|nope|不|不要|否|不行|别)$/,
  none: /^(都不是|没有一个|以上都不是|不在里面|none|none of (these|them|those)|neither|not any of these)$/,
  all: /^(都要|全部|所有|全都要|都看|都|all|all of them|both|everything|every one)$/,
  why: /(为什么(要)?问|为啥(要)?问|问这个干|why do you (ask|need)|why are you asking|what for)/,
  list: /(不确定|不知道|不清楚|列出来|列一下|列出|都有哪些|有哪些|哪些可选|忘了|看看有什么|not sure|don't know|dont know|do not know|no idea|list them|show me (the )?(list|options|them)|which ones are there|what are the options|you tell me)/,
} as const;

/** What a reply to the pending question means, without a model. */
export const readReply = (reply: string, question: ReplyQuestion): Reply => {
  const text = reply.slice(0, readLimit).normalize("NFKC").toLowerCase().trim();
  const bare = bareMessage(text);
  const said = bare === "" ? text : bare;
  const { choices } = question;
  const exact = choices.filter(({ value, label }) =>
    [value, label].some((each) => [text, said].includes(each.toLowerCase())),
  );
  if (exact.length === 1) return picked(exact);
  if (whole.cancel.test(said)) return { kind: "cancel" };
  if (whole.back.test(said)) return { kind: "back" };
  if (whole.none.test(said)) return { kind: "none" };
  if (whole.why.test(text)) return { kind: "why" };
  if (whole.all.test(said)) return question.multiple === false ? { kind: "unclear" } : { kind: "all" };
  const several = severalNumbers(said, choices);
  if (several) return several;
  const ordinal = byOrdinal(said, choices);
  if (ordinal) return ordinal;
  if (whole.yes.test(said) || whole.yes.test(text)) return { kind: "yes" };
  if (whole.no.test(said)) return { kind: "no" };
  const quality = byQuality(text, choices);
  if (quality) return quality;
  const named = byName(said, choices);
  if (named?.kind === "picked") return named;
  if (whole.list.test(text)) return { kind: "list_them" };
  if (isAnotherRequest(text)) return { kind: "new_request" };
  return named ?? nearOrTyped(said, choices);
};

const picked = (choices: readonly ReplyChoice[]): Reply => ({
  kind: "picked",
  values: choices.map(({ value }) => value),
});

/** “2”, “2.”, “#2”, “选2”, “1 和 3”, “1,3”. */
const severalNumbers = (said: string, choices: readonly ReplyChoice[]): Reply | undefined => {
  const cleaned = said.replace(/^(选择?|我选|要|number|no|option|#)\s*/, "").replace(/(号|个)$/, "");
  const parts = cleaned
    .split(/\s*(?:和|跟|与|,|，|、|\band\b|&|\s)\s*/)
    .map((part) => part.replace(/^(第|#)/, "").replace(/(个|号)$/, ""));
  const numbers = parts.map(numberOf);
  if (parts.length === 0 || numbers.some((number) => number === undefined)) return undefined;
  const chosen = numbers.flatMap((number) => choices[(number ?? 0) - 1] ?? []);
  return chosen.length === numbers.length && chosen.length > 0
    ? picked(chosen)
    : choices.length > 0
      ? { kind: "unclear" }
      : undefined;
};

const englishOrdinals: readonly string[] = [
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
];

const byOrdinal = (said: string, choices: readonly ReplyChoice[]): Reply | undefined => {
  if (choices.length === 0) return undefined;
  const fromEnd = /倒数第\s*(\S{1,3}?)\s*个|(second|third) (?:to |from the )?last/.exec(said);
  if (fromEnd) {
    const count = fromEnd[1] === undefined ? (fromEnd[2] === "third" ? 3 : 2) : numberOf(fromEnd[1]);
    return pickAt(choices, choices.length - (count ?? 1));
  }
  if (/最后(一个|那个)?$|^(the )?last( one)?$/.test(said)) return pickAt(choices, choices.length - 1);
  const chinese = /第\s*([一二两三四五六七八九十\d]{1,3})\s*个/.exec(said)?.[1];
  if (chinese !== undefined) return pickAt(choices, (numberOf(chinese) ?? 0) - 1);
  const english = englishOrdinals.findIndex((word) => new RegExp(`^(the )?${word}( one)?$`).test(said));
  return english < 0 ? undefined : pickAt(choices, english);
};

const pickAt = (choices: readonly ReplyChoice[], index: number): Reply => {
  const choice = choices[index];
  return choice ? picked([choice]) : { kind: "unclear" };
};

type Quality = { readonly pattern: RegExp; readonly score: (choice: ReplyChoice) => number };

const restartsOf = (choice: ReplyChoice): number =>
  Number(/\d+/.exec(choice.fields?.restarts ?? /(\d+) restart/.exec(choice.reason ?? "")?.[1] ?? "")?.[0] ?? 0);
const ageOf = (choice: ReplyChoice): number =>
  secondsOf(choice.fields?.age ?? /(?:^|· )((?:\d+[ydhms])+)$/.exec(choice.reason ?? "")?.[1] ?? "");
const troubled = (choice: ReplyChoice): number =>
  /running|completed|succeeded|active|ready|bound/i.test(choice.fields?.status ?? choice.reason ?? "running") ? 0 : 1;

const secondsOf = (age: string): number => {
  const seconds: { readonly [unit: string]: number } = { y: 31_536_000, d: 86_400, h: 3_600, m: 60, s: 1 };
  return [...age.matchAll(/(\d+)([ydhms])/g)].reduce(
    (sum, [, amount, unit]) => sum + Number(amount) * (seconds[unit ?? "s"] ?? 0),
    0,
  );
};

/** The choice that is most of something; two that are equally so are not guessed between. */
const qualitiesOfChoices: readonly Quality[] = [
  { pattern: /重启(次数)?最多|most restarts|restart(s|ed)? (the )?most/, score: restartsOf },
  { pattern: /最新|最近(创建|部署)?的|newest|latest|youngest|most recent/, score: (choice) => -ageOf(choice) },
  { pattern: /最老|最早|最旧|oldest/, score: ageOf },
  { pattern: /挂(了|掉)|有问题|异常|崩|坏|broken|crash|failing|failed|unhealthy|dead/, score: troubled },
];

const byQuality = (text: string, choices: readonly ReplyChoice[]): Reply | undefined => {
  const quality = qualitiesOfChoices.find(({ pattern }) => pattern.test(text));
  if (!quality || choices.length === 0) return undefined;
  const best = Math.max(...choices.map(quality.score));
  const chosen = choices.filter((choice) => quality.score(choice) === best);
  return chosen.length === 1 ? picked(chosen) : { kind: "unclear" };
};

/** Words around a name in a reply: “应该在 dev 里”, “the v2 one”, “v2 那个”. */
const wordsIn = (said: string): readonly string[] => said.match(/[a-z0-9][a-z0-9._:/@-]*/g) ?? [];

const filler: readonly string[] = [
  "the",
  "one",
  "in",
  "it",
  "is",
  "i",
  "think",
  "should",
  "be",
  "that",
  "this",
  "maybe",
  "probably",
  "named",
  "called",
  "namespace",
  "pod",
  "ns",
  "cluster",
  "please",
  "show",
  "me",
  "use",
  "take",
  "s",
  "guess",
  "with",
  "of",
  "from",
  "for",
];

const byName = (said: string, choices: readonly ReplyChoice[]): Reply | undefined => {
  const words = wordsIn(said).filter((word) => !filler.includes(word));
  const exact = choices.filter(({ value }) => words.includes(value.toLowerCase()));
  if (exact.length > 0) return picked(exact);
  const bare = choices.filter(
    ({ value }) => value.includes("/") && words.includes(value.slice(value.indexOf("/") + 1).toLowerCase()),
  );
  if (bare.length === 1) return picked(bare);
  const fragments = choices.filter(
    ({ value }) => words.length > 0 && words.every((word) => value.toLowerCase().includes(word)),
  );
  if (fragments.length === 1) return picked(fragments);
  return fragments.length > 1 && fragments.length < choices.length
    ? { kind: "did_you_mean", values: fragments.map(({ value }) => value) }
    : undefined;
};

const isAnotherRequest = (text: string): boolean => {
  if (/^\//.test(text)) return true;
  const request = readRequest(text, {});
  if (request.kind === "command" || request.kind === "help") return true;
  if (request.kind !== "request") return false;
  const asks =
    request.verb !== undefined && request.verb !== "list"
      ? true
      : /[?？]|列出|显示|看|查|有哪些|\b(list|show|get|which|what|how)\b/.test(text);
  return asks && (request.resource !== undefined || request.view !== "call" || request.verb === "logs");
};

/** A slip of the pen is offered; anything in the form of a name is what the person typed. */
const nearOrTyped = (said: string, choices: readonly ReplyChoice[]): Reply => {
  const words = wordsIn(said).filter((word) => !filler.includes(word));
  const typed = words.length === 1 ? words[0] : undefined;
  if (typed === undefined) return { kind: "unclear" };
  const near = choices.filter(({ value }) => slips(value.toLowerCase(), typed) <= (typed.length < 5 ? 1 : 2));
  if (near.length > 0 && typed.length >= 3)
    return { kind: "did_you_mean", values: near.slice(0, 5).map(({ value }) => value) };
  return { kind: "typed", value: typed };
};

const slips = (left: string, right: string): number => {
  if (Math.abs(left.length - right.length) > 2) return 99;
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const cost = left[i - 1] === right[j - 1] ? 0 : 1;
      const swap =
        i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1] ? (before[j - 2] ?? 99) + 1 : 99;
      next.push(Math.min((row[j] ?? 99) + 1, (next[j - 1] ?? 99) + 1, (row[j - 1] ?? 99) + cost, swap));
    }
    before = row;
    row = next;
  }
  return row[right.length] ?? 99;
};
