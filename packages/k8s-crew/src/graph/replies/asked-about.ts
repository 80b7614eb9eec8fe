import type { Ask } from "../../choices/types.ts";
import { choicesWith, type Quality, type ReplyChoice } from "../../language/index.ts";
import type { Language } from "../../output/output.ts";
import { listOf } from "../../words/fill.ts";
import { sayGuided } from "../../words/guided-words.ts";

/** Which of the choices is such, as far as the list tells. */
export const whichIs = (choices: readonly ReplyChoice[], quality: Quality, language: Language): string => {
  const found = choicesWith(quality, choices);
  const isUntold = ranking.has(quality) && (found.length === 0 || found.length === choices.length);
  return theseAre(isUntold ? undefined : found, language);
};

/** Those that are such; undefined: nothing tells. */
export const theseAre = (found: readonly ReplyChoice[] | undefined, language: Language): string => {
  const [only] = found ?? [];
  if (found === undefined) return sayGuided(language, "untold");
  if (only === undefined) return sayGuided(language, "noneIs");
  return found.length === 1
    ? sayGuided(language, "thatIs", { choice: described(only, language) })
    : sayGuided(language, "theseAre", {
        choices: listOf(
          language,
          found.map(({ label }) => label),
        ),
      });
};

/** Which one is worth looking at first: what is in trouble, else what is newest. Nothing is taken. */
export const adviceOn = (choices: readonly ReplyChoice[], language: Language): string => {
  const [troubled] = choicesWith("broken", choices);
  if (troubled) return sayGuided(language, "adviseTroubled", { choice: described(troubled, language) });
  const [newest, ...others] = choicesWith("newest", choices);
  return newest === undefined || others.length > 0
    ? sayGuided(language, "adviseNothing")
    : sayGuided(language, "adviseNewest", { choice: described(newest, language) });
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
