import { addUsage, defineAgent, runAgent } from "@k8s-copilot/crew";
import { z } from "zod";
import type { Catalog } from "../../catalog/types.ts";
import { qualities } from "../../language/quality.ts";
import { admit } from "../../plan/admit.ts";
import type { DraftStep, Mentions } from "../../plan/types.ts";
import { builtInPlaybooks, healthId } from "../../playbooks/built-in/index.ts";
import { lookSteps } from "../../playbooks/look-steps.ts";
import type { Playbook } from "../../playbooks/types.ts";
import { holdsMasked } from "../../safety/secret-mask.ts";
import { modelSentence } from "../../words/model-words.ts";
import { certainReading, contradictions, withCertain } from "../held-against.ts";
import { withinBegan } from "../rules/began-in.ts";
import { followed } from "../rules/playbook-plan.ts";
import { withSaidPlaces } from "../rules/said-places.ts";
import { unsaidOf, withoutUnsaid } from "../said-writes.ts";
import type { AgentModel, Planner, PlannerInput, PlannerReply } from "../types.ts";
import { draftFrom, draftSchema } from "./drafts.ts";
import { personas, plannerMessage, plannerSystem } from "./prompts.ts";

export const planSchema = z.object({
  view: z.enum(["call", "status", "overview", "health", "changes", "none"]),
  calls: z.array(draftSchema),
  focus_name: z.string().optional(),
  focus_node: z.string().optional().describe("Of pods, only those on this node."),
  focus_quality: z.enum(qualities).optional(),
  all_namespaces: z.boolean().optional(),
  cluster: z.string().optional().describe("For status, overview and health: only this cluster."),
  namespace: z.string().optional().describe("For status, overview and health: only this namespace."),
  lead_in: z.string().optional(),
  reply: z.string().optional(),
});

type ModelPlan = z.infer<typeof planSchema>;

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
  const system = plannerSystem(catalog);
  const agent = defineAgent({ name: "planner", ...personas.planner, ...mind, prompt: () => system });
  return async (turn, options) => {
    const { masked, ...running } = options;
    const history = turn.history.map(({ role, text }) => ({ role, text: masked(text) }));
    const message = plannerMessage({ ...turn, message: masked(turn.message), history });
    const first = await runAgent(agent, message, { output: planSchema, ...running });
    if (first.status === "failed")
      return { kind: "failed", error: modelSentence(first.error, turn.language), usage: first.usage };
    const following = { catalog, language: turn.language, playbooks };
    const reading = await rules?.(turn, options);
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
    const again = `${message}\nYour plan was rejected: ${problems.join(" ")} Make it again with tools and parameters that exist, and with all that was said.`;
    const second = await runAgent(agent, again, { output: planSchema, ...running });
    const usage = addUsage(first.usage, second.usage);
    if (second.status === "failed") return { kind: "failed", error: modelSentence(second.error, turn.language), usage };
    const left = problemsOf(second.data, catalog);
    if (left.length > 0) {
      const error = modelSentence({ code: "model_bad_reply", detail: left.join(" ") }, turn.language);
      return { kind: "failed", usage, error };
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

const problemsOf = (plan: ModelPlan, catalog: Catalog): readonly string[] => {
  if (plan.view === "none") return plan.reply === undefined ? ["A plan without tools needs a reply."] : [];
  if (plan.view === "call" && plan.calls.length === 0) return ["The plan has no calls."];
  return plan.calls.flatMap((call) => {
    const admission = admit(draftFrom(call), catalog, "check");
    return admission.kind === "rejected" ? [admission.reason] : [];
  });
};

const replyFrom = (plan: ModelPlan, turn: PlannerInput, catalog: Catalog): PlannerReply => {
  if (plan.view === "none") return { kind: "answer", text: plan.reply ?? "" };
  const { entities } = turn;
  const steps = plan.calls
    .map((call) => withoutInvented(draftFrom(call), turn, catalog))
    .map((draft) => (plan.all_namespaces === true ? draft : withinBegan(draft, { entities, catalog })));
  const said = (value: string | undefined) =>
    value !== undefined && value !== "" && wasSaid(value, turn) ? value : undefined;
  const cluster = said(plan.cluster);
  const namespace = said(plan.namespace);
  const focusNode = said(plan.focus_node);
  const focusName = plan.view === "call" ? plan.focus_name : said(plan.focus_name);
  return {
    kind: "plan",
    view: plan.view,
    steps,
    focus: {
      ...(focusName === undefined || focusName === "" ? {} : { name: focusName }),
      ...(focusNode === undefined ? {} : { node: focusNode }),
      ...(plan.focus_quality === undefined ? {} : { quality: plan.focus_quality }),
    },
    allNamespaces: plan.all_namespaces ?? false,
    place: { ...(cluster === undefined ? {} : { cluster }), ...(namespace === undefined ? {} : { namespace }) },
    ...(plan.lead_in === undefined ? {} : { leadIn: firstSentence(plan.lead_in) }),
  };
};

/**
 * A place or a name that nobody typed and no list returned is taken out: it becomes a question. So does a secret: the
 * model was not told it, and a mask is no value.
 */
const withoutInvented = (draft: DraftStep, turn: PlannerInput, catalog: Catalog): DraftStep => {
  const admission = admit(draft, catalog, "check");
  if (admission.kind === "rejected") return draft;
  const { mentions } = admission.step;
  const keys: readonly (keyof Mentions)[] = ["cluster", "namespace", "name", "container"];
  const invented = keys.flatMap((key) => {
    const value = mentions[key];
    return value !== undefined && !wasSaid(value, turn) ? [value] : [];
  });
  return {
    ...draft,
    args: Object.fromEntries(
      Object.entries(draft.args).filter(
        ([, value]) => !holdsMasked(value) && !(typeof value === "string" && invented.includes(value)),
      ),
    ),
  };
};

const wasSaid = (value: string, turn: PlannerInput): boolean => {
  const word = value.toLowerCase();
  const texts = [turn.message, ...turn.history.filter(({ role }) => role === "user").map(({ text }) => text)];
  return (
    texts.some((text) => text.toLowerCase().includes(word)) ||
    Object.values(turn.entities).some((entity) => entity.value === value) ||
    Object.values(turn.known).some((names) => names.includes(value))
  );
};

const firstSentence = (text: string): string =>
  (/^[^\n]{1,200}?[。！？.!?](?=\s|$)|^[^\n]{1,120}/.exec(text.trim())?.[0] ?? "").trim();
