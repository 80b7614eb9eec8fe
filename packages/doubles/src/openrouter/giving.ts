import type { ServerResponse } from "node:http";
import { setTimeout } from "node:timers/promises";
import { createAccounting } from "./accounting.ts";
import { type Answer, type Frame, letters, modelAnswer } from "./answer.ts";
import { dialectAnswer, tellsUsage } from "./dialects/answer.ts";
import type { Fault } from "./fault.ts";
import { openRouterFaults } from "./faults.ts";
import type { Generation, Refusal } from "./generations.ts";
import type { Setting } from "./judge.ts";
import type { CatalogModel } from "./models.ts";
import { sendAnswer, sendFault } from "./send.ts";
import { sendCut } from "./send-cut.ts";
import { spoiledCalls } from "./spoiled.ts";
import { type ChatRequest, isObject, isString, type LogEntry, type Reply } from "./types.ts";

export type GivingOptions = {
  readonly setting: () => Setting;
  readonly generations: Map<string, Generation>;
  readonly spend: (usd: number) => void;
};

type Way = {
  readonly request: ChatRequest;
  readonly model: CatalogModel;
  readonly entry: LogEntry;
  readonly refusals: readonly Refusal[];
};

/** Turns what a script says into what goes over the wire, and keeps the account and the signatures. */
export function createGiving({ setting, generations, spend }: GivingOptions) {
  const accounting = createAccounting();
  const signatures = new Map<string, string>();

  async function give(response: ServerResponse, reply: Reply, way: Way) {
    const { request, model, entry, refusals } = way;
    const { state, dialect } = setting();
    await setTimeout(reply.delayMs ?? state.delayMs, undefined, { ref: false });
    const fault = "fault" in reply ? openRouterFaults[reply.fault] : undefined;
    const answer = "fault" in reply ? undefined : answerTo(reply, request, model);
    const usage = accounting.charge(request, model, textOf(answer));
    entry.servedModel = model.canonicalSlug;
    if (isBilled(fault)) {
      entry.usage = usage;
      spend(usage.cost);
    }
    const frame: Frame = {
      id: `gen-${Math.floor(Date.now() / 1000)}-${letters(20)}`,
      model,
      usage,
      state,
      dialect,
      tellsUsage: dialect !== undefined && tellsUsage(request, dialect),
    };
    generations.set(frame.id, { frame, answer, stream: request.stream, at: Date.now(), refusals });
    const sent = { frame, stream: request.stream };
    response.on("close", () => {
      entry.aborted = !response.writableFinished;
    });
    if (answer !== undefined) {
      remember(answer);
      const cut = "fault" in reply ? undefined : reply.cut;
      await (cut === undefined ? sendAnswer(response, answer, sent) : sendCut(response, { answer, cut }, sent));
    } else if (fault !== undefined) await sendFault(response, fault, sent);
  }

  function answerTo(reply: Exclude<Reply, { fault: string }>, request: ChatRequest, model: CatalogModel): Answer {
    const { dialect, profile } = setting();
    if (dialect !== undefined) return dialectAnswer(modelAnswer(reply, model), request, dialect);
    const spoiled =
      profile === "observed" && model.family !== "openai" ? spoiledCalls(reply.toolCalls, request) : undefined;
    return modelAnswer(spoiled === undefined ? reply : { ...reply, toolCalls: spoiled }, model);
  }

  function remember(answer: Answer): void {
    for (const detail of answer.reasoningDetails)
      if (isString(detail.id)) signatures.set(detail.id, JSON.stringify(detail));
  }

  return { give, signatures };
}

/** An HTTP error costs nothing; an answer is paid for, also one that breaks off. */
function isBilled(fault: Fault | undefined): boolean {
  return fault === undefined || fault.kind === "answer" || fault.kind === "stream";
}

function textOf(answer: Answer | undefined): string {
  if (answer === undefined) return "fault";
  const calls = answer.toolCalls.map((call) => (isObject(call.function) ? JSON.stringify(call.function) : ""));
  return `${answer.content ?? ""}${calls.join("")}`;
}
