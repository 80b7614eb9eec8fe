import type { Language } from "../output/output.ts";

/** What a network policy lets through, where there is no rule for it or one for all. */
const words = {
  nothing: { zh: "什么都不放行", en: "nothing" },
  anything: { zh: "不限制", en: "anything (not restricted)" },
  anybody: { zh: "任何来源或目标", en: "anybody" },
} as const;

export const sayDetail = (language: Language, word: keyof typeof words): string => words[word][language];
