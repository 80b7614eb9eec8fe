import type { Usage } from "../types.ts";
import type { AgentError, AgentErrorCode } from "./types.ts";

/** Why a request to the model failed, and whether asking again may help: as often as the agent allows, once, or never. */
export type ModelFailure = AgentError & {
  readonly retry: "always" | "once" | "never";
  /** What the reply cost that could not be used, where it told. */
  readonly usage?: Usage;
};

export type FailureCode = Exclude<AgentErrorCode, "tool_failed">;

const FAILURES: Record<FailureCode, { readonly retry: ModelFailure["retry"]; readonly remedy: string }> = {
  model_key_rejected: { retry: "never", remedy: "Check the API key of the model's vendor." },
  model_no_credit: { retry: "never", remedy: "Add credit at the model's vendor, or lower the maximum of tokens." },
  model_key_limit: { retry: "never", remedy: "Raise the limit of the API key, or use another key." },
  model_region: { retry: "never", remedy: "Choose a model of another vendor, or another base URL." },
  model_blocked: { retry: "never", remedy: "Say it in other words, or choose another model." },
  model_forbidden: { retry: "never", remedy: "Check the key's limit, the region and the vendor's policies." },
  model_not_found: { retry: "never", remedy: "Check the model's name and the base URL." },
  model_data_policy: { retry: "never", remedy: "Check the privacy settings of the account, or choose another model." },
  model_no_tools: { retry: "never", remedy: "Choose a model that can call tools." },
  model_request_rejected: { retry: "never", remedy: "Shorten the conversation or choose another model." },
  model_context_too_long: { retry: "never", remedy: "Start a new conversation, or ask for less at once." },
  model_rate_limited: { retry: "always", remedy: "Wait a little and ask again." },
  model_unavailable: { retry: "always", remedy: "Check the network and the vendor's status, and ask again." },
  model_bad_reply: { retry: "once", remedy: "Ask again, or choose another model." },
  cancelled: { retry: "never", remedy: "Ask again when you want it." },
  budget_exceeded: { retry: "never", remedy: "Ask for less at once, or raise the limit." },
};

type Known = { readonly [field in Exclude<keyof ModelFailure, "code" | "message">]?: ModelFailure[field] | undefined };

/** `known` is what is known beyond the code; a detail defaults to the message. */
export function modelFailure(code: FailureCode, message: string, known: Known = {}): ModelFailure {
  const { detail = message, retry, remedy, cause, retryAfterMs, replacement, spent, usage } = known;
  return {
    code,
    message: oneLine(message),
    remedy: remedy ?? FAILURES[code].remedy,
    detail: oneLine(detail),
    retry: retry ?? FAILURES[code].retry,
    ...(cause !== undefined && { cause }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...(replacement !== undefined && { replacement }),
    ...(spent !== undefined && { spent }),
    ...(usage !== undefined && { usage }),
  };
}

/** A failure without what concerns repeating it. */
export function errorOf({ retry: _retry, usage: _usage, ...error }: ModelFailure): AgentError {
  return error;
}

function oneLine(message: string): string {
  return message.replace(/\s+/g, " ").trim().slice(0, 300);
}
