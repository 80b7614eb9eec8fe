import type { Language } from "../output/output.ts";
import { allOf, fill, type Slots } from "./fill.ts";

/** Why nothing is offered for a delete. */
const words = {
  untold: {
    zh: "{place}的{resource}列表看不出哪些符合你说的条件。删除不会漏掉条件，所以没有列出任何可删的，什么都没做；请直接说名字。",
    en: "The list of {resource} in {place} does not tell which of them you mean. A delete leaves no condition out, so nothing is offered and nothing was done. Please name the one to delete.",
  },
  unapplied: {
    zh: "没法按{words}来筛选。删除不会漏掉条件，所以没有列出任何可删的，什么都没做；请换个说法，或者直接说名字。",
    en: "I cannot narrow by {words}. A delete leaves no condition out, so nothing is offered and nothing was done. Put it another way, or name the one to delete.",
  },
} as const;

export const sayDelete = (language: Language, word: keyof typeof words, slots: Slots = {}): string =>
  fill(words[word][language], slots);

export const unappliedNote = (language: Language, said: readonly string[]): string =>
  sayDelete(language, "unapplied", {
    words: allOf(
      language,
      said.map((word) => `“${word}”`),
    ),
  });
