import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import type { Served } from "./answer/read-answer.ts";
import type { ModelUsage } from "./answer/usage.ts";
import { createGuardFetch, type Fetch, type Limits, type Retry } from "./guard-fetch.ts";
import { GuardedChatModel } from "./guarded-chat-model.ts";

export type OpenRouterModelOptions = {
  /** Empty for an endpoint that wants none. */
  readonly apiKey: string;
  /** `https://openrouter.ai/api/v1`, or any endpoint that speaks the OpenAI Chat Completions API. */
  readonly baseUrl: string;
  readonly model: string;
  /** Default: the global fetch. Pass one that knows your proxy. */
  readonly fetch?: Fetch;
  readonly limits?: Partial<Limits>;
  /** Keeps the requests of a conversation on one provider, so that its cache helps (OpenRouter). At most 256 characters. */
  readonly sessionId?: string;
  /** Models to fall back to when `model` fails (OpenRouter). */
  readonly models?: readonly string[];
  /** Default true. With false every answer comes whole, also to who streams: for endpoints and proxies that cannot stream. */
  readonly streams?: boolean;
  /** Further headers, ASCII only. */
  readonly headers?: { readonly [name: string]: string };
  /** Told once for each reply that is billed, also for one that is thrown away. All 0 and no cost: it ended before it told. */
  readonly onUsage?: (usage: ModelUsage) => void;
  readonly onRetry?: (retry: Retry) => void;
  /** Told which model gave each answer. */
  readonly onServed?: (served: Served) => void;
};

export const defaultLimits: Limits = { maxTokens: 4096, timeoutMs: 60_000, idleMs: 30_000, maxRetries: 2 };

/**
 * A chat model on LangChain's ChatOpenAI that gives whole answers or a ModelError. Nothing is read from the environment
 * and no temperature is sent. Gemini's thought signatures stay in `additional_kwargs.reasoning_details` of a message and
 * go back with it, also in a conversation that was stored in between.
 */
export function createOpenRouterModel(options: OpenRouterModelOptions): BaseChatModel {
  const { apiKey, baseUrl, model, sessionId, models } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const guard = createGuardFetch({
    fetch: options.fetch ?? globalThis.fetch,
    headers: { ...(apiKey !== "" && { authorization: `Bearer ${apiKey}` }), ...options.headers },
    limits,
    onUsage: options.onUsage ?? ignore,
    onRetry: options.onRetry ?? ignore,
    onServed: options.onServed ?? ignore,
  });
  return new GuardedChatModel({
    model,
    apiKey: "set by the guard",
    maxTokens: limits.maxTokens,
    disableStreaming: options.streams === false,
    // The guard alone decides about retries and time limits.
    maxRetries: 0,
    timeout: longestTimer,
    onFailedAttempt: rethrow,
    // Every field that the libraries would otherwise read from the environment is set here.
    outputVersion: "v0",
    verbose: false,
    modelKwargs: {
      ...(sessionId !== undefined && { session_id: sessionId }),
      ...(models !== undefined && { models: [...models] }),
    },
    configuration: {
      baseURL: baseUrl.replace(/\/+$/, ""),
      organization: null,
      project: null,
      adminAPIKey: null,
      webhookSecret: null,
      logLevel: "off",
      fetch: guard,
    },
  });
}

const longestTimer = 2_147_483_647;

function ignore(): void {}

function rethrow(error: unknown): never {
  throw error;
}
