import { AIMessage, type AIMessageChunk, type BaseMessage } from "@langchain/core/messages";
import { type Deadline, delay, untilAborted } from "../abort.ts";
import { monotonicNow } from "../clock.ts";
import { type Reply, readReply } from "../read-reply.ts";
import type { Remember } from "../remember.ts";
import type { Usage } from "../types.ts";
import { isSilence } from "./breaker.ts";
import type { Meter } from "./budget.ts";
import { createMeter, joinMeters, spentInWords } from "./meter.ts";
import { readModelError } from "./model-error.ts";
import { errorOf, type ModelFailure, modelFailure } from "./model-failure.ts";
import { brokenOff, noUsage } from "./no-usage.ts";
import { abortFailure, createPatience, type Patience } from "./patience.ts";
import type { Agent, AgentError, AgentEvent, Breaker } from "./types.ts";
import { usageOf } from "./usage.ts";
import { withPrice } from "./with-price.ts";

/** A tool as OpenAI's API describes it, which LangChain's models all understand. */
export type ToolDefinition = {
  readonly type: "function";
  readonly function: { readonly name: string; readonly description: string; readonly parameters: object };
};

export type ModelCaller = {
  readonly agent: Agent;
  readonly definitions: readonly ToolDefinition[];
  readonly deadline: Deadline;
  readonly meter: Meter;
  /** Of this run alone. */
  readonly ownMeter: Meter;
  readonly emit: (event: AgentEvent) => void;
  readonly remember: Remember;
};

export type Request = {
  readonly messages: readonly BaseMessage[];
  /** "none", the name of the tool that has to be called, or undefined to leave it to the model. */
  readonly toolChoice: string | undefined;
  /** Whether the beginning of an answer in words is worth having where it was too long. */
  readonly takesCutWords: boolean;
  /** Whether what is too long for the model can be asked with less, so that it is no failure yet. */
  readonly canBeShorter: () => boolean;
  readonly isTaken: (id: string) => boolean;
};

export type Asked = { readonly ok: true; readonly reply: Reply } | { readonly ok: false; readonly error: AgentError };

const FIRST_BACKOFF_MS = 500;

/** The model's reply, or what it replied before a pause: then only this run counts it, the others have. */
export async function askOrRemember(caller: ModelCaller, request: Request): Promise<Asked> {
  const { agent, meter, ownMeter, remember } = caller;
  let isNew = false;
  const ask = async () => {
    isNew = true;
    const counted = createMeter();
    const answer = await askModel({ ...caller, meter: joinMeters(meter, [counted]) }, request);
    return { asked: answer, usage: counted.usage() };
  };
  const { asked, usage } = await remember(`${agent.name} asks`, ask, (said) =>
    said.asked.ok || isAskedAgain(said.asked.error, request) ? undefined : said.asked.error,
  );
  if (isNew) return asked;
  for (let call = 0; call < usage.modelCalls; call += 1) ownMeter.request();
  ownMeter.reply(usage);
  return asked;
}

/** Whether the error is no failure: the model is asked again with less of the conversation. */
export function isAskedAgain({ code }: AgentError, { canBeShorter }: Pick<Request, "canBeShorter">): boolean {
  return code === "model_context_too_long" && canBeShorter();
}

/**
 * One question to the model, repeated when it failed for a passing reason: the one layer that repeats. A reply that was
 * cut counts as failed and is asked for once more; no tool has run in between, so nothing happens twice.
 */
async function askModel(caller: ModelCaller, request: Request): Promise<Asked> {
  const { agent, deadline, emit } = caller;
  const refused = await mayAsk(caller);
  if (refused !== undefined) return { ok: false, error: refused };
  const pass = agent.breaker.pass();
  if (pass.kind === "closed") {
    emit({ type: "model.skipped", agent: agent.name, ms: pass.ms, reason: pass.error.code });
    return { ok: false, error: pass.error };
  }
  const isProbe = pass.kind === "probe";
  const patience = createPatience(agent, deadline, isProbe ? pass.limitMs : undefined);
  try {
    const asked = await askPatiently({ ...caller, patience, retries: isProbe ? 0 : agent.retries }, request);
    if (asked.ok) agent.breaker.answered();
    else tellBreaker(agent.breaker, asked.error);
    return asked;
  } finally {
    agent.breaker.ended();
    patience.close();
  }
}

function tellBreaker(breaker: Breaker, error: AgentError): void {
  if (isSilence(error)) breaker.failed(error);
  else if (error.code !== "cancelled" && error.code !== "budget_exceeded") breaker.answered();
}

type PatientCaller = ModelCaller & { readonly patience: Patience; readonly retries: number };

async function askPatiently(caller: PatientCaller, request: Request): Promise<Asked> {
  const { agent, emit, patience, retries } = caller;
  for (let attempt = 1; ; attempt += 1) {
    const result = await askOnce(caller, request);
    if ("reply" in result) return { ok: true, reply: result.reply };
    const { failure } = result;
    const repeats = { always: retries, once: Math.min(1, retries), never: 0 }[failure.retry];
    const waitMs = failure.retryAfterMs ?? (failure.retry === "once" ? 0 : FIRST_BACKOFF_MS * 2 ** (attempt - 1));
    if (attempt > repeats || !patience.allows(waitMs)) return { ok: false, error: errorOf(failure) };
    patience.paused(waitMs);
    try {
      await pause({ agent, emit, signal: patience.signal }, { ms: waitMs, reason: failure.code });
    } catch {
      return { ok: false, error: errorOf(patience.endedBy()) };
    }
    const refused = await mayAsk(caller);
    if (refused !== undefined) return { ok: false, error: refused };
  }
}

/** Waits until a request may be made; an error when none may. What is left is looked at once more as it is made. */
async function mayAsk({ agent, deadline, meter, emit }: ModelCaller): Promise<AgentError | undefined> {
  if (deadline.signal.aborted) return errorOf(abortFailure(agent, deadline));
  const spent = spentFailure(meter);
  if (spent !== undefined) return errorOf(spent);
  try {
    await pause({ agent, emit, signal: deadline.signal }, { ms: agent.pace.take(), reason: "pace" });
    return undefined;
  } catch {
    return errorOf(abortFailure(agent, deadline));
  }
}

function spentFailure(meter: Meter): ModelFailure | undefined {
  const spent = meter.spent();
  return spent && modelFailure("budget_exceeded", spentInWords(spent), { spent });
}

type Pause = Pick<Extract<AgentEvent, { type: "model.waiting" }>, "ms" | "reason">;

type Waiting = Pick<ModelCaller, "agent" | "emit"> & { readonly signal: AbortSignal };

async function pause({ agent, emit, signal }: Waiting, { ms, reason }: Pause): Promise<void> {
  if (ms <= 0) return;
  emit({ type: "model.waiting", agent: agent.name, ms, reason });
  await delay(ms, signal);
}

/** One request, between its two events. */
async function askOnce(
  caller: PatientCaller,
  request: Request,
): Promise<{ readonly reply: Reply } | { readonly failure: ModelFailure }> {
  const { agent, patience, meter, emit } = caller;
  // In one step with counting the request: whoever waited at the same time may have used up what both share.
  const spent = spentFailure(meter);
  if (spent !== undefined) return { failure: spent };
  const call = meter.request();
  const startedAt = monotonicNow();
  let usage: Usage = { ...noUsage, modelCalls: 1 };
  emit({ type: "model.started", agent: agent.name, call });
  const finish = (error?: AgentError) => {
    const ms = monotonicNow() - startedAt;
    emit({ type: "model.finished", agent: agent.name, call, usage, ms, ...(error && { error: error.code }) });
  };
  const count = async (used: Usage | undefined) => {
    if (used === undefined) return;
    usage = await withPrice(used, agent, patience.signal);
    meter.reply(usage);
  };
  let hasBegun = false;
  const onPiece = (text: string) => {
    hasBegun = true;
    if (text !== "") emit({ type: "model.delta", agent: agent.name, call, text });
  };
  try {
    const message = await untilAborted(receive(caller, request, onPiece), patience.signal);
    await count(message === undefined ? brokenOff : usageOf(message));
    const reply = message === undefined ? undefined : readReply(message, request.isTaken);
    const failure = failureOf(reply, request);
    finish(failure);
    return reply === undefined || failure !== undefined ? { failure: failure ?? noReply() } : { reply };
  } catch (error) {
    const isGivenUp = patience.signal.aborted;
    const failure = isGivenUp ? patience.endedBy() : readModelError(error);
    // The vendor goes on with what nobody waits for any more, and charges what it began.
    await count(failure.usage ?? (isGivenUp || hasBegun ? brokenOff : undefined));
    finish(failure);
    return { failure };
  }
}

/**
 * Streams even when nobody listens: `invoke` inside a graph that streams messages loses the finish reason (measured with
 * @langchain/core 1.4.0), and without it a cut reply cannot be told from a complete one.
 */
async function receive(
  { agent: { model }, definitions, patience: { signal } }: PatientCaller,
  { messages, toolChoice }: Request,
  onPiece: (text: string) => void,
): Promise<AIMessage | undefined> {
  const choice = toolChoice === undefined ? {} : { tool_choice: toolChoice };
  const bound = definitions.length === 0 ? undefined : model.bindTools?.([...definitions], choice);
  let whole: AIMessageChunk | undefined;
  for await (const chunk of await (bound ?? model).stream([...messages], { signal })) {
    if (signal.aborted) break;
    onPiece(chunk.text);
    whole = whole === undefined ? chunk : whole.concat(chunk);
  }
  return AIMessage.isInstance(whole) ? whole : undefined;
}

/** Words that end at the length limit may be worth having; what is to be carried out is not. */
function failureOf(reply: Reply | undefined, { takesCutWords }: Request): ModelFailure | undefined {
  if (reply === undefined) return noReply();
  const { ending, finishReason, calls, text } = reply;
  if (ending === "complete") return undefined;
  if (ending === "failed") {
    const known = { cause: "malformed", detail: finishReason } as const;
    return modelFailure("model_bad_reply", `The model gave up (${finishReason}).`, known);
  }
  if (takesCutWords && finishReason !== "" && calls.length === 0 && text !== "") return undefined;
  const known = { cause: finishReason === "" ? "cut" : "too_long", detail: "" } as const;
  return modelFailure("model_bad_reply", "The model's reply was cut off before its end.", known);
}

function noReply(): ModelFailure {
  return modelFailure("model_bad_reply", "The model sent nothing that is a reply.", { cause: "empty", detail: "" });
}
