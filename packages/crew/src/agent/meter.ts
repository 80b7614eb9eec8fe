import type { Usage } from "../types.ts";
import type { Budget, Meter, Spent } from "./budget.ts";
import { noUsage } from "./no-usage.ts";
import { addUsage } from "./usage.ts";

export function createMeter(budget: Budget = {}): Meter {
  let requests = 0;
  let calls = 0;
  let paid = 0;
  let time = 0;
  let sum = noUsage;
  const usage = (): Usage => ({ ...sum, modelCalls: requests });
  const left = (limit: keyof Budget, used: number) => Math.max(0, (budget[limit] ?? Number.POSITIVE_INFINITY) - used);

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
    ran(ms) {
      time += ms;
    },
    toolCallsLeft: () => left("toolCalls", calls),
    modelCallsLeft: () => left("modelCalls", requests),
    spent() {
      const { promptTokens, completionTokens } = usage();
      const used = { modelCalls: requests, usd: paid, tokens: promptTokens + completionTokens, timeMs: time };
      const limits = ["modelCalls", "usd", "tokens", "timeMs"] as const;
      const limit = limits.find((name) => left(name, used[name]) === 0);
      return limit === undefined ? undefined : { limit, amount: budget[limit] ?? 0 };
    },
  };
}

/** A run's own meter, with others that count along: whichever allows least decides. */
export function joinMeters(own: Meter, others: readonly Meter[]): Meter {
  const all = [own, ...others];
  return {
    request() {
      for (const other of others) other.request();
      return own.request();
    },
    reply(used) {
      for (const meter of all) meter.reply(used);
    },
    usage: own.usage,
    toolCall() {
      for (const meter of all) meter.toolCall();
    },
    ran(ms) {
      for (const meter of all) meter.ran(ms);
    },
    toolCallsLeft: () => Math.min(...all.map((meter) => meter.toolCallsLeft())),
    modelCallsLeft: () => Math.min(...all.map((meter) => meter.modelCallsLeft())),
    spent: () => all.map((meter) => meter.spent()).find((spent) => spent !== undefined),
  };
}

const units: { readonly [limit in keyof Budget]-?: (amount: number) => string } = {
  modelCalls: (amount) => `${amount} model calls`,
  toolCalls: (amount) => `${amount} tool calls`,
  usd: (amount) => `$${amount}`,
  tokens: (amount) => `${amount} tokens`,
  timeMs: (amount) => `${amount / 1000} s`,
};

export function spentInWords({ limit, amount }: Spent): string {
  return `The limit of ${units[limit](amount)} is used up.`;
}
