import { resourceOfWord } from "../../catalog/resource-words.ts";
import { readWords, writeWords } from "../lexicon/intents.ts";
import { behindForms, spokenForms, spokenThem } from "../lexicon/spoken-forms.ts";

/**
 * A text with what is typed as it is spoken written out: “arent”, “'em”. What is quoted stays as it is, and so does what
 * stands where a name does: “delete pod em”, “scale wont to 3”.
 */
export const inWrittenForms = (text: string): string =>
  text.replace(wordOrQuoted, (said, at: number) => {
    const word = said.toLowerCase();
    const meant = written.get(word);
    if (meant === undefined || word.includes("'")) return meant ?? said;
    const before = wordBefore.exec(text.slice(0, at))?.[0].toLowerCase();
    const after = wordAfter.exec(text.slice(at + said.length))?.[1]?.toLowerCase();
    const isSpoken = meant === "them" ? mayBeThem(before) : mayDeny(before, after);
    return isSpoken ? meant : said;
  });

const written: ReadonlyMap<string, string> = new Map(spokenForms);
const listed = (rows: readonly string[]): ReadonlySet<string> => new Set(rows.flatMap((row) => row.split(", ")));
const ofThem = listed(spokenThem);
const deeds = listed([...Object.values(readWords), ...Object.values(writeWords)].flat());
const endsName = listed(behindForms);

const wordOrQuoted = /`[^`\n]*`|"[^"\n]*"|(?<![\w.'/-])(?:'em|[a-z]{1,4}'[a-z]{1,3}|[a-z]{2,8})(?![\w'/-]|\.\w)/giu;
const wordBefore = /[\w.'/-]+(?=\s+$)/u;
const wordAfter = /^\s+([\w.'/-]+)/u;

/** Several are spoken of behind a word for how many, or for what is done to them. */
const mayBeThem = (before: string | undefined): boolean =>
  before !== undefined && (ofThem.has(before) || deeds.has(before));

/** Something is denied of what goes before; behind a kind, a deed or a small word, with nothing that is denied, it is a name. */
const mayDeny = (before: string | undefined, after: string | undefined): boolean => {
  if (before === undefined || (after !== undefined && !endsName.has(after))) return true;
  return resourceOfWord(before) === undefined && !deeds.has(before) && !endsName.has(before);
};
