import { exitCodes } from "./exit-codes.ts";
import type { Io } from "./io.ts";

/** One command's end before its time: by Ctrl-C, by a signal, or because nobody reads its answer any more. */
export type Stopping = {
  readonly signal: AbortSignal;
  /** What the process owes to whoever stopped it; undefined while nobody did. */
  code(): number | undefined;
  /** As if Ctrl-C had been pressed. */
  interrupt(): void;
  /** Ends what still runs for this command, and listens no more. */
  end(): void;
};

/** The first signal stops in good order; after that the system's own way is free, so that a second one ends at once. */
export const createStopping = (io: Pick<Io, "onSignal">, readerGone: AbortSignal): Stopping => {
  const controller = new AbortController();
  let code: number | undefined;
  const stop = (owed: number) => {
    code ??= owed;
    forget();
    controller.abort();
  };
  const forget = io.onSignal((signal) => stop(signal === "SIGINT" ? exitCodes.interrupted : exitCodes.terminated));
  const onReaderGone = () => stop(exitCodes.ok);
  readerGone.addEventListener("abort", onReaderGone, { once: true });
  return {
    signal: controller.signal,
    code: () => code,
    interrupt: () => stop(exitCodes.interrupted),
    end: () => {
      readerGone.removeEventListener("abort", onReaderGone);
      forget();
      controller.abort();
    },
  };
};

/** How long work may take to notice that it was stopped. */
const graceMs = 1000;

/** What the work comes to; undefined when it was stopped and does not notice in time. */
export const untilStopped = async <T>(work: Promise<T>, signal: AbortSignal): Promise<T | undefined> => {
  let timer: NodeJS.Timeout | undefined;
  let wait = () => {};
  const abandoned = new Promise<undefined>((resolve) => {
    wait = () => {
      timer = setTimeout(() => resolve(undefined), graceMs);
    };
    if (signal.aborted) wait();
    else signal.addEventListener("abort", wait, { once: true });
  });
  try {
    return await Promise.race([work, abandoned]);
  } finally {
    signal.removeEventListener("abort", wait);
    clearTimeout(timer);
  }
};
