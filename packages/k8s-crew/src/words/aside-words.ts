import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

/** What is said beside an open question: about its choices, and about the question itself. */
const words = {
  differs: { zh: "- {name}：{facts}", en: "- {name}: {facts}" },
  alike: { zh: "它们的{fields}都一样。", en: "They are alike in {fields}." },
  differUntold: {
    zh: "从能看到的内容里看不出它们有什么区别。",
    en: "What can be seen of them does not tell how they differ.",
  },
  differMany: {
    zh: "一共有 {count} 个，请说出是哪几个，例如“1 和 2 有什么区别”。",
    en: "There are {count} of them; say which ones, for example “what is the difference between 1 and 2”.",
  },
  cameBack: { zh: "接着刚才的“{message}”。", en: "Back to “{message}”." },
  noneThere: { zh: "没有一个在 {word} 上；它们在：{places}。", en: "None is on {word}; they are on: {places}." },
} as const;

export const sayAside = (language: Language, word: keyof typeof words, slots: Slots = {}): string =>
  fill(words[word][language], slots);
