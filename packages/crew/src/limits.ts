import { createDeadline } from "./abort.ts";

/** Why a call was ended from our side. */
export type Stop = "timeout" | "cancelled" | "closed";

export type Limit = { readonly signal: AbortSignal; stop(): Stop | undefined };

export type LimitOptions = {
  readonly timeoutMs: number;
  /** The caller's wish to stop. */
  readonly signal: AbortSignal | undefined;
  /** Ends with the connection that the work belongs to, if it belongs to one. */
  readonly life?: AbortSignal;
};

/** Runs work under one signal made of three reasons to stop. Leaves no listener and no timer behind. */
export const withLimit = async <Value>(
  { timeoutMs, signal, life }: LimitOptions,
  work: (limit: Limit) => Promise<Value>,
): Promise<Value> => {
  const deadline = createDeadline({ signals: [signal, life], timeoutMs });
  const stop = (): Stop | undefined => {
    if (!deadline.signal.aborted) return undefined;
    if (deadline.timedOut()) return "timeout";
    return life?.aborted ? "closed" : "cancelled";
  };
  try {
    return await work({ signal: deadline.signal, stop });
  } finally {
    deadline.close();
  }
};

/**
 * Gives work a signal of its own. The MCP SDK never stops listening to the signal of a request, and would cancel at the
 * server what has long been answered.
 */
export const withOwnSignal = async <Value>(
  from: AbortSignal,
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> => {
  const own = createDeadline({ signals: [from] });
  try {
    return await work(own.signal);
  } finally {
    own.close();
  }
};
