import type { OrderedTime } from "../clock.ts";
import type { CacheEntry, CacheStore } from "./cache-store.ts";
import { isEntry } from "./entry-check.ts";

/** The runner's view of its store: what is fresh, what was dropped, and never an exception or a long wait. */
export type ResultCache = {
  /** Larger results need not be offered. */
  readonly maxBytes: number;
  /** What is kept under the key and is good enough; nothing also when the store fails or takes longer than 50 ms. */
  find(wanted: Wanted): Promise<Found>;
  /** Keeps the entry, unless one of its tags was dropped after it was read. */
  keep(entry: CacheEntry): void;
  /**
   * Drops all entries with one of the tags: at once for whoever asks here, and for all others when `gone`. What is read of
   * them within `settleMs` is still changing.
   */
  drop(tags: readonly string[], settleMs?: number): { readonly fresh: number; readonly gone: Promise<unknown> };
  droppedSince(time: number, tags: readonly string[]): boolean;
  /** Fresh entries, oldest first. */
  entries(): readonly CacheEntry[];
};

export type Wanted = {
  readonly key: string;
  readonly tags: readonly string[];
  /** The oldest that is good enough, in milliseconds; 0: nothing kept is. */
  readonly maxAgeMs: number;
};

export type Found = {
  readonly entry?: CacheEntry;
  /** That of the tags, for what is read from now on; undefined where the store does not tell. */
  readonly generation: number | undefined;
};

export type ResultCacheOptions = {
  readonly store: CacheStore;
  readonly time: OrderedTime;
  /** Called when the store has taken an entry. */
  readonly onKept: () => void;
};

const DEFAULT_MAX_BYTES = 1_000_000;

/** The longest time to live of what is still changing after a write. */
const UNSETTLED_TTL_MS = 2_000;

/** Longer than any read is on its way while the machine is awake. */
const REMEMBERED_MS = 3_600_000;

/**
 * A drop is remembered by its time, beside deleting: a read that was on its way is not kept afterwards, and an entry that
 * the store failed to delete is never served. What a store gives back is believed only when it is an entry of ours.
 */
export function createResultCache({ store, time, onKept }: ResultCacheOptions): ResultCache {
  const droppedAt = new Map<string, number>();
  const settledAt = new Map<string, number>();
  let rememberedMs = REMEMBERED_MS;
  /** Of what was read before, nobody knows any more whether it was dropped. */
  let rememberedFrom = Number.NEGATIVE_INFINITY;

  const droppedSince = (moment: number, tags: readonly string[]) =>
    moment <= rememberedFrom || tags.some((tag) => (droppedAt.get(tag) ?? Number.NEGATIVE_INFINITY) >= moment);
  const ageOf = ({ readAt }: CacheEntry) => time.now() - readAt;
  const isFresh = (entry: CacheEntry) => ageOf(entry) <= entry.ttlMs && !droppedSince(entry.readAt, entry.tags);

  function listed(isWanted: (entry: CacheEntry) => boolean): readonly CacheEntry[] {
    try {
      const [entries, now] = [store.entries(), time.now()];
      return entries.filter((entry) => isWanted(entry) && isEntry(entry, now));
    } catch {
      return [];
    }
  }

  /** A drop matters as long as something read before it can be on its way or kept, unless the machine slept meanwhile. */
  function forgetOldDrops(): void {
    for (const [tag, moment] of droppedAt) {
      if (time.now() - moment <= rememberedMs) continue;
      rememberedFrom = Math.max(rememberedFrom, moment);
      droppedAt.delete(tag);
    }
    for (const [tag, moment] of settledAt) if (time.now() >= moment) settledAt.delete(tag);
  }

  function remember(tag: string, settleMs: number): void {
    const moment = time.stamp();
    droppedAt.set(tag, moment);
    if (settleMs > 0) settledAt.set(tag, Math.max(settledAt.get(tag) ?? 0, moment + settleMs));
  }

  const generationOf = async (tags: readonly string[]): Promise<number | undefined> => {
    const told = await patiently(() => store.generations?.of(tags));
    return typeof told === "number" ? told : undefined;
  };

  /** A store that counts generations and does not tell one cannot tell either whether an entry is past. */
  const isOf = ({ generation }: Pick<CacheEntry, "generation">, now: number | undefined) =>
    store.generations === undefined || (now !== undefined && generation === now);

  return {
    maxBytes: store.maxBytes ?? DEFAULT_MAX_BYTES,
    async find({ key, tags, maxAgeMs }) {
      // Side by side: what is asked of a store that hangs is waited for once.
      const [generation, entry] = await Promise.all([
        generationOf(tags),
        // Where the clock has not moved on since a read, an age of 0 would be young enough for a caller who wants none.
        maxAgeMs > 0 ? patiently(() => store.get(key)) : failure,
      ]);
      try {
        if (entry === failure || !isEntry(entry, time.now()) || entry.key !== key) return { generation };
        const isWanted = isFresh(entry) && isOf(entry, generation) && ageOf(entry) <= maxAgeMs;
        return isWanted ? { generation, entry } : { generation };
      } catch {
        // What a store gave back may throw when it is looked at.
        return { generation };
      }
    },
    keep(entry) {
      if (droppedSince(entry.readAt, entry.tags) || !isOf(entry, entry.generation)) return;
      rememberedMs = Math.max(rememberedMs, entry.ttlMs);
      const isChanging = entry.tags.some((tag) => (settledAt.get(tag) ?? 0) > entry.readAt);
      const ttlMs = isChanging ? Math.min(entry.ttlMs, UNSETTLED_TTL_MS) : entry.ttlMs;
      void patiently(() => store.set(entry.key, { ...entry, ttlMs })).then((taken) => {
        if (taken !== failure) onKept();
      });
    },
    drop(tags, settleMs = 0) {
      const named = new Set(tags);
      // Before anything else is looked at, and so with doubt: most entries are not meant, and there may be thousands.
      const dropped = listed((entry) => Array.isArray(entry?.tags) && entry.tags.some((tag) => named.has(tag)));
      const fresh = dropped.filter(isFresh).length;
      forgetOldDrops();
      for (const tag of named) remember(tag, settleMs);
      const told = patiently(() => store.generations?.advance(tags));
      return { fresh, gone: Promise.all([told, ...dropped.map(({ key }) => patiently(() => store.delete(key)))]) };
    },
    droppedSince,
    entries: () => listed(() => true).filter(isFresh),
  };
}

const PATIENCE_MS = 50;

const failure = Symbol("failure");

/** What the store says, or `failure` when it throws, rejects or takes too long. */
async function patiently<T>(ask: () => T | PromiseLike<T>): Promise<T | typeof failure> {
  let timer: NodeJS.Timeout | undefined;
  try {
    const answer = ask();
    if (!isPromise(answer)) return answer;
    const enough = new Promise<typeof failure>((resolve) => {
      timer = setTimeout(resolve, PATIENCE_MS, failure);
    });
    return await Promise.race([answer, enough]);
  } catch {
    return failure;
  } finally {
    clearTimeout(timer);
  }
}

function isPromise<T>(value: T | PromiseLike<T>): value is PromiseLike<T> {
  return typeof value === "object" && value !== null && "then" in value;
}
