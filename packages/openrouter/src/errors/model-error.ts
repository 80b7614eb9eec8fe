import type { ModelUsage } from "../answer/usage.ts";
import {
  type Failure,
  type FailureCause,
  failureOf,
  failures,
  type Language,
  type ModelErrorCode,
} from "./failures.ts";

/** HTTP statuses by code, for callers that know those only. A bad reply has none: it came with 200. */
const statuses: { readonly [code in ModelErrorCode]: number | undefined } = {
  model_key_rejected: 401,
  model_no_credit: 402,
  model_key_limit: 403,
  model_region: 403,
  model_blocked: 403,
  model_not_found: 404,
  model_data_policy: 404,
  model_no_tools: 404,
  model_rate_limited: 429,
  model_request_rejected: 400,
  model_context_too_long: 400,
  model_unavailable: 503,
  model_bad_reply: undefined,
};

export type ModelFailure = {
  readonly code: ModelErrorCode;
  /** The row of the failure table, which tells more than the code. */
  readonly because: FailureCause;
  /** What happened, with the provider's own cause in brackets. One line, safe for a terminal. */
  readonly message: string;
  /** What a person can do about it. */
  readonly remedy: string;
  /** Whether the same request may succeed later. */
  readonly retryable: boolean;
  /** How long the provider asked to wait, in milliseconds. */
  readonly retryAfterMs?: number;
};

type Facts = {
  readonly cause: FailureCause;
  /** The provider's own words. */
  readonly detail?: string | undefined;
  readonly retryAfterMs?: number | undefined;
  /** The model to name instead. */
  readonly replacement?: string | undefined;
  readonly usage?: ModelUsage | undefined;
};

/**
 * What every call to the model throws. All that is known stands in it as plain data, for whoever repeats calls and for
 * whoever has words of its own: `because` names the row of the failure table, `retry` how often another try may help.
 */
export class ModelError extends Error {
  override readonly name = "ModelError";
  readonly code: ModelErrorCode;
  readonly status: number | undefined;
  readonly remedy: string;
  readonly retryable: boolean;
  readonly retry: "always" | "once" | "never";
  readonly retryAfterMs?: number;
  readonly because: FailureCause;
  readonly detail: string;
  readonly replacement: string | undefined;
  /** What the reply used that could not be taken: it is billed all the same. All 0 and no cost: it ended before it told. */
  readonly usage: ModelUsage | undefined;

  constructor(facts: Facts) {
    const failure = failureInWords(facts, "en");
    super(failure.message);
    this.code = failure.code;
    this.status = statuses[failure.code];
    this.remedy = failure.remedy;
    this.retryable = failure.retryable;
    this.retry = failures[facts.cause].retry;
    if (facts.retryAfterMs !== undefined) this.retryAfterMs = facts.retryAfterMs;
    this.because = facts.cause;
    this.detail = oneLine(facts.detail ?? "");
    this.replacement = facts.replacement;
    this.usage = facts.usage;
  }
}

/** The same error, of a reply that told what it used. */
export function withUsage(error: ModelError, usage: ModelUsage): ModelError {
  const { because: cause, detail, retryAfterMs, replacement } = error;
  return new ModelError({ cause, detail, retryAfterMs, replacement, usage });
}

export function modelFailure(error: ModelError, language: Language): ModelFailure {
  const { because: cause, detail, retryAfterMs, replacement } = error;
  return failureInWords({ cause, detail, retryAfterMs, replacement }, language);
}

function failureInWords(facts: Facts, language: Language): ModelFailure {
  const row = failureOf(facts.cause);
  const detail = oneLine(facts.detail ?? "");
  const message = row.message[language];
  const isTold = detail === "" || message.includes("{detail}");
  return {
    code: row.code,
    because: facts.cause,
    message: isTold ? message.replace("{detail}", () => detail) : `${message}${brackets[language](detail)}`,
    remedy: remedyOf(row, facts.replacement, language),
    retryable: row.retry !== "never",
    ...(facts.retryAfterMs !== undefined && { retryAfterMs: facts.retryAfterMs }),
  };
}

function remedyOf({ remedy, replaced }: Failure, replacement: string | undefined, language: Language): string {
  return replaced === undefined || replacement === undefined
    ? remedy[language]
    : replaced[language].replace("{replacement}", () => replacement);
}

const brackets: { readonly [language in Language]: (text: string) => string } = {
  en: (text) => ` (${text})`,
  zh: (text) => `（${text}）`,
};

const longestDetail = 400;

/** Foreign text made fit for one line of a terminal: no controls, no direction marks, no keys, not endless. */
function oneLine(text: string): string {
  const clean = text
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+/g, " ")
    .replace(/\bsk-[\w-]{6,}/g, "sk-…")
    .replace(/\s+/g, " ")
    .trim();
  return clean.length > longestDetail ? `${clean.slice(0, longestDetail)}…` : clean;
}
