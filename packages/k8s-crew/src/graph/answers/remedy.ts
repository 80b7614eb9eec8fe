import { renderRemedies } from "../../diagnosis/render-remedies.ts";
import type { Remedies } from "../../diagnosis/types.ts";
import { assentsTo, mendedThingIn, readChoiceNumbers, troubleQuestionIn } from "../../language/index.ts";
import { currentOfSeveral } from "../../memory/cluster-here.ts";
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
  const ofOne = question === undefined ? mendedOnes(state) : [];
  if (ofOne.length > 0) return { answer: renderRemedies(ofOne, text), nextSteps };
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

/** “How do I fix the first one”, “payment-worker 怎么修”: by its place among what was told, or by its name. */
const mendedOnes = ({ message, remedies }: State): readonly Remedies[] => {
  const what = mendedThingIn(message);
  if (what === undefined || remedies.length === 0) return [];
  const counted = readChoiceNumbers(what, remedies.length);
  if (counted !== undefined) return counted.flatMap((index) => remedies[index] ?? []);
  // “Payment-worker in prod” is another one than what was told of.
  const words = what.replace(/^the /iu, "").split(/[\s/]+/u);
  return words.length > 2 ? [] : remedies.filter(({ target }) => isOfSame(target.name, words.at(-1) ?? ""));
};

/** Things whose causes are kept in mind. */
const keptLimit = 3;

/** What was looked into for this answer; what was before stays as long as the conversation is about the same thing. */
export const remediesNow = (
  parts: Parts,
  { remedies, known }: State,
  name: string | undefined,
): readonly Remedies[] => {
  const { diagnoses, causes } = parts.turn().shelf;
  const looked = [...diagnoses.values(), ...(causes?.diagnoses ?? [])].filter(({ reach }) => reach === "ok");
  if (looked.length > 0)
    return looked.slice(0, keptLimit).map(({ cluster, target, findings }) => ({
      cluster: cluster || (currentOfSeveral(known) ?? ""),
      target,
      findings: findings.map((finding) => ({ ...finding, evidence: [] })),
    }));
  return remedies.filter(({ target }) => name !== undefined && isOfSame(target.name, name));
};

/** A pod is of the same as what runs it. */
const isOfSame = (one: string, other: string): boolean =>
  one === other || one.startsWith(`${other}-`) || other.startsWith(`${one}-`);
