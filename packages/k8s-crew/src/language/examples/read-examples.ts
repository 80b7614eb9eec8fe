import { isFormed, isOfClusters } from "../sentence/naming-words.ts";
import { lazily } from "../text/lazily.ts";
import { normalize } from "../text/normalize.ts";
import { withoutOpening } from "../text/opening.ts";
import { takeQuantities } from "../text/quantities.ts";
import type { Language, RequestContext } from "../types.ts";
import { isSure, likelyAmong, mayBeTaken } from "./decide.ts";
import { type Masked, maskedWays, type Naming } from "./masked.ts";
import { talkMeanings } from "./meanings/talk.ts";
import { type PlaceSaid, placeSaid } from "./place-said.ts";
import { createExampleIndex, type ExampleIndex, type Ranked } from "./similarity.ts";
import { meanings } from "./table.ts";
import type { Meaning } from "./types.ts";
import { unitsOf } from "./units.ts";

/** What a message most likely says, as a sentence that the rules read. */
export type LikelyReading = {
  readonly text: string;
  readonly place: Omit<PlaceSaid, "rest">;
  /** A polite word, or a question about the assistant: nothing to be asked back. */
  readonly isTalk: boolean;
};

export type ReadByExamples = {
  /** The first is so near, and all others are so far, that it may be taken. */
  readonly sure: boolean;
  /** The only one is so likely that it may be taken where it only looks, and said. */
  readonly mayBeTaken: boolean;
  /** The likeliest first; at least one. */
  readonly readings: readonly LikelyReading[];
};

export type ExampleContext = RequestContext & {
  readonly language: Language;
  readonly names: readonly string[];
  /** Something was spoken of, which “it” means. */
  readonly spokenOf: boolean;
};

/** The longest message that is held against the examples: who writes more says more than one of them does. */
const longest = 120;

/** What a message that the rules do not read most likely means, told by how people say things. */
export const readByExamples = (message: string, context: ExampleContext): ReadByExamples | undefined => {
  const text = withoutOpening(normalize(message));
  if (text.length > longest || denies.test(text)) return undefined;
  const index = indexes[context.language]();
  const { rest: placed, ...place } = placeSaid(text, context);
  const { found, rest } = takeQuantities(placed);
  if (found.replicas !== undefined || unitsOf(rest).length === 0) return undefined;
  const naming = { language: context.language, known: context.names, spokenOf: context.spokenOf, knows: index.knows };
  const nearest = nearestWay([...maskedWays(rest, naming), ...placeItself(text, place)], index);
  if (nearest === undefined) return undefined;
  const choices = likelyAmong(nearest.ranked);
  if (choices.length === 0) return undefined;
  const { names, isPlace, text: masked } = nearest.way;
  const [first, ...others] = choices;
  const said = { names, place: isPlace === true ? {} : place, amounts: found, language: context.language };
  return {
    sure: isSure(nearest.ranked) && isWhole(masked, index),
    mayBeTaken: others.length === 0 && first !== undefined && isTaken(first, { way: nearest.way, index, naming }),
    readings: choices.map(({ meaning }) => ({
      text: sentenceFor(meaning, said),
      place,
      isTalk: talkMeanings.includes(meaning),
    })),
  };
};

/** “Don't tell me what it prints”: whatever is denied, nothing is asked. */
const denies =
  /\b(?:don'?t (?:show|tell|give|look|check|bother|list|read|touch)|no need|never mind|stop)\b|别看|别管|不用看|不用管|甭管|别再/iu;

type Taking = { readonly way: Masked; readonly index: ExampleIndex; readonly naming: Naming };

const isTaken = ({ meaning, score }: Ranked, { way: { text, names }, index, naming }: Taking): boolean => {
  // Of two things that are named, none is a plain word that was only supposed to be a name.
  const isSupposed = names.length > 1 && names.some((name) => !isFormed(name) && !naming.known.includes(name));
  const guess = { score, kept: index.keeps(text, meaning), named: names.length > 0, ofClusters: isOfClusters(text) };
  return !isSupposed && mayBeTaken(guess);
};

/** No word is left that no example has: it might mean something else. */
const isWhole = (text: string, { knows }: ExampleIndex): boolean =>
  unitsOf(text).every((unit) => knows(unit) || /\p{Script=Han}/u.test(unit));

/** “Billing feels sick”: the place is what is spoken of, where nothing else is named. */
const placeItself = (text: string, { namespace, cluster }: Omit<PlaceSaid, "rest">): readonly Masked[] => {
  const name = namespace !== undefined && cluster !== undefined ? undefined : (namespace ?? cluster);
  return name === undefined || !text.includes(name)
    ? []
    : [{ text: text.replace(name, " {name} "), names: [name], isPlace: true }];
};

const nearestWay = (ways: readonly Masked[], index: ExampleIndex) =>
  ways
    .map((way) => ({ way, ranked: index.rank(way.text) }))
    .toSorted((left, right) => (right.ranked[0]?.score ?? 0) - (left.ranked[0]?.score ?? 0))[0];

type Said = {
  readonly names: readonly string[];
  readonly place: Omit<PlaceSaid, "rest">;
  readonly amounts: { readonly tail?: number; readonly sinceSeconds?: number };
  readonly language: Language;
};

/** The sentence that the rules read, with what was said filled in. */
const sentenceFor = ({ means }: Meaning, { names, place, amounts, language }: Said): string => {
  const [name = "", other = ""] = names;
  const what = (means?.[language] ?? "").replace("{name}", name).replace("{other}", other);
  const { namespace, cluster } = place;
  const { tail, sinceSeconds } = amounts;
  const parts =
    language === "zh"
      ? [
          cluster === undefined ? "" : `${cluster} 集群`,
          namespace === undefined ? "" : `${namespace} 命名空间`,
          what,
          tail === undefined ? "" : `最近 ${tail} 行`,
          sinceSeconds === undefined ? "" : `最近 ${sinceSeconds} 秒`,
        ]
      : [
          what,
          namespace === undefined ? "" : `in namespace ${namespace}`,
          cluster === undefined ? "" : `on cluster ${cluster}`,
          tail === undefined ? "" : `last ${tail} lines`,
          sinceSeconds === undefined ? "" : `in the last ${sinceSeconds} seconds`,
        ];
  return parts.filter((part) => part !== "").join(" ");
};

const indexes = {
  zh: lazily(() => createExampleIndex(meanings, "zh")),
  en: lazily(() => createExampleIndex(meanings, "en")),
} as const;
