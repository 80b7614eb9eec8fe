import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

/** What is said of replies, and of what was asked, changed or listed before. */
const words = {
  questionPutAway: {
    zh: "“{message}”还没查，先放下了；想接着做就说“回到刚才的问题”。",
    en: "“{message}” is put aside; say “back to my question” to go on with it.",
  },
  changePutAway: {
    zh: "“{message}”还没执行，什么都没改，先放下了；想接着做就说“回到刚才的问题”。",
    en: "“{message}” is put aside: nothing was changed. Say “back to my question” to go on with it.",
  },
} as const;

export type ReplyWord = keyof typeof words;

export const sayReply = (language: Language, word: ReplyWord, slots: Slots = {}): string =>
  fill(words[word][language], slots);
