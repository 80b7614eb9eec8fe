import { pluralOfWord } from "../../catalog/resource-words.ts";
import { resources } from "../../catalog/resources.ts";
import type { Verb } from "../../catalog/types.ts";
import type { State } from "../condition.ts";
import { badStates, stateWords } from "../lexicon/conditions.ts";
import { type Grammar, grammarWords } from "../lexicon/grammar.ts";
import { type Intent, readWords, writeWords } from "../lexicon/intents.ts";
import { type Measure, measureWords, qualityWords } from "../lexicon/qualities.ts";
import { commandWords, type Talk, talkWords } from "../lexicon/talk.ts";
import type { Quality } from "../types.ts";
import { createNearWords, type Meant } from "./near-words.ts";
import { createPhraseIndex, phrasesOf } from "./phrase-index.ts";
import { type Token, tokenize } from "./tokens.ts";

export type Meaning =
  | { readonly is: "intent"; readonly intent: Intent; readonly write: false }
  | { readonly is: "intent"; readonly intent: Verb; readonly write: true }
  | { readonly is: "resource"; readonly resource: string; readonly plural: boolean }
  | { readonly is: "quality"; readonly quality: Quality; readonly state?: State }
  /** A state that is no trouble (“completed”). */
  | { readonly is: "state"; readonly state: State }
  | { readonly is: "measure"; readonly measure: Measure }
  | { readonly is: "grammar"; readonly grammar: Grammar }
  | { readonly is: "talk"; readonly talk: Talk }
  | { readonly is: "command"; readonly command: string }
  /** A word of no known meaning: perhaps a name. `several`: words side by side, written as one. */
  | { readonly is: "word"; readonly quoted: boolean; readonly several?: true }
  | { readonly is: "mark" }
  /** Chinese that is not in the tables. */
  | { readonly is: "unknown" };

/** A stretch of the message and what it means. `text` is as the person wrote it. */
export type Piece = { readonly text: string; readonly meaning: Meaning };

/** Cuts a normalized text into pieces: at each place the longest phrase of the tables, else one word or character. */
export const readPieces = (text: string): readonly Piece[] => {
  const tokens = tokenize(text).flatMap(splitAtColon);
  const pieces: Piece[] = [];
  for (let index = 0; index < tokens.length; ) {
    const phrase = unlessNamed(pieces.at(-1), phraseAt(tokens, index), tokens[index]);
    const taken = tokens.slice(index, index + Math.max(1, phrase?.length ?? 1));
    const [first] = taken;
    if (first === undefined) break;
    pieces.push(
      phrase === undefined
        ? { text: first.text, meaning: meaningOf(first) }
        : { text: taken.map((token) => token.text).join(""), meaning: phrase.meaning },
    );
    index += taken.length;
  }
  return pieces;
};

/** “Named cache”, “deployment cache”: a word of the app's own is a name in a name's place. */
const unlessNamed = <Phrase extends { readonly meaning: Meaning }>(
  before: Piece | undefined,
  phrase: Phrase | undefined,
  word: Token | undefined,
): Phrase | undefined => {
  if (phrase?.meaning.is !== "command" || !/^[a-z]+$/iu.test(word?.text ?? "")) return phrase;
  const isBesideKind =
    before?.meaning.is === "resource" && !before.meaning.plural && word?.text.toLowerCase() === "cache";
  return isBesideKind || isGrammar(before, "named") ? undefined : phrase;
};

/** Whether a piece is one of these words of grammar. */
export const isGrammar = (piece: Piece | undefined, ...grammar: readonly Grammar[]): boolean =>
  piece?.meaning.is === "grammar" && grammar.includes(piece.meaning.grammar);

/** What one word means, when the tables have it, spelled right. */
export const meaningOfWord = (word: string): Meaning | undefined =>
  phraseAt([{ kind: "word", text: word }], 0)?.meaning;

/** The resource that a word names, in any case and number, a slip forgiven in long words. */
export const resourceOfWord = (word: string): { readonly resource: string; readonly plural: boolean } | undefined => {
  const meaning = meaningOfWord(word) ?? meaningOfWord(nearKinds.of(word.toLowerCase()) ?? "");
  return meaning?.is === "resource" ? meaning : undefined;
};

const phraseAt = (tokens: readonly Token[], start: number) => lexicon.at(tokens, start);

const meaningOf = (token: Token): Meaning => {
  if (token.kind === "mark") return { is: "mark" };
  if (token.kind === "han") return { is: "unknown" };
  return { is: "word", quoted: token.kind === "quoted" };
};

/** "namespace:dev" is two words when the first is known; "nginx:1.25" is one. */
const splitAtColon = (token: Token): readonly Token[] => {
  const colon = token.text.indexOf(":");
  if (token.kind !== "word" || colon <= 0) return [token];
  const left: Token = { kind: "word", text: token.text.slice(0, colon) };
  const known = phraseAt([left], 0)?.meaning.is;
  return known === "resource" || known === "grammar"
    ? [left, { kind: "word", text: token.text.slice(colon + 1) }]
    : [token];
};

/** Words of tools that mean something else in a sentence: “no” denies, and a chart is mostly somebody's page or service. */
const otherwise: ReadonlySet<string> = new Set(["no", "chart"]);

const resourcePhrases: readonly (readonly [text: string, meaning: Meaning])[] = resources.flatMap(
  ({ key, words, zh }) => {
    const singular: Meaning = { is: "resource", resource: key, plural: false };
    const plural: Meaning = { is: "resource", resource: key, plural: true };
    return [
      ...zh.map((text) => [text, singular] as const),
      ...words.filter((text) => !otherwise.has(text)).map((text) => [text, singular] as const),
      ...words.map((text) => [pluralOfWord(text), plural] as const),
    ];
  },
);

const entriesOf = <Key extends string>(
  table: Readonly<Partial<Record<Key, readonly string[]>>>,
  meaningFor: (key: Key) => Meaning,
) => phrasesOf(table, meaningFor);

/** What is done, how it is, and with what: the words that a sentence cannot do without. */
const carrying = (): readonly (readonly [text: string, meaning: Meaning])[] => [
  ...entriesOf(
    stateWords,
    (state): Meaning => (badStates.has(state) ? { is: "quality", quality: "broken", state } : { is: "state", state }),
  ),
  ...entriesOf(qualityWords, (quality): Meaning => ({ is: "quality", quality })),
  ...entriesOf(measureWords, (measure): Meaning => ({ is: "measure", measure })),
  ...entriesOf(writeWords, (intent): Meaning => ({ is: "intent", intent, write: true })),
  ...entriesOf(readWords, (intent): Meaning => ({ is: "intent", intent, write: false })),
  ...resourcePhrases,
];

/** Of equal phrases the first counts: a command is a command, "thanks" is thanks before it is a filler. */
const lexicon = createPhraseIndex<Meaning>(() => [
  ...entriesOf(commandWords, (command): Meaning => ({ is: "command", command })),
  ...entriesOf(talkWords, (talk): Meaning => ({ is: "talk", talk })),
  ...carrying(),
  ...entriesOf(grammarWords, (grammar): Meaning => ({ is: "grammar", grammar })),
]);

/** The words among them that are long enough to be known by their letters, each with what it means. */
export const carryingWords = (): readonly Meant[] => wordsFor(carrying());

const itself = (text: string): Meant => ({ text, key: text });

const wordsFor = (phrases: readonly (readonly [text: string, meaning: Meaning])[]): readonly Meant[] =>
  phrases.flatMap(([text, meaning]) =>
    /^[a-z]{3,}$/u.test(text)
      ? [{ text, key: keyFor(meaning) }]
      : // “netwrok policy”: words of a kind with several.
        meaning.is === "resource"
        ? text.split(/[ -]/u).flatMap((word) => (/^[a-z]{6,}$/u.test(word) ? [itself(word)] : []))
        : [],
  );

const keyFor = (meaning: Meaning): string =>
  JSON.stringify(meaning.is === "resource" ? { is: meaning.is, resource: meaning.resource } : meaning);

const nearKinds = createNearWords(() => wordsFor(resourcePhrases));
