import type { ModelFacts } from "./account.ts";
import type { ModelUsage } from "./answer/usage.ts";

/**
 * US dollars for one answer by the model list's prices, for a service that does not tell what it charges; null when the
 * list does not tell either. Cached tokens without a price of their own count as full ones, so it is never too low.
 */
export function priceOf(
  usage: Pick<ModelUsage, "promptTokens" | "cachedTokens" | "completionTokens">,
  facts: Pick<ModelFacts, "promptPrice" | "cachedPrice" | "completionPrice">,
): number | null {
  const { promptPrice, completionPrice, cachedPrice } = facts;
  if (promptPrice === null || completionPrice === null) return null;
  const cachedTokens = Math.min(usage.cachedTokens, usage.promptTokens);
  return (
    (usage.promptTokens - cachedTokens) * promptPrice +
    cachedTokens * (cachedPrice ?? promptPrice) +
    usage.completionTokens * completionPrice
  );
}
