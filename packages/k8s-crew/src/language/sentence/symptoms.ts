import { symptomSentences } from "../lexicon/symptom-sentences.ts";
import { meaningOfWord } from "../text/phrases.ts";

/** “The cart worker keeps getting killed” as a question for the cause, about what would be called so. */
export const asQuestionForCause = (text: string): string | undefined => {
  for (const { pattern, language } of symptomSentences) {
    const found = pattern.exec(text);
    const what = found?.groups?.what;
    if (found === null || what === undefined) continue;
    const rest = text.slice(found[0].length);
    const place = placeIn(rest);
    return language === "zh" ? `${place} ${joined(what)} 怎么了` : `why is ${joined(what)} failing ${place}`.trim();
  }
  return undefined;
};

/** What is said behind it of where that is. */
const placeIn = (rest: string): string =>
  /(?:^|[\s,，])(?:in|on)\s+(?:the\s+)?[\w.:@/-]+(?:\s+(?:namespace|ns|cluster))?/iu
    .exec(rest)?.[0]
    .replace(/^[,，\s]+/u, "") ?? "";

/** A worker is what programs are called as well. */
const mayEndName = (word: string): boolean => /^workers?$/iu.test(word) || meaningOfWord(word) === undefined;

/** Words side by side that mean nothing else are one name. */
const joined = (what: string): string => {
  const [first = "", second = "", ...others] = what.split(" ");
  const isName = second !== "" && meaningOfWord(first) === undefined && mayEndName(second);
  return isName ? [`${first}-${second}`, ...others].join(" ") : what;
};
