import type { Language } from "../language/types.ts";

/** What is said when another answers than before. */
const words = {
  modelIsBack: { zh: "模型恢复了，从这次起由它回答。", en: "The model is back and answers from here on." },
} as const;

export const sayFallback = (language: Language, word: keyof typeof words): string => words[word][language];
