import { guardedKinds } from "../lexicon/guarded-kinds.ts";
import { timeIn } from "../text/days.ts";
import { normalize } from "../text/normalize.ts";
import { withoutOpening } from "../text/opening.ts";
import { type Piece, readPieces } from "../text/phrases.ts";
import type { Language } from "../types.ts";

/** The words of a message that may be names of things, and what else decides whether they are looked for. */
export type NamingWords = {
  readonly words: readonly string[];
  /** Words that mean something else and may be names all the same: to be tried where none of the others is one. */
  readonly perhaps: readonly string[];
  /** It has a word that is written as only names are. */
  readonly isNamed: boolean;
  /** It speaks of a cluster, or has such a word: a look is worth its calls. */
  readonly isOfThings: boolean;
  /** Kinds that are not looked through, since it does not speak of them. */
  readonly unspoken: readonly string[];
  /** A word of it asks for a change. */
  readonly changes: boolean;
};

export const namingWords = (message: string, language: Language): NamingWords => {
  const pieces = readPieces(withoutOpening(normalize(message)));
  const words = unique(pieces.filter(mayName));
  const intents = pieces.filter(({ meaning }) => meaning.is === "intent" && !meaning.write);
  // A word in Latin letters that means nothing else is mostly a name in a Chinese sentence.
  const isNamed = words.some(isFormed) || (language === "zh" && words.length > 0);
  return {
    words,
    perhaps: unique(intents.filter(({ text }) => /^[a-z]{4,}$/u.test(text))),
    isNamed,
    isOfThings: isNamed || pieces.some(isOfKind),
    unspoken: guardedKinds.flatMap(({ kinds, said }) => (said.test(message) ? [] : kinds)),
    changes: pieces.some(({ meaning }) => meaning.is === "intent" && meaning.write),
  };
};

/** Written as names of things are, and no word of a language. */
export const isFormed = (word: string): boolean => /[a-z\d][-._][a-z\d]|[a-z]\d+$/iu.test(word);

const mayName = ({ text, meaning }: Piece): boolean =>
  meaning.is === "word" && /^(?=.*[a-z])[a-z\d][\w.-]+$/iu.test(text) && !numbered.test(text);

/** “4gi”, “502s”, “10m”: a number, not a name. */
const numbered = /^\d+[a-z]{0,3}$/iu;

const isOfKind = ({ meaning }: Piece): boolean => ["resource", "quality", "measure", "state"].includes(meaning.is);

/** It has a word for what is in clusters, how that is, what is done there, or for a time. */
export const isOfClusters = (text: string): boolean =>
  timeIn(text) !== undefined ||
  readPieces(normalize(text)).some((piece) => isOfKind(piece) || piece.meaning.is === "intent");

const unique = (pieces: readonly Piece[]): readonly string[] => [...new Set(pieces.map(({ text }) => text))];
