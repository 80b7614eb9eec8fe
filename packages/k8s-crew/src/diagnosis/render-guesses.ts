import type { Suspect } from "../language/lexicon/guesses.ts";
import type { Language } from "../output/output.ts";
import { causeText } from "../words/diagnosis-words.ts";
import { nameOfSuspect, sayGuess } from "../words/guess-words.ts";
import { type Fared, fared } from "./suspected.ts";
import type { Diagnosis, Finding } from "./types.ts";

/** How what was supposed fares, before all else; empty where nothing was, or where the thing could not be looked at. */
export const guessText = (diagnosis: Diagnosis, guesses: readonly Suspect[], language: Language): string => {
  const all = fared(diagnosis, guesses);
  const [first] = all;
  if (first === undefined) return "";
  const shown = all.find((each) => each.as === "yes");
  const others = all.filter((each) => each !== shown);
  if (shown && others.length > 0 && others.every((each) => each.as === "no"))
    return sayGuess(language, "this", { ...slotsOf(shown, language), others: eitherOf(others, language) });
  const isAlike = all.every((each) => each.as === first.as && each.finding === first.finding);
  const told = isAlike
    ? [{ ...first, what: eitherOf(all, language) }]
    : all.map((each) => ({ ...each, what: undefined }));
  return told
    .map(({ what, ...each }) => {
      const slots = slotsOf(each, language);
      return sayGuess(language, each.as, { ...slots, ...(what === undefined ? {} : { what }) });
    })
    .join("\n");
};

const slotsOf = ({ suspect, finding, line }: Fared, language: Language) => ({
  what: nameOfSuspect(language, suspect),
  title: finding === undefined ? "" : titleOf(finding, line, language),
});

/** What is wrong, with the line of its log that tells why, where one does. */
const titleOf = ({ cause, slots }: Finding, line: string | undefined, language: Language): string => {
  const { title } = causeText(language, cause, slots);
  const said = line ?? (cause.startsWith("log_") ? String(slots.detail ?? "") : "");
  return said === "" ? title : sayGuess(language, "saying", { title, line: said });
};

const eitherOf = (all: readonly Fared[], language: Language): string =>
  all.map(({ suspect }) => nameOfSuspect(language, suspect)).join(language === "zh" ? "或" : " or ");
