import { renderRemedies } from "../../diagnosis/render-remedies.ts";
import type { Remedies } from "../../diagnosis/types.ts";
import { troubleQuestionIn } from "../../language/index.ts";
import type { Parts } from "../parts.ts";
import type { State, Update } from "../state.ts";

/** “Why”, “how do I fix it”, “怎么修”: what was found wrong last is told again, each with what to do. No tool is needed. */
export const remedy = (state: State): Update | undefined => {
  const { message, language, remedies, nextSteps, guidanceMemory } = state;
  const question = troubleQuestionIn(message);
  const isFound = remedies.some(({ findings }) => findings.length > 0);
  const isMeant = question === "remedy" ? remedies.length > 0 : question === "cause" && isFound;
  const commands = guidanceMemory.kubectl !== "off";
  return isMeant ? { answer: renderRemedies(remedies, { language, commands }), nextSteps } : undefined;
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
