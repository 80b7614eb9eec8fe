import { addUsage } from "@k8s-copilot/crew";
import type { Catalog } from "../../catalog/types.ts";
import { builtInPlaybooks, healthId } from "../../playbooks/built-in/index.ts";
import { lookSteps } from "../../playbooks/look-steps.ts";
import type { Playbook } from "../../playbooks/types.ts";
import { modelSentence } from "../../words/model-words.ts";
import { certainReading, contradictions, withCertain } from "../held-against.ts";
import { followed } from "../rules/playbook-plan.ts";
import { withSaidPlaces } from "../rules/said-places.ts";
import { unsaidOf, withoutUnsaid } from "../said-writes.ts";
import type { AgentModel, Planner, PlannerInput, PlannerReply } from "../types.ts";
import { faultsOf, problemsOf } from "./plan-problems.ts";
import { replyFrom } from "./plan-reply.ts";
import { createPlanTalks } from "./plan-talk.ts";
import type { ModelPlan } from "./schemas.ts";

type Made = AgentModel & {
  readonly catalog: Catalog;
  /** A check of health that the model plans follows the playbook of that name. */
  readonly playbooks?: readonly Playbook[];
  /** Read the same message: what they are certain of, no plan may contradict or leave out. */
  readonly rules?: Planner;
};

/**
 * A planner made of a chat model. What it proposes is checked by code, against the catalog and against what the rules
 * read with certainty; a plan that fails is repaired once. One that still contradicts what was plainly said is not
 * followed: what the rules read is.
 */
export const plannerFromAgent = ({ catalog, playbooks = builtInPlaybooks, rules, ...mind }: Made): Planner => {
  const openTalk = createPlanTalks({ ...mind, catalog });
  return async (turn, options) => {
    const { language } = turn;
    const reading = await rules?.(turn, options);
    const talk = openTalk({ turn, reading, options });
    const first = await talk.plan();
    if (first.kind === "failed")
      return { kind: "failed", error: modelSentence(first.error, language), usage: first.usage };
    const following = { catalog, language, playbooks };
    const certain = reading && certainReading(reading, turn);
    const asked = reading?.kind === "plan" ? reading.asked : undefined;
    const saying = { turn, catalog, reading };
    const planOf = (data: ModelPlan) => withSaidPlaces(replyFrom(data, turn, catalog), asked, { turn, catalog });
    const replyOf = (data: ModelPlan) =>
      withCertain(withPlaybook(withoutUnsaid(planOf(data), saying), following), { certain, reading, catalog, turn });
    const against = (data: ModelPlan) => [
      ...(certain ? contradictions(planOf(data), certain, catalog) : []),
      ...unsaidOf(planOf(data), saying),
    ];
    const problems = [...problemsOf(first.data, catalog), ...against(first.data)];
    if (problems.length === 0) return { ...replyOf(first.data), usage: first.usage };
    const second = await talk.repair(problems);
    const usage = addUsage(first.usage, second.usage);
    if (second.kind === "failed") return { kind: "failed", error: modelSentence(second.error, language), usage };
    const left = faultsOf(second.data, catalog);
    if (left.length > 0) {
      const error = modelSentence({ code: "model_bad_reply", detail: left.join(" ") }, language);
      return { kind: "failed", usage, error, unplanned: true };
    }
    return { ...(certain && against(second.data).length > 0 ? certain : replyOf(second.data)), usage };
  };
};

/** How a check of health is done does not depend on who understood that one is wanted. */
const withPlaybook = (reply: PlannerReply, { catalog, language, playbooks }: Following): PlannerReply => {
  const playbook = playbooks.find(({ id }) => id === healthId);
  if (reply.kind !== "plan" || reply.view !== "health" || !playbook) return reply;
  const looks = lookSteps(playbook, catalog, language);
  return {
    ...reply,
    steps: [...reply.steps, ...looks.steps],
    playbook: followed(playbook, language, looks.unable),
  };
};

type Following = {
  readonly catalog: Catalog;
  readonly language: PlannerInput["language"];
  readonly playbooks: readonly Playbook[];
};
