import NodeCache from "node-cache";
import { createSteadyClock } from "../clock.ts";
import type { Arguments } from "../types.ts";
import { createGenerations, type Generations } from "./generations.ts";

/** A result that was kept. `readAt` and `ttlMs` are milliseconds, on the runner's clock. */
export type CacheEntry = {
  readonly key: string;
  readonly server: string;
  readonly tool: string;
  readonly args: Arguments;
  /** Stands for whose eyes it is for; nothing of them can be read in it. */
  readonly eyes?: string;
  readonly tags: readonly string[];
  readonly readAt: number;
  readonly ttlMs: number;
  readonly bytes: number;
  /** Milliseconds that the call took. */
  readonly tookMs: number;
  /** That of its tags when the call was sent, where the store counts them. */
  readonly generation?: number;
  readonly text: string;
  readonly structured?: unknown;
};

/**
 * Where results are kept. It may throw, be slow or forget: a call is never worse off than without it. `entries` answers at
 * once; a store that is shared with other processes has to list theirs too, or what they wrote cannot be dropped here.
 */
export type CacheStore = {
  /** The largest single result that it takes. Default 1 000 000. */
  readonly maxBytes?: number;
  /**
   * Lets runners that share the store know what the others dropped. To be forgotten no sooner than the entries. Without
   * it each runner knows of its own drops only.
   */
  readonly generations?: Generations;
  get(key: string): CacheEntry | undefined | Promise<CacheEntry | undefined>;
  set(key: string, entry: CacheEntry): void | Promise<void>;
  delete(key: string): void | Promise<void>;
  entries(): readonly CacheEntry[];
  clear(): void | Promise<void>;
  close(): void | Promise<void>;
};

/** A store that answers at once. */
export type MemoryStore = {
  readonly maxBytes: number;
  readonly generations: Generations;
  get(key: string): CacheEntry | undefined;
  set(key: string, entry: CacheEntry): void;
  delete(key: string): void;
  entries(): readonly CacheEntry[];
  clear(): void;
  close(): void;
};

export type MemoryStoreOptions = {
  /** Default 500. */
  readonly maxEntries?: number;
  /** The largest single result that is kept. Default 1 000 000. */
  readonly maxBytes?: number;
  /** All results together. Default 64 000 000. */
  readonly maxTotalBytes?: number;
  /** Default: a clock of its own that counts sleep and never goes back. */
  readonly now?: () => number;
};

const SWEEP_EVERY_MS = 1_000;

/**
 * Results in memory, on node-cache; the oldest makes room for the newest. Times to live are checked by our own clock:
 * node-cache goes by the wall clock, which brought an expired value back when it was set back by an hour, and throws
 * ECACHEFULL instead of making room (both measured with 5.1.2).
 */
export function createMemoryStore({
  maxEntries = 500,
  maxBytes = 1_000_000,
  maxTotalBytes = 64_000_000,
  now = createSteadyClock(),
}: MemoryStoreOptions = {}): MemoryStore {
  const cache = new NodeCache({ stdTTL: 0, checkperiod: 0, useClones: false });
  /** Where there is no place for an entry, an empty one is too large. */
  const largest = maxEntries < 1 ? -1 : Math.min(maxBytes, maxTotalBytes);
  /** The same once more, oldest first: to list node-cache takes ten times as long. */
  const kept = new Map<string, CacheEntry>();
  let total = 0;
  let sweptAt = Number.NEGATIVE_INFINITY;

  /** node-cache keeps its values in an ordinary object, which has a `__proto__` of its own. */
  const named = (key: string) => `=${key}`;
  const entries = () => [...kept.values()];
  const isFull = (bytes: number) => kept.size + 1 > maxEntries || total + bytes > maxTotalBytes;

  function remove(key: string): void {
    total -= kept.get(key)?.bytes ?? 0;
    kept.delete(key);
    cache.del(named(key));
  }

  /** Looks at every entry, so it is done from time to time only. */
  function sweep(): void {
    if (now() - sweptAt < SWEEP_EVERY_MS) return;
    sweptAt = now();
    for (const { key, readAt, ttlMs } of entries()) if (now() - readAt > ttlMs) remove(key);
  }

  function makeRoom(bytes: number): void {
    if (isFull(bytes)) sweep();
    for (const key of kept.keys()) {
      if (!isFull(bytes)) return;
      remove(key);
    }
  }

  function clear(): void {
    cache.flushAll();
    kept.clear();
    total = 0;
  }

  return {
    maxBytes: largest,
    generations: createGenerations(),
    get: (key) => cache.get<CacheEntry>(named(key)),
    set(key, entry) {
      remove(key);
      if (entry.bytes > largest) return;
      makeRoom(entry.bytes);
      cache.set(named(key), entry);
      kept.set(key, entry);
      total += entry.bytes;
    },
    delete: remove,
    entries,
    clear,
    close() {
      clear();
      cache.close();
    },
  };
}
