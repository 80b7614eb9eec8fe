import NodeCache from "node-cache";
import { monotonicNow } from "../clock.ts";
import type { Arguments } from "../types.ts";

/** A result that was kept. `readAt` and `ttlMs` are milliseconds, on the clock of `monotonicNow`. */
export type CacheEntry = {
  readonly key: string;
  readonly server: string;
  readonly tool: string;
  readonly args: Arguments;
  readonly tags: readonly string[];
  readonly readAt: number;
  readonly ttlMs: number;
  readonly bytes: number;
  /** Milliseconds that the call took. */
  readonly tookMs: number;
  readonly text: string;
  readonly structured?: unknown;
};

/**
 * Where results are kept. It may throw, be slow or forget: a call is never worse off than without it. `entries` answers at
 * once; a store that is shared with other processes has to list theirs too, or what they wrote cannot be dropped here.
 */
export type CacheStore = {
  get(key: string): CacheEntry | undefined | Promise<CacheEntry | undefined>;
  set(key: string, entry: CacheEntry): void | Promise<void>;
  delete(key: string): void | Promise<void>;
  entries(): readonly CacheEntry[];
  clear(): void | Promise<void>;
  close(): void | Promise<void>;
};

/** A store that answers at once. */
export type MemoryStore = {
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
  /** Default `monotonicNow`. */
  readonly now?: () => number;
};

/**
 * Results in memory, on node-cache; the oldest makes room for the newest. Times to live are checked by our own clock:
 * node-cache goes by the wall clock, which brought an expired value back when it was set back by an hour, and throws
 * ECACHEFULL instead of making room (both measured with 5.1.2).
 */
export function createMemoryStore({
  maxEntries = 500,
  maxBytes = 1_000_000,
  maxTotalBytes = 64_000_000,
  now = monotonicNow,
}: MemoryStoreOptions = {}): MemoryStore {
  const cache = new NodeCache({ stdTTL: 0, checkperiod: 0, useClones: false });
  const entries = () => cache.keys().flatMap((key) => cache.get<CacheEntry>(key) ?? []);

  function makeRoom(bytes: number): void {
    const kept = entries().filter((entry) => {
      const expired = now() - entry.readAt > entry.ttlMs;
      if (expired) cache.del(entry.key);
      return !expired;
    });
    let total = kept.reduce((sum, entry) => sum + entry.bytes, 0);
    let count = kept.length;
    for (const entry of kept) {
      if (count < maxEntries && total + bytes <= maxTotalBytes) return;
      cache.del(entry.key);
      count -= 1;
      total -= entry.bytes;
    }
  }

  return {
    get: (key) => cache.get<CacheEntry>(key),
    set(key, entry) {
      cache.del(key);
      if (entry.bytes > Math.min(maxBytes, maxTotalBytes) || maxEntries < 1) return;
      makeRoom(entry.bytes);
      cache.set(key, entry);
    },
    delete(key) {
      cache.del(key);
    },
    entries,
    clear: () => cache.flushAll(),
    close() {
      cache.flushAll();
      cache.close();
    },
  };
}
