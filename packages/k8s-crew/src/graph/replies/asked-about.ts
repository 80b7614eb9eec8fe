import type { Ask } from "../../choices/types.ts";
import { choicesWith, type Quality, type ReplyChoice } from "../../language/index.ts";
import type { Language } from "../../output/output.ts";
import { sayChoice } from "../../words/choice-words.ts";
import { listOf } from "../../words/fill.ts";
import { sayGuided } from "../../words/guided-words.ts";

/** What is told of the choices, and the one that it names if it names one only. */
export type Told = { readonly lead: string; readonly told?: string };

/** Which of the choices is such, as far as the list tells. */
export const whichIs = (choices: readonly ReplyChoice[], quality: Quality, language: Language): Told => {
  const found = choicesWith(quality, choices);
  if (ranking.has(quality) && found.length === choices.length) return { lead: sayChoice(language, "equal") };
  return theseAre(ranking.has(quality) && found.length === 0 ? undefined : found, language);
};

/** Those that are such; undefined: nothing tells. */
export const theseAre = (found: readonly ReplyChoice[] | undefined, language: Language): Told => {
  const [only] = found ?? [];
  if (found === undefined) return { lead: sayGuided(language, "untold") };
  if (only === undefined) return { lead: sayGuided(language, "noneIs") };
  if (found.length === 1)
    return { lead: sayGuided(language, "thatIs", { choice: described(only, language) }), told: only.value };
  const labels = found.map(({ label }) => label);
  return { lead: sayGuided(language, "theseAre", { choices: listOf(language, labels) }) };
};

/** Which one is worth looking at first: what is in trouble, else what is newest. Nothing is taken. */
export const adviceOn = (choices: readonly ReplyChoice[], language: Language): Told => {
  const [troubled] = choicesWith("broken", choices);
  const advised = (word: "adviseTroubled" | "adviseNewest", choice: ReplyChoice): Told => ({
    lead: sayGuided(language, word, { choice: described(choice, language) }),
    told: choice.value,
  });
  if (troubled) return advised("adviseTroubled", troubled);
  const [newest, ...others] = choicesWith("newest", choices);
  return newest === undefined || others.length > 0
    ? { lead: sayGuided(language, "adviseNothing") }
    : advised("adviseNewest", newest);
};

/** Choices with the cells of their rows, which tell more than what is shown of them. */
export const withFields = (ask: Ask, choices: Ask["choices"]): readonly ReplyChoice[] =>
  choices.map((choice) => ({ ...choice, ...(ask.fields[choice.value] ? { fields: ask.fields[choice.value] } : {}) }));

/** Qualities that one has most of, if the list tells at all. */
const ranking: ReadonlySet<Quality> = new Set<Quality>([
  "newest",
  "oldest",
  "most_restarts",
  "most_cpu",
  "most_memory",
]);

const described = ({ label, reason = "" }: ReplyChoice, language: Language): string =>
  reason === "" ? label : language === "zh" ? `${label}（${reason}）` : `${label} (${reason})`;
