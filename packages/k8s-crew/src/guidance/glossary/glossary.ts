import { fieldTerms } from "./fields.ts";
import { kindTerms } from "./kinds.ts";
import { stateTerms } from "./states.ts";
import type { Term } from "./types.ts";

export const glossary: readonly Term[] = [...stateTerms, ...kindTerms, ...fieldTerms];

const folded = (word: string): string =>
  word
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_-]+/gu, "");

/** One form of a word and its simple plural: `ReplicaSets`, `replica set`, `readiness-probe`. */
const formsOf = (word: string): readonly string[] => {
  const form = folded(word);
  return [form, form.replace(/ies$/u, "y"), form.replace(/es$/u, ""), form.replace(/s$/u, "")];
};

/** The term of that name; undefined for a word that the table does not have. */
export const termOf = (word: string): Term | undefined =>
  formsOf(word)
    .map((form) => glossary.find(({ words }) => words.some((one) => folded(one) === form)))
    .find((term) => term !== undefined);

/** Whether a word names a kind of thing, of which there may be some. */
export const isKind = (word: string): boolean => kindTerms.some((term) => term === termOf(word));

/** States and reasons that a text shows, the table's own order. Words that could be anything are not looked for. */
export const statesIn = (text: string): readonly Term[] =>
  stateTerms.filter(({ words }) =>
    words.some(
      (word) => /^(?:[A-Z][a-z]*(?:[A-Z]+[a-z]*)*|exit code \d+|退出码 \d+)$/u.test(word) && hasWord(text, word),
    ),
  );

const hasWord = (text: string, word: string): boolean =>
  new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, "u").test(text);
