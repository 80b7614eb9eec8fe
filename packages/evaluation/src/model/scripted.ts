import type { Tool } from "@k8s-copilot/crew";
import { type ChatRequest, type Reply, startOpenRouter } from "@k8s-copilot/doubles";
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

/** What went on between the crew and the model in a turn. */
export type Exchange = {
  /** What the vendor would have refused, and a scripted plan that nobody asked for. */
  readonly problems: readonly string[];
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

export const startScriptedModel = async (
  name: ScriptedMind,
  { seed = 1 }: { readonly seed?: number } = {},
): Promise<ScriptedModel> => {
  let now: { readonly turn: Turn; readonly catalog: Catalog } | undefined;
  let planned = 0;
  let slips: string[] = [];
  let sent: string[] = [];
  const reply = (request: ChatRequest): Reply => {
    if (now === undefined) return finalAnswer({});
    const agent = agentOf(request);
    if (agent === "planner") planned += 1;
    const draw = createDraw([seed, now.turn.say, agent, sent.length].join(" "));
    sent.push(textOf(request));
    const answer: MindReply = minds[name]({ ...now, agent, request, draw });
    slips.push(...(answer.slips ?? []).map((slip) => `${agent}: ${slip}`));
    return answer.reply;
  };
  const double = await startOpenRouter({ scripts: [{ reply, times: Number.POSITIVE_INFINITY }] });
  let violations = 0;
  return {
    // As in the assistant itself, the loop around the model repeats what failed, and nothing below it does.
    model: createOpenRouterModel({
      apiKey: double.apiKey,
      baseUrl: double.baseUrl,
      model: double.model,
      limits: { maxRetries: 0 },
    }),
    stage: name === "gullible" ? planted : (worlds) => worlds,
    tools: name === "gullible" ? plantedTools : (tools) => tools,
    begin: (turn, catalog) => {
      now = { turn, catalog };
      planned = 0;
      slips = [];
      sent = [];
      violations = double.violations().length;
    },
    end: () => ({
      problems: [
        ...double
          .violations()
          .slice(violations)
          .map(({ rule, detail }) => `the model's vendor would refuse this: ${rule}: ${detail}`),
        ...(now?.turn.model !== undefined && planned === 0 ? ["the scripted plan was left over"] : []),
      ],
      slips,
      sent,
    }),
    close: double.close,
  };
};
