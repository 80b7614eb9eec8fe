import { CrewError } from "../errors.ts";
import type { Usage } from "../types.ts";
import type { Budget, Meter, Spent, Used } from "./budget.ts";
import { noUsage } from "./no-usage.ts";
import { addUsage } from "./usage.ts";

const nothing: Used = { usage: noUsage, paidUsd: 0, toolCalls: 0, timeMs: 0 };

/** `before`: what counts as used already, of a conversation that goes on. Throws `meter_limit_invalid` for a limit below 0. */
export function createMeter(budget: Budget = {}, before: Used = nothing): Meter {
  for (const [limit, amount] of Object.entries(budget)) {
    if (amount === undefined || amount >= 0) continue;
    const message = `The limit of ${limit} is ${amount}.`;
    throw new CrewError("meter_limit_invalid", message, "Pass a number of at least 0, or leave it out.");
  }
  let requests = before.usage.modelCalls;
  let calls = before.toolCalls;
  let paid = before.paidUsd;
  let time = before.timeMs;
  let sum = before.usage;
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
    used: () => ({ usage: usage(), paidUsd: paid, toolCalls: calls, timeMs: time }),
    toolCall() {
      calls += 1;
    },
    ran(ms) {
      time += ms;
    },
    toolCallsLeft: () => left("toolCalls", calls),
    modelCallsLeft: () => left("modelCalls", requests),
    timeLeftMs: () => left("timeMs", time),
    spent() {
      const { promptTokens, completionTokens } = usage();
      // A timer ends a run up to a millisecond early: what is left then is no time.
      const used = {
        modelCalls: requests,
        usd: paid,
        tokens: promptTokens + completionTokens,
        timeMs: Math.ceil(time),
      };
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
    used: own.used,
    toolCall() {
      for (const meter of all) meter.toolCall();
    },
    ran(ms) {
      for (const meter of all) meter.ran(ms);
    },
    toolCallsLeft: () => Math.min(...all.map((meter) => meter.toolCallsLeft())),
    modelCallsLeft: () => Math.min(...all.map((meter) => meter.modelCallsLeft())),
    timeLeftMs: () => Math.min(...all.map((meter) => meter.timeLeftMs())),
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
