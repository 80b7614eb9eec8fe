import { setMaxListeners } from "node:events";

/** Why a call was ended from our side. */
export type Stop = "timeout" | "cancelled" | "closed";

export type Limit = { readonly signal: AbortSignal; stop(): Stop | undefined };

export type LimitOptions = {
  readonly timeoutMs: number;
  /** The caller's wish to stop. */
  readonly signal: AbortSignal | undefined;
  /** Ends with the connection that the work belongs to, if it belongs to one. */
  readonly life: AbortSignal | undefined;
};

/**
 * Runs work under one signal made of three reasons to stop. Leaves no listener and no timer behind. Not made by
 * AbortSignal.any: whoever listens to that and does not stop listening, as the MCP SDK does, keeps it for ever.
 */
export const withLimit = async <Value>(
  { timeoutMs, signal, life }: LimitOptions,
  work: (limit: Limit) => Promise<Value>,
): Promise<Value> => {
  const controller = new AbortController();
  let why: Stop | undefined;
  const end = (reason: Stop) => () => {
    why ??= reason;
    controller.abort(new Error(reason));
  };
  const [cancel, close, expire] = [end("cancelled"), end("closed"), end("timeout")];
  for (const outer of [signal, life]) if (outer) allowManyListeners(outer);
  signal?.addEventListener("abort", cancel, { once: true });
  life?.addEventListener("abort", close, { once: true });
  const timer = setTimeout(expire, timeoutMs);
  if (signal?.aborted) cancel();
  if (life?.aborted) close();
  try {
    return await work({ signal: controller.signal, stop: () => why });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", cancel);
    life?.removeEventListener("abort", close);
  }
};

/** Calls side by side each listen to the same signal: more than ten are no leak. */
export const allowManyListeners = (signal: AbortSignal): void => setMaxListeners(0, signal);

/** Aborts one controller when a signal does, until the link is taken away. */
export const forwardAbort = (from: AbortSignal | null | undefined, to: AbortController): (() => void) => {
  const abort = () => to.abort(from?.reason);
  if (from) allowManyListeners(from);
  from?.addEventListener("abort", abort, { once: true });
  if (from?.aborted) abort();
  return () => from?.removeEventListener("abort", abort);
};

/**
 * Gives work a signal of its own. The MCP SDK never stops listening to the signal of a request, and would cancel at the
 * server what has long been answered.
 */
export const withOwnSignal = async <Value>(
  from: AbortSignal,
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> => {
  const controller = new AbortController();
  const unlink = forwardAbort(from, controller);
  try {
    return await work(controller.signal);
  } finally {
    unlink();
  }
};

/** The task's value, or a rejection with the signal's reason as soon as that aborts; the task itself goes on. */
export const unlessAborted = async <Value>(task: Promise<Value>, signal: AbortSignal): Promise<Value> => {
  const { promise, reject } = deferred();
  const stop = () => reject(signal.reason);
  signal.addEventListener("abort", stop, { once: true });
  if (signal.aborted) stop();
  task.catch(() => undefined);
  try {
    return await Promise.race([task, promise]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
};

/** Ends early, without a word, when the signal aborts. */
export const pause = async (ms: number, signal: AbortSignal): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const waiting = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await unlessAborted(waiting, signal).catch(() => undefined);
  clearTimeout(timer);
};

const deferred = (): { readonly promise: Promise<never>; readonly reject: (reason: unknown) => void } => {
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise<never>((_, rejectPromise) => {
    reject = rejectPromise;
  });
  promise.catch(() => undefined);
  return { promise, reject };
};
