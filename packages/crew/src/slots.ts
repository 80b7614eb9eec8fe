/** At most `count` pieces of work at a time, the others wait in order. */
export type Slots = {
  /** Resolves to a function that gives the slot back. Rejects with the signal's reason when that fires first. */
  take(signal: AbortSignal): Promise<() => void>;
};

export function createSlots(count: number): Slots {
  let free = count;
  const waiting: (() => void)[] = [];

  function giveBack(): void {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  }

  return {
    take(signal) {
      return new Promise((resolve, reject) => {
        const leave = () => {
          waiting.splice(waiting.indexOf(start), 1);
          reject(signal.reason);
        };
        const start = () => {
          signal.removeEventListener("abort", leave);
          resolve(once(giveBack));
        };
        if (signal.aborted) reject(signal.reason);
        else if (free > 0) {
          free -= 1;
          start();
        } else {
          waiting.push(start);
          signal.addEventListener("abort", leave, { once: true });
        }
      });
    },
  };
}

function once(action: () => void): () => void {
  let done = false;
  return () => {
    if (!done) action();
    done = true;
  };
}
