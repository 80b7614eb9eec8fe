import { type Token, tokenize } from "./tokens.ts";

/** A phrase found: how many tokens it takes, and what it means. */
type FoundPhrase<Meaning> = { readonly length: number; readonly meaning: Meaning };

export type PhraseIndex<Meaning> = {
  /** The longest phrase that begins at a token; of equal ones the first in the table. */
  at(tokens: readonly Token[], start: number): FoundPhrase<Meaning> | undefined;
};

type Entries<Meaning> = readonly (readonly [text: string, meaning: Meaning])[];
type PhrasesByFirstToken<Meaning> = ReadonlyMap<string, readonly Phrase<Meaning>[]>;
type Phrase<Meaning> = { readonly tokens: readonly string[]; readonly meaning: Meaning };

/** Makes phrases findable; prepared at the first use. Case and spaces do not matter; quoted words are never part of a phrase. */
export const createPhraseIndex = <Meaning>(entries: () => Entries<Meaning>): PhraseIndex<Meaning> => {
  let prepared: PhrasesByFirstToken<Meaning> | undefined;
  return {
    at: (tokens, start) => {
      prepared ??= byFirstToken(entries());
      const phrase = prepared
        .get(tokens[start]?.text.toLowerCase() ?? "")
        ?.find((candidate) => candidate.tokens.every((text, offset) => says(tokens[start + offset], text)));
      return phrase === undefined ? undefined : { length: phrase.tokens.length, meaning: phrase.meaning };
    },
  };
};

/** The entries of a table of phrases by key. Each text of a table lists phrases, separated by commas. */
export const phrasesOf = <Key extends string, Meaning>(
  table: Readonly<Partial<Record<Key, readonly string[]>>>,
  meaningFor: (key: Key) => Meaning,
): Entries<Meaning> => {
  const entries: (readonly [string, Meaning])[] = [];
  for (const key in table) for (const text of splitPhrases(table[key])) entries.push([text, meaningFor(key)]);
  return entries;
};

const byFirstToken = <Meaning>(entries: Entries<Meaning>): PhrasesByFirstToken<Meaning> => {
  const byFirst = new Map<string, Phrase<Meaning>[]>();
  for (const [text, meaning] of [...entries, ...entries.flatMap(withoutApostrophe)]) {
    const tokens = tokenize(text).map((token) => token.text.toLowerCase());
    const first = tokens[0] ?? "";
    byFirst.set(first, [...(byFirst.get(first) ?? []), { tokens, meaning }]);
  }
  for (const phrases of byFirst.values()) phrases.sort((left, right) => right.tokens.length - left.tokens.length);
  return byFirst;
};

/** "whats wrong": people in a hurry leave out the apostrophe; a phrase that is spelled so already comes first. */
const withoutApostrophe = <Meaning>([text, meaning]: Entries<Meaning>[number]): Entries<Meaning> =>
  /[a-z]{2}'[a-z]/.test(text) ? [[text.replaceAll("'", ""), meaning]] : [];

const says = (token: Token | undefined, text: string): boolean =>
  (token?.kind === "word" || token?.kind === "han") && token.text.toLowerCase() === text;

const splitPhrases = (lines: readonly string[] = []): readonly string[] =>
  lines.flatMap((line) => line.split(",")).map((phrase) => phrase.trim());
