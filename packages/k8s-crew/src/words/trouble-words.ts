import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

/** Sentences about a trouble that was told before: what to do about it, and since when it is so. */
const words = {
  remedies: {
    zh: "针对刚才查到的原因（我没有改动任何东西）：",
    en: "For what was found (nothing has been changed):",
  },
  lookedAlready: {
    zh: "已经查过了，没有别的要跑；查到的就是这个。",
    en: "That has been looked into already; there is nothing else to run. This is what was found.",
  },
  earliest: {
    zh: "目前还能查到的最早迹象：{line}",
    en: "The earliest sign that is still on record: {line}",
  },
  whatIsWrong: { zh: "{what} 怎么了", en: "what is wrong with {what}" },
  whichAreWrong: { zh: "其中哪些有问题", en: "which of them are in trouble" },
  firstFind: {
    zh: "得先找到它、看过之后才说得出来。",
    en: "That I can tell once it is found and looked at.",
  },
} as const;

export const sayTrouble = (language: Language, word: keyof typeof words, slots: Slots = {}): string =>
  fill(words[word][language], slots);
