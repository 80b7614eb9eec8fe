import { resourceOfWord } from "../../catalog/resource-words.ts";
import { qualityWords } from "../lexicon/qualities.ts";
import { numberPattern } from "../numbers.ts";
import { hasPart } from "../text/has-part.ts";
import type { Quality, ReplyChoice } from "../types.ts";
import { readChoiceNumbers } from "./choice-numbers.ts";
import { choicesInState, choicesWith } from "./choice-qualities.ts";

/** A part of a message that points to a row of a list, and the only row that it can mean. */
export type ShownMention = {
  readonly start: number;
  readonly end: number;
  readonly index: number;
};

/** “第二个”, “the second one”, “number 2”; not “the last one hour”, and not a number alone. */
const ordinals = new RegExp(
  [
    `(?:倒数)?第\\s?${numberPattern}\\s?[个条行项](?!小时|分钟|月|星期)`,
    "最后一个(?!小时|月|星期)",
    "\\b(?:the )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|\\d{1,3}(?:st|nd|rd|th)) ([a-z]{2,30})\\b(?! (?:hour|minute|second|day|week)s?\\b)",
    "\\bthe (?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|\\d{1,3}(?:st|nd|rd|th))(?=[\\s?.!,]*$)",
    "\\b(?:number |no\\. ?|#)\\d{1,3}\\b",
  ].join("|"),
  "iu",
);

/** What an English ordinal may stand before, beside the kinds of things. */
const things: ReadonlySet<string> = new Set(["one", "row", "entry", "item"]);

/** Qualities by which one row is told from the others. */
const telling: readonly Quality[] = [
  "newest",
  "oldest",
  "most_restarts",
  "most_cpu",
  "most_memory",
  "not_ready",
  "broken",
  "pending",
];

/**
 * Where a message points to one row of the list that was shown, by its place or by what sets it apart. How something is
 * that is `named` (“web 为什么一直重启”) points to no row.
 */
export const shownMention = (
  message: string,
  rows: readonly ReplyChoice[],
  { named = false }: { readonly named?: boolean } = {},
): ShownMention | undefined => {
  if (rows.length === 0 || message.length > longestMessage) return undefined;
  const found =
    byPlace(message, rows) ??
    byFragment(message, rows) ??
    (named
      ? undefined
      : (anyOne(message, rows) ?? byQuality(message, rows) ?? byState(message, rows) ?? worst(message, rows)));
  return found && { ...found, end: withKind(message, found.end) };
};

const longestMessage = 300;

const byPlace = (message: string, rows: readonly ReplyChoice[]): ShownMention | undefined => {
  const match = ordinals.exec(message);
  const [, thing = "one"] = match ?? [];
  if (match === null || !(things.has(thing.toLowerCase()) || resourceOfWord(thing) !== undefined)) return undefined;
  const counted = match[1] === undefined ? match[0] : match[0].replace(/ [a-z]+$/i, " one");
  const words = counted.replace(/[条行]$/u, "个");
  const [index, ...others] = readChoiceNumbers(words, rows.length) ?? [];
  return index === undefined || others.length > 0
    ? undefined
    : { start: match.index, end: match.index + match[0].length, index };
};

const byQuality = (message: string, rows: readonly ReplyChoice[]): ShownMention | undefined => {
  for (const quality of telling) {
    const match = phraseOf(quality).exec(message);
    const [only, ...others] = match === null ? [] : choicesWith(quality, rows);
    if (match !== null && only !== undefined && others.length === 0)
      return { start: match.index, end: match.index + match[0].length, index: rows.indexOf(only) };
  }
  return undefined;
};

const inStateOne =
  /\bthe (?<en>[a-z]{3,20}) (?:one|pod|job|container)\b(?! (?:that|which))|那个\s?(?<zh>[a-z]{3,20}|[\p{Script=Han}]{1,4}?)的(?:那个)?|(?<han>[a-z]{3,20}|[\p{Script=Han}]{1,4}?)\s?的那一?个/iu;

/** “The oomkilled one”, “那个 oom 的”: the one row that is in the state that is named. */
const byState = (message: string, rows: readonly ReplyChoice[]): ShownMention | undefined => {
  const match = inStateOne.exec(message);
  const said = match?.groups?.en ?? match?.groups?.zh ?? match?.groups?.han ?? "";
  const isSo = ({ fields }: ReplyChoice) => (fields?.status ?? "").toLowerCase() === said.toLowerCase();
  const inState = match === null ? [] : choicesInState(said, rows);
  const [only, ...others] = match === null || inState.length > 0 ? inState : rows.filter(isSo);
  return match === null || only === undefined || others.length > 0
    ? undefined
    : { start: match.index, end: match.index + match[0].length, index: rows.indexOf(only) };
};

const fragmentOne =
  /\bthe (?<en>[a-z][a-z\d-]{1,40}) one\b(?! (?:that|which|hour|minute|day))|(?<![\w.-])(?<zh>[a-z][a-z\d-]{1,40})\s?(?:的那个|那个|那一个)/iu;

/** “The api one”, “api 那个”: the one row that has the word in its name. */
const byFragment = (message: string, rows: readonly ReplyChoice[]): ShownMention | undefined => {
  const match = fragmentOne.exec(message);
  const said = match?.groups?.en ?? match?.groups?.zh ?? "";
  if (match === null || things.has(said.toLowerCase()) || resourceOfWord(said) !== undefined) return undefined;
  const [only, ...others] = rows.filter(({ value }) => hasPart(value.toLowerCase(), said.toLowerCase()));
  return only === undefined || others.length > 0
    ? undefined
    : { start: match.index, end: match.index + match[0].length, index: rows.indexOf(only) };
};

const anyOf =
  /(?<=\b(?:of|for|from|at|into|describe|show|check|inspect|open|get|read|pick|take|choose|about)\s)(?:just )?(?:any ?one|any|one|either)(?: one)? of (?:them|those|these|'?em|the (?:lot|list))\b|\b(?:any|pick|choose|take) (?:any )?one(?: of (?:them|those|these|'?em))?(?=,| and\b|\s*$)|(?<=\b(?:of|for|describe|show|check|inspect)\s)(?:whichever|any ?one|any)(?: one)?(?=\s*(?:please|pls)?[\s.!]*$)|(?:随便|任意|随机)(?:挑|选|看|找|来|拿|取)?(?:其中)?的?一?个|(?<=[看查挑选拿取下])其中的?(?:任意)?一个/iu;

/** “Logs of one of them”, “随便挑一个”: any will do, and lists begin with what needs a look most. */
const anyOne = (message: string, rows: readonly ReplyChoice[]): ShownMention | undefined => {
  const match = rows.length > 1 ? anyOf.exec(message) : null;
  return match === null ? undefined : { start: match.index, end: match.index + match[0].length, index: 0 };
};

const worstOne =
  /\b(?:the )?(?:worst|most (?:serious|urgent|severe|critical|broken)) (?:one|of (?:them|these|those|all)|pod|node|service|deployment|problem)\b|最(?:严重|糟糕?|惨|差|要紧|紧急|坏)的(?:那一?个|那个|一个)?/iu;

/** “The worst one”, “最严重的那个”. */
export const asksForWorst = (message: string): boolean => worstOne.test(message);

/** Lists of what is in trouble begin with the worst. */
const worst = (message: string, rows: readonly ReplyChoice[]): ShownMention | undefined => {
  const match = worstOne.exec(message);
  const [first] = match === null ? [] : choicesWith("broken", rows);
  return match === null || first === undefined
    ? undefined
    : { start: match.index, end: match.index + match[0].length, index: rows.indexOf(first) };
};

/** “最新的那个”, “the newest one”, “the one with the most restarts”, “the pod that is not ready”. */
const phraseOf = (quality: Quality): RegExp => {
  const words = qualityWords[quality]
    .flatMap((row) => row.split(","))
    .map((word) => word.trim().replace(/的$/u, ""))
    .filter((word) => word !== "")
    .toSorted((left, right) => right.length - left.length)
    .join("|");
  const things = "(?:one|pod|node|deployment|job|service)";
  const tells = "(?:with|having|that has|that have|that is|that's|thats|that are|which is|that|which)(?: the)?";
  return new RegExp(
    `(?:${words})的?那一?个|\\bthe (?:${words}) ${things}\\b|\\b(?:the )?${things} ${tells} (?:${words})(?![\\w-])`,
    "iu",
  );
};

/** “第二个 pod”: the kind that is said again belongs to the mention. */
const withKind = (message: string, end: number): number => {
  const [said = "", word = ""] = /^\s*([A-Za-z]{2,30})/.exec(message.slice(end)) ?? [];
  return resourceOfWord(word) === undefined ? end : end + said.length;
};
