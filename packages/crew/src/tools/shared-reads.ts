import { untilAborted } from "../abort.ts";

/** A read on its way, and everybody who waits for it. */
type Read<T> = {
  readonly startedAt: number;
  readonly result: Promise<T>;
  readonly controller: AbortController;
  waiters: number;
};

type JoinOptions<T> = {
  readonly key: string;
  readonly signal: AbortSignal;
  /** Whether a read that began at this time is recent enough to be shared. */
  readonly accepts: (startedAt: number) => boolean;
  /** Begins the read. `isLatest` tells, when it ends, whether no later read of the same key has begun. */
  readonly start: (read: {
    readonly signal: AbortSignal;
    readonly startedAt: number;
    isLatest(): boolean;
  }) => Promise<T>;
};

export type SharedReads<T> = {
  /** The result of the read under way, or of a new one. Rejects with the signal's reason, without harm to the others. */
  join(options: JoinOptions<T>): Promise<{ readonly value: T; readonly shared: boolean }>;
};

/** Equal reads at the same time are one read. It is given up only when the last of those who wait for it has left. */
export function createSharedReads<T>(now: () => number): SharedReads<T> {
  const latest = new Map<string, Read<T>>();

  function begin({ key, start }: JoinOptions<T>): Read<T> {
    const controller = new AbortController();
    const startedAt = now();
    const isLatest = () => latest.get(key)?.controller === controller;
    const result = start({ signal: controller.signal, startedAt, isLatest }).finally(() => {
      if (isLatest()) latest.delete(key);
    });
    result.catch(() => {});
    const read = { startedAt, result, controller, waiters: 0 };
    latest.set(key, read);
    return read;
  }

  return {
    async join(options) {
      const current = latest.get(options.key);
      const shared = current !== undefined && !current.controller.signal.aborted && options.accepts(current.startedAt);
      const read = shared ? current : begin(options);
      read.waiters += 1;
      try {
        return { value: await untilAborted(read.result, options.signal), shared };
      } finally {
        read.waiters -= 1;
        if (read.waiters === 0) read.controller.abort(options.signal.reason);
      }
    },
  };
}
