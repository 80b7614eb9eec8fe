import type { Catalog } from "../../catalog/types.ts";
import { admit } from "../../plan/admit.ts";
import { callsOf } from "./plan-reply.ts";
import { planLimit } from "./prompts.ts";
import type { ModelPlan } from "./schemas.ts";

/** Why nothing can come of a plan, each a sentence for who made it. */
export const faultsOf = (plan: ModelPlan, catalog: Catalog): readonly string[] => {
  if (plan.view === "more_tools") return ["No further tools can be shown."];
  if (plan.view === "none") return (plan.reply ?? "").trim() === "" ? ["A plan without tools needs a reply."] : [];
  if (plan.view === "call" && plan.calls.length === 0) return ["The plan has no calls."];
  return callsOf(plan).flatMap((draft) => {
    const admission = admit(draft, catalog, "check");
    return admission.kind === "rejected" ? [admission.reason] : [];
  });
};

/** The same, and what it has too much of: that can be cut. */
export const problemsOf = (plan: ModelPlan, catalog: Catalog): readonly string[] => {
  const { length } = callsOf(plan);
  const tooMany = length > planLimit ? [`The plan has ${length} calls; ${planLimit} are the limit.`] : [];
  return [...faultsOf(plan, catalog), ...tooMany];
};
