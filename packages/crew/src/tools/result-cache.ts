import type { CacheEntry, CacheStore } from "./cache-store.ts";

/** The runner's view of its store: what is fresh, what was dropped, and never an exception or a long wait. */
export type ResultCache = {
  /** A fresh entry not older than `maxAgeMs`, or undefined; also when the store fails or takes longer than 50 ms. */
  find(key: string, maxAgeMs?: number): Promise<CacheEntry | undefined>;
  /** Keeps the entry, unless one of its tags was dropped after it was read. */
  keep(entry: CacheEntry): boolean;
  /**
   * Drops all entries with one of the tags and returns how many were fresh. What is read of them within `settleMs` is
   * still changing.
   */
  drop(tags: readonly string[], settleMs?: number): number;
  droppedSince(time: number, tags: readonly string[]): boolean;
  /** Fresh entries, oldest first. */
  entries(): readonly CacheEntry[];
};

const PATIENCE_MS = 50;

/** The longest time to live of what is still changing after a write. */
const UNSETTLED_TTL_MS = 2_000;

/** Longer than any read is on its way. */
const REMEMBERED_MS = 3_600_000;

/**
 * A drop is remembered by its time, beside deleting: a read that was on its way is not kept afterwards, and an entry that
 * the store failed to delete is never served.
 */
export function createResultCache(store: CacheStore, now: () => number): ResultCache {
  const droppedAt = new Map<string, number>();
  const settledAt = new Map<string, number>();
  let rememberedMs = REMEMBERED_MS;

  const droppedSince = (time: number, tags: readonly string[]) =>
    tags.some((tag) => (droppedAt.get(tag) ?? -1) >= time);
  const isFresh = (entry: CacheEntry) => now() - entry.readAt <= entry.ttlMs && !droppedSince(entry.readAt, entry.tags);

  function listed(): readonly CacheEntry[] {
    try {
      return store.entries();
    } catch {
      return [];
    }
  }

  /** A drop matters as long as something read before it can be on its way or kept. */
  function forgetOldDrops(): void {
    for (const [tag, time] of droppedAt) if (now() - time > rememberedMs) droppedAt.delete(tag);
    for (const [tag, time] of settledAt) if (now() >= time) settledAt.delete(tag);
  }

  return {
    async find(key, maxAgeMs = Number.POSITIVE_INFINITY) {
      const entry = await patiently(() => store.get(key));
      return entry !== undefined && isFresh(entry) && now() - entry.readAt <= maxAgeMs ? entry : undefined;
    },
    keep(entry) {
      if (droppedSince(entry.readAt, entry.tags)) return false;
      rememberedMs = Math.max(rememberedMs, entry.ttlMs);
      const isChanging = entry.tags.some((tag) => (settledAt.get(tag) ?? 0) > entry.readAt);
      const ttlMs = isChanging ? Math.min(entry.ttlMs, UNSETTLED_TTL_MS) : entry.ttlMs;
      void patiently(() => store.set(entry.key, { ...entry, ttlMs }));
      return true;
    },
    drop(tags, settleMs = 0) {
      const dropped = listed().filter((entry) => entry.tags.some((tag) => tags.includes(tag)));
      const fresh = dropped.filter(isFresh).length;
      forgetOldDrops();
      for (const tag of tags) {
        droppedAt.set(tag, now());
        if (settleMs > 0) settledAt.set(tag, Math.max(settledAt.get(tag) ?? 0, now() + settleMs));
      }
      for (const entry of dropped) void patiently(() => store.delete(entry.key));
      return fresh;
    },
    droppedSince,
    entries: () => listed().filter(isFresh),
  };
}

/** What the store says, or undefined when it throws, rejects or takes too long. */
async function patiently<T>(ask: () => T | Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  try {
    const answer = ask();
    if (!(answer instanceof Promise)) return answer;
    const enough = new Promise<undefined>((resolve) => {
      timer = setTimeout(resolve, PATIENCE_MS, undefined);
    });
    return await Promise.race([answer, enough]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
