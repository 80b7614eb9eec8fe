import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

/** What is said of a message that was understood by what people say when they mean something. */
const words = {
  readAs: { zh: "按“{request}”理解。", en: "Read as: {request}." },
  takenAs: {
    zh: "没有完全听懂，按“{request}”处理（不是就说“不对”）。",
    en: "I am not sure, but took it as: {request} (say “no” if that is wrong).",
  },
  didYouMean: { zh: "我没有完全听懂。你是不是想：", en: "I am not sure what you mean. Is it one of these?" },
  didYouMeanThis: { zh: "我没有完全听懂。你是不是想：", en: "I am not sure what you mean. Is it this?" },
  eitherPlace: {
    zh: "“{word}”可能是命名空间，也可能是集群。你说的是哪一个？",
    en: "“{word}” may be a namespace or a cluster. Which one do you mean?",
  },
  neither: {
    zh: "好的。换个说法再告诉我一次就行。",
    en: "All right. Say it once more in other words.",
  },
} as const;

export const sayReading = (language: Language, word: keyof typeof words, slots: Slots = {}): string =>
  fill(words[word][language], slots);
