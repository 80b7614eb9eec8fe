import { readRequest } from "../language/index.ts";
import { parameterOf } from "../plan/arguments.ts";
import type { Plan, Step } from "../plan/types.ts";
import type { Parts } from "./parts.ts";
import type { State } from "./state.ts";

const roles = ["cluster", "namespace", "name"] as const;

/**
 * “No, I meant payment” while a question is open: not an answer to it, but what the request itself should have said.
 * Undefined when the text corrects nothing that the open step was told.
 */
export const planCorrectedBy = (
  text: string,
  { parts, state, stepId }: { readonly parts: Parts; readonly state: State; readonly stepId: string },
): Plan | undefined => {
  const { plan, known, language } = state;
  const asked = plan?.steps.find(({ id }) => id === stepId);
  const said = readRequest(text, {
    clusters: [...(known.cluster ?? [])],
    namespaces: [...(known.namespace ?? [])],
    language,
  });
  if (!plan || !asked || said.corrects !== true || said.verb !== undefined) return undefined;
  const corrections = roles.flatMap((role) => {
    const value = said[role];
    return value === undefined || asked.mentions[role] === undefined ? [] : [[role, value] as const];
  });
  if (corrections.length === 0) return undefined;
  const mentions = Object.fromEntries(corrections);
  const open = (step: Step) => !step.ready && !step.done && step.part?.index === asked.part?.index;
  return {
    ...plan,
    steps: plan.steps.map((step) =>
      open(step) ? { ...withoutArguments(parts, step, mentions), mentions: { ...step.mentions, ...mentions } } : step,
    ),
  };
};

/** What was settled of a place or name that is corrected is open again. */
const withoutArguments = (parts: Parts, step: Step, mentions: Step["mentions"]): Step => {
  const entry = parts.catalog.get(step.tool);
  const settled = roles.flatMap((role) => {
    const parameter = entry && mentions[role] !== undefined ? parameterOf(entry, role, step.resource) : undefined;
    return parameter ? [parameter.name] : [];
  });
  return { ...step, args: Object.fromEntries(Object.entries(step.args).filter(([name]) => !settled.includes(name))) };
};
