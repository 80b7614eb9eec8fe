import { callsOffIn, otherPlaceIn, readRequest } from "../../language/index.ts";
import type { Place, Plan } from "../../plan/types.ts";
import { applyEdit } from "../../playbooks/apply-edits.ts";
import { dropsSteps, type PlanEdit, readPlanEdits } from "../../playbooks/read-edits.ts";
import { numberedSteps, stepNumber } from "../../playbooks/step-numbers.ts";
import { say } from "../../words/playbook-words.ts";
import type { Parts } from "../parts.ts";
import { viewOf } from "../reads/plan-gate.ts";
import type { State } from "../state.ts";

/** What a reply to a shown plan comes to. */
export type PlanReply =
  | { readonly kind: "run"; readonly always: boolean; readonly plan: Plan }
  | { readonly kind: "cancel" }
  /** The plan to be asked about again, and what is said first. */
  | { readonly kind: "asked"; readonly plan: Plan; readonly note: string };

/** Reads the words of a reply to a plan: nothing at all runs it; undefined when it says none of what a plan is told. */
export const planReplyOf = (parts: Parts, state: State, text: string): PlanReply | undefined => {
  const { plan, known, language } = state;
  if (!plan) return undefined;
  if (callsOffIn(text)) return { kind: "cancel" };
  if (text.trim() === "") return { kind: "run", always: false, plan };
  const planned = viewOf(parts, state, plan).places.flatMap(({ clusters }) => clusters);
  const clusters = [...new Set([...(known.cluster ?? []), ...planned])].filter((cluster) => cluster !== "");
  const places = { clusters, namespaces: known.namespace ?? [] };
  const edits = readPlanEdits(text, { count: planCount(plan), ...places, language }) ?? elsewhere(text, places);
  // What drops steps is never a request to delete anything else.
  if (!edits) return dropsSteps(text) ? { kind: "asked", plan, note: say(language, "noSuchStep") } : undefined;
  let current = plan;
  for (const edit of edits) {
    if (edit.kind === "cancel") return { kind: "cancel" };
    if (edit.kind === "always") return { kind: "run", always: true, plan: current };
    if (edit.kind === "run") return { kind: "run", always: false, plan: current };
    const edited = applyEdit(current, edit, { catalog: parts.catalog, language });
    if (edited.kind === "cannot") return { kind: "asked", plan, note: edited.text };
    current = edited.plan;
  }
  return { kind: "asked", plan: current, note: say(language, "changed") };
};

/** “No, in production”: the same plan, there. */
const elsewhere = (text: string, places: Parameters<typeof otherPlaceIn>[1]): readonly PlanEdit[] | undefined => {
  const place = otherPlaceIn(text, places) ?? correctedTo(text, places);
  return place && [{ kind: "place", place }];
};

/** A correction names a place, whether or not a list has shown it. */
const correctedTo = (text: string, places: Parameters<typeof otherPlaceIn>[1]): Place | undefined => {
  const { corrects, verb, cluster, namespace } = readRequest(text, places);
  if (corrects !== true || verb !== undefined || (cluster ?? namespace) === undefined) return undefined;
  return { ...(cluster === undefined ? {} : { cluster }), ...(namespace === undefined ? {} : { namespace }) };
};

/** The number of its last step. */
export const planCount = (plan: Plan): number =>
  Math.max(0, ...numberedSteps(plan).map((step) => stepNumber(plan, step) ?? 0));
