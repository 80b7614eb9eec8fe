import { z } from "zod";
import { longestReply, readHead } from "./answer/chunks.ts";
import { amountSchema } from "./answer/usage.ts";
import { toModelError } from "./errors/describe-model-error.ts";
import type { Language } from "./errors/failures.ts";
import { httpFailure, redirectFailure, secretsIn } from "./errors/http-failure.ts";
import { ModelError, type ModelFailure, modelFailure } from "./errors/model-error.ts";
import type { Fetch } from "./guard-fetch.ts";
import { parseJson } from "./json.ts";

export type AccountOptions = {
  readonly apiKey: string;
  readonly baseUrl: string;
  readonly fetch?: Fetch;
  /** Of the words of a failure. Default English. */
  readonly language?: Language;
  /** Milliseconds until the reply must be there. Default 10 000. */
  readonly timeoutMs?: number;
  /** Ends the look before its time. */
  readonly signal?: AbortSignal;
};

/** US dollars. A limit of null is none. */
export type KeyFacts = {
  readonly label: string;
  readonly usageUsd: number;
  readonly limitUsd: number | null;
  readonly limitRemainingUsd: number | null;
  readonly isFreeTier: boolean;
  /** ISO 8601 date-time, or null when the key does not expire. */
  readonly expiresAt: string | null;
};

export type ModelFacts = {
  readonly id: string;
  /** The name that never changes, often with a date; null when not told. */
  readonly canonicalId: string | null;
  readonly contextLength: number | null;
  /** False only where the list tells what the model takes and tools are not among it. Most lists tell names alone. */
  readonly canCallTools: boolean;
  /** The day on which the model is withdrawn, as OpenRouter writes it (ISO 8601); null when none is set. */
  readonly expirationDate: string | null;
  /** US dollars per token; null when not told. */
  readonly promptPrice: number | null;
  readonly completionPrice: number | null;
  /** Of prompt tokens that the vendor still had. */
  readonly cachedPrice: number | null;
};

export type KeyCheck =
  | { readonly kind: "ok"; readonly key: KeyFacts }
  | { readonly kind: "failure"; readonly failure: ModelFailure };

export type ModelList =
  | { readonly kind: "ok"; readonly models: readonly ModelFacts[] }
  | { readonly kind: "failure"; readonly failure: ModelFailure };

/** Asks whether the key is good and what is left of its limit. Never throws. */
export async function checkKey(options: AccountOptions): Promise<KeyCheck> {
  const reply = await askAccount("/key", keyReply, options);
  if (reply.kind === "failure") return reply;
  const { data } = reply.value;
  return {
    kind: "ok",
    key: {
      label: data.label,
      usageUsd: data.usage,
      limitUsd: data.limit,
      limitRemainingUsd: data.limit_remaining,
      isFreeTier: data.is_free_tier,
      expiresAt: data.expires_at,
    },
  };
}

/** The models of the endpoint. Any OpenAI-compatible one answers, though most tell no more than `id`. Never throws. */
export async function listModels(options: AccountOptions): Promise<ModelList> {
  const reply = await askAccount("/models", modelsReply, options);
  if (reply.kind === "failure") return reply;
  const models = reply.value.map((model) => ({
    id: model.id,
    canonicalId: model.canonical_slug,
    contextLength: model.context_length,
    canCallTools: model.supported_parameters?.includes("tools") ?? true,
    expirationDate: model.expiration_date,
    promptPrice: model.pricing.prompt,
    completionPrice: model.pricing.completion,
    cachedPrice: model.pricing.input_cache_read,
  }));
  return { kind: "ok", models };
}

const amount = z
  .number()
  .nullish()
  .catch(null)
  .transform((value) => value ?? null);
const word = z
  .string()
  .nullish()
  .catch(null)
  .transform((value) => value ?? null);
/** A text in OpenRouter's list; below 0 where the price depends on who serves. */
const price = amountSchema.nullable().catch(null);
const noPricing = { prompt: null, completion: null, input_cache_read: null };

const keyReply = z.object({
  data: z.object({
    label: z.string().catch(""),
    usage: z.number().catch(0),
    limit: amount,
    limit_remaining: amount,
    is_free_tier: z.boolean().catch(false),
    expires_at: word,
  }),
});

const modelEntry = z.object({
  id: z.string(),
  canonical_slug: word,
  context_length: amount,
  supported_parameters: z.array(z.string()).nullish().catch(null),
  expiration_date: word,
  pricing: z.object({ prompt: price, completion: price, input_cache_read: price }).catch(noPricing),
});

/** A bare list at some endpoints. What is no model in it is left out, but not all of it. */
const modelsReply = z
  .union([z.array(z.unknown()), z.object({ data: z.array(z.unknown()) }).transform(({ data }) => data)])
  .transform((entries, { addIssue }) => {
    const models = entries.flatMap((entry) => modelEntry.safeParse(entry).data ?? []);
    if (models.length === 0 && entries.length > 0) addIssue("no entry names a model");
    return models;
  });

type Got<T> = { readonly kind: "ok"; readonly value: T } | { readonly kind: "failure"; readonly failure: ModelFailure };

/** One look at the account, as JSON of this shape. Never throws. */
export async function askAccount<T>(path: string, schema: z.ZodType<T>, options: AccountOptions): Promise<Got<T>> {
  const { apiKey, baseUrl, fetch = globalThis.fetch, language = "en", timeoutMs = 10_000, signal } = options;
  try {
    const headers: { readonly [name: string]: string } = apiKey === "" ? {} : { authorization: `Bearer ${apiKey}` };
    const reply = await fetch(baseUrl.replace(/\/+$/, "") + path, {
      headers,
      redirect: "manual",
      signal: endedBy(signal, timeoutMs),
    });
    const redirected = redirectFailure(reply, path);
    if (redirected !== undefined) throw redirected;
    const body = await readHead(reply.body, longestReply);
    if (missing.includes(reply.status) && !isPage(body)) throw new ModelError({ cause: "not_offered", detail: path });
    const asked = { host: new URL(baseUrl).host, hasKey: apiKey !== "", secrets: secretsIn(headers) };
    if (!reply.ok) throw httpFailure({ status: reply.status, body, headers: reply.headers, ...asked });
    const parsed = schema.safeParse(parseJson(body));
    if (parsed.success) return { kind: "ok", value: parsed.data };
    throw isPage(body)
      ? httpFailure({ status: reply.status, body, ...asked })
      : new ModelError({ cause: "no_models", detail: path });
  } catch (error) {
    return { kind: "failure", failure: modelFailure(toModelError(error), language) };
  }
}

/** Aborted with the signal, and after so many milliseconds. */
export function endedBy(signal: AbortSignal | undefined, timeoutMs: number): AbortSignal {
  const late = AbortSignal.timeout(timeoutMs);
  return signal === undefined ? late : AbortSignal.any([signal, late]);
}

/** Statuses of an endpoint that has no such path, as most have no `/key`. */
const missing = [404, 405, 501];

function isPage(body: string): boolean {
  return /^\s*</.test(body);
}
