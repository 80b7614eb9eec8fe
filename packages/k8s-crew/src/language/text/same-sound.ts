import { charactersOf, otherWords, soundedWords } from "../lexicon/sounds.ts";

/** A stretch of a text and the word that sounds like it. */
export type Sounding = { readonly at: number; readonly said: string; readonly meant: string };

/** What is easily confused in speech and typing is one sound: zh and z, -ing and -in. */
const alike = (syllable: string): string => syllable.replace(/^([zcs])h/u, "$1").replace(/(?<=[aeiou]n)g$/u, "");

const soundOf: ReadonlyMap<string, string> = new Map(
  Object.entries(charactersOf).flatMap(([syllable, characters]) =>
    [...characters].map((character) => [character, alike(syllable)] as const),
  ),
);

const wordOf: ReadonlyMap<string, string> = new Map(
  soundedWords.map(([word, sound]) => [sound.split(" ").map(alike).join(" "), word]),
);
const ofPinyin: ReadonlyMap<string, string> = new Map(
  soundedWords.map(([word, sound]) => [sound.replaceAll(" ", ""), word]),
);
const real: ReadonlySet<string> = new Set([...otherWords, ...soundedWords.map(([word]) => word)]);
const lengths = [...new Set(soundedWords.map(([word]) => word.length))].toSorted((left, right) => right - left);

/** The first stretch of Chinese, none of which any table knows, that sounds like a word which carries meaning. */
export const soundingIn = (unknown: string, at: number): readonly Sounding[] => {
  for (const length of lengths)
    for (let start = 0; start + length <= unknown.length; start += 1) {
      const said = unknown.slice(start, start + length);
      const meant = real.has(said) ? undefined : wordOf.get([...said].map((sign) => soundOf.get(sign)).join(" "));
      if (meant !== undefined) return [{ at: at + start, said, meant }];
    }
  return [];
};

/** “rizhi”: the word that letters spell. */
export const spelledInLetters = (word: string): string | undefined => ofPinyin.get(word.toLowerCase());
