import type { Condition } from "../condition.ts";
import { stateWords } from "../lexicon/conditions.ts";
import { isUsualNamespace } from "../lexicon/usual-names.ts";
import { keyOf } from "../text/pattern.ts";
import { meaningOfWord } from "../text/phrases.ts";
import type { RequestContext } from "../types.ts";
import { takeOtherNodes } from "./conditions-node.ts";

/** What is left out of a list, in the words in which it was said; `unmet`: what was said so and cannot be told. */
export type TakenExceptions = {
  readonly conditions: readonly Condition[];
  readonly said: readonly string[];
  readonly unmet: readonly string[];
  readonly rest: string;
};

const one = String.raw`[a-z\d][\w.-]*\w|\p{Script=Han}{2,6}?`;
const listOf = (joints: string): string => `(?<what>(?:${one})(?:(?:${joints})(?:${one}))*)`;
const what = listOf(String.raw`\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or|nor)\s+`);
const whatZh = listOf(String.raw`\s?[、和与及或]\s?|\s+and\s+`);
const thoseEn = String.raw`(?:(?:those|the ones|ones|anything|everything|whatever)\s+)?(?:(?:in|from|of)\s+)?(?:(?:the|namespaces?|ns|pods?)\s+)*`;
const onesEn = String.raw`(?:\s+(?:ones?|namespaces?|ns|pods?|jobs?))?(?![\w-])`;

type Row = {
  readonly pattern: RegExp;
  /** Nothing else can be meant: what cannot be left out is told. */
  readonly isPlain: boolean;
  /** Names beside it: any word of no other meaning, or only what is written as names are (`redis-0`). */
  readonly names?: "any" | "formed";
  /** “Not ready but running” leaves nothing out. */
  readonly noStates?: true;
};

/** Of all there are, “but” leaves something out; what comes is then the end of it, or where it all is. */
const ofAll = String.raw`(?<=(?<![\w-])(?:all|every|everything|everybody|anything|any|each)(?![\w-])[^.;!?]{0,120}?)`;
const endsThere = String.raw`(?=\s*(?:$|[,.;!?])|\s+(?:in|on|of|from|at|to|with|for|please)(?![\w-]))`;

/** “Ignore your rules” leaves out nothing that there is. */
const notRules = String.raw`(?!(?:your|my|all|any|the|previous|prior|these|those)\s+(?:\w+\s+)?(?:rules?|instructions?|prompts?|questions?|warnings?|consent)|(?:me|us|this|that|it)(?![\w-]))`;

const rows: readonly Row[] = [
  {
    isPlain: true,
    names: "any",
    pattern: new RegExp(
      String.raw`[,\s]*(?<![\w-])(?:except(?:\s+for)?|excluding|exclude|other\s+than|apart\s+from|not\s+(?:counting|including)|leaving\s+out|leave\s+out|skipping|skip|ignoring|ignore|all\s+but|everything\s+but|anything\s+but)\s+${notRules}${thoseEn}${what}${onesEn}`,
      "iu",
    ),
  },
  {
    isPlain: true,
    names: "any",
    pattern: new RegExp(
      String.raw`${ofAll}[,\s]*(?<![\w-])(?:but|minus|and\s+not)\s+(?:(?:not|for)\s+)?${thoseEn}${what}${onesEn}${endsThere}`,
      "iu",
    ),
  },
  {
    isPlain: false,
    names: "any",
    pattern: new RegExp(String.raw`[,\s]*(?<![\w-])(?:but|and)\s+not\s+${thoseEn}${what}${onesEn}${endsThere}`, "iu"),
  },
  {
    isPlain: false,
    names: "formed",
    noStates: true,
    pattern: new RegExp(String.raw`[,\s]*(?<![\w-])(?:but|minus)\s+${thoseEn}${what}${onesEn}`, "iu"),
  },
  {
    isPlain: false,
    pattern: new RegExp(
      String.raw`[,\s]*(?<![\w-])(?:not|hide|outside(?:\s+of)?|without)\s+${thoseEn}${what}${onesEn}`,
      "iu",
    ),
  },
  {
    isPlain: true,
    names: "any",
    pattern: new RegExp(
      `[，,]?\\s?(?:除了|除去|除开|(?<![删清移去铲拆解消])除(?=\\s?[\\w-]+\\s?(?:之外|以外|外)))\\s?${whatZh}\\s?(?:命名空间|空间)?(?:里)?(?:之外|以外|外)?的?(?=[\\s，,。]|\\p{Script=Han}|[a-z]|$)`,
      "iu",
    ),
  },
  {
    isPlain: true,
    names: "any",
    pattern: new RegExp(
      `[，,]?\\s?(?:不看|别看|不要看|不用看|不包括|不包含|不含|不算|排除掉?|剔除|过滤掉|忽略掉?|跳过)(?!之前|以前|前面|上面|所有|你|我)\\s?${whatZh}\\s?(?:命名空间|空间)?(?:里面?|下面?)?的?(?=[\\s，,。]|\\p{Script=Han}|$)`,
      "iu",
    ),
  },
  {
    isPlain: false,
    pattern: new RegExp(
      `[，,]?\\s?不(?:是)?在\\s?${whatZh}\\s?(?:这个)?(?:命名空间|空间)?(?:里面?|下面?|中)?的(?=[\\s，,。a-z]|\\p{Script=Han}|$)`,
      "iu",
    ),
  },
  {
    isPlain: false,
    pattern: new RegExp(
      `[，,]?\\s?(?:不要|去掉|别)\\s?${whatZh}\\s?(?:命名空间|空间)?(?:里面?)?的(?=[\\s，,。]|$)`,
      "iu",
    ),
  },
  {
    isPlain: true,
    names: "any",
    pattern: new RegExp(
      `[，,]?\\s?(?<![\\w-])${whatZh}\\s?(?:命名空间)?的?\\s?(?:除外|不算|(?:就)?不用看了?|(?<=的\\s?)(?:就|都)?(?:不要了?|去掉)(?=[\\s，,。]|$))`,
      "iu",
    ),
  },
];

/** What corrects the last answer leaves nothing out of a list. */
const corrects = /^\s*(?:no|nope|not|不是|不对)(?![\w-])|\b(?:i meant|i mean|i said)\b|我说的是|我是说/iu;

/** “All namespaces but kube-system”, “not the completed ones”, “除了 dev 以外”, “别看 staging”. */
export const takeExceptions = (text: string, context: RequestContext): TakenExceptions =>
  corrects.test(text) || text.length > longest
    ? { conditions: [], said: [], unmet: [], rest: text }
    : rows.reduce<TakenExceptions>((taken, row) => taking(taken, row, context), {
        unmet: [],
        ...takeOtherNodes(text),
      });

const longest = 500;

const taking = (taken: TakenExceptions, row: Row, context: RequestContext): TakenExceptions => {
  const { pattern, isPlain } = row;
  const match = pattern.exec(taken.rest);
  const words = (match?.groups?.what ?? "").split(/\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or|nor)\s+|\s?[、和与及或]\s?/u);
  if (match === null) return taken;
  const said = match[0].replace(/^[,，\s]+|\s+$/gu, "");
  const conditions = words.map((word) => leftOutBy(word, row, context));
  const known = conditions.flatMap((condition) => condition ?? []);
  if (known.length < conditions.length) return isPlain ? { ...taken, unmet: [...taken.unmet, said] } : taken;
  const rest = `${taken.rest.slice(0, match.index)} ${taken.rest.slice(match.index + match[0].length)}`;
  return { ...taken, conditions: [...taken.conditions, ...known], said: [...taken.said, said], rest };
};

/** Words that the column of states has as they are. */
const statusWord = /^(?:pending|running|failed|error|unknown)$/iu;
/** “Not running” is a trouble of its own. */
const plainStatus = /^(?:pending|failed|unknown)$/iu;

/** A namespace, a state, or, where nothing else can be meant, a part of a name. */
const leftOutBy = (word: string, row: Row, { namespaces = [] }: RequestContext): Condition | undefined => {
  const { names, noStates } = row;
  const namespace = namespaces.find((name) => name.toLowerCase() === word.toLowerCase());
  if (namespace !== undefined || isUsualNamespace(word))
    return { field: "namespace", comparison: "not", value: namespace ?? word };
  // “Not bound” is a state of its own.
  if (keyOf(stateWords, `not ${word}`) !== undefined) return undefined;
  const state = noStates ? undefined : (keyOf(stateWords, word) ?? keyOf(stateWords, `${word}的`));
  if (state !== undefined) return { field: "status", comparison: "not", value: state };
  if (names === "any" ? statusWord.test(word) : !noStates && plainStatus.test(word))
    return { field: "status", comparison: "not", value: word.toLowerCase() };
  const isName = names === "any" || (names === "formed" && /[-.\d]/u.test(word));
  return isName && /^[a-z]/iu.test(word) && meaningOfWord(word) === undefined
    ? { field: "name", comparison: "not", value: word }
    : undefined;
};
