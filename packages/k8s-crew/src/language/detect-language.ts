import type { Language } from "../conversation/output.ts";

/** The language of a message: Chinese as soon as it has a Chinese character; a message of symbols keeps the one before. */
export const detectLanguage = (text: string, before: Language): Language => {
  if (/\p{Script=Han}/u.test(text)) return "zh";
  return /[a-z]{3}/i.test(text) ? "en" : before;
};
