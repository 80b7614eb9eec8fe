/** Runs tasks with a cap, and shares one task among all who ask for the same at the same time. */
export type Flights<Value> = {
  /** One task for equal keys. It is stopped only when all who wait for it have left. */
  share(key: string, task: (signal: AbortSignal) => Promise<Value>, signal: AbortSignal): Promise<Value>;
  alone(task: (signal: AbortSignal) => Promise<Value>, signal: AbortSignal): Promise<Value>;
};

type Flight<Value> = { readonly value: Promise<Value>; readonly stop: AbortController; waiting: number };

export const createFlights = <Value extends { readonly outcome: string }>(
  concurrency: number,
): Flights<Value | Stopped> => {
  const inFlight = new Map<string, Flight<Value | Stopped>>();
  const slots = createSlots(concurrency);

  const alone: Flights<Value | Stopped>["alone"] = (task, signal) =>
    untilAborted(
      slots(() => (signal.aborted ? Promise.resolve(stopped) : task(signal))),
      signal,
    );

  const share: Flights<Value | Stopped>["share"] = async (key, task, signal) => {
    let flight = inFlight.get(key);
    if (!flight) {
      const stop = new AbortController();
      const value = slots(() => (stop.signal.aborted ? Promise.resolve(stopped) : task(stop.signal)));
      flight = { value, stop, waiting: 0 };
      inFlight.set(key, flight);
      const leave = () => inFlight.delete(key);
      value.then(leave, leave);
    }
    const own = flight;
    own.waiting += 1;
    try {
      return await untilAborted(own.value, signal);
    } finally {
      own.waiting -= 1;
      if (own.waiting === 0) {
        own.stop.abort();
        if (inFlight.get(key) === own) inFlight.delete(key);
      }
    }
  };
  return { share, alone };
};

/** The answer of who left: the others still get theirs. */
export type Stopped = { readonly outcome: "cancelled"; readonly text: ""; readonly message: string };

const stopped: Stopped = { outcome: "cancelled", text: "", message: "The call was stopped." };

const untilAborted = async <Value>(value: Promise<Value>, signal: AbortSignal): Promise<Value | Stopped> => {
  if (signal.aborted) return stopped;
  let leave: () => void = () => {};
  const aborted = new Promise<Stopped>((resolve) => {
    leave = () => resolve(stopped);
    signal.addEventListener("abort", leave, { once: true });
  });
  try {
    return await Promise.race([value, aborted]);
  } finally {
    signal.removeEventListener("abort", leave);
  }
};

const createSlots = (size: number) => {
  let free = size;
  const queue: (() => void)[] = [];
  return async <Value>(task: () => Promise<Value>): Promise<Value> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => queue.push(resolve));
    try {
      return await task();
    } finally {
      const next = queue.shift();
      if (next) next();
      else free += 1;
    }
  };
};
