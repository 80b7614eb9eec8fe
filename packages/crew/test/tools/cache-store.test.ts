import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { type CacheEntry, type CacheStore, createMemoryStore, createToolRunner } from "../../src/index.ts";
import { fakeTool } from "../fake-tools.ts";

const entry = (key: string, more: Partial<CacheEntry> = {}): CacheEntry => ({
  key,
  server: "shop",
  tool: "get",
  args: {},
  tags: [],
  readAt: 0,
  ttlMs: 1000,
  bytes: 10,
  tookMs: 0,
  text: "",
  ...more,
});

test("the oldest entry makes room for the newest", () => {
  const store = createMemoryStore({ maxEntries: 2, now: () => 0 });
  for (const key of ["a", "b", "c"]) store.set(key, entry(key));
  expect(store.entries().map(({ key }) => key)).toEqual(["b", "c"]);
});

test("an entry that is set again is the newest", () => {
  const store = createMemoryStore({ maxEntries: 2, now: () => 0 });
  for (const key of ["a", "b", "a", "c"]) store.set(key, entry(key));
  expect(store.entries().map(({ key }) => key)).toEqual(["a", "c"]);
});

test("an entry over the limit is not kept, and does not leave an older one of its key behind", () => {
  const store = createMemoryStore({ maxBytes: 100, now: () => 0 });
  store.set("a", entry("a"));
  store.set("a", entry("a", { bytes: 101 }));
  expect(store.get("a")).toBeUndefined();
});

test("all entries together stay under their limit", () => {
  const store = createMemoryStore({ maxTotalBytes: 100, now: () => 0 });
  for (const key of ["a", "b", "c"]) store.set(key, entry(key, { bytes: 45 }));
  expect(store.entries().map(({ key }) => key)).toEqual(["b", "c"]);
});

test("what was deleted makes room", () => {
  const store = createMemoryStore({ maxTotalBytes: 100, maxEntries: 2, now: () => 0 });
  for (const key of ["a", "b"]) store.set(key, entry(key, { bytes: 45 }));
  store.delete("b");
  store.delete("never there");
  store.set("c", entry("c", { bytes: 55 }));
  expect(store.entries().map(({ key }) => key)).toEqual(["a", "c"]);
});

test("expired entries go first", () => {
  let time = 0;
  const store = createMemoryStore({ maxEntries: 2, now: () => time });
  store.set("long", entry("long", { ttlMs: 10_000 }));
  store.set("short", entry("short", { ttlMs: 10 }));
  time = 11;
  store.set("new", entry("new"));
  expect(store.entries().map(({ key }) => key)).toEqual(["long", "new"]);
});

const broken: CacheStore = {
  get: () => {
    throw new Error("no connection");
  },
  set: () => Promise.reject(new Error("disk full")),
  delete: () => Promise.reject(new Error("read only")),
  entries: () => {
    throw new Error("no connection");
  },
  clear: () => {},
  close: () => {},
};

test("a store that throws and rejects never fails a call", async () => {
  const runner = createToolRunner({
    tools: [fakeTool("get")],
    policyOf: () => ({ ttlMs: 1000, tags: ["x"], drops: [] }),
    cache: broken,
  });
  for (let count = 0; count < 2; count++) {
    expect(await runner.run({ id: "1", tool: "get", args: {} })).toMatchObject({ outcome: "ok", cached: false });
  }
  expect(runner.drop(["x"])).toBe(0);
  expect(runner.entries()).toEqual([]);
});

test("a store that never answers delays a call by no more than its 50 ms", async () => {
  const never = new Promise<undefined>(() => {});
  const slow: CacheStore = { ...broken, get: () => never, set: () => never, delete: () => never };
  const runner = createToolRunner({
    tools: [fakeTool("get")],
    policyOf: () => ({ ttlMs: 1000, tags: ["x"], drops: [] }),
    cache: slow,
  });
  const result = await Promise.race([runner.run({ id: "1", tool: "get", args: {} }), sleep(5000)]);
  expect(result).toMatchObject({ outcome: "ok", cached: false });
});

test("what was dropped is not served although the store failed to delete it", async () => {
  const memory = createMemoryStore();
  const stubborn: CacheStore = { ...memory, delete: () => Promise.reject(new Error("read only")), entries: () => [] };
  const tool = fakeTool("get");
  const runner = createToolRunner({
    tools: [tool],
    policyOf: () => ({ ttlMs: 60_000, tags: ["x"], drops: [] }),
    cache: stubborn,
  });
  await runner.run({ id: "1", tool: "get", args: {} });
  expect((await runner.run({ id: "2", tool: "get", args: {} })).cached).toBe(true);
  runner.drop(["x"]);
  expect((await runner.run({ id: "3", tool: "get", args: {} })).cached).toBe(false);
  expect(tool.calls).toHaveLength(2);
});

test("the clock of a later runner may be a little behind, and no age is below 0", async () => {
  const cache = createMemoryStore();
  const options = { tools: [fakeTool("get")], policyOf: () => ({ ttlMs: 60_000, tags: ["x"], drops: [] }), cache };
  await createToolRunner({ ...options, now: () => 5_000 }).run({ id: "1", tool: "get", args: {} });
  const later = createToolRunner({ ...options, now: () => 4_900 });
  expect(await later.run({ id: "2", tool: "get", args: {} })).toMatchObject({ cached: true, ageMs: 0 });
  expect(later.entries()).toMatchObject([{ ageMs: 0 }]);
});

test("a store that was passed in outlives the runner", async () => {
  const cache = createMemoryStore();
  const options = { tools: [fakeTool("get")], policyOf: () => ({ ttlMs: 60_000, tags: ["x"], drops: [] }), cache };
  const first = createToolRunner(options);
  await first.run({ id: "1", tool: "get", args: {} });
  await first.close();
  const second = createToolRunner(options);
  expect((await second.run({ id: "2", tool: "get", args: {} })).cached).toBe(true);
  expect(second.drop(["x"])).toBe(1);
});
