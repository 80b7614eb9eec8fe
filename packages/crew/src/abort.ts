import { setMaxListeners } from "node:events";
import { startAlarm } from "./alarm.ts";

/**
 * A signal that fires when one of several does, or when the time is over. `timedOut` tells these apart. `renew` lets the
 * time begin anew, unless it is over. `close` frees the timer and the listeners; it has to be called on every path.
 * (`AbortSignal.any` keeps its sources' lists growing.)
 */
export type Deadline = {
  readonly signal: AbortSignal;
  timedOut(): boolean;
  renew(): void;
  close(): void;
};

export type DeadlineOptions = {
  readonly signals: readonly (AbortSignal | undefined)[];
  /** Milliseconds, any number of them. Default, and of `Infinity`: no limit. */
  readonly timeoutMs?: number | undefined;
};

export function createDeadline({ signals, timeoutMs }: DeadlineOptions): Deadline {
  const controller = new AbortController();
  const sources = signals.filter((signal) => signal !== undefined);
  let late = false;

  function abort(): void {
    controller.abort(sources.find((signal) => signal.aborted)?.reason);
  }

  function expire(): void {
    late = !controller.signal.aborted;
    controller.abort(new DOMException(`There was no answer within ${timeoutMs} ms.`, "TimeoutError"));
  }

  for (const signal of sources) {
    // Many calls may hang on one signal, which is no leak: without this Node prints a warning at the eleventh.
    setMaxListeners(0, signal);
    signal.addEventListener("abort", abort);
  }
  if (sources.some((signal) => signal.aborted)) abort();
  // A timer fires later at the earliest: where no time is left, nothing may begin.
  if (timeoutMs !== undefined && timeoutMs <= 0) expire();
  const alarm = timeoutMs === undefined || timeoutMs <= 0 ? undefined : startAlarm(timeoutMs, expire);
  return {
    signal: controller.signal,
    timedOut: () => late,
    renew() {
      if (!controller.signal.aborted) alarm?.renew();
    },
    close() {
      alarm?.stop();
      for (const signal of sources) signal.removeEventListener("abort", abort);
    },
  };
}

/** The promise, or the signal's reason as a rejection: whichever comes first. For work that may ignore its signal. */
export async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = () => {};
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

/** Waits any number of milliseconds, and rejects with the signal's reason when that fires. */
export async function delay(ms: number, signal: AbortSignal): Promise<void> {
  let stop = () => {};
  const passed = new Promise<void>((resolve) => {
    stop = startAlarm(ms, resolve).stop;
  });
  await untilAborted(passed, signal).finally(() => stop());
}
