import { Command } from "@langchain/langgraph";
import type { Ask } from "../../choices/types.ts";
import type { PlanStep } from "../../output/output.ts";
import type { Plan, Step } from "../../plan/types.ts";
import { callOf, type PlannedPlace, type PlanView, planCosts, planText } from "../../playbooks/plan-text.ts";
import { numberedSteps, stepNumber } from "../../playbooks/step-numbers.ts";
import { say } from "../../words/playbook-words.ts";
import type { Parts } from "../parts.ts";
import { guidanceOf, type State, type Update } from "../state.ts";
import { placesOf } from "./survey-places.ts";
import { surveyTargets } from "./survey-targets.ts";

/**
 * Stands before the first call of a plan. A plan for a vague wish is asked about or told; a plan that is all that was
 * wanted is the answer. Undefined: it may run.
 */
export const planGate = (parts: Parts, state: State, update: Update): Command | undefined => {
  const { plan, planConfirmed } = state;
  if (!plan) return undefined;
  if (parts.settings.plans === "only") {
    // A quick look has no steps to choose from.
    const text =
      numberedSteps(plan).length === 0
        ? say(state.language, "planOfStatus")
        : planText(plan, viewOf(parts, state, plan));
    const answer = `${text}\n${say(state.language, "planOnly")}`;
    return new Command({ goto: "report", update: { ...update, answer } });
  }
  if (!plan.playbook || planConfirmed || (numberedSteps(plan).length < 2 && plan.edited !== true)) return undefined;
  const isAsked = isAskedAbout(parts, state) && !(state.readsAlways && onlyReads(plan));
  return isAsked
    ? new Command({ goto: "pause", update: { ...update, lead: "", ask: planAsk(parts, state, plan) } })
    : undefined;
};

const isAskedAbout = ({ settings }: Parts, state: State): boolean =>
  (settings.plans ?? (guidanceOf(state, settings) === "guided" ? "ask" : "tell")) === "ask";

export const onlyReads = ({ steps }: Plan): boolean => steps.every(({ effect }) => effect === "read");

/** The settled plan, told once: what a person sees before its calls, and what a program is given. */
export const tellPlan = (parts: Parts, state: State): void => {
  const { plan, planConfirmed } = state;
  if (!plan?.playbook || planConfirmed) return;
  const { catalog } = parts;
  const costs = planCosts(plan, viewOf(parts, state, plan));
  parts.turn().emit({ type: "plan", steps: planSteps(numberedSteps(plan), { plan, costs, catalog }) });
};

type Told = {
  readonly plan: Plan;
  readonly costs: ReturnType<typeof planCosts>;
  readonly catalog: Parts["catalog"];
};

export const planSteps = (steps: readonly Step[], told?: Told): readonly PlanStep[] =>
  steps.map((step) => {
    const { reason, effect } = step;
    const { tool, args } = told ? callOf(step, told.plan, told.catalog) : step;
    const calls = told?.costs.get(step.id)?.calls;
    const number = told && stepNumber(told.plan, step);
    return {
      ...{ tool, args, reason, effect },
      ...(number === undefined ? {} : { number }),
      ...(calls === undefined ? {} : { calls }),
    };
  });

/** The plan as the person sees it. */
export const viewOf = (parts: Parts, state: State, plan: Plan): PlanView => {
  const { catalog } = parts;
  const { language } = state;
  const places = plan.view === "call" ? [] : placesOf({ ...state, plan }).map((one) => plannedPlace(parts, one));
  return { catalog, language, places };
};

const plannedPlace = (parts: Parts, state: State): PlannedPlace => {
  const { plan } = state;
  const targets = surveyTargets(state, { catalog: parts.catalog, shelf: parts.turn().shelf });
  return {
    ...plan?.place,
    ...(plan?.focus.name === undefined ? {} : { name: plan.focus.name }),
    clusters: targets.filter(({ refused }) => !refused).map(({ cluster }) => cluster),
  };
};

/** The question before a plan runs. */
const planAsk = (parts: Parts, state: State, plan: Plan): Ask => {
  const { language } = state;
  const view = viewOf(parts, state, plan);
  const number = Math.min(2, numberedSteps(plan).length);
  const place = exampleOf(view, state);
  const question = say(language, place === undefined ? "askAboutThing" : "ask", { number, place: place ?? "" });
  return {
    kind: "plan",
    stepId: "",
    parameter: "plan",
    text: `${planText(plan, view)}\n${question}`,
    short: question,
    ...(state.lead === "" ? {} : { lead: state.lead }),
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

/** A place that may be said: one of those that the plan looks at. Undefined where there is nothing to narrow it to. */
const exampleOf = ({ places }: PlanView, { known }: State): string | undefined => {
  const clusters = [...new Set(places.flatMap((place) => place.clusters))].filter((name) => name !== "");
  const namespaces = [...new Set(places.flatMap(({ namespace }) => namespace ?? []))];
  if (namespaces.length > 1) return namespaces[0];
  if (clusters.length > 1) return clusters[0];
  // The names that are known are those of the cluster that the conversation is in.
  const isHere = clusters.length === 0 || known.currentCluster?.[0] === clusters[0];
  return namespaces.length === 0 && isHere && places.length > 0 ? known.namespace?.[0] : undefined;
};
