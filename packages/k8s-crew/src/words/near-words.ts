import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

/** Names that are like one that is nowhere. */
const words = {
  elsewhere: {
    zh: "{nothing}其他命名空间里有名称相近的，是指其中之一吗？",
    en: "{nothing} In other namespaces there {count|is|are} {count} of a similar name. Did you mean:",
  },
} as const;

export const sayNear = (language: Language, word: keyof typeof words, slots: Slots = {}): string =>
  fill(words[word][language], slots);
