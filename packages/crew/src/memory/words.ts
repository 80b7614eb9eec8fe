/** The words of a text: of Chinese every two characters that stand side by side, of all else what has three letters or more. */
export function wordsOf(text: string): ReadonlySet<string> {
  const plain = text.toLowerCase();
  const words = plain.match(/[\p{L}\p{N}]{3,}/gu)?.filter((word) => !/\p{Script=Han}/u.test(word)) ?? [];
  const runs = plain.match(/\p{Script=Han}{2,}/gu) ?? [];
  const pairs = runs.flatMap((run) => [...run].slice(1).map((character, index) => `${[...run][index]}${character}`));
  return new Set([...words, ...pairs].filter((word) => !COMMON.has(word)));
}

/** How much of what is wanted is there: 0 for nothing, 1 for every word. */
export function likenessOf(wanted: ReadonlySet<string>, there: ReadonlySet<string>): number {
  if (wanted.size === 0) return 0;
  return [...wanted].filter((word) => there.has(word)).length / wanted.size;
}

/** Words that stand in every text. */
const COMMON = new Set([
  "the",
  "and",
  "for",
  "are",
  "was",
  "with",
  "that",
  "this",
  "from",
  "what",
  "have",
  "has",
  "not",
  "you",
  "your",
]);
