import type { AIMessage } from "@langchain/core/messages";
import { z } from "zod";
import type { Usage } from "../types.ts";
import { noUsage } from "./no-usage.ts";
import type { Budget } from "./types.ts";

/** Counts what a run uses, once per request to the model, and says what is left. */
export type Meter = {
  /** Counts a request. */
  request(): number;
  /** Counts what a reply used, also one that was of no use. */
  reply(used: Usage): void;
  usage(): Usage;
  toolCall(): void;
  toolCallsLeft(): number;
  modelCallsLeft(): number;
  /** The limit that no further request may pass, in words. */
  spent(): string | undefined;
};

export function createMeter({ toolCalls, modelCalls, tokens, usd }: Budget): Meter {
  let requests = 0;
  let calls = 0;
  let paid = 0;
  let sum = noUsage;
  const usage = (): Usage => ({ ...sum, modelCalls: requests });
  const left = (limit: number | undefined, used: number) => Math.max(0, (limit ?? Number.POSITIVE_INFINITY) - used);

  return {
    request() {
      requests += 1;
      return requests;
    },
    reply(used) {
      sum = addUsage(sum, used);
      paid += used.costUsd ?? 0;
    },
    usage,
    toolCall() {
      calls += 1;
    },
    toolCallsLeft: () => left(toolCalls, calls),
    modelCallsLeft: () => left(modelCalls, requests),
    spent() {
      if (left(modelCalls, requests) === 0) return `The limit of ${modelCalls} model calls is used up.`;
      if (left(usd, paid) === 0) return `The limit of $${usd} is used up.`;
      const { promptTokens, completionTokens } = usage();
      return left(tokens, promptTokens + completionTokens) === 0
        ? `The limit of ${tokens} tokens is used up.`
        : undefined;
    },
  };
}

/** A cost is known only when every part of it is. */
export function addUsage(left: Usage, right: Usage): Usage {
  const costUsd = left.costUsd === null || right.costUsd === null ? null : left.costUsd + right.costUsd;
  const isListed = left.priced === "listed" || right.priced === "listed";
  return {
    modelCalls: left.modelCalls + right.modelCalls,
    promptTokens: left.promptTokens + right.promptTokens,
    completionTokens: left.completionTokens + right.completionTokens,
    cachedTokens: left.cachedTokens + right.cachedTokens,
    reasoningTokens: left.reasoningTokens + right.reasoningTokens,
    costUsd,
    priced: costUsd !== null && isListed ? "listed" : pricedBy(costUsd),
    model: right.model || left.model,
  };
}

/** Where a cost comes from that a reply told itself. */
export function pricedBy(costUsd: number | null): Usage["priced"] {
  return costUsd === null ? "unknown" : "charged";
}

const Count = z.number().catch(0);
const Tokens = z.object({
  input_tokens: Count,
  output_tokens: Count,
  input_token_details: z.object({ cache_read: Count }).optional().catch(undefined),
  output_token_details: z.object({ reasoning: Count }).optional().catch(undefined),
});
/** OpenRouter tells the cost with the tokens (https://openrouter.ai/docs/use-cases/usage-accounting); LangChain keeps that object here. */
const Priced = z.object({ usage: z.object({ cost: z.number() }) });
const Served = z.object({ model_name: z.string() });

/** What one reply used, as far as it tells. */
export function usageOf({ usage_metadata, response_metadata }: AIMessage): Usage {
  const tokens = Tokens.safeParse(usage_metadata).data;
  const costUsd = Priced.safeParse(response_metadata).data?.usage.cost ?? null;
  return {
    modelCalls: 1,
    promptTokens: tokens?.input_tokens ?? 0,
    completionTokens: tokens?.output_tokens ?? 0,
    cachedTokens: tokens?.input_token_details?.cache_read ?? 0,
    reasoningTokens: tokens?.output_token_details?.reasoning ?? 0,
    costUsd,
    priced: pricedBy(costUsd),
    model: Served.safeParse(response_metadata).data?.model_name ?? "",
  };
}
