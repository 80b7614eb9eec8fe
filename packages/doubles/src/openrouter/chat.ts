import type { ServerResponse } from "node:http";
import { setTimeout } from "node:timers/promises";
import { createAccounting } from "./accounting.ts";
import { type Answer, type Frame, letters, modelAnswer } from "./answer.ts";
import { dialectAnswer, tellsUsage } from "./dialects/answer.ts";
import type { Fault } from "./fault.ts";
import { openRouterFaults } from "./faults.ts";
import { judgeRequest, noteOf, type Situation } from "./judge.ts";
import type { CatalogModel } from "./models.ts";
import { readRequest } from "./request.ts";
import { bodyComplaints } from "./request-rules.ts";
import type { createScripts } from "./scripts.ts";
import { sendAnswer, sendFault, sendJson } from "./send.ts";
import { sendCut } from "./send-cut.ts";
import type { ChatRequest, JsonObject, LogEntry, Reply, Violation } from "./types.ts";
import { isObject, isString } from "./types.ts";

export type ChatOptions = {
  readonly situation: () => Omit<Situation, "signatures">;
  readonly scripts: ReturnType<typeof createScripts>;
  readonly violations: Violation[];
  readonly spend: (usd: number) => void;
};

type Incoming = { readonly body: JsonObject | undefined; readonly entry: LogEntry };

/** Answers POST /chat/completions: rules first, then the scripts. */
export function createChat({ situation, scripts, violations, spend }: ChatOptions) {
  const accounting = createAccounting();
  const signatures = new Map<string, string>();
  const toolOrders = new Map<string, readonly string[]>();

  function note(entry: LogEntry, rule: string, detail: string): void {
    violations.push({ rule, detail, request: entry.request });
  }

  function checkOrder(request: ChatRequest, entry: LogEntry): void {
    const key = [...request.toolNames].sort().join(" ");
    const before = toolOrders.get(key);
    toolOrders.set(key, request.toolNames);
    if (before !== undefined && before.join(" ") !== request.toolNames.join(" "))
      note(entry, "tool.order", "the same tools came in another order, which loses the cache");
  }

  async function give(
    response: ServerResponse,
    reply: Reply,
    way: { request: ChatRequest; model: CatalogModel; entry: LogEntry },
  ) {
    const { request, model, entry } = way;
    const { state, dialect } = situation();
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
    const answer = modelAnswer(reply, model);
    const { dialect } = situation();
    return dialect === undefined ? answer : dialectAnswer(answer, request, dialect);
  }

  function remember(answer: Answer): void {
    for (const detail of answer.reasoningDetails)
      if (isString(detail.id)) signatures.set(detail.id, JSON.stringify(detail));
  }

  return async (response: ServerResponse, { body, entry }: Incoming): Promise<void> => {
    const [bad] = bodyComplaints(body);
    if (bad !== undefined || body === undefined) {
      entry.verdict = bad?.rule ?? "req.json";
      if (bad !== undefined) note(entry, bad.rule, noteOf(bad));
      return sendJson(response, bad ?? { status: 400, body: {} });
    }
    const request = readRequest(body, entry.headers);
    const { routed, complaints } = judgeRequest(request, { ...situation(), signatures });
    for (const complaint of complaints) note(entry, complaint.rule, noteOf(complaint));
    if (routed.kind === "rejected") {
      entry.verdict = routed.rejection.rule;
      return sendJson(response, routed.rejection);
    }
    checkOrder(request, entry);
    const reply = await scripts.take(request);
    if (reply === undefined) {
      note(entry, "unscripted", `no script answers “${request.lastUser.slice(0, 80)}”`);
      const error = { message: "The test has no answer for this request", code: 500 };
      return sendJson(response, { status: 500, body: { error } });
    }
    entry.verdict = verdictOf(reply);
    return give(response, reply, { request, model: routed.model, entry });
  };
}

function verdictOf(reply: Reply): string {
  if ("fault" in reply) return reply.fault;
  if (reply.cut === undefined) return "answered";
  return typeof reply.cut === "string" ? `cut.${reply.cut}` : `cut.${reply.cut.afterBytes}`;
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
