import { monotonicNow } from "../clock.ts";

/** A limit on how often something may happen. Shared by all runs of an agent. */
export type Pace = {
  /** Milliseconds until the next turn is free, which is taken by this call. 0 when there is no need to wait. */
  take(): number;
};

const MINUTE_MS = 60_000;

/** At most `perMinute` turns in any 60 seconds; undefined never waits. */
export function createPace(perMinute: number | undefined, now: () => number = monotonicNow): Pace {
  const turns: number[] = [];
  return {
    take() {
      if (perMinute === undefined) return 0;
      const earliest = turns.length < perMinute ? 0 : (turns[turns.length - perMinute] ?? 0) + MINUTE_MS;
      const turn = Math.max(now(), earliest);
      turns.push(turn);
      if (turns.length > perMinute) turns.shift();
      return Math.max(0, turn - now());
    },
  };
}
