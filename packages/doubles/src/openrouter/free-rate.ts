import { type Rejection, refusal } from "./rejection.ts";
import type { State } from "./types.ts";

const perMinute = 20;
const perDay = { never_paid: 50, paid: 1000 };

/** Counts requests to models that cost nothing: 20 a minute, 50 a day, 1000 where credit was ever bought. */
export function createFreeRate(now: () => number = Date.now) {
  const times: number[] = [];
  return ({ freeRequestsToday, isFreeTier }: State): Rejection | undefined => {
    const limit = isFreeTier ? perDay.never_paid : perDay.paid;
    if (freeRequestsToday + times.length >= limit) return exceeded("day", limit, now());
    const lately = times.filter((time) => now() - time < 60_000);
    if (lately.length >= perMinute) return exceeded("min", perMinute, now());
    times.push(now());
    return undefined;
  };
}

function exceeded(unit: "min" | "day", limit: number, now: number): Rejection {
  const length = unit === "min" ? 60_000 : 86_400_000;
  return {
    ...refusal("rate.free_model", 429, `Rate limit exceeded: free-models-per-${unit}. `),
    headers: {
      "x-ratelimit-limit": String(limit),
      "x-ratelimit-remaining": "0",
      "x-ratelimit-reset": String(Math.ceil(now / length) * length),
    },
  };
}
