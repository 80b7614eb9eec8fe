import { asksOrTells, relativeWishes } from "../lexicon/relative-numbers.ts";
import { readNumber } from "../numbers.ts";
import type { ReplicaChange } from "../types.ts";

/** A longer text is a story that is told. */
const longest = 500;

/** “One more”, “double it”: a text that asks to scale, and by how much from what there is, as far as that is said. */
export const takeRelative = (text: string): { readonly rest: string; readonly by?: ReplicaChange } => {
  if (text.length > longest || asksOrTells.test(text)) return { rest: text };
  for (const { wish, request, sign = 1, times } of relativeWishes) {
    const match = wish.exec(text);
    if (match === null) continue;
    const { what = "", kind = "", rest = "", some, count } = match.groups ?? {};
    const thing = /[\p{L}\d]/u.test(`${what}${kind}${rest}`) ? what : itself(text);
    const filled = request.replace("$<what>", thing).replace("$<kind>", kind).replace("$<rest>", rest);
    const said = `${text.slice(0, match.index)}${filled}${text.slice(match.index + match[0].length)}`;
    if (times !== undefined) return { rest: said, by: { times } };
    const number = count === undefined ? 1 : countIn(count);
    const isOpen = (some !== undefined && count === undefined) || number === undefined;
    return isOpen ? { rest: said } : { rest: said, by: { plus: sign * number } };
  }
  return { rest: text };
};

const itself = (text: string): string => (/\p{Script=Han}/u.test(text) ? "它" : "it");

/** “Another”, “an”, “one” are one; “三五” is no number that could be taken. */
const countIn = (count: string): number | undefined => (/^(?:another|an?)$/iu.test(count) ? 1 : readNumber(count));
