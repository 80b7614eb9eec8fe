import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

const words = {
  pasted: { zh: "这条报错的意思：", en: "What this message means:" },
  byHand: {
    zh: "尖括号里的内容要自己填。",
    en: "What stands in angle brackets is for you to fill in.",
  },
  seldom: {
    zh: "只凭这句话看不出是哪个对象。说出它的名字，我可以去查。",
    en: "The message alone does not tell what it is about. Name it, and I look into it.",
  },
  lookInto: { zh: "查一查 {name} 的问题", en: "Find out what is wrong with {name}" },
  askWhy: { zh: "命名空间 {namespace} 的 {name} 怎么了", en: "what is wrong with {name} in namespace {namespace}" },
  askWhyAnywhere: { zh: "{name} 怎么了", en: "what is wrong with {name}" },
} as const;

/** Sentences around an error message, and around the commands that mend what it tells of. */
export const sayRemedy = (language: Language, word: keyof typeof words, slots: Slots = {}): string =>
  fill(words[word][language], slots);
