import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

/** What is said about how a message goes on from the last answer. */
const words = {
  andThere: { zh: "那命名空间 {namespace} 呢", en: "and in namespace {namespace}?" },
  unchanged: {
    zh: "我没有改动任何东西：刚才的修改没有执行。现在的情况是：",
    en: "I have changed nothing: that change was not made. This is how it is now:",
  },
} as const;

export const sayTurn = (language: Language, word: keyof typeof words, slots: Slots = {}): string =>
  fill(words[word][language], slots);
