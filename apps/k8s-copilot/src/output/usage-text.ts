import type { TurnResult } from "@k8s-copilot/k8s-crew";
import { terminalSafe } from "@k8s-copilot/k8s-crew/terminal-safe";
import type { Say } from "../words.ts";

/** Tokens, what they cost where that is known, and the model that answered. */
export const usageText = (usage: TurnResult["usage"], say: Say): string => {
  const { modelCalls, promptTokens, completionTokens, cachedTokens, costUsd, priced, model } = usage;
  // A request without a token does not exist: who says so tells nothing.
  const isTold = modelCalls === 0 || promptTokens + completionTokens > 0;
  const kept = cachedTokens === 0 ? "" : say("usageKept", { count: cachedTokens });
  const tokens = say("usageTokens", { prompt: promptTokens, kept, completion: completionTokens });
  const cost = costUsd === null || modelCalls === 0 || !isTold ? "" : `$${costUsd.toFixed(4)}`;
  const price = cost !== "" && priced === "listed" ? say("usageListed", { cost }) : cost;
  const open = priced === "broken_off" ? say("usageBrokenOff") : "";
  return [isTold ? tokens : say("usageUntold"), price, open, terminalSafe(model, { unsafe: "drop" })]
    .filter((part) => part !== "")
    .join(" ");
};
