export type JsonObject = { readonly [key: string]: unknown };

/** How a model behaves on the wire: Gemini 2.5, Gemini 3 (thought signatures, no assistant message last), or another vendor. */
export type Family = "gemini25" | "gemini3" | "openai";

/**
 * strict: every rule rejects. strict+: what a single report says as well. observed: only what was seen through OpenRouter
 * itself does, and a keyword that Google does not know spoils the arguments of a scripted call instead.
 */
export type Profile = "strict+" | "strict" | "observed";

export type Headers = { readonly [name: string]: string | readonly string[] | undefined };

/** A chat completion request as it came, with the parts that scripts ask for. */
export type ChatRequest = {
  readonly body: JsonObject;
  readonly headers: Headers;
  /** The model that is asked: of a list of fallbacks the one whose turn it is. */
  readonly model: string;
  readonly stream: boolean;
  readonly messages: readonly JsonObject[];
  readonly tools: readonly JsonObject[];
  readonly toolNames: readonly string[];
  /** The text of the last user message; "" when there is none. */
  readonly lastUser: string;
  /** The texts of the tool messages after the last user message. */
  readonly toolResults: readonly string[];
};

export type ScriptedCall = { readonly name: string; readonly args: JsonObject };

/** Places where an answer can break off. */
export type CutName =
  | "reset"
  | "clean_end"
  | "done"
  | "error_chunk"
  | "length"
  | "in_string"
  | "in_key"
  | "after_arguments"
  | "length_in_arguments";

export type CutPlace = CutName | { readonly afterBytes: number };

/**
 * An answer that the model gives. `reasoning` is thought text, which must never be shown as the answer. `cut` breaks this very
 * answer off: at a place of `openRouterCuts`, or after so many bytes of what goes over the wire.
 */
export type Reply = { readonly delayMs?: number } & (
  | ({ readonly text: string; readonly toolCalls?: readonly ScriptedCall[] } & Manner)
  | ({ readonly toolCalls: readonly ScriptedCall[]; readonly text?: string } & Manner)
  | { readonly fault: string }
);

type Manner = { readonly reasoning?: string; readonly cut?: CutPlace };

/**
 * The first script that matches answers and is used up after `times` answers (default 1; Infinity never). It lets `skips`
 * matching requests pass first: with `skips: 1` a fault comes on the second call.
 */
export type Script = {
  readonly match?: (request: ChatRequest) => boolean;
  readonly reply: Reply | ((request: ChatRequest) => Reply | Promise<Reply>);
  readonly times?: number;
  readonly skips?: number;
};

export type Price = { readonly prompt: number; readonly completion: number; readonly cached?: number };

export type State = {
  /** US dollars on the account. */
  readonly balance: number;
  /** The key's own cap in US dollars; null is none, or the sum of what is left and what was used. */
  readonly keyLimit: number | null;
  /** US dollars left of the key's own cap; null is no cap. */
  readonly keyLimitRemaining: number | null;
  readonly keyLimitReset: "daily" | "weekly" | "monthly" | null;
  /** US dollars that the key has used. What the double charges is added. */
  readonly keyUsage: number;
  /** When the key ends, as an ISO date. */
  readonly keyExpiresAt: string | null;
  /** Nothing was ever bought: a day has 50 requests to free models, not 1000. */
  readonly isFreeTier: boolean;
  /** Requests to free models that this day has seen. */
  readonly freeRequestsToday: number;
  /** `GET /credits` wants a management key. */
  readonly creditsForbidden: boolean;
  readonly regionBlocked: boolean;
  readonly privacyBlocked: boolean;
  /** google/gemini-2.5-flash is answered by gemini-3.5-flash-lite, as Google announced for December 2026. */
  readonly autoRoute: boolean;
  /** Models that are deprecated or have no endpoint, besides those of the catalogue. */
  readonly modelStates: { readonly [model: string]: "ok" | "deprecated" | "no_endpoints" };
  /** The day (such as 2026-12-01) that `GET /models` tells for a model, besides those of the catalogue. */
  readonly expirationDates: { readonly [model: string]: string | null };
  /** Prices in US dollars per token that take the place of the catalogue's. */
  readonly prices: { readonly [model: string]: Price };
  /**
   * The name of the model in an answer: dated is its canonical slug, same its id, alias the name that moves with the newest,
   * where one does.
   */
  readonly modelNameStyle: "dated" | "same" | "alias";
  /** Milliseconds until `GET /generation` knows an answer. */
  readonly generationDelayMs: number;
  /** The recorded usage chunk repeats the finish reason; the documented one has no choices. */
  readonly usageChunk: "repeats_finish" | "empty_choices";
  /** Chunks of a stream: as recorded, without the role of who speaks, or in pieces of five bytes, which break characters. */
  readonly chunks: "whole" | "no_role" | "split_bytes";
  /** Blank lines before a JSON body. */
  readonly padding: boolean;
  /** Milliseconds before each answer, and between the chunks of a stream. */
  readonly delayMs: number;
  readonly chunkDelayMs: number;
};

/** A breach of the protocol. Rejections of the rules are among them; some rules only note. */
export type Violation = { readonly rule: string; readonly detail: string; readonly request: number };

export type LogEntry = {
  readonly request: number;
  readonly path: string;
  readonly headers: Headers;
  readonly body: JsonObject | undefined;
  /** "answered", the rule that rejected, or the fault that was given. */
  verdict: string;
  servedModel: string | undefined;
  /** Faults that moved the request on to the next model of its list. */
  passedOver: readonly string[];
  usage: Usage | undefined;
  /** The client closed the connection before the answer was whole. It is billed all the same. */
  aborted: boolean;
};

export type Usage = {
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  readonly total_tokens: number;
  readonly cost: number;
  readonly is_byok: boolean;
  readonly prompt_tokens_details: { readonly cached_tokens: number; readonly cache_write_tokens: number };
  readonly cost_details: { readonly upstream_inference_cost: number };
  readonly completion_tokens_details: { readonly reasoning_tokens: number };
};

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isString(value: unknown): value is string {
  return typeof value === "string";
}

export function objectsOf(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
