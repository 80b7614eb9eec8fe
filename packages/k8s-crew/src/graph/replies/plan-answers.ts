import { isMeant } from "../../playbooks/apply-edits.ts";
import { type PlanQuestion, planQuestionIn } from "../../playbooks/plan-questions.ts";
import { callsOf, callsText } from "../../playbooks/plan-text.ts";
import { numberedSteps, stepNumber } from "../../playbooks/step-numbers.ts";
import { sayPlan } from "../../words/plan-reply-words.ts";
import { say } from "../../words/playbook-words.ts";
import { onlyReads, viewOf } from "../reads/plan-gate.ts";
import { planCount } from "./plan-replies.ts";
import type { Replying } from "./understood.ts";

/** What is asked of a shown plan, answered from the plan itself; it stays open. Undefined: nothing is. */
export const planAnswer = ({ parts, state }: Replying, text: string): string | undefined => {
  const { plan, language } = state;
  const question = plan ? planQuestionIn(text, planCount(plan)) : undefined;
  if (!plan || !question) return undefined;
  const view = viewOf(parts, state, plan);
  switch (question.kind) {
    case "effect": {
      const writes = plan.steps.filter(({ effect }) => effect !== "read").length;
      return onlyReads(plan) ? sayPlan(language, "onlyReads") : sayPlan(language, "writes", { count: writes });
    }
    case "cost":
      return sayPlan(language, "takes", { count: callsOf(plan, view) });
    case "steps":
      return stepsAnswer({ parts, state }, question);
  }
};

type Steps = Extract<PlanQuestion, { kind: "steps" }>;

/** What the steps do, with their calls and how to read what they show; one that the plan does not have is told. */
const stepsAnswer = ({ parts, state }: Pick<Replying, "parts" | "state">, asked: Steps): string | undefined => {
  const { plan, language } = state;
  if (!plan) return undefined;
  const view = viewOf(parts, state, plan);
  const steps = numberedSteps(plan).filter((step) => isMeant(plan, step, asked));
  if (steps.length === 0) return asked.numbers.length > 0 ? say(language, "noSuchStep") : undefined;
  const numbers = [...new Set(steps.map((step) => stepNumber(plan, step) ?? 0))];
  const lines = numbers.flatMap((number) => {
    const own = numberedSteps(plan).filter((step) => stepNumber(plan, step) === number);
    const read = own.flatMap(({ look }) => look?.read ?? [])[0];
    return [
      sayPlan(language, "step", { number, reason: own[0]?.reason ?? "" }),
      callsText(own, plan, view),
      ...(read === undefined ? [] : [say(language, "howToRead", { text: read })]),
    ];
  });
  return lines.join("\n");
};
