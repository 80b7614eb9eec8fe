import type { Language } from "../output/output.ts";

/** What a network policy lets through, where it names nobody. */
const words = {
  nothing: { zh: "什么都不放行", en: "nothing" },
  anything: { zh: "不限制", en: "anything (not restricted)" },
  everybody: { zh: "任何来源或目标", en: "anybody" },
} as const;

export const sayDetail = (language: Language, word: keyof typeof words): string => words[word][language];
