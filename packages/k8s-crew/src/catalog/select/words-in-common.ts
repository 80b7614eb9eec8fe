import { tokensOfName, tokensOfText } from "../tokens.ts";
import type { CatalogEntry } from "../types.ts";
import { aspects, conjunctions, noise, openings, prepositions } from "../vocabulary.ts";

export type AlikeInWords = (text: string) => readonly CatalogEntry[];

/** Finds tools whose name or description shares words with a text, those with the rarest words first. */
export const createAlikeInWords = (entries: readonly CatalogEntry[]): AlikeInWords => {
  const known = entries.map((entry) => ({ entry, ...wordsOf(entry) }));
  const frequencies = new Map<string, number>();
  for (const { name, about } of known)
    for (const word of new Set([...name, ...about])) frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
  return (text) => {
    const weights = [...new Set(tellingWords(tokensOfText(text)))].map(
      (word) => [word, weightOf(frequencies.get(word) ?? 0, known.length)] as const,
    );
    const scoreOf = ({ name, about }: Pick<(typeof known)[number], "name" | "about">) =>
      weights.reduce(
        (sum, [word, weight]) => sum + (name.has(word) ? weight * nameWeight : about.has(word) ? weight : 0),
        0,
      );
    return known
      .map((each) => ({ entry: each.entry, score: scoreOf(each) }))
      .filter(({ score }) => score > 0)
      .toSorted((left, right) => right.score - left.score)
      .map(({ entry }) => entry);
  };
};

/** A word in a name says more of a tool than one of its description. */
const nameWeight = 2;

/** Words that a quarter of all tools have tell nothing. */
const weightOf = (frequency: number, tools: number): number =>
  frequency === 0 || frequency > tools / 4 ? 0 : Math.log(tools / frequency);

/** Characters of a description that are read. */
const readOfDescription = 400;

const wordsOf = ({ tool, description }: CatalogEntry) => ({
  name: new Set(tellingWords(tokensOfName(tool))),
  about: new Set(tellingWords(tokensOfText(description.slice(0, readOfDescription)))),
});

const tellingWords = (words: readonly string[]): readonly string[] =>
  words
    .filter((word) => word.length > 1)
    .filter((word) => ![noise, prepositions, conjunctions, aspects, openings].some((each) => each.has(word)))
    .map((word) => (word.length > 3 ? word.replace(/s$/, "") : word));
