/** Milliseconds in which what was told to stop may come to an end of its own. */
const GRACE_MS = 100;

/**
 * The promise, or the signal's reason as a rejection when it has not come to its end a moment after the signal fired: for
 * work that mostly ends itself, and is worth waiting for then, but may ignore its signal.
 */
export async function leaveBehind<Value>(work: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (signal === undefined) return work;
  let timer: NodeJS.Timeout | undefined;
  let stop = () => {};
  const left = new Promise<never>((_resolve, reject) => {
    stop = () => {
      timer = setTimeout(() => reject(signal.reason), GRACE_MS);
    };
  });
  if (signal.aborted) stop();
  else signal.addEventListener("abort", stop, { once: true });
  try {
    return await Promise.race([work, left]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
  }
}
