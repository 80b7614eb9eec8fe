import { expect, onTestFinished, test, vi } from "vitest";
import {
  type CacheEntry,
  type CachePolicy,
  type CacheStore,
  createMemoryStore,
  createToolRunner,
} from "../../src/index.ts";
import { fakeTool, text } from "../fake-tools.ts";

const now = () => 1_000_000;

const policies: Record<string, CachePolicy> = {
  get: { ttlMs: 60_000, tags: ["*"], drops: [] },
  scale: { ttlMs: 0, tags: [], drops: ["*"] },
};

/** A store that gives back what it is told to, for every key, when it has been asked to keep something. */
function lyingStore(lie: (entry: CacheEntry) => unknown): CacheStore {
  const memory = createMemoryStore({ now });
  const lied = (entry: CacheEntry): CacheEntry => JSON.parse(JSON.stringify({ lie: lie(entry) ?? null })).lie;
  return {
    ...memory,
    get: (key) => {
      const entry = memory.get(key);
      return entry && lied(entry);
    },
    entries: () => memory.entries().map(lied),
  };
}

test("an entry that throws when it is looked at is none", async () => {
  const trap = Object.defineProperty({}, "key", {
    get(): never {
      throw new Error("boom");
    },
  });
  const store: CacheStore = { ...createMemoryStore({ now }), get: () => JSON.parse("null") ?? trap };
  const runner = createToolRunner({ tools: [fakeTool("get")], cache: store, policyOf: ({ tool }) => policies[tool] });
  onTestFinished(() => runner.close());
  expect((await runner.run({ id: "1", tool: "get", args: {} })).outcome).toBe("ok");
});

test.each<[string, (entry: CacheEntry) => unknown]>([
  ["nothing", () => null],
  ["a number", () => 42],
  ["a text", () => "entry"],
  ["an entry without tags", ({ tags: _tags, ...entry }) => entry],
  ["tags that are no words", (entry) => ({ ...entry, tags: [1, null] })],
  ["a text that is none", (entry) => ({ ...entry, text: {} })],
  ["arguments that are none", (entry) => ({ ...entry, args: null })],
  ["a time to live that is none", (entry) => ({ ...entry, ttlMs: "forever" })],
  ["an entry that was read a minute after now", (entry) => ({ ...entry, readAt: now() + 60_000 })],
])("a store that gives back %s is as good as empty, for reads, writes and lists", async (_what, lie) => {
  const runner = createToolRunner({
    tools: [fakeTool("get", { answer: () => text("live") }), fakeTool("scale")],
    policyOf: ({ tool }) => policies[tool],
    cache: lyingStore(lie),
    now,
  });
  for (const id of ["1", "2"]) {
    const result = await runner.run({ id, tool: "get", args: {} });
    expect(result).toMatchObject({ outcome: "ok", text: "live", cached: false, ageMs: 0 });
  }
  expect(runner.entries()).toEqual([]);
  expect((await runner.run({ id: "3", tool: "scale", args: {} })).outcome).toBe("ok");
  expect(runner.drop(["*"])).toBe(0);
});

test("an entry that lies under another's key is not served", async () => {
  const runner = createToolRunner({
    tools: [fakeTool("get", { answer: () => text("live") })],
    policyOf: ({ tool }) => policies[tool],
    cache: lyingStore((entry) => ({ ...entry, key: "other", text: "somebody else's" })),
  });
  await runner.run({ id: "1", tool: "get", args: {} });
  expect(await runner.run({ id: "2", tool: "get", args: {} })).toMatchObject({ text: "live", cached: false });
});

test("a store that lists no list, and one whose end fails, harm nobody", async () => {
  const cache: CacheStore = { ...createMemoryStore(), entries: () => JSON.parse("null") };
  const runner = createToolRunner({ tools: [fakeTool("get")], policyOf: ({ tool }) => policies[tool], cache });
  expect((await runner.run({ id: "1", tool: "get", args: {} })).outcome).toBe("ok");
  expect(runner.entries()).toEqual([]);
  expect(runner.drop(["*"])).toBe(0);
  await runner.close();
});

test("what a full store does not take is not counted as kept", async () => {
  const cache: CacheStore = {
    ...createMemoryStore(),
    set: () => {
      throw new Error("no space left on device");
    },
  };
  const runner = createToolRunner({ tools: [fakeTool("get")], policyOf: ({ tool }) => policies[tool], cache });
  for (const id of ["1", "2"]) {
    expect(await runner.run({ id, tool: "get", args: {} })).toMatchObject({ outcome: "ok", cached: false });
  }
  expect(runner.stats()).toMatchObject({ sent: 2, kept: 0 });
});

test("a clock that stands still tells before from after: what is read after a write is kept", async () => {
  const runner = createToolRunner({
    tools: [fakeTool("get"), fakeTool("scale")],
    policyOf: ({ tool }) => policies[tool],
    now,
  });
  await runner.run({ id: "1", tool: "get", args: {} });
  await runner.run({ id: "2", tool: "scale", args: {} });
  expect((await runner.run({ id: "3", tool: "get", args: {} })).cached).toBe(false);
  expect(await runner.run({ id: "4", tool: "get", args: {} })).toMatchObject({
    cached: true,
    ageMs: expect.any(Number),
  });
});

test("after a night in which the machine slept nothing is fresh that lived for minutes", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const runner = createToolRunner({ tools: [fakeTool("get")], policyOf: ({ tool }) => policies[tool] });
  await runner.run({ id: "1", tool: "get", args: {} });
  expect(runner.entries()).toHaveLength(1);
  vi.setSystemTime(Date.now() + 8 * 3_600_000);
  expect(runner.entries()).toEqual([]);
  expect((await runner.run({ id: "2", tool: "get", args: {} })).cached).toBe(false);
});
