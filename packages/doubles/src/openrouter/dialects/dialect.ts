import type { ChatRequest, JsonObject } from "../types.ts";

/** Why an endpoint refuses a request, in its own words. */
export type Refusal = { readonly rule: string; readonly status: number; readonly message: string };

/** How an OpenAI-compatible endpoint differs from OpenRouter. None has `GET /key`, and none tells prices. */
export type Dialect = {
  readonly name: string;
  /** Path under which the API stands. */
  readonly path: string;
  /** The model that tests ask for, and one that calls no tools, if the endpoint has such. */
  readonly model: string;
  readonly modelWithoutTools?: string;
  readonly needsKey: boolean;
  /** The body of an error. */
  readonly errorBody: (refusal: Refusal) => JsonObject;
  /** The first reason to refuse a request that is otherwise in order. A client may learn from it: it is no violation. */
  readonly refuses: (request: ChatRequest) => Refusal | undefined;
  /** What answers a path that the endpoint does not have. */
  readonly notFound: { readonly type: string; readonly body: string };
  /** Where thoughts go: a field of the message, or tags in its content. */
  readonly thoughts: "reasoning_content" | "reasoning" | "think_tags";
  /** What is thought when a script says nothing of it; undefined thinks nothing. */
  readonly thinks?: string;
  readonly argumentsAs: "text" | "object";
  readonly callIds: "given" | "missing";
  /** Later pieces of a streamed call repeat the id as "". */
  readonly repeatsEmptyIds: boolean;
  /** Several calls at once; else the first of them alone is made. */
  readonly parallelCalls: boolean;
  /** The finish reason of an answer with calls. */
  readonly finishOfCalls: (request: ChatRequest) => string;
  /** Usage in a stream: only when `stream_options.include_usage` asks, or never. */
  readonly streamUsage: "when_asked" | "never";
  /** Comment lines of a stream that keep the connection open. */
  readonly comment?: string;
};

export type DialectName = "deepseek" | "qwen" | "ollama" | "vllm" | "bare";
