import { lazily } from "../text/lazily.ts";
import type { Language } from "../types.ts";
import { agree, topicsOf } from "./topics.ts";
import type { Meaning } from "./types.ts";
import { slots, slotsIn, unitsOf } from "./units.ts";
import { cosine, createScale, type Scale, sumOf, type Weights } from "./weights.ts";

/** How near a message is to what people say when they mean this; 1: it could not be nearer. */
export type Ranked = {
  readonly meaning: Meaning;
  readonly score: number;
  /** How like it is to the example that is most like it. */
  readonly nearest: number;
};

export type ExampleIndex = {
  /** Meanings by how near they are, nearest first. `without`: an example that does not count. */
  rank(text: string, without?: string): readonly Ranked[];
  /** Whether an example has the word. */
  knows(unit: string): boolean;
  /** How much of a text stands in some example of a meaning, the rare words weighing more: 0 to 1. `without` as above. */
  keeps(text: string, meaning: Meaning, without?: string): number;
};

type Example = {
  readonly text: string;
  readonly slots: string;
  readonly weights: Weights;
  topics(): ReadonlySet<string>;
};
type Group = {
  readonly meaning: Meaning;
  readonly examples: readonly Example[];
  /** All of them added up, and the square of its length. */
  readonly profile: Weights;
  readonly square: number;
  /** What may be said besides: it stands in what is meant. */
  readonly also: ReadonlySet<string>;
};
type Said = {
  readonly slots: string;
  readonly topics: ReadonlySet<string>;
  readonly without: string | undefined;
  /** How like each example the message is, where they share anything. */
  readonly likeness: ReadonlyMap<Example, number>;
};

/**
 * Examples made comparable. A message is near a meaning when it is like one of its examples, and when it is like all of
 * them together: the first alone would be led astray by a single word that two meanings share.
 */
export const createExampleIndex = (meanings: readonly Meaning[], language: Language): ExampleIndex => {
  const scale = createScale(meanings.flatMap((meaning) => examplesOf(meaning, language)));
  const groups = meanings.map((meaning) => groupOf(meaning, language, scale));
  const holders = holdersOf(groups.flatMap(({ examples }) => examples));
  return {
    knows: scale.knows,
    keeps: (text, meaning, without) => {
      const examples = groups.find((group) => group.meaning === meaning)?.examples ?? [];
      const held = new Set(examples.flatMap((each) => (each.text === without ? [] : unitsOf(each.text))));
      return shareOf(
        unitsOf(text).filter((unit) => !slots.some((slot) => slot === unit)),
        held,
        scale,
      );
    },
    rank: (text, without) => {
      const likeness = likenessOf(scale.weigh(unitsOf(text)), holders);
      const said = { slots: slotsIn(text).join(), topics: topicsOf(text), without, likeness };
      return groups
        .map((group) => ({ meaning: group.meaning, ...nearness(group, said) }))
        .filter(({ score }) => score > 0)
        .toSorted((left, right) => right.score - left.score);
    },
  };
};

const shareOf = (units: readonly string[], held: ReadonlySet<string>, { rarity }: Scale): number => {
  const sum = (some: readonly string[]) => some.reduce((total, unit) => total + rarity(unit), 0);
  const all = [...new Set(units)];
  return all.length === 0 ? 1 : sum(all.filter((unit) => held.has(unit))) / sum(all);
};

/** The ways of saying one meaning, one by one. */
export const examplesOf = (meaning: Meaning, language: Language): readonly string[] =>
  meaning[language].flatMap((line) => line.split(";")).map((text) => text.trim());

const groupOf = (meaning: Meaning, language: Language, scale: Scale): Group => {
  const examples = examplesOf(meaning, language).map((text) => {
    return {
      text,
      slots: slotsIn(text).join(),
      weights: scale.weigh(unitsOf(text)),
      topics: lazily(() => topicsOf(text)),
    };
  });
  const profile = sumOf(examples.map(({ weights }) => weights));
  const also = topicsOf(meaning.means?.[language] ?? "");
  return { meaning, examples, profile, square: cosine(profile, profile), also };
};

type Holders = ReadonlyMap<string, readonly Example[]>;

/** The examples that have each part. */
const holdersOf = (examples: readonly Example[]): Holders => {
  const holders = new Map<string, Example[]>();
  for (const example of examples)
    for (const part of example.weights.keys()) {
      const held = holders.get(part);
      if (held) held.push(example);
      else holders.set(part, [example]);
    }
  return holders;
};

const likenessOf = (weights: Weights, holders: Holders): ReadonlyMap<Example, number> => {
  const likeness = new Map<Example, number>();
  for (const [part, weight] of weights)
    for (const example of holders.get(part) ?? [])
      likeness.set(example, (likeness.get(example) ?? 0) + weight * (example.weights.get(part) ?? 0));
  return likeness;
};

/** How much being like all examples of a meaning counts, beside being like one. */
const shareOfAll = 0.7;

const nearness = ({ meaning, examples, profile, square, also }: Group, said: Said): Omit<Ranked, "meaning"> => {
  let nearest = 0;
  let together = 0;
  for (const example of examples) {
    const likeness = said.likeness.get(example) ?? 0;
    if (likeness === 0 || example.text === said.without) continue;
    together += likeness;
    const isSame = meaning.means === undefined || example.slots === said.slots;
    if (likeness > nearest && isSame && agree(said.topics, example.topics(), also)) nearest = likeness;
  }
  if (nearest === 0) return { score: 0, nearest };
  const left = examples.find(({ text }) => text === said.without)?.weights ?? new Map<string, number>();
  const length = Math.sqrt(square - 2 * cosine(left, profile) + cosine(left, left));
  return { score: (1 - shareOfAll) * nearest + shareOfAll * (together / (length || 1)), nearest };
};
