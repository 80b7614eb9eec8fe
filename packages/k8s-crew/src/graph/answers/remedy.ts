import { renderRemedies } from "../../diagnosis/render-remedies.ts";
import type { Remedies } from "../../diagnosis/types.ts";
import { assentsTo, troubleQuestionIn } from "../../language/index.ts";
import { sayTrouble } from "../../words/trouble-words.ts";
import type { Parts } from "../parts.ts";
import { troubledOne } from "../references/row-meant.ts";
import type { State, Update } from "../state.ts";

/**
 * “Why”, “how do I fix it”, “怎么修”: what was found wrong last is told again, each with what to do. No tool is needed.
 * “Why is it crashing” is asked of that one of them which crashes; one that was not looked into yet has to be.
 */
export const remedy = (state: State): Update | undefined => {
  const { message, language, nextSteps, guidanceMemory } = state;
  const question = troubleQuestionIn(message);
  const remedies = question === "cause" ? ofTheOneMeant(state) : state.remedies;
  const isFound = remedies.some(({ findings }) => findings.length > 0);
  const isMeant = question === "remedy" ? remedies.length > 0 : question === "cause" && isFound;
  const text = { language, commands: guidanceMemory.kubectl !== "off" };
  if (isMeant) return { answer: renderRemedies(remedies, text), nextSteps };
  // “Go ahead” after the cause was told: that there is nothing left to be run, and what was found.
  const hasLooked = state.last?.verb === "diagnose" || state.last?.asked?.verb === "diagnose";
  const goesAhead = assentsTo(message) && hasLooked && isFound;
  return goesAhead
    ? { answer: `${sayTrouble(language, "lookedAlready")}\n\n${renderRemedies(remedies, text)}`, nextSteps }
    : undefined;
};

const ofTheOneMeant = ({ message, shown, remedies }: State): readonly Remedies[] => {
  const row = remedies.length > 1 ? troubledOne(message, shown)?.row : undefined;
  return row === undefined ? remedies : remedies.filter(({ target }) => isOfSame(target.name, row.name));
};

/** Things whose causes are kept in mind. */
const keptLimit = 3;

/** What was looked into for this answer; what was before stays as long as the conversation is about the same thing. */
export const remediesNow = (parts: Parts, { remedies }: State, name: string | undefined): readonly Remedies[] => {
  const { diagnoses, causes } = parts.turn().shelf;
  const looked = [...diagnoses.values(), ...(causes?.diagnoses ?? [])].filter(({ reach }) => reach === "ok");
  if (looked.length > 0)
    return looked.slice(0, keptLimit).map(({ cluster, target, findings }) => ({
      cluster,
      target,
      findings: findings.map((finding) => ({ ...finding, evidence: [] })),
    }));
  return remedies.filter(({ target }) => name !== undefined && isOfSame(target.name, name));
};

/** A pod is of the same as what runs it. */
const isOfSame = (one: string, other: string): boolean =>
  one === other || one.startsWith(`${other}-`) || other.startsWith(`${one}-`);
