import type { Plan, Step } from "./types.ts";

/** What an answer is about: the thing itself where its card is shown, whatever is told beside it; else what was read last. */
export const decisiveStep = (plan: Pick<Plan, "steps" | "focus"> | null): Step | undefined => {
  if (plan === null) return undefined;
  const [first] = plan.steps;
  const isCard = (first?.part?.focus ?? plan.focus).card === true;
  return isCard ? first : plan.steps.findLast(({ look }) => look === undefined);
};
