import NodeCache from "node-cache";

/** A value in the cache: a read's result and the tags by which it is dropped. `storedAt` is monotonic milliseconds. */
export type CacheEntry = {
  readonly text: string;
  readonly structured?: unknown;
  readonly tags: readonly string[];
  readonly storedAt: number;
  readonly ttlMs: number;
};

/** Where cached results live. A store may be slow or fail: the runner then goes on without it. */
export type CacheStore = {
  get(key: string): CacheEntry | undefined | Promise<CacheEntry | undefined>;
  set(key: string, entry: CacheEntry): void | Promise<void>;
  delete(keys: readonly string[]): void | Promise<void>;
  entries(): readonly (readonly [key: string, entry: CacheEntry])[];
  close(): void | Promise<void>;
};

export type MemoryStoreOptions = {
  /** Default 500; the oldest entry leaves first. */
  readonly maxEntries?: number;
  /** Characters of one value; a larger one is not kept. Default 1,000,000. */
  readonly maxSize?: number;
};

/**
 * A store in memory. node-cache expires by the wall clock, which can jump, so entries carry their own monotonic time
 * and node-cache only holds them; it throws when it is full, so the oldest leaves before.
 */
export const createMemoryStore = ({ maxEntries = 500, maxSize = 1_000_000 }: MemoryStoreOptions = {}): CacheStore => {
  const cache = new NodeCache({ useClones: false, checkperiod: 0, stdTTL: 0 });
  const read = (key: string) => cache.get<CacheEntry>(key);
  return {
    get: read,
    set: (key, entry) => {
      if (entry.text.length > maxSize) return;
      const keys = cache.keys();
      if (!cache.has(key) && keys.length >= maxEntries) cache.del(oldest(keys, read));
      cache.set(key, entry);
    },
    delete: (keys) => {
      cache.del([...keys]);
    },
    entries: () =>
      cache.keys().flatMap((key) => {
        const entry = read(key);
        return entry ? [[key, entry] as const] : [];
      }),
    close: () => {
      cache.close();
      cache.flushAll();
    },
  };
};

const oldest = (keys: readonly string[], read: (key: string) => CacheEntry | undefined): string =>
  keys.reduce((first, key) => ((read(key)?.storedAt ?? 0) < (read(first)?.storedAt ?? 0) ? key : first), keys[0] ?? "");
