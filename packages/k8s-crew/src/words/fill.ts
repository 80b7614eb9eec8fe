import type { Language } from "../output/output.ts";

export type Slots = Readonly<Record<string, string | number>>;

/**
 * A sentence with its `{slots}` filled: `{rows|row|rows}` is the word for so many. A slot that is not given stays
 * visible, so that a test finds it. Where a value meets the sentence, Chinese stands next to Chinese without a space
 * and next to Latin letters with one.
 */
export const fill = (sentence: string, slots: Slots): string =>
  sentence
    .split(/(\{\w+(?:\|[^{}|]*\|[^{}|]*)?\})/)
    .map((part) => (part.startsWith("{") ? filled(part, slots) : part))
    .filter((part) => part !== "")
    .reduce(joined, "");

const filled = (part: string, slots: Slots): string => {
  const [slot = "", one, several] = part.slice(1, -1).split("|");
  const value = slots[slot];
  if (value === undefined) return part;
  return String((value === 1 || value === "1" ? one : several) ?? value);
};

/** Names or words in a row. */
export const listOf = (language: Language, items: readonly string[]): string =>
  items.join(language === "zh" ? "、" : ", ");

/** The same, with “and” before the last where a language has that. */
export const allOf = (language: Language, items: readonly string[]): string => {
  if (language === "zh" || items.length < 2) return listOf(language, items);
  return `${listOf(language, items.slice(0, -1))} and ${items.at(-1) ?? ""}`;
};

/** Somebody else's words inside a sentence of ours; nothing where they said nothing. */
export const bracketed = (language: Language, text: string): string => {
  const said = text.trim().replace(/[.。]$/, "");
  if (said === "") return "";
  return language === "zh" ? `（${said}）` : ` (${said})`;
};

const joined = (left: string, right: string): string => {
  const before = left.replace(/ +$/, "");
  const after = right.replace(/^ +/, "");
  const [last, first] = [before.slice(-1), after.slice(0, 1)];
  if (isHan(last) && isHan(first)) return before + after;
  return (isHan(last) && isLatin(first)) || (isLatin(last) && isHan(first)) ? `${before} ${after}` : left + right;
};

const isHan = (sign: string): boolean => /\p{Script=Han}/u.test(sign);
const isLatin = (sign: string): boolean => /[A-Za-z0-9]/.test(sign);
