import { createDeadline, type Deadline } from "../abort.ts";
import { monotonicNow } from "../clock.ts";
import { type ModelFailure, modelFailure } from "./model-failure.ts";
import type { Agent } from "./types.ts";

/** How long one reply of the model is waited for, within the run's own time. Has to be closed on every path. */
export type Patience = {
  readonly signal: AbortSignal;
  /** Whether there is time for a pause of so many milliseconds, and for a request after it. */
  allows(ms: number): boolean;
  /** Counts a pause. */
  paused(ms: number): void;
  /** Why the signal was aborted. */
  endedBy(): ModelFailure;
  close(): void;
};

/** However long an agent may take: nobody waits longer, all pauses together, for a vendor that is too busy. */
const LONGEST_PAUSES_MS = 60_000;

export function createPatience(agent: Agent, deadline: Deadline, limitMs = Number.POSITIVE_INFINITY): Patience {
  const { replyTimeoutMs = Number.POSITIVE_INFINITY } = agent;
  const timeoutMs = Math.min(replyTimeoutMs, limitMs);
  const startedAt = monotonicNow();
  let pausedMs = 0;
  const limit = createDeadline({
    signals: [deadline.signal],
    timeoutMs: Number.isFinite(timeoutMs) ? timeoutMs : undefined,
  });
  return {
    signal: limit.signal,
    allows: (ms) => pausedMs + ms <= LONGEST_PAUSES_MS && ms < timeoutMs - (monotonicNow() - startedAt),
    paused(ms) {
      pausedMs += ms;
    },
    endedBy: () => (limit.timedOut() ? lateFailure(timeoutMs) : abortFailure(agent, deadline)),
    close: limit.close,
  };
}

function lateFailure(ms: number): ModelFailure {
  const time = `${ms / 1000} s`;
  const known = { cause: "timeout", detail: time, retry: "never" } as const;
  return modelFailure("model_unavailable", `The model gave no reply within ${time}.`, known);
}

/** Why a run was aborted: its time was over, or somebody wanted it to stop. */
export function abortFailure(agent: Agent, deadline: Deadline): ModelFailure {
  return deadline.timedOut()
    ? modelFailure("budget_exceeded", `The time of the agent "${agent.name}" is used up.`)
    : modelFailure("cancelled", "The run was cancelled.");
}
