import { monotonicNow } from "../clock.ts";
import type { AgentError, Breaker } from "./types.ts";

export type BreakerOptions = {
  /** Milliseconds in which the service is not asked after a second failure in a row. Default 30 000. */
  readonly restMs?: number;
  /** Milliseconds of the first probe. Each one that fails doubles it, since a service may just be slow. Default 10 000. */
  readonly probeMs?: number;
  readonly now?: () => number;
};

export function createBreaker(options: BreakerOptions = {}): Breaker {
  const { restMs = 30_000, probeMs = 10_000, now = monotonicNow } = options;
  let failure: { readonly error: AgentError; readonly at: number; readonly count: number } | undefined;
  let isProbing = false;
  return {
    pass() {
      if (failure === undefined) return { kind: "free" };
      // The first failure may have been a moment's: who asks again is not told old news.
      const ms = failure.count === 1 ? 0 : Math.max(0, failure.at + restMs - now());
      if (ms > 0 || isProbing) return { kind: "closed", error: failure.error, ms };
      isProbing = true;
      return { kind: "probe", limitMs: probeMs * 2 ** (failure.count - 1) };
    },
    answered() {
      failure = undefined;
      isProbing = false;
    },
    failed(error) {
      failure = { error, at: now(), count: (failure?.count ?? 0) + 1 };
      isProbing = false;
    },
    ended() {
      isProbing = false;
    },
  };
}

/** Whether an error tells that nothing answers. A service that says that it is too busy has answered. */
export function isSilence({ code, cause }: AgentError): boolean {
  return code === "model_unavailable" && cause !== "overloaded";
}
