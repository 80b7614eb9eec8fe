import { notSlips } from "../lexicon/spelling.ts";
import { editDistance } from "./edit-distance.ts";

/** A word that can be meant, and what it means: of several near ones, all have to mean the same. */
export type Meant = { readonly text: string; readonly key: string };

export type NearWords = {
  /** The word that is meant by another one, where one meaning alone is a slip of typing away. */
  of(said: string): string | undefined;
};

/** Of fewer letters most words are near to another one: only a letter typed twice is a slip there. */
const shortest = 4;

/** No word is longer, with what slipped in. */
const longest = 30;

/** Letters of the shortest word in which a letter may be another, be it the last one; and of one with two slips. */
const longEnough = { substitution: 6, twice: 9 } as const;

/** Makes words findable by what is left of them when letters are dropped: no look-up goes over all words. */
export const createNearWords = (words: () => readonly Meant[]): NearWords => {
  let prepared: ReadonlyMap<string, readonly Meant[]> | undefined;
  return {
    of: (said) => {
      if (themselves.has(said) || said.length > longest) return undefined;
      prepared ??= byRemains(words());
      const found = remainsOf(said).flatMap((remains) => prepared?.get(remains) ?? []);
      const near = [...new Set(found)].filter(({ text }) => isSlip(text, said));
      const least = Math.min(...near.map(({ text }) => editDistance(text, said)));
      const [first, ...others] = near.filter(({ text }) => editDistance(text, said) === least);
      return others.every(({ key }) => key === first?.key) ? first?.text : undefined;
    },
  };
};

const themselves: ReadonlySet<string> = new Set(notSlips);

const byRemains = (words: readonly Meant[]): ReadonlyMap<string, readonly Meant[]> => {
  const index = new Map<string, Meant[]>();
  // A word of several kinds (“service”, “service account”) means the first.
  const distinct = new Map(words.toReversed().map((word) => [word.text, word]));
  for (const word of distinct.values())
    for (const remains of remainsOf(word.text)) index.set(remains, [...(index.get(remains) ?? []), word]);
  return index;
};

const remainsOf = (word: string): readonly string[] => {
  const once = withoutOne(word);
  return [...new Set([word, ...once, ...(word.length < longEnough.twice - 1 ? [] : once.flatMap(withoutOne))])];
};

const withoutOne = (word: string): readonly string[] =>
  [...word].map((_, at) => `${word.slice(0, at)}${word.slice(at + 1)}`);

/** The longer a word, the more may be wrong with it and still nothing else be meant. */
const isSlip = (word: string, said: string): boolean => {
  if (isPluralWithZ(word, said)) return true;
  const distance = editDistance(word, said);
  if (distance === 2) return word.length >= longEnough.twice && word[0] === said[0];
  if (distance !== 1) return false;
  const isSwap = word.length === said.length && [...word].toSorted().join("") === [...said].toSorted().join("");
  if (word.length < shortest) return isDoubled(word, said);
  if (isSwap) return true;
  if (word[0] !== said[0]) return false;
  if (said.length > word.length) return isDoubled(word, said) || (word.length >= 5 && !said.startsWith(word));
  if (said.length === word.length) return word.length >= longEnough.substitution && word.at(-1) === said.at(-1);
  if (word.length >= longEnough.substitution) return !isFormOf(word, said);
  return (
    !word.startsWith(said) &&
    (word.length === 5 || lacksVowel(word, said)) &&
    (said.length > 3 || !/[aeiou]/u.test(said))
  );
};

/** “podz”. */
const isPluralWithZ = (word: string, said: string): boolean =>
  said.length >= 4 && said.endsWith("z") && word === `${said.slice(0, -1)}s`;

/** “limit” is no slip of “limits”. */
const isFormOf = (word: string, said: string): boolean => word.startsWith(said) && /[sd]$/u.test(word);

/** “podd”, “liist”: a letter that was typed twice. */
const isDoubled = (word: string, said: string): boolean =>
  [...said].some((letter, at) => letter === said[at - 1] && `${said.slice(0, at)}${said.slice(at + 1)}` === word);

/** “lst”, “shw”: a vowel is what is left out; of so few letters all of them. */
const lacksVowel = (word: string, said: string): boolean =>
  [...word].some((letter, at) => "aeiou".includes(letter) && `${word.slice(0, at)}${word.slice(at + 1)}` === said);
