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

/** A reply ended before it told what it used. */
export const brokenOff: Usage = { ...noUsage, modelCalls: 1, costUsd: null, priced: "broken_off" };
