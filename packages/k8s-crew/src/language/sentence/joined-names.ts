import { hasPart } from "../text/has-part.ts";
import { meaningOfWord } from "../text/phrases.ts";

/** “The control plane”, “cart service”: words that together are a part of a name that lists have shown, as that part. */
export const joinedNames = (message: string, known: { readonly [kind: string]: readonly string[] }): string => {
  const names = Object.values(known)
    .flat()
    .map((name) => name.toLowerCase());
  return message.replace(wordsApart, (said, first: string, second: string) => {
    const joined = `${first}-${second}`.toLowerCase();
    const isName = isNoOtherWord(first) && names.some((name) => hasPart(name, joined));
    return isName ? joined : said;
  });
};

const wordsApart = /(?<![\w-])([A-Za-z][A-Za-z\d]{1,30}) ([A-Za-z][A-Za-z\d]{1,30})(?![\w-])/gu;

const isNoOtherWord = (word: string): boolean => meaningOfWord(word) === undefined;
