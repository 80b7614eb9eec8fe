import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import type { BaseMessage } from "@langchain/core/messages";
import type { ArgumentCheck } from "../tools/argument-check.ts";
import type { CallResult, Tool, ToolCall, Usage } from "../types.ts";
import type { Meter, Spent } from "./budget.ts";
import type { Pace } from "./pace.ts";

/** Somebody with a role, a goal, a model and tools. Plain data: made by `defineAgent`, put to work by `runAgent`. */
export type Agent<Name extends string = string, Input extends string = string> = {
  readonly name: Name;
  readonly role: string;
  readonly goal: string;
  readonly backstory: string;
  /** The placeholders in role, goal and backstory, which a crew fills with its inputs. */
  readonly inputs: readonly Input[];
  readonly model: BaseChatModel;
  readonly tools: readonly Tool[];
  /** Of the tools' arguments: one for all runs, which compiles every schema once. */
  readonly checkArguments: ArgumentCheck;
  /** Model calls in which tools may be called; one more, without tools, gives the answer when they are used up. */
  readonly maxIterations: number;
  /** Milliseconds for a whole run. Undefined: no limit. */
  readonly timeoutMs: number | undefined;
  /** How often a model call is repeated that failed for a passing reason. A tool call is never repeated. */
  readonly retries: number;
  /** Milliseconds for one reply of the model, repeated requests and waits included. Undefined: no limit. */
  readonly replyTimeoutMs: number | undefined;
  readonly pace: Pace;
  readonly breaker: Breaker;
  /** Count along with every run. */
  readonly meters: readonly Meter[];
  /** What a reply costs that does not tell. Unknown where it throws, gives no number, or takes longer than 5 seconds. */
  readonly priceOf: (usage: Usage) => number | null | Promise<number | null>;
  /** The system message. */
  readonly prompt: (agent: Agent) => string;
  /** Whether it may hand on work to the other agents of its crew. */
  readonly allowDelegation: boolean;
  /** What a failed call means: the model is told and goes on, or the run fails. */
  readonly onToolError: (result: CallResult) => "tell" | "fail";
};

/** What may be wrong with a model: what `AgentError.code` says then. */
export const modelErrorCodes = [
  "model_key_rejected",
  "model_no_credit",
  "model_key_limit",
  "model_region",
  "model_blocked",
  "model_forbidden",
  "model_not_found",
  "model_data_policy",
  "model_no_tools",
  "model_request_rejected",
  "model_context_too_long",
  "model_rate_limited",
  "model_unavailable",
  "model_bad_reply",
] as const;

/** What is known about it beyond its code. */
export const modelErrorCauses = [
  "no_key",
  "bad_header",
  "moderation",
  "guardrail",
  "safety",
  "no_endpoint",
  "unreachable",
  "overloaded",
  "timeout",
  "stalled",
  "not_a_model_service",
  "bad_address",
  "redirected",
  "malformed",
  "cut",
  "too_long",
  "empty",
] as const;

export type ModelErrorCode = (typeof modelErrorCodes)[number];
export type ModelErrorCause = (typeof modelErrorCauses)[number];

export type AgentErrorCode = ModelErrorCode | "tool_failed" | "cancelled" | "budget_exceeded";

/** Why a run failed: a stable code, what happened, and what somebody can do about it. */
export type AgentError = {
  readonly code: AgentErrorCode;
  readonly message: string;
  readonly remedy: string;
  /** What the vendor or the tool said; for a failure of our own the same as `message`; "" when nothing. */
  readonly detail: string;
  readonly cause?: ModelErrorCause;
  /** Milliseconds that the vendor asked to wait. */
  readonly retryAfterMs?: number;
  /** Of a limit that is used up. */
  readonly spent?: Spent;
  /** The model to choose instead, where the vendor or its adapter names one. */
  readonly replacement?: string;
};

/**
 * Remembers that a model's service did not answer, so that what comes next does not pay the full wait again: it is asked
 * by one request with little time; when that fails too, not at all for a while; and as before once it answers. Agents of
 * one model share one.
 */
export type Breaker = {
  /** How the next request may be made; asking for it is making it. */
  pass(): Pass;
  /** The service answered, with whatever. */
  answered(): void;
  failed(error: AgentError): void;
  /** The request ended for a reason that tells nothing of the service. */
  ended(): void;
};

export type Pass =
  | { readonly kind: "free" }
  /** One request, without repeats, and with no more time than this. */
  | { readonly kind: "probe"; readonly limitMs: number }
  | { readonly kind: "closed"; readonly error: AgentError; readonly ms: number };

type RunRecord = {
  /** The conversation without the system message: what was passed in, and all that was said since. */
  readonly messages: readonly BaseMessage[];
  readonly usage: Usage;
  /** What became of every tool call that the model asked for, in order, refused ones too. */
  readonly calls: readonly CallResult[];
};

export type AgentRun<T = unknown> =
  | ({
      readonly status: "completed";
      readonly text: string;
      /** The answer as the `output` schema parsed it; undefined for an answer in words. */
      readonly data: T;
      /** The text ends where the model reached its length limit. */
      readonly truncated: boolean;
    } & RunRecord)
  | ({ readonly status: "failed"; readonly error: AgentError } & RunRecord);

/**
 * What happens during a run, in order. Every `started` has exactly one `finished` with the same agent and number or id,
 * on every path. A listener that throws is ignored.
 */
export type AgentEvent = { readonly agent: string } & (
  | { readonly type: "agent.started" }
  | { readonly type: "agent.finished"; readonly status: "completed" | "failed" | "interrupted"; readonly ms: number }
  | { readonly type: "model.started"; readonly call: number }
  /** A piece of text. What came before a failed `model.finished` is void. */
  | { readonly type: "model.delta"; readonly call: number; readonly text: string }
  | {
      readonly type: "model.finished";
      readonly call: number;
      readonly usage: Usage;
      readonly ms: number;
      readonly error?: AgentErrorCode;
    }
  /** Told before the wait. */
  | { readonly type: "model.waiting"; readonly ms: number; readonly reason: "pace" | AgentErrorCode }
  /** The model was not asked, because it did not answer just now; so many milliseconds more it will not be. */
  | { readonly type: "model.skipped"; readonly ms: number; readonly reason: AgentErrorCode }
  | { readonly type: "tool.started"; readonly call: ToolCall }
  | { readonly type: "tool.finished"; readonly result: CallResult }
  /** A call that was never sent: unknown, repeated, malformed, over budget, or asked for together with the answer. */
  | { readonly type: "tool.refused"; readonly result: CallResult }
);
