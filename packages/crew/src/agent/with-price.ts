import { createDeadline, untilAborted } from "../abort.ts";
import type { Usage } from "../types.ts";
import type { Agent } from "./types.ts";

/** Milliseconds that a list of prices is waited for. */
const LONGEST_LOOK_MS = 5_000;

/**
 * What a reply used with its price by the agent's list. The reply is worth more than its price: a list that throws, that
 * does not answer in time or that gives no number leaves it unknown. Without a count of tokens there is nothing to price.
 */
export async function withPrice(usage: Usage, { priceOf }: Agent, signal: AbortSignal): Promise<Usage> {
  if (usage.costUsd !== null || usage.promptTokens + usage.completionTokens === 0) return usage;
  try {
    const told = priceOf(usage);
    const costUsd = typeof told === "object" && told !== null ? await inTime(told, signal) : told;
    return Number.isFinite(costUsd) ? { ...usage, costUsd, priced: "listed" } : usage;
  } catch {
    return usage;
  }
}

async function inTime(work: Promise<number | null>, signal: AbortSignal): Promise<number | null> {
  const deadline = createDeadline({ signals: [signal], timeoutMs: LONGEST_LOOK_MS });
  try {
    return await untilAborted(work, deadline.signal);
  } finally {
    deadline.close();
  }
}
