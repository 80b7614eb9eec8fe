import { z } from "zod";
import type { Usage } from "../types.ts";
import { type FailureCode, type ModelFailure, modelFailure } from "./model-failure.ts";
import { brokenOff } from "./no-usage.ts";
import { type ModelErrorCause, modelErrorCauses, modelErrorCodes } from "./types.ts";
import { pricedBy } from "./usage.ts";

/**
 * Reads what a model threw: vendors' SDKs, LangChain and fetch all do it differently. An adapter that knows better says
 * so in the error itself (`ToldFailure`), and is believed.
 */
export function readModelError(error: unknown): ModelFailure {
  const told = ToldFailure.safeParse(error);
  if (told.success) {
    const { code, message, because: cause, ...known } = told.data;
    return modelFailure(code, message, { ...known, cause });
  }
  const { status, code, name = "", message = String(error), headers, retryAfterMs, ...rest } = Thrown.parse(error);
  const words = `${name} ${code} ${message} ${rest.cause?.code} ${rest.cause?.message}`;
  const byStatus = failureOfStatus(status ?? (typeof code === "number" ? code : undefined));
  const known = byStatus ?? failureOfWords(name, words);
  return modelFailure(known?.code ?? "model_bad_reply", message === "" ? name : message, {
    cause: known?.cause,
    detail: rest.detail,
    retry: known === undefined ? "never" : undefined,
    retryAfterMs: retryAfterMs ?? readRetryAfter(headers?.("retry-after")),
  });
}

const Text = z.string().optional().catch(undefined);
const Code = z.union([z.number(), z.string()]).optional().catch(undefined);
const Count = z.number().catch(0);
const Milliseconds = z.number().nonnegative().optional().catch(undefined);

/** What an adapter's error may say about itself, as plain data. */
const ToldFailure = z.object({
  code: z.enum(modelErrorCodes),
  retry: z.enum(["always", "once", "never"]),
  message: z.string(),
  because: z.enum(modelErrorCauses).optional().catch(undefined),
  /** The vendor's own words. */
  detail: Text,
  remedy: Text,
  retryAfterMs: Milliseconds,
  replacement: Text,
  /** Of a reply that came, and is billed, and could not be used. */
  usage: z
    .object({
      promptTokens: Count,
      completionTokens: Count,
      cachedTokens: Count,
      reasoningTokens: Count,
      costUsd: z.number().nullable().catch(null),
      model: z.string().catch(""),
    })
    .transform((usage) => ({
      ...usage,
      modelCalls: 1,
      priced: isUntold(usage) ? brokenOff.priced : pricedBy(usage.costUsd),
    }))
    .optional()
    .catch(undefined),
});

/** A request without a token does not exist. */
function isUntold({
  promptTokens,
  completionTokens,
  costUsd,
}: Pick<Usage, "promptTokens" | "completionTokens" | "costUsd">) {
  return promptTokens + completionTokens === 0 && costUsd === null;
}

const Thrown = z
  .object({
    status: z.number().optional().catch(undefined),
    code: Code,
    name: Text,
    message: Text,
    /** An adapter's error that has words of its own keeps the vendor's here. */
    detail: Text,
    retryAfterMs: Milliseconds,
    headers: z
      .union([
        // Named only when it is needed: to name it loads all of Node's fetch.
        z
          .custom<Headers>((value) => value instanceof Headers)
          .transform((headers) => (name: string) => headers.get(name)),
        z.record(z.string(), z.string()).transform((headers) => (name: string) => headers[name] ?? null),
      ])
      .optional()
      .catch(undefined),
    cause: z.object({ code: Code, message: Text }).optional().catch(undefined),
  })
  .catch({});

type Known = { readonly code: FailureCode; readonly cause?: ModelErrorCause };

const STATUSES: Readonly<Record<number, Known>> = {
  401: { code: "model_key_rejected" },
  402: { code: "model_no_credit" },
  403: { code: "model_forbidden" },
  404: { code: "model_not_found" },
  408: { code: "model_unavailable", cause: "timeout" },
  425: { code: "model_unavailable", cause: "overloaded" },
  429: { code: "model_rate_limited" },
  504: { code: "model_unavailable", cause: "timeout" },
  524: { code: "model_unavailable", cause: "timeout" },
};

function failureOfStatus(status: number | undefined): Known | undefined {
  if (status === undefined || status < 400 || status > 599) return undefined;
  const other: Known =
    status < 500 ? { code: "model_request_rejected" } : { code: "model_unavailable", cause: "overloaded" };
  return STATUSES[status] ?? other;
}

const NETWORK =
  /ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EPIPE|UND_ERR|CERT_|fetch failed|terminated|socket|connection|network|time(d )?out|idle|server_error/i;

function failureOfWords(name: string, words: string): Known | undefined {
  if (name === "ContextOverflowError") return { code: "model_context_too_long" };
  if (/rate.?limit/i.test(words)) return { code: "model_rate_limited" };
  if (NETWORK.test(words)) return { code: "model_unavailable" };
  // What LangChain throws over a body that is no completion: an error or a page of HTML with status 200.
  return name === "TypeError" || name === "SyntaxError" ? { code: "model_bad_reply", cause: "malformed" } : undefined;
}

/** Seconds, or a date (RFC 9110, section 10.2.3), as milliseconds from now. */
function readRetryAfter(value: string | null | undefined): number | undefined {
  if (value === null || value === undefined || value.trim() === "") return undefined;
  const seconds = Number(value);
  const ms = Number.isNaN(seconds) ? Date.parse(value) - Date.now() : seconds * 1000;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
