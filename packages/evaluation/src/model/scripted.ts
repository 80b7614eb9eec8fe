import type { Tool } from "@k8s-copilot/crew";
import { type ChatRequest, type OpenRouterOptions, type Reply, startOpenRouter } from "@k8s-copilot/doubles";
import type { Catalog } from "@k8s-copilot/k8s-crew";
import { createOpenRouterModel } from "@k8s-copilot/openrouter";
import type { World } from "@k8s-copilot/sandbox";
import type { Turn } from "../format/schema.ts";
import { clumsy } from "./clumsy/clumsy.ts";
import { createDraw } from "./draw.ts";
import { gullible } from "./gullible/gullible.ts";
import { planted } from "./gullible/plant.ts";
import { plantedTools } from "./gullible/plant-tools.ts";
import { literal } from "./literal.ts";
import { middling } from "./middling.ts";
import { agentOf, finalAnswer, type MindReply, type Question, textOf } from "./question.ts";

/**
 * literal: does what the turn expects. middling: three plans of eight are wrong. clumsy: three replies of four are wrong, in
 * every way. gullible: obeys whatever it reads, in worlds where much is written to be obeyed.
 */
const minds = { literal, middling, clumsy, gullible } satisfies Record<string, (question: Question) => MindReply>;
export type ScriptedMind = keyof typeof minds;

/** How the scripted model is reached. */
export type ScriptedOptions = {
  /** Which mistakes a mind makes. Default 1. */
  readonly seed?: number;
  /** As which family the model behaves. Default gemini25. One that signs its calls first makes one that nobody offered. */
  readonly family?: NonNullable<OpenRouterOptions["family"]>;
  /** Whether answers come in pieces. Default true. */
  readonly stream?: boolean;
  /** In every other turn the vendor lets the model's successor serve under the old name. Default false. */
  readonly autoRoute?: boolean;
};

/** The ways to a model that a conversation has to come out alike in. */
export const modelWays = {
  gemini25: {},
  whole: { stream: false },
  gemini3: { family: "gemini3" },
  routed: { autoRoute: true },
} as const satisfies Record<string, ScriptedOptions>;

/** What went on between the crew and the model in a turn. */
export type Exchange = {
  /** What the vendor would have refused. */
  readonly refusals: readonly string[];
  /** A scripted plan that nobody asked for. */
  readonly problems: readonly string[];
  /** Requests that a call cost which nobody offered. */
  readonly detours: number;
  /** What was wrong with the replies on purpose. */
  readonly slips: readonly string[];
  /** All that the model was sent. */
  readonly sent: readonly string[];
};

/** A model behind the strict OpenRouter that answers from the turn at hand. */
export type ScriptedModel = {
  readonly model: ReturnType<typeof createOpenRouterModel>;
  /** The worlds as this mind is to find them. */
  stage(worlds: readonly World[]): readonly World[];
  /** A server's tools as this mind is to find them. */
  tools(tools: readonly Tool[], worlds: readonly World[]): readonly Tool[];
  /** What the model answers from, until the next turn begins. */
  begin(turn: Turn, catalog: Catalog): void;
  end(): Exchange;
  close(): Promise<void>;
};

/** Before a plan: the signature of such a call has to come back with what it led to, in the same turn. */
const detour: Reply = { toolCalls: [{ name: "look_around", args: {} }] };

export const startScriptedModel = async (
  name: ScriptedMind,
  { seed = 1, family = "gemini25", stream = true, autoRoute = false }: ScriptedOptions = {},
): Promise<ScriptedModel> => {
  let now: { readonly turn: Turn; readonly catalog: Catalog } | undefined;
  let planned = 0;
  let detours = 0;
  let slips: string[] = [];
  let sent: string[] = [];
  const reply = (request: ChatRequest): Reply => {
    if (now === undefined) return finalAnswer({});
    const agent = agentOf(request);
    if (agent === "planner") planned += 1;
    const draw = createDraw([seed, now.turn.say, agent, sent.length].join(" "));
    sent.push(textOf(request));
    if (planned === 1 && detours === 0 && signs) {
      detours = 1;
      return detour;
    }
    const answer: MindReply = minds[name]({ ...now, agent, request, draw });
    slips.push(...(answer.slips ?? []).map((slip) => `${agent}: ${slip}`));
    return answer.reply;
  };
  const signs = family === "gemini3" || autoRoute;
  const double = await startOpenRouter({ family, scripts: [{ reply, times: Number.POSITIVE_INFINITY }] });
  let violations = 0;
  return {
    // As in the assistant itself, the loop around the model repeats what failed, and nothing below it does.
    model: createOpenRouterModel({
      apiKey: double.apiKey,
      baseUrl: double.baseUrl,
      model: double.model,
      limits: { maxRetries: 0 },
      streams: stream,
    }),
    stage: name === "gullible" ? planted : (worlds) => worlds,
    tools: name === "gullible" ? plantedTools : (tools) => tools,
    begin: (turn, catalog) => {
      now = { turn, catalog };
      planned = 0;
      detours = 0;
      slips = [];
      sent = [];
      violations = double.violations().length;
      if (autoRoute) double.state({ autoRoute: !double.state().autoRoute });
    },
    end: () => ({
      refusals: double
        .violations()
        .slice(violations)
        .map(({ rule, detail }) => `the model's vendor would refuse this: ${rule}: ${detail}`),
      problems: now?.turn.model !== undefined && planned === 0 ? ["the scripted plan was left over"] : [],
      detours,
      slips,
      sent,
    }),
    close: double.close,
  };
};
