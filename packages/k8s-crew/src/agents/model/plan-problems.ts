import type { Catalog } from "../../catalog/types.ts";
import { admit } from "../../plan/admit.ts";
import { type Problem, problem } from "../../words/plan-problems.ts";
import { callsOf } from "./plan-reply.ts";
import { planLimit } from "./prompts.ts";
import type { ModelPlan } from "./schemas.ts";

/** Why nothing can come of a plan, for who made it. */
export const faultsOf = (plan: ModelPlan, catalog: Catalog): readonly Problem[] => {
  if (plan.view === "more_tools") return [problem("noMoreTools")];
  if (plan.view === "none") return (plan.reply ?? "").trim() === "" ? [problem("noReply")] : [];
  if (plan.view === "call" && plan.calls.length === 0) return [problem("noCalls")];
  return callsOf(plan).flatMap((draft) => {
    const admission = admit(draft, catalog, "check");
    return admission.kind === "rejected" ? [admission.reason] : [];
  });
};

/** The same, and what it has too much of: that can be cut. */
export const problemsOf = (plan: ModelPlan, catalog: Catalog): readonly Problem[] => {
  const { length } = callsOf(plan);
  const tooMany = length > planLimit ? [problem("tooManyCalls", () => ({ count: length, limit: planLimit }))] : [];
  return [...faultsOf(plan, catalog), ...tooMany];
};
