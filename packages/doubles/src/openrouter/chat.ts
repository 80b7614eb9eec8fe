import type { ServerResponse } from "node:http";
import type { Fault } from "./fault.ts";
import { openRouterFaults } from "./faults.ts";
import { createFreeRate } from "./free-rate.ts";
import type { Refusal } from "./generations.ts";
import { createGiving, type GivingOptions } from "./giving.ts";
import { admit, judge, noteOf } from "./judge.ts";
import type { Complaint } from "./rejection.ts";
import type { createScripts } from "./scripts.ts";
import { sendJson } from "./send.ts";
import type { ChatRequest, JsonObject, LogEntry, Reply, Violation } from "./types.ts";

export type ChatOptions = GivingOptions & {
  readonly scripts: ReturnType<typeof createScripts>;
  readonly violations: Violation[];
};

type Incoming = { readonly body: JsonObject | undefined; readonly entry: LogEntry };

/** Answers POST /chat/completions: rules first, then the scripts. */
export function createChat({ setting, scripts, violations, generations, spend }: ChatOptions) {
  const { give, signatures } = createGiving({ setting, generations, spend });
  const toolOrders = new Map<string, readonly string[]>();
  const freeRate = createFreeRate();

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

  function noteAll(entry: LogEntry, complaints: readonly Complaint[]): void {
    for (const complaint of complaints) note(entry, complaint.rule, noteOf(complaint));
  }

  /** The models of the list in turn: the next is asked when one is refused, or fails in a way that is its own. */
  async function askInTurn(
    response: ServerResponse,
    request: ChatRequest,
    turn: { names: readonly string[]; entry: LogEntry; refusals: readonly Refusal[] },
  ) {
    const { names, entry, refusals } = turn;
    const [name = "", ...others] = names;
    const asked = { ...request, model: name };
    const { state } = setting();
    const judged = judge(asked, { ...setting(), signatures, freeRate: () => freeRate(state) });
    noteAll(entry, judged.complaints);
    if (judged.model === undefined) {
      if (others.length > 0) return askInTurn(response, request, { names: others, entry, refusals });
      entry.verdict = judged.refusal?.rule ?? "";
      return sendJson(response, judged.refusal ?? { status: 500, body: {} });
    }
    checkOrder(asked, entry);
    const reply = await scripts.take(asked);
    if (reply === undefined) {
      note(entry, "unscripted", `no script answers “${request.lastUser.slice(0, 80)}”`);
      const error = { message: "The test has no answer for this request", code: 500 };
      return sendJson(response, { status: 500, body: { error } });
    }
    const fault = "fault" in reply ? openRouterFaults[reply.fault] : undefined;
    if (others.length > 0 && "fault" in reply && isPassedOver(fault)) {
      entry.passedOver = [...entry.passedOver, reply.fault];
      const refusal = { model: judged.model.canonicalSlug, status: fault.status };
      return askInTurn(response, request, { names: others, entry, refusals: [...refusals, refusal] });
    }
    entry.verdict = verdictOf(reply);
    return give(response, reply, { request: asked, model: judged.model, entry, refusals });
  }

  return async (response: ServerResponse, { body, entry }: Incoming): Promise<void> => {
    const admitted = admit({ body, headers: entry.headers }, setting());
    noteAll(entry, admitted.complaints);
    if (admitted.request !== undefined)
      return askInTurn(response, admitted.request, { names: admitted.names, entry, refusals: [] });
    entry.verdict = admitted.refusal?.rule ?? "";
    return sendJson(response, admitted.refusal ?? { status: 500, body: {} });
  };
}

/** An error before the answer has begun moves on to the next model, unless the key or the account is its cause. */
function isPassedOver(fault: Fault | undefined): fault is Extract<Fault, { kind: "http" }> {
  return fault?.kind === "http" && fault.status >= 400 && fault.isAccounts !== true;
}

function verdictOf(reply: Reply): string {
  if ("fault" in reply) return reply.fault;
  if (reply.cut === undefined) return "answered";
  return typeof reply.cut === "string" ? `cut.${reply.cut}` : `cut.${reply.cut.afterBytes}`;
}
