import type { Language } from "../output/output.ts";

/** From when on logs and events are shown, where a day was said. */
const words = {
  today: { zh: "时间范围：今天 0 点以来。", en: "Time window: since midnight today." },
  yesterday: { zh: "时间范围：昨天 0 点以来。", en: "Time window: since midnight yesterday." },
  week: { zh: "时间范围：本周一 0 点以来。", en: "Time window: since Monday." },
} as const;

export const sayWindow = (language: Language, word: keyof typeof words): string => words[word][language];
