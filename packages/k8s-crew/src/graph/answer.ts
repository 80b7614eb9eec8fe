import type { CallResult } from "@k8s-copilot/crew";
import { renderSurveys } from "../overview/render.ts";
import { callKey } from "../plan/source.ts";
import type { Step } from "../plan/types.ts";
import { answerFor } from "../report/answer.ts";
import type { Parts } from "./parts.ts";
import type { State } from "./state.ts";

/** What the results say, laid out by code: the facts of the answer. */
export const answerText = (parts: Parts, state: State): string => {
  const { plan, language } = state;
  const turn = parts.turn();
  if (!plan) return state.answer;
  if (turn.shelf.surveys.length > 0) {
    const survey = renderSurveys(turn.shelf.surveys, { language, width: turn.width });
    const more = plan.steps.slice(1).map((step) => stepText(parts, state, step));
    return [survey, ...more].filter((part) => part !== "").join("\n\n");
  }
  return plan.steps
    .map((step) => stepText(parts, state, step))
    .filter((part) => part !== "")
    .join("\n\n");
};

const stepText = (parts: Parts, state: State, step: Step): string => {
  const result = parts.turn().shelf.results.get(callKey(step));
  return result ? layOut(parts, state, { step, result }) : "";
};

const layOut = (parts: Parts, state: State, { step, result }: { step: Step; result: CallResult }): string => {
  const { name: focused, quality } = state.plan?.focus ?? {};
  const name = step.only ?? focused;
  return answerFor(result, {
    verb: step.verb,
    resource: step.resource,
    language: state.language,
    width: parts.turn().width,
    now: parts.settings.now(),
    ...placeOf(parts, step),
    ...(name === undefined ? {} : { nameContains: name }),
    ...(quality === undefined ? {} : { quality }),
  }).text;
};

/** Where a step looked and at what, from its own arguments. */
export const placeOf = (
  parts: Parts,
  step: Step,
): { cluster?: string; namespace?: string; name?: string; container?: string } => {
  const entry = parts.catalog.get(step.tool);
  const found: { cluster?: string; namespace?: string; name?: string; container?: string } = {};
  for (const { name, role } of entry?.parameters ?? []) {
    const value = step.args[name];
    if (typeof value !== "string" || value === "") continue;
    if (role === "cluster" || role === "namespace" || role === "container") found[role] ??= value;
    if (role === "name") found.name ??= value;
  }
  return found;
};
