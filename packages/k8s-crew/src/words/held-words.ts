import type { Language } from "../language/types.ts";
import { fill, type Slots } from "./fill.ts";

/** What is said of a claim that a row contradicts; `read` is what the row says, `end` the sentence's own end. */
const words = {
  otherThanRead: {
    zh: "{text}（与读到的不符：{read}）{end}",
    en: "{text} (not what was read: {read}){end}",
  },
} as const;

export const sayHeld = (language: Language, word: keyof typeof words, slots: Slots = {}): string =>
  fill(words[word][language], slots);
