import { setTimeout } from "node:timers/promises";

/** Waits `ms` milliseconds, or throws the signal's reason as soon as it is aborted. */
export async function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
  await setTimeout(ms, undefined, signal === undefined ? {} : { signal });
}
