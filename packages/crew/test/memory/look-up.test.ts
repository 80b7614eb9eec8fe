import { FakeEmbeddings } from "@langchain/core/utils/testing";
import { type BaseStore, InMemoryStore } from "@langchain/langgraph";
import { expect, test } from "vitest";
import { createMemory, type MemoryOptions } from "../../src/index.ts";
import { codeOf } from "../wrappers/support.ts";

const by = { task: "look", agent: "ada" };

async function fill(store: BaseStore, texts: readonly string[], namespace = ["crew"]): Promise<void> {
  await Promise.all(texts.map((text, index) => store.put(namespace, `${text.slice(0, 20)} ${index}`, { ...by, text })));
}

async function recalled(options: MemoryOptions, query: string, without: readonly string[] = []): Promise<string[]> {
  const { items, problem } = await createMemory(options).recall(query, { without });
  expect(problem).toBeUndefined();
  return items.map(({ text }) => text);
}

const many = (count: number, text = "old news") => Array.from({ length: count }, (_, index) => `${text} ${index}`);

test("an entry is found behind thousands of older ones", async () => {
  const store = new InMemoryStore();
  await fill(store, many(3_000));
  await fill(store, ["redis needs 4 GB memory"]);
  expect(await recalled({ store }, "How much memory for redis?")).toEqual(["redis needs 4 GB memory"]);
});

test("where there are more than can be looked through, a problem says so, beside what was found", async () => {
  const store = new InMemoryStore();
  await fill(store, ["redis needs 4 GB memory", ...many(50_000)]);
  const { items, problem } = await createMemory({ store, timeoutMs: 60_000 }).recall("redis");
  expect([items.length, problem]).toEqual([1, expect.stringContaining("Only 50000 entries")]);
});

test("where the time is over on the way, what was found by then is given, and a problem says so", async () => {
  /** Gives the first page and no other. */
  class HalfStore extends InMemoryStore {
    override search(...[prefix, options]: Parameters<InMemoryStore["search"]>) {
      return options?.offset ? new Promise<never>(() => {}) : super.search(prefix, options);
    }
  }
  const store = new HalfStore();
  await fill(store, ["redis needs 4 GB memory", ...many(1_000)]);
  const { items, problem } = await createMemory({ store, timeoutMs: 100 }).recall("redis");
  expect([items.length, problem]).toEqual([1, "There was no answer within 100 ms."]);
});

test("a store that gives the same page for ever is not asked for ever", async () => {
  let asked = 0;
  class StuckStore extends InMemoryStore {
    override async search(...[prefix, options = {}]: Parameters<InMemoryStore["search"]>) {
      asked += 1;
      const [first] = await super.search(prefix, { ...options, offset: 0 });
      return first === undefined ? [] : Array.from({ length: options.limit ?? 10 }, () => first);
    }
  }
  const store = new StuckStore();
  await fill(store, ["old news"]);
  expect(await recalled({ store }, "redis")).toEqual([]);
  expect(asked).toBe(2);
});

test("equal texts take one place, so that another is recalled beside them", async () => {
  const store = new InMemoryStore();
  await fill(store, [...Array(11).fill("redis is full"), "Redis  is\nFULL", "redis needs 4 GB memory"]);
  const texts = await recalled({ store, limit: 2 }, "redis full");
  expect([texts.length, texts.at(-1)]).toEqual([2, "redis needs 4 GB memory"]);
});

test("what is known anyway takes no place", async () => {
  const store = new InMemoryStore();
  const long = `redis ${"is full ".repeat(1_000)}`;
  const memory = createMemory({ store, limit: 1, textLimit: 100 });
  memory.remember("1", { ...by, text: long });
  memory.remember("2", { ...by, text: "redis needs 4 GB memory" });
  await memory.settled();
  expect((await memory.recall("redis full")).items[0]?.text).toContain("is full");
  expect((await memory.recall("redis full", { without: [long] })).items.map(({ text }) => text)).toEqual([
    "redis needs 4 GB memory",
  ]);
});

test.each([
  ["without an index", () => new InMemoryStore()],
  ["with one", () => new InMemoryStore({ index: { dims: 4, embeddings: new FakeEmbeddings() } })],
])("a namespace does not see what lies under it, and is not crowded out by it (a store %s)", async (_, make) => {
  const store = make();
  await fill(store, many(600, "redis of tenant a"), ["crew", "tenant-a"]);
  await fill(store, ["redis of all"]);
  await fill(store, ["redis of another"], ["crew2"]);
  expect(await recalled({ store }, "redis")).toEqual(["redis of all"]);
  expect(await recalled({ store, namespace: ["crew", "tenant-a"], limit: 1_000 }, "redis")).toHaveLength(600);
});

test("a long text is kept without its middle, and one of another writer is recalled without it", async () => {
  const store = new InMemoryStore();
  await store.put(["crew"], "other", { ...by, text: `redis ${"x".repeat(1_000_000)} other end` });
  const memory = createMemory({ store });
  memory.remember("own", { ...by, text: `redis ${"y".repeat(1_000_000)} own end` });
  await memory.settled();
  const kept = (await store.get(["crew"], "own"))?.value.text;
  expect(kept.length).toBeLessThanOrEqual(10_000);
  const { items } = await memory.recall("redis");
  expect(items.map(({ text }) => [text.length <= 10_000, text.slice(-3)])).toEqual([
    [true, "end"],
    [true, "end"],
  ]);
  expect(items[0]?.text).toMatch(/characters left out/);
});

test.each<[string, Partial<MemoryOptions>]>([
  ["memory_limit_invalid", { limit: 0 }],
  ["memory_limit_invalid", { limit: Number.NaN }],
  ["memory_limit_invalid", { textLimit: 99 }],
  ["memory_limit_invalid", { timeoutMs: 0 }],
  ["memory_namespace_invalid", { namespace: [] }],
  ["memory_namespace_invalid", { namespace: ["crew", ""] }],
  ["memory_namespace_invalid", { namespace: ["crew.a"] }],
  ["memory_namespace_invalid", { namespace: ["a:b"] }],
  ["memory_namespace_invalid", { namespace: ["langgraph"] }],
  ["made", { namespace: ["crew", "langgraph"], timeoutMs: Number.POSITIVE_INFINITY }],
])("%s: %o", (code, options) => {
  expect(codeOf(() => createMemory({ store: new InMemoryStore(), ...options }))).toBe(code);
});
