import { COMMON } from "./common-words.ts";

/** Scripts that are written without spaces, or whose words end in other letters from sentence to sentence. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;

const WORD = /[\p{L}\p{N}\p{M}]{2,}/gu;

/**
 * The words of a text: of Chinese, Japanese and the like every two characters that stand side by side, of all else what has
 * two letters or digits or more. Two ways to write down one letter are the same.
 */
export function wordsOf(text: string): ReadonlySet<string> {
  return wordsIn(plainOf(text));
}

function plainOf(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

function wordsIn(plain: string): ReadonlySet<string> {
  const words = plain.replace(UNSPACED, " ").match(WORD) ?? [];
  const pairs = (plain.match(UNSPACED) ?? []).flatMap(pairsOf);
  return new Set([...words, ...pairs].filter((word) => !COMMON.has(word)));
}

function pairsOf(run: string): string[] {
  const characters = [...run];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

/** The same for texts that differ in nothing but spaces, capitals and how their letters are written down. */
export function sameTextOf(text: string): string {
  return plainOf(text).replace(/\s+/g, " ").trim();
}

/** How much of a query is in a text: 0 for nothing, 1 for every word. */
export function likenessTo(query: string): (text: string) => number {
  const wanted = [...wordsOf(query)];
  return (text) => {
    const plain = plainOf(text);
    // Most texts have nothing in common with most queries, which is quickly seen.
    const perhaps = wanted.filter((word) => plain.includes(word));
    if (perhaps.length === 0) return 0;
    const there = wordsIn(plain);
    return perhaps.filter((word) => there.has(word)).length / wanted.length;
  };
}
