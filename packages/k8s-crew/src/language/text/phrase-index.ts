import { type Token, tokenize } from "./tokens.ts";

/** A phrase found: how many tokens it takes, and what it means. */
type FoundPhrase<Meaning> = { readonly length: number; readonly meaning: Meaning };

export type PhraseIndex<Meaning> = {
  /** The longest phrase that begins at a token; of equal ones the first in the table. */
  at(tokens: readonly Token[], start: number): FoundPhrase<Meaning> | undefined;
};

type Entries<Meaning> = readonly (readonly [text: string, meaning: Meaning])[];
type PhrasesByFirstToken<Meaning> = Grouped<Phrase<Meaning>>;
type Phrase<Meaning> = { readonly tokens: readonly string[]; readonly meaning: Meaning };

/**
 * Makes phrases findable. Case and spaces do not matter; quoted words are never part of a phrase. The phrases that begin with
 * a letter are prepared when the first word does: of thousands a sentence needs few.
 */
export const createPhraseIndex = <Meaning>(entries: () => Entries<Meaning>): PhraseIndex<Meaning> => {
  let entriesByLetter: Grouped<Entries<Meaning>[number]> | undefined;
  const prepared = new Map<string, PhrasesByFirstToken<Meaning>>();
  const phrasesFrom = (letter: string): PhrasesByFirstToken<Meaning> => {
    entriesByLetter ??= byLetter(entries());
    const phrases = prepared.get(letter) ?? byFirstToken(entriesByLetter.get(letter) ?? []);
    prepared.set(letter, phrases);
    return phrases;
  };
  return {
    at: (tokens, start) => {
      const first = tokens[start]?.text.toLowerCase() ?? "";
      const phrase = phrasesFrom(firstLetter(first))
        .get(first)
        ?.find((candidate) => candidate.tokens.every((text, offset) => says(tokens[start + offset], text)));
      return phrase === undefined ? undefined : { length: phrase.tokens.length, meaning: phrase.meaning };
    },
  };
};

type Grouped<One> = ReadonlyMap<string, readonly One[]>;

const byLetter = <Meaning>(entries: Entries<Meaning>): Grouped<Entries<Meaning>[number]> => {
  const grouped = new Map<string, Entries<Meaning>[number][]>();
  for (const entry of entries) {
    const letter = firstLetter(entry[0]);
    const group = grouped.get(letter) ?? [];
    group.push(entry);
    grouped.set(letter, group);
  }
  return grouped;
};

const firstLetter = (text: string): string => text.slice(0, 1).toLowerCase();

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
    const phrases = byFirst.get(first) ?? [];
    phrases.push({ tokens, meaning });
    byFirst.set(first, phrases);
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
