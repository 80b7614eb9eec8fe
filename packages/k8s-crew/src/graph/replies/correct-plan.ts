import { parameterOf } from "../../catalog/arguments.ts";
import { readRequest } from "../../language/index.ts";
import type { Plan, Step } from "../../plan/types.ts";
import type { Parts } from "../parts.ts";
import type { State } from "../state.ts";

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
  return planWith(plan, Object.fromEntries(corrections), { parts, stepId });
};

/** The plan with other places or another name for what a question is about; what hung on them is open again. */
export const planWith = (
  plan: Plan,
  mentions: Step["mentions"],
  { parts, stepId }: { readonly parts: Parts; readonly stepId: string },
): Plan => {
  const asked = plan.steps.find(({ id }) => id === stepId);
  const open = (step: Step) => !step.ready && !step.done && step.part?.index === asked?.part?.index;
  return {
    ...plan,
    steps: plan.steps.map((step) =>
      open(step) ? { ...withoutArguments(parts, step, mentions), mentions: { ...step.mentions, ...mentions } } : step,
    ),
  };
};

/** What was settled of a place or name that is changed is open again, and all below it. */
const withoutArguments = (parts: Parts, step: Step, mentions: Step["mentions"]): Step => {
  const entry = parts.catalog.get(step.tool);
  const first = roles.findIndex((role) => mentions[role] !== undefined);
  const settled = roles.slice(Math.max(0, first)).flatMap((role) => {
    const parameter = entry && parameterOf(entry, role, step.resource);
    return parameter ? [parameter.name] : [];
  });
  return { ...step, args: Object.fromEntries(Object.entries(step.args).filter(([name]) => !settled.includes(name))) };
};
