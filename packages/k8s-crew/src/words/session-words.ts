import type { Language } from "../conversation/output.ts";
import { fill, type Slots } from "./fill.ts";

/** What is said of a conversation that is kept. */
export const sessionWords = {
  notKept: {
    zh: "本次对话无法再保存（{cause}）；对话照常进行，但不会留下记录。",
    en: "This conversation can no longer be saved ({cause}); it goes on without.",
  },
  notRead: {
    zh: "无法读取保存的对话（{cause}）；将从头开始，并且不再保存。",
    en: "What was saved of this conversation cannot be read ({cause}); it begins anew and is not saved.",
  },
} satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export const saySession = (language: Language, word: keyof typeof sessionWords, slots: Slots = {}): string =>
  fill(sessionWords[word][language], slots);
