import { spokenForms } from "../lexicon/spoken-forms.ts";

/** A text with what is typed as it is spoken written out: “arent”, “'em”. What is quoted stays as it is. */
export const inWrittenForms = (text: string): string =>
  text.replace(wordOrQuoted, (said) => written.get(said.toLowerCase()) ?? said);

const written: ReadonlyMap<string, string> = new Map(spokenForms);

const wordOrQuoted = /`[^`\n]*`|"[^"\n]*"|(?<![\w.'/-])(?:'em|[a-z]{1,4}'[a-z]{1,3}|[a-z]{2,8})(?![\w'/-]|\.\w)/giu;
