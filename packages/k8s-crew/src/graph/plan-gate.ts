import { Command } from "@langchain/langgraph";
import type { Ask } from "../choices/types.ts";
import type { PlanStep } from "../conversation/output.ts";
import type { Plan, Step } from "../plan/types.ts";
import { type PlanView, planCosts, planText } from "../playbooks/plan-text.ts";
import { numberedSteps, stepNumber } from "../playbooks/step-numbers.ts";
import { say } from "../words/playbook-words.ts";
import type { Parts } from "./parts.ts";
import { guidanceOf, type State, type Update } from "./state.ts";
import { surveyTargets } from "./survey-targets.ts";

/**
 * Stands before the first call of a plan. A plan for a vague wish is asked about or told; a plan that is all that was
 * wanted is the answer. Undefined: it may run.
 */
export const planGate = (parts: Parts, state: State, update: Update): Command | undefined => {
  const { plan, planConfirmed } = state;
  if (!plan) return undefined;
  if (parts.settings.plans === "only") {
    const answer = `${planText(plan, viewOf(parts, state, plan))}\n${say(state.language, "planOnly")}`;
    return new Command({ goto: "report", update: { ...update, answer } });
  }
  if (!plan.playbook || planConfirmed || numberedSteps(plan).length < 2) return undefined;
  const isAsked = isAskedAbout(parts, state) && !(state.readsAlways && onlyReads(plan));
  return isAsked
    ? new Command({ goto: "pause", update: { ...update, ask: planAsk(parts, state, { plan }) } })
    : undefined;
};

const isAskedAbout = ({ settings }: Parts, state: State): boolean =>
  (settings.plans ?? (guidanceOf(state, settings) === "guided" ? "ask" : "tell")) === "ask";

const onlyReads = ({ steps }: Plan): boolean => steps.every(({ effect }) => effect === "read");

/** The settled plan, told once: what a person sees before its calls, and what a program is given. */
export const tellPlan = (parts: Parts, state: State): void => {
  const { plan, planConfirmed } = state;
  if (!plan?.playbook || planConfirmed) return;
  const costs = planCosts(plan, viewOf(parts, state, plan));
  parts.turn().emit({ type: "plan", steps: planSteps(numberedSteps(plan), { plan, costs }) });
};

type Told = { readonly plan: Plan; readonly costs: ReturnType<typeof planCosts> };

export const planSteps = (steps: readonly Step[], told?: Told): readonly PlanStep[] =>
  steps.map((step) => {
    const { tool, args, reason, effect } = step;
    const calls = told?.costs.get(step.id)?.calls;
    const number = told && stepNumber(told.plan, step);
    return {
      ...{ tool, args, reason, effect },
      ...(number === undefined ? {} : { number }),
      ...(calls === undefined ? {} : { calls }),
    };
  });

const viewOf = (parts: Parts, state: State, plan: Plan): PlanView => {
  const { catalog } = parts;
  const { language } = state;
  if (plan.view === "call") return { catalog, language, clusters: [] };
  const targets = surveyTargets({ ...state, plan }, { catalog, shelf: parts.turn().shelf });
  return { catalog, language, clusters: targets.filter(({ refused }) => !refused).map(({ cluster }) => cluster) };
};

type Shown = { readonly plan: Plan /** What came of a change. */; readonly note?: string };

/** The question before a plan runs. */
export const planAsk = (parts: Parts, state: State, { plan, note = "" }: Shown): Ask => {
  const { language } = state;
  const view = viewOf(parts, state, plan);
  const number = Math.min(2, numberedSteps(plan).length);
  const question = say(language, plan.view === "call" ? "askAboutThing" : "ask", { number, place: exampleOf(state) });
  return {
    kind: "plan",
    stepId: "",
    parameter: "plan",
    text: [note, planText(plan, view), question].filter((line) => line !== "").join("\n"),
    choices: (["run", "always", "cancel"] as const).map((value) => ({
      value,
      label: say(language, value),
      reason: "",
    })),
    fields: {},
    open: false,
    attempts: 0,
  };
};

/** A place that may be said, one that exists where one is known. */
const exampleOf = ({ known }: State): string => known.namespace?.[0] ?? known.cluster?.[0] ?? "dev";
