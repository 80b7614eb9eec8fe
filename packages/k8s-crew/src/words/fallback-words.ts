import type { Language } from "../language/types.ts";

/** What is said when another answers than before. */
const words = {
  neither: {
    zh: "内置规则也没看懂这句话，可以换一种说法，或说“帮助”看看能做什么。",
    en: " Nor did the built-in rules understand this: say it in other words, or “help” for what can be done.",
  },
  modelIsBack: { zh: "模型恢复了，从这次起由它回答。", en: "The model is back and answers from here on." },
} as const;

export const sayFallback = (language: Language, word: keyof typeof words): string => words[word][language];
