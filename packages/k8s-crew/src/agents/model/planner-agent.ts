import { addUsage, type Usage } from "@k8s-copilot/crew";
import type { Catalog } from "../../catalog/types.ts";
import { builtInPlaybooks, healthId } from "../../playbooks/built-in/index.ts";
import { lookSteps } from "../../playbooks/look-steps.ts";
import type { Playbook } from "../../playbooks/types.ts";
import { modelSentence } from "../../words/model-words.ts";
import type { Problem } from "../../words/plan-problems.ts";
import { certainReading, contradictions, withBeyond, withCertain } from "../held-against.ts";
import { followed } from "../rules/playbook-plan.ts";
import { withSaidPlaces } from "../rules/said-places.ts";
import { unsaidOf, withoutUnsaid } from "../said-writes.ts";
import type { AgentModel, Planner, PlannerInput, PlannerReply } from "../types.ts";
import { unaskedOf, withoutUnasked } from "../unasked-writes.ts";
import { placesLeftOut, withPlaceMeant } from "./held-places.ts";
import { judgedReply, languageProblems } from "./plain-reply.ts";
import { faultsOf, problemsOf } from "./plan-problems.ts";
import { replyFrom } from "./plan-reply.ts";
import { createPlanTalks, type PlanTalk } from "./plan-talk.ts";
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
    const reading = await rules?.(turn, options);
    const talk = openTalk({ turn, reading, options });
    const reply = await follow(talk, { turn, catalog, reading, playbooks });
    return { ...reply, warnings: [...talk.warnings, ...(reply.warnings ?? [])] };
  };
};

type Following = {
  readonly turn: PlannerInput;
  readonly catalog: Catalog;
  readonly reading: PlannerReply | undefined;
  readonly playbooks: readonly Playbook[];
};

const follow = async (talk: PlanTalk, following: Following): Promise<PlannerReply> => {
  const { turn, catalog, reading } = following;
  const failed = (error: ModelTold, usage: Usage) => ({
    kind: "failed" as const,
    error: modelSentence(error, turn.language),
    usage,
  });
  const first = await talk.plan();
  if (first.kind === "failed") return failed(first.error, first.usage);
  const certain = reading && certainReading(reading, turn);
  const asked = reading?.kind === "plan" ? reading.asked : undefined;
  const planOf = (data: ModelPlan) =>
    withPlaceMeant(withSaidPlaces(replyFrom(data, following), asked, following), following);
  const replyOf = (data: ModelPlan) => {
    const planned = planOf(data);
    const said = withoutUnasked(withoutUnsaid(planned, following), following);
    const held = withBeyond(withCertain(withPlaybook(said, following), { certain, ...following }), following);
    return planned.kind === "answer" ? judgedReply(held, following) : held;
  };
  const against = (data: ModelPlan) => [
    ...(certain ? contradictions(planOf(data), certain, catalog) : []),
    ...unsaidOf(planOf(data), following),
    ...unaskedOf(planOf(data), following),
    ...placesLeftOut(planOf(data), following),
    ...languageProblems(planOf(data), turn),
  ];
  const problems = [...problemsOf(first.data, catalog), ...against(first.data)];
  if (problems.length === 0) return { ...replyOf(first.data), usage: first.usage };
  const second = await talk.repair(problems);
  const usage = addUsage(first.usage, second.usage);
  if (second.kind === "failed") return failed(second.error, usage);
  const left = [...faultsOf(second.data, catalog), ...languageProblems(planOf(second.data), turn)];
  if (left.length > 0) return { ...unplanned(left, turn), usage };
  const elsewhere = placesLeftOut(planOf(second.data), following);
  if (elsewhere.length > 0 && certain === undefined) return { ...instead(elsewhere, following), usage };
  const reply = replyOf(second.data);
  // A plan gives way to what is certain by itself; what is told instead of looking does so here.
  return { ...(certain && reply.kind !== "plan" ? certain : reply), usage };
};

/** What is wanted is asked: nothing could come of what was planned. */
const unplanned = (problems: readonly Problem[], { language }: PlannerInput): PlannerReply => ({
  kind: "failed",
  error: modelSentence(
    { code: "model_bad_reply", detail: problems.map(({ told }) => told[language]).join(" ") },
    language,
  ),
  unplanned: true,
});

/** For a plan that looks elsewhere than was said: what the rules read, else a question. */
const instead = (problems: readonly Problem[], { reading, turn }: Following): PlannerReply =>
  reading?.kind === "plan" ? reading : unplanned(problems, turn);

type ModelTold = Parameters<typeof modelSentence>[0];

/** How a check of health is done does not depend on who understood that one is wanted. */
const withPlaybook = (reply: PlannerReply, { catalog, turn, playbooks }: Following): PlannerReply => {
  const playbook = playbooks.find(({ id }) => id === healthId);
  if (reply.kind !== "plan" || reply.view !== "health" || !playbook) return reply;
  const { language } = turn;
  const looks = lookSteps(playbook, catalog, language);
  return {
    ...reply,
    steps: [...reply.steps, ...looks.steps],
    playbook: followed(playbook, language, looks.unable),
  };
};
