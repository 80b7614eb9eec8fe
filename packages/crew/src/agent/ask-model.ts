import { AIMessage, type AIMessageChunk, type BaseMessage } from "@langchain/core/messages";
import { type Deadline, delay, untilAborted } from "../abort.ts";
import { monotonicNow } from "../clock.ts";
import { type Reply, readReply } from "../read-reply.ts";
import { errorOf, type ModelFailure, modelFailure, readModelError } from "./model-error.ts";
import type { Agent, AgentError, AgentEvent } from "./types.ts";
import { type Meter, NO_USAGE } from "./usage.ts";

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
  readonly emit: (event: AgentEvent) => void;
};

export type Request = {
  readonly messages: readonly BaseMessage[];
  /** "none", the name of the tool that has to be called, or undefined to leave it to the model. */
  readonly toolChoice: string | undefined;
  readonly isTaken: (id: string) => boolean;
};

export type Asked = { readonly ok: true; readonly reply: Reply } | { readonly ok: false; readonly error: AgentError };

const LONGEST_WAIT_MS = 60_000;
const FIRST_BACKOFF_MS = 500;

/**
 * One question to the model, repeated when it failed for a passing reason: the one layer that repeats. A reply that was
 * cut counts as failed and is asked for once more; no tool has run in between, so nothing happens twice.
 */
export async function askModel(caller: ModelCaller, request: Request): Promise<Asked> {
  const { agent, deadline, meter, emit } = caller;
  for (let attempt = 1; ; attempt += 1) {
    if (deadline.signal.aborted) return { ok: false, error: abortError(deadline, agent) };
    const spent = meter.spent();
    if (spent !== undefined) return { ok: false, error: errorOf(modelFailure("budget_exceeded", spent)) };
    try {
      await pause(caller, { ms: agent.pace.take(), reason: "pace" });
    } catch {
      return { ok: false, error: abortError(deadline, agent) };
    }
    const result = await askOnce(caller, request);
    if ("reply" in result) return { ok: true, reply: result.reply };
    const { failure } = result;
    const repeats = { allowed: agent.retries, once: Math.min(1, agent.retries), never: 0 }[failure.retry];
    const waitMs = failure.retryAfterMs ?? (failure.retry === "once" ? 0 : FIRST_BACKOFF_MS * 2 ** (attempt - 1));
    const { code } = failure;
    if (attempt > repeats || waitMs > LONGEST_WAIT_MS) return { ok: false, error: errorOf(failure) };
    try {
      await pause({ agent, deadline, emit }, { ms: waitMs, reason: code });
    } catch {
      return { ok: false, error: abortError(deadline, agent) };
    }
  }
}

/** Why a run was aborted: its time was over, or somebody wanted it to stop. */
function abortError(deadline: Deadline, agent: Agent): AgentError {
  return errorOf(
    deadline.timedOut()
      ? modelFailure("budget_exceeded", `The time of the agent "${agent.name}" is used up.`)
      : modelFailure("cancelled", "The run was cancelled."),
  );
}

type Pause = Pick<Extract<AgentEvent, { type: "model.waiting" }>, "ms" | "reason">;

async function pause(caller: Pick<ModelCaller, "agent" | "deadline" | "emit">, { ms, reason }: Pause): Promise<void> {
  if (ms <= 0) return;
  caller.emit({ type: "model.waiting", agent: caller.agent.name, ms, reason });
  await delay(ms, caller.deadline.signal);
}

/** One request, between its two events. */
async function askOnce(
  caller: ModelCaller,
  request: Request,
): Promise<{ readonly reply: Reply } | { readonly failure: ModelFailure }> {
  const { agent, deadline, meter, emit } = caller;
  const call = meter.request();
  const startedAt = monotonicNow();
  let usage = { ...NO_USAGE, modelCalls: 1 };
  emit({ type: "model.started", agent: agent.name, call });
  const finish = (error?: AgentError) => {
    const ms = monotonicNow() - startedAt;
    emit({ type: "model.finished", agent: agent.name, call, usage, ms, ...(error && { error: error.code }) });
  };
  const onText = (text: string) => emit({ type: "model.delta", agent: agent.name, call, text });
  try {
    const message = await untilAborted(receive(caller, request, onText), deadline.signal);
    if (message !== undefined) usage = meter.reply(message);
    const reply = message === undefined ? undefined : readReply(message, request.isTaken);
    const failure = failureOf(reply);
    finish(failure);
    return reply === undefined || failure !== undefined ? { failure: failure ?? noReply() } : { reply };
  } catch (error) {
    const failure = deadline.signal.aborted
      ? { ...abortError(deadline, agent), retry: "never" as const }
      : readModelError(error);
    finish(failure);
    return { failure };
  }
}

/**
 * Streams even when nobody listens: `invoke` inside a graph that streams messages loses the finish reason (measured with
 * @langchain/core 1.4.0), and without it a cut reply cannot be told from a complete one.
 */
async function receive(
  { agent: { model }, definitions, deadline: { signal } }: ModelCaller,
  { messages, toolChoice }: Request,
  onText: (text: string) => void,
): Promise<AIMessage | undefined> {
  const choice = toolChoice === undefined ? {} : { tool_choice: toolChoice };
  const bound = definitions.length === 0 ? undefined : model.bindTools?.([...definitions], choice);
  let whole: AIMessageChunk | undefined;
  for await (const chunk of await (bound ?? model).stream([...messages], { signal })) {
    if (signal.aborted) break;
    if (chunk.text !== "") onText(chunk.text);
    whole = whole === undefined ? chunk : whole.concat(chunk);
  }
  return AIMessage.isInstance(whole) ? whole : undefined;
}

/** Words that end at the length limit are worth having; a call that does is not. */
function failureOf(reply: Reply | undefined): ModelFailure | undefined {
  if (reply === undefined) return noReply();
  const { ending, finishReason, calls, text } = reply;
  if (ending === "complete") return undefined;
  if (ending === "failed") return modelFailure("model_bad_reply", `The model gave up (${finishReason}).`);
  if (finishReason !== "" && calls.length === 0 && text !== "") return undefined;
  return modelFailure("model_bad_reply", "The model's reply was cut off before its end.");
}

function noReply(): ModelFailure {
  return modelFailure("model_bad_reply", "The model sent nothing that is a reply.");
}
