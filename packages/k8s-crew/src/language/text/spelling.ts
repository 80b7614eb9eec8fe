import { readWords } from "../lexicon/intents.ts";
import { notTypos } from "../lexicon/usual-names.ts";
import { editDistance } from "./edit-distance.ts";
import { meaningOfWord } from "./phrases.ts";

/** A message with one word as it was most likely meant. */
export type Corrected = { readonly text: string; readonly said: string; readonly meant: string };

/** Verbs that only look: a word that is near to a change is never taken for one. */
const looking = [
  "look",
  "list",
  "describe",
  "logs",
  "top",
  "search",
  "explain",
  "status",
  "overview",
  "health",
  "check",
] as const;

const shortest = 4;

const candidates = (): readonly string[] => [
  ...new Set(
    looking
      .flatMap((intent) => readWords[intent] ?? [])
      .flatMap((line) => line.split(","))
      .map((phrase) => phrase.trim())
      .filter((phrase) => /^[a-z]+$/u.test(phrase) && phrase.length >= shortest),
  ),
  "events",
  "pods",
];

/**
 * The words of a message that no table knows and that are one slip away from a word that looks at something. Whoever asks
 * tries them only where the message means nothing as it stands.
 */
export const corrections = (text: string): readonly Corrected[] => {
  const words = [...text.matchAll(/(?<![\w.\-/:=@])[a-z]{4,14}(?![\w.\-/:=@])/giu)];
  return words.flatMap((match): readonly Corrected[] => {
    const said = match[0];
    const lower = said.toLowerCase();
    if (meaningOfWord(said) !== undefined || notTypos.has(lower)) return [];
    const meant = candidates().find(
      (word) => Math.abs(word.length - lower.length) <= 1 && editDistance(word, lower) === 1,
    );
    if (meant === undefined) return [];
    return [{ text: `${text.slice(0, match.index)}${meant}${text.slice(match.index + said.length)}`, said, meant }];
  });
};
