/** Why a call was ended from our side. */
export type Stop = "timeout" | "cancelled" | "closed";

export type Limit = { readonly signal: AbortSignal; stop(): Stop | undefined };

export type LimitOptions = {
  readonly timeoutMs: number;
  /** The caller's wish to stop. */
  readonly signal: AbortSignal | undefined;
  /** Ends with the connection that the work belongs to. */
  readonly life: AbortSignal;
};

/** Runs work under one signal made of three reasons to stop. Leaves no listener and no timer behind. */
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
  signal?.addEventListener("abort", cancel, { once: true });
  life.addEventListener("abort", close, { once: true });
  const timer = setTimeout(expire, timeoutMs);
  if (signal?.aborted) cancel();
  if (life.aborted) close();
  try {
    return await work({ signal: controller.signal, stop: () => why });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", cancel);
    life.removeEventListener("abort", close);
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
