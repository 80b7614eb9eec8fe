import { expect, test, vi } from "vitest";
import { type CacheEntry, type CachePolicy, type CacheStore, createToolRunner } from "../../src/index.ts";
import { fakeTool, gate, text } from "../fake-tools.ts";

const entry = (key: string, more: Partial<CacheEntry> = {}): CacheEntry => ({
  key,
  server: "shop",
  tool: "get",
  args: { name: "日本", deep: { list: [1, null] } },
  tags: ["*", "pods"],
  readAt: Date.now(),
  ttlMs: 60_000,
  bytes: 10,
  tookMs: 1.5,
  text: `result of ${key}`,
  structured: { items: [{ name: "a" }], none: null },
  ...more,
});

const oddKeys = ["a b", "a/b:c", "", "__proto__", "constructor", "日本語", "e\u0301", "é", "x".repeat(500)];

const policies: Record<string, CachePolicy> = {
  get: { ttlMs: 60_000, tags: ["pods"], drops: [] },
  list: { ttlMs: 60_000, tags: ["nodes"], drops: [] },
  scale: { ttlMs: 0, tags: [], drops: ["pods"] },
};

/**
 * What any store has to do, whether it answers at once or later. `makeStore` is called anew for every test and gives back
 * an empty store with room for a dozen small entries.
 */
export function storeContract(name: string, makeStore: () => CacheStore | Promise<CacheStore>): void {
  test(`${name}: gives back what was put in, whole, and nothing for a key that it has not`, async () => {
    const store = await makeStore();
    await store.set("a", entry("a"));
    expect(await store.get("a")).toEqual(entry("a", { readAt: expect.any(Number) }));
    expect(await store.get("b")).toBeUndefined();
    await store.close();
  });

  test(`${name}: an entry that is set again replaces the one before`, async () => {
    const store = await makeStore();
    await store.set("a", entry("a"));
    await store.set("a", entry("a", { text: "new" }));
    expect((await store.get("a"))?.text).toBe("new");
    expect(store.entries().map(({ text: content }) => content)).toEqual(["new"]);
    await store.close();
  });

  test(`${name}: what was deleted is gone, and to delete what is not there is no mistake`, async () => {
    const store = await makeStore();
    for (const key of ["a", "b"]) await store.set(key, entry(key));
    await store.delete("a");
    await store.delete("never there");
    expect(await store.get("a")).toBeUndefined();
    expect(store.entries().map(({ key }) => key)).toEqual(["b"]);
    await store.close();
  });

  test(`${name}: lists everything that it has, and nothing once it was cleared`, async () => {
    const store = await makeStore();
    for (const key of ["a", "b", "c"]) await store.set(key, entry(key));
    expect(store.entries()).toHaveLength(3);
    await store.clear();
    expect(store.entries()).toEqual([]);
    expect(await store.get("a")).toBeUndefined();
    await store.close();
  });

  test(`${name}: a key is a key, whatever is written in it`, async () => {
    const store = await makeStore();
    for (const key of oddKeys) expect(await store.get(key)).toBeUndefined();
    for (const key of oddKeys) await store.set(key, entry(key));
    for (const key of oddKeys) expect((await store.get(key))?.text).toBe(`result of ${key}`);
    expect(store.entries()).toHaveLength(oddKeys.length);
    await store.close();
  });

  test(`${name}: under a runner reads are served again, and a write drops what it names and no more`, async () => {
    const store = await makeStore();
    const tools = [fakeTool("get", { answer: () => text("pods") }), fakeTool("list"), fakeTool("scale")];
    const options = { tools, policyOf: ({ tool }: { tool: string }) => policies[tool], cache: store };
    const [runner, other] = [createToolRunner(options), createToolRunner({ ...options, identity: "eve" })];
    const run = (tool: string, by = runner) => by.run({ id: "1", tool, args: {} });
    for (const tool of ["get", "list"]) await run(tool);
    expect((await run("get", other)).cached).toBe(false);
    await vi.waitFor(() => expect(store.entries()).toHaveLength(3));
    expect(await run("get")).toMatchObject({ cached: true, text: "pods" });
    expect(await run("get", other)).toMatchObject({ cached: true, text: "pods" });
    await run("scale");
    expect((await run("get", other)).cached).toBe(false);
    expect((await run("get")).cached).toBe(false);
    expect((await run("list")).cached).toBe(true);
    await store.close();
  });

  test(`${name}: a runner does not serve what another on the same store has changed, nor what it had on its way`, async () => {
    const store = await makeStore();
    const replicas = { now: 1 };
    const held = gate();
    const get = (isHeld: boolean) =>
      fakeTool("get", {
        answer: async () => {
          const seen = String(replicas.now);
          if (isHeld && replicas.now === 1) await held.promise;
          return text(seen);
        },
      });
    const scale = fakeTool("scale", {
      answer: () => {
        replicas.now += 1;
        return text("scaled");
      },
    });
    const policyOf = ({ tool }: { tool: string }) => policies[tool];
    const writer = createToolRunner({ tools: [get(false), scale], policyOf, cache: store });
    const reader = createToolRunner({ tools: [get(true), scale], policyOf, cache: store });
    const run = (tool: string, by: typeof writer) => by.run({ id: "1", tool, args: {} });
    const early = run("get", reader);
    await vi.waitFor(() => expect(reader.stats().sent).toBe(1));
    await run("scale", writer);
    expect(await run("get", reader)).toMatchObject({ text: "2", cached: false });
    held.open();
    expect(await early).toMatchObject({ text: "1" });
    expect(await run("get", writer)).toMatchObject({ text: "2" });
    await run("scale", reader);
    expect(await run("get", writer)).toMatchObject({ text: "3" });
    await store.close();
  });
}
