import { z } from "zod";
import type { AgentError, AgentErrorCode } from "./types.ts";

/** Why a request to the model failed, and whether asking again may help: as often as the agent allows, once, or never. */
export type ModelFailure = AgentError & {
  readonly retry: "allowed" | "once" | "never";
  /** Milliseconds that the vendor asked to wait. */
  readonly retryAfterMs?: number;
};

type FailureCode = Exclude<AgentErrorCode, "tool_failed">;

const FAILURES: Record<FailureCode, { readonly retry: ModelFailure["retry"]; readonly remedy: string }> = {
  model_key_rejected: { retry: "never", remedy: "Check the API key of the model's vendor." },
  model_no_credit: { retry: "never", remedy: "Add credit at the model's vendor, or lower the maximum of tokens." },
  model_forbidden: { retry: "never", remedy: "Check the key's limit, the region and the vendor's policies." },
  model_not_found: { retry: "never", remedy: "Check the model's name and the base URL." },
  model_request_rejected: { retry: "never", remedy: "Shorten the conversation or choose another model." },
  model_rate_limited: { retry: "allowed", remedy: "Wait a little and ask again." },
  model_unavailable: { retry: "allowed", remedy: "Check the network and the vendor's status, and ask again." },
  model_bad_reply: { retry: "once", remedy: "Ask again, or choose another model." },
  cancelled: { retry: "never", remedy: "Ask again when you want it." },
  budget_exceeded: { retry: "never", remedy: "Ask for less at once, or raise the limit." },
};

export function modelFailure(code: FailureCode, message: string, detail = message): ModelFailure {
  return { code, message: oneLine(message), detail: oneLine(detail), ...FAILURES[code] };
}

/** A failure without what concerns repeating it. */
export function errorOf({ code, message, remedy, detail }: ModelFailure): AgentError {
  return { code, message, remedy, detail };
}

/** Reads what a model threw: vendors' SDKs, LangChain and fetch all do it differently. */
export function readModelError(error: unknown): ModelFailure {
  const {
    status,
    code,
    name = "",
    message = String(error),
    headers,
    retryAfterMs,
    detail,
    cause,
  } = Thrown.parse(error);
  const words = `${name} ${code} ${message} ${cause?.code} ${cause?.message}`;
  const known = codeOfStatus(status ?? (typeof code === "number" ? code : undefined)) ?? codeOfWords(name, words);
  const failure = modelFailure(known ?? "model_bad_reply", message === "" ? name : message, detail);
  const wait = retryAfterMs ?? readRetryAfter(headers?.("retry-after"));
  return {
    ...failure,
    ...(known === undefined ? { retry: "never" } : {}),
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
  };
}

const Text = z.string().optional().catch(undefined);
const Code = z.union([z.number(), z.string()]).optional().catch(undefined);

const Thrown = z
  .object({
    status: z.number().optional().catch(undefined),
    code: Code,
    name: Text,
    message: Text,
    /** An adapter's error that has words of its own keeps the vendor's here. */
    detail: Text,
    retryAfterMs: z.number().optional().catch(undefined),
    headers: z
      .union([
        z.instanceof(Headers).transform((headers) => (name: string) => headers.get(name)),
        z.record(z.string(), z.string()).transform((headers) => (name: string) => headers[name] ?? null),
      ])
      .optional()
      .catch(undefined),
    cause: z.object({ code: Code, message: Text }).optional().catch(undefined),
  })
  .catch({});

const CODES: Readonly<Record<number, FailureCode>> = {
  401: "model_key_rejected",
  402: "model_no_credit",
  403: "model_forbidden",
  404: "model_not_found",
  408: "model_unavailable",
  425: "model_unavailable",
  429: "model_rate_limited",
};

function codeOfStatus(status: number | undefined): FailureCode | undefined {
  if (status === undefined || status < 400 || status > 599) return undefined;
  return CODES[status] ?? (status < 500 ? "model_request_rejected" : "model_unavailable");
}

const NETWORK =
  /ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EPIPE|UND_ERR|CERT_|fetch failed|terminated|socket|connection|network|time(d )?out|idle|server_error/i;

function codeOfWords(name: string, words: string): FailureCode | undefined {
  if (name === "ContextOverflowError") return "model_request_rejected";
  if (/rate.?limit/i.test(words)) return "model_rate_limited";
  if (NETWORK.test(words)) return "model_unavailable";
  // What LangChain throws over a body that is no completion: an error or a page of HTML with status 200.
  return name === "TypeError" || name === "SyntaxError" ? "model_bad_reply" : undefined;
}

/** Seconds, or a date (RFC 9110, section 10.2.3), as milliseconds from now. */
function readRetryAfter(value: string | null | undefined): number | undefined {
  if (value === null || value === undefined || value.trim() === "") return undefined;
  const seconds = Number(value);
  const ms = Number.isNaN(seconds) ? Date.parse(value) - Date.now() : seconds * 1000;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

function oneLine(message: string): string {
  return message.replace(/\s+/g, " ").trim().slice(0, 300);
}
