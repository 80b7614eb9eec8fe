import { type AccountOptions, listModels, type ModelFacts } from "./account.ts";
import type { ModelUsage } from "./answer/usage.ts";
import { findModel } from "./check-model.ts";
import { isSameModel } from "./succession.ts";

type Counts = Pick<ModelUsage, "promptTokens" | "cachedTokens" | "completionTokens">;

/**
 * US dollars for one answer by the model list's prices, for a service that does not tell what it charges; null when the
 * list does not tell either. Cached tokens without a price of their own count as full ones, so it is never too low.
 */
export function priceOf(
  usage: Counts,
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

export type PriceListOptions = AccountOptions & {
  /** The model that is asked: an answer that does not name its model is this one's. */
  readonly model: string;
};

/**
 * Prices answers by the endpoint's list, which is fetched when the first price is asked for, and once. A list that cannot
 * be had tells no price, and nothing else comes of it.
 */
export function createPriceList(
  options: PriceListOptions,
): (usage: Counts & Pick<ModelUsage, "model">) => Promise<number | null> {
  const { model: asked } = options;
  let list: ReturnType<typeof listModels> | undefined;
  return async (usage) => {
    list ??= listModels(options);
    const told = await list;
    if (told.kind === "failure") return null;
    const isAsked = usage.model === "" || isSameModel(asked, usage.model);
    const facts = findModel(usage.model, told.models) ?? (isAsked ? findModel(asked, told.models) : undefined);
    return facts === undefined ? null : priceOf(usage, facts);
  };
}
