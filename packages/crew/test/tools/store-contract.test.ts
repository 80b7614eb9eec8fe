import { setImmediate as turn } from "node:timers/promises";
import { type CacheEntry, type CacheStore, createMemoryStore } from "../../src/index.ts";
import { storeContract } from "./store-contract.ts";

/** As a store outside of the process is: it answers later, deletes last, and what it holds went through JSON. */
function distantStore(): CacheStore {
  const kept = new Map<string, string>();
  const read = (json: string): CacheEntry => JSON.parse(json);
  const counts = createMemoryStore().generations;
  return {
    generations: {
      async of(tags) {
        await turn();
        return counts.of(tags);
      },
      async advance(tags) {
        await turn();
        await counts.advance(tags);
      },
    },
    async get(key) {
      await turn();
      const json = kept.get(key);
      return json === undefined ? undefined : read(json);
    },
    async set(key, entry) {
      await turn();
      kept.set(key, JSON.stringify(entry));
    },
    async delete(key) {
      for (let turns = 0; turns < 3; turns += 1) await turn();
      kept.delete(key);
    },
    entries: () => [...kept.values()].map(read),
    async clear() {
      await turn();
      kept.clear();
    },
    async close() {},
  };
}

storeContract("in memory", () => createMemoryStore());
storeContract("elsewhere", distantStore);
