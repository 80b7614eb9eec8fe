import { Command } from "@langchain/langgraph";
import { callKey } from "../../plan/source.ts";
import type { Parts } from "../parts.ts";
import type { State, Update } from "../state.ts";
import { planGate, tellPlan } from "./plan-gate.ts";
import { placedPlan } from "./plan-place.ts";

/** What a plan costs is told by the clusters that it looks at: their list is read before it is shown. */
export const surveyPlan = (parts: Parts, state: State, update: Update): Command => {
  const first = state.plan?.steps[0];
  const isShown = state.plan?.playbook !== undefined || parts.settings.plans === "only";
  if (isShown && first?.resource === "cluster" && !parts.turn().shelf.results.has(callKey(first))) {
    const reads = [{ tool: first.tool, args: first.args }];
    return new Command({
      goto: "tools",
      update: { ...update, work: { kind: "reads" as const, for: "clarifier" as const, reads } },
    });
  }
  const { plan } = state;
  if (plan === null || !isShown || plan.placed === true) return shownPlan(parts, state, update);
  const placed = placedPlan(parts, state, plan);
  if (placed.kind === "read")
    return new Command({ goto: "tools", update: { ...update, work: { kind: "places", for: "clarifier" } } });
  const so = { ...update, plan: placed.plan };
  if (placed.kind === "nowhere") return new Command({ goto: "executor", update: { ...so, planConfirmed: true } });
  parts.turn().record.notes.push(...placed.notes);
  return shownPlan(parts, { ...state, plan: placed.plan }, so);
};

const shownPlan = (parts: Parts, state: State, update: Update): Command => {
  const gate = planGate(parts, state, update);
  if (gate) return gate;
  tellPlan(parts, state);
  return new Command({ goto: "executor", update: { ...update, planConfirmed: true } });
};
