import type { Choice, Language } from "../output/output.ts";
import { sayGuided } from "../words/guided-words.ts";
import type { Candidate } from "./choices.ts";
import type { Ask } from "./types.ts";

/** The most that a question shows at once; the rest is counted, and found by typing a part of a name. */
export const choiceLimit = 15;

/** Candidates as the choices of a question. `text` is told how many there are beyond those that are shown. */
export const offered = (
  candidates: readonly Candidate[],
  { text, language }: { readonly text: string; readonly language: Language },
): Pick<Ask, "text" | "choices" | "more" | "fields"> => {
  const choices = candidates.map(({ choice }) => choice);
  const { shown, more } = cutAt(choices);
  const slots = { shown: shown.length, total: choices.length };
  return {
    text: more.length === 0 ? text : `${text}${sayGuided(language, "narrow", slots)}`,
    choices: shown,
    ...(more.length === 0 ? {} : { more }),
    fields: Object.fromEntries(candidates.map(({ row, choice }) => [choice.value, row.fields])),
  };
};

export const cutAt = (
  choices: readonly Choice[],
): { readonly shown: readonly Choice[]; readonly more: readonly Choice[] } => ({
  shown: choices.slice(0, choiceLimit),
  more: choices.slice(choiceLimit),
});

/** All that a question can be answered with, shown or not. */
export const allChoices = ({ choices, more = [] }: Ask): readonly Choice[] => [...choices, ...more];

/** The question with only these of its choices, or with these where it had none. */
export const among = (ask: Ask, values: readonly string[]): Ask => {
  const known = allChoices(ask).filter(({ value }) => values.includes(value));
  const { shown, more } = cutAt(
    known.length > 0 ? known : values.map((value) => ({ value, label: value, reason: "" })),
  );
  const { more: _, ...rest } = ask;
  return { ...rest, choices: shown, ...(more.length === 0 ? {} : { more }) };
};
