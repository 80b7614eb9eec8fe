import type { Language } from "../conversation/output.ts";
import { fill, type Slots } from "./fill.ts";

const words = {
  toDo: { zh: "要做的：{next}", en: "What to do: {next}" },
  found: { zh: "刚才查到的问题，可以这样处理：", en: "What to do about what was found:" },
  pasted: { zh: "这条报错的意思：", en: "What this message means:" },
  whose: { zh: "{thing}（命名空间 {namespace}）：", en: "{thing} in namespace {namespace}: " },
  byHand: {
    zh: "尖括号里的内容要自己填。我不会自己执行这些命令。",
    en: "Fill in what stands in angle brackets. None of these commands is run by me.",
  },
  notRun: { zh: "我不会自己执行这些命令。", en: "None of these commands is run by me." },
  seldom: {
    zh: "只凭这句话看不出是哪个对象。说出它的名字，我可以去查。",
    en: "The message alone does not tell what it is about. Name it, and I look into it.",
  },
  lookInto: { zh: "查一查 {name} 的问题", en: "Find out what is wrong with {name}" },
  askWhy: { zh: "命名空间 {namespace} 的 {name} 怎么了", en: "what is wrong with {name} in namespace {namespace}" },
  askWhyAnywhere: { zh: "{name} 怎么了", en: "what is wrong with {name}" },
  itsTrouble: { zh: "它怎么了", en: "what is wrong with it" },
} as const;

/** Sentences around what is to be done about a trouble. */
export const sayRemedy = (language: Language, word: keyof typeof words, slots: Slots = {}): string =>
  fill(words[word][language], slots);
