import type { AIMessage } from "@langchain/core/messages";
import { z } from "zod";
import type { Usage } from "../types.ts";

/** A cost is known only when every part of it is. */
export function addUsage(left: Usage, right: Usage): Usage {
  const costUsd = left.costUsd === null || right.costUsd === null ? null : left.costUsd + right.costUsd;
  const parts = [left.priced, right.priced];
  return {
    modelCalls: left.modelCalls + right.modelCalls,
    promptTokens: left.promptTokens + right.promptTokens,
    completionTokens: left.completionTokens + right.completionTokens,
    cachedTokens: left.cachedTokens + right.cachedTokens,
    reasoningTokens: left.reasoningTokens + right.reasoningTokens,
    costUsd,
    priced: (["unknown", "broken_off", "listed"] as const).find((priced) => parts.includes(priced)) ?? "charged",
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
const Told = z.object({
  usage: z
    .object({ cost: z.number().nullish().catch(null) })
    .nullish()
    .catch(null),
  model_name: z.string().optional().catch(undefined),
});

/** What one reply used, as far as it tells. */
export function usageOf({ usage_metadata, response_metadata }: AIMessage): Usage {
  const tokens = Tokens.safeParse(usage_metadata).data;
  const told = Told.safeParse(response_metadata).data;
  const costUsd = told?.usage?.cost ?? null;
  return {
    modelCalls: 1,
    promptTokens: tokens?.input_tokens ?? 0,
    completionTokens: tokens?.output_tokens ?? 0,
    cachedTokens: tokens?.input_token_details?.cache_read ?? 0,
    reasoningTokens: tokens?.output_token_details?.reasoning ?? 0,
    costUsd,
    priced: pricedBy(costUsd),
    model: told?.model_name ?? "",
  };
}
