import type { Plan, Step } from "../plan/types.ts";

/** The steps that a person sees, in order. The list of clusters that a survey begins with is no step of theirs. */
export const numberedSteps = (plan: Plan): readonly Step[] =>
  plan.view === "call" ? plan.steps : plan.steps.filter(({ look, effect }) => look !== undefined || effect !== "read");

/** The number under which a step is shown; looks at several kinds share one. */
export const stepNumber = (plan: Plan, step: Step): number | undefined => {
  const shown = numberedSteps(plan);
  if (!shown.includes(step)) return undefined;
  if (plan.view === "call") return shown.indexOf(step) + 1;
  const looks = shown.flatMap(({ look }) => (look === undefined ? [] : [look.number]));
  if (step.look) return step.look.number;
  return Math.max(0, ...looks) + shown.filter(({ look }) => look === undefined).indexOf(step) + 1;
};
