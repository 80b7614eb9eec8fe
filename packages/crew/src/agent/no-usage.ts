import type { Usage } from "../types.ts";

/** Nothing was asked, and nothing is to be paid. */
export const noUsage: Usage = {
  modelCalls: 0,
  promptTokens: 0,
  completionTokens: 0,
  cachedTokens: 0,
  reasoningTokens: 0,
  costUsd: 0,
  priced: "charged",
  model: "",
};
