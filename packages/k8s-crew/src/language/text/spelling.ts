import { alsoSpelled } from "../lexicon/spelling.ts";
import { createNearWords } from "./near-words.ts";
import { carryingWords, isGrammar, meaningOfWord, type Piece, readPieces } from "./phrases.ts";
import { soundingIn, spelledInLetters } from "./same-sound.ts";

/** A message with one word as it was most likely meant. */
export type Corrected = { readonly text: string; readonly said: string; readonly meant: string };

/**
 * The words of a message that no table knows and that are a slip away from one that says what to do, with what, or how
 * it is: by their letters, by their sound, or as Chinese in letters. Whether they are meant so, whoever asks decides.
 */
export const corrections = (text: string): readonly Corrected[] => [...inLetters(text), ...inChinese(text)];

const inLetters = (text: string): readonly Corrected[] =>
  [...text.matchAll(/(?<![\w.\-/:=@"'`])[a-z]{3,20}(?![\w.\-/:=@"'`])/giu)].flatMap(({ 0: said, index }) => {
    if (meaningOfWord(said) !== undefined) return [];
    const meant = nearWords.of(said.toLowerCase()) ?? spelledInLetters(said);
    return meant === undefined ? [] : [{ text: replaced(text, { at: index, said, meant }), said, meant }];
  });

const nearWords = createNearWords(() => [...carryingWords(), ...alsoSpelled.map((text) => ({ text, key: text }))]);

const inChinese = (text: string): readonly Corrected[] =>
  /\p{Script=Han}/u.test(text)
    ? runsIn(text).flatMap((run) =>
        soundingIn(run, text.indexOf(run)).map((sounding) => ({
          text: replaced(text, sounding),
          said: sounding.said,
          meant: sounding.meant,
        })),
      )
    : [];

const runsIn = (text: string): readonly string[] => {
  const pieces = readPieces(text);
  return [...unknownRuns(pieces), ...heardInPart(pieces, text)];
};

/** “删处”: a word of one character that is known, and beside it one that no table knows. */
const heardInPart = (pieces: readonly Piece[], text: string): readonly string[] =>
  pieces.flatMap(({ text: said, meaning }, at) => {
    const before = pieces[at - 1];
    const mayBegin = before?.meaning.is === "intent" || isGrammar(before, "filler");
    const isHeard = meaning.is === "unknown" && mayBegin && before?.text.length === 1;
    const run = `${before?.text ?? ""}${said}`;
    return isHeard && text.includes(run) ? [run] : [];
  });

/** Stretches of Chinese that no table knows. */
export const unknownRuns = (pieces: readonly Piece[]): readonly string[] => {
  const runs: string[] = [];
  let isOpen = false;
  for (const { text, meaning } of pieces) {
    if (meaning.is === "unknown") runs.push(isOpen ? `${runs.pop() ?? ""}${text}` : text);
    isOpen = meaning.is === "unknown";
  }
  return runs.filter((run) => run.length > 1);
};

type Slip = { readonly at: number; readonly said: string; readonly meant: string };

const replaced = (text: string, { at, said, meant }: Slip): string =>
  `${text.slice(0, at)}${meant}${text.slice(at + said.length)}`;
