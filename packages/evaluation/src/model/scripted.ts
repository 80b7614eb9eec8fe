import { type ChatRequest, type Reply, startOpenRouter } from "@k8s-copilot/doubles";
import type { Catalog } from "@k8s-copilot/k8s-crew";
import { createOpenRouterModel } from "@k8s-copilot/openrouter";
import type { Turn } from "../format/schema.ts";
import { withSlip } from "./middling.ts";
import { type PlanReply, planReply } from "./plan-reply.ts";

export type ScriptedQuality = "faithful" | "middling";

/** A model behind the strict OpenRouter that answers from the turn at hand. */
export type ScriptedModel = {
  readonly model: ReturnType<typeof createOpenRouterModel>;
  /** What the model answers from, until the next turn begins. */
  begin(turn: Turn, catalog: Catalog): void;
  /** Everything that went wrong between the crew and the model since the turn began, scripted replies left over too. */
  end(): readonly string[];
  close(): Promise<void>;
};

export const startScriptedModel = async (quality: ScriptedQuality): Promise<ScriptedModel> => {
  let now: { readonly turn: Turn; readonly catalog: Catalog } | undefined;
  let planned = 0;
  const reply = (request: ChatRequest): Reply => {
    if (now === undefined) return finalAnswer({});
    const role = JSON.stringify(request.messages[0]);
    if (role.includes("Kubernetes clarifier")) return finalAnswer({ choice: "none" });
    if (role.includes("Kubernetes analyst")) return finalAnswer({ hypothesis: now.turn.model?.explanation ?? "" });
    planned += 1;
    const plan = planReply(now.turn, now.catalog);
    const hidden = hiddenCall(plan, request, now.catalog);
    if (hidden !== undefined) return finalAnswer({ view: "more_tools", calls: [], about: hidden });
    return finalAnswer(quality === "middling" ? withSlip(plan, now.turn.say, now.catalog) : plan);
  };
  const double = await startOpenRouter({ scripts: [{ reply, times: Number.POSITIVE_INFINITY }] });
  let violations = 0;
  return {
    model: createOpenRouterModel({ apiKey: double.apiKey, baseUrl: double.baseUrl, model: double.model }),
    begin: (turn, catalog) => {
      now = { turn, catalog };
      planned = 0;
      violations = double.violations().length;
    },
    end: () => [
      ...double
        .violations()
        .slice(violations)
        .map(({ rule, detail }) => `the model's vendor would refuse this: ${rule}: ${detail}`),
      ...(now?.turn.model !== undefined && planned === 0 ? ["the scripted plan was left over"] : []),
    ],
    close: double.close,
  };
};

/** What the first tool of a plan is about that the model was not shown; undefined once it has asked. */
const hiddenCall = (
  { calls }: PlanReply,
  { messages, lastUser }: ChatRequest,
  catalog: Catalog,
): string | undefined => {
  const told = [JSON.stringify(messages[0]), lastUser].join("\n");
  const hidden = calls.map(({ tool }) => tool).find((tool) => !told.includes(`${tool}: `));
  const entry = hidden === undefined || moreSaid.test(lastUser) ? undefined : catalog.get(hidden);
  return entry && `${entry.verb} ${entry.resource}`;
};

/** Tools were asked for and shown, or there are none. */
const moreSaid = /more tools about|更多工具：|更多关于/i;

const finalAnswer = (args: Readonly<Record<string, unknown>>): Reply => ({
  toolCalls: [{ name: "final_answer", args: { ...args } }],
});
