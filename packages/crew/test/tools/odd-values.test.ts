import { expect, test } from "vitest";
import { type Arguments, type CachePolicy, createToolRunner, type ToolCall, type ToolOutput } from "../../src/index.ts";
import { fakeTool, gate, text } from "../fake-tools.ts";

const policy: CachePolicy = { ttlMs: 60_000, tags: ["*"], drops: [] };
const call = (args: Arguments = {}): ToolCall => ({ id: "1", tool: "get", args });
const structured = (value: unknown): ToolOutput => ({ kind: "result", text: "t", structured: value, isError: false });

/** A runner over one tool that answers so, and how often the tool was asked for a call that was made twice. */
async function runTwice(
  answer: () => ToolOutput,
  { args = {}, ttlMs = 60_000 }: { args?: Arguments; ttlMs?: number } = {},
) {
  const tool = fakeTool("get", { answer });
  const runner = createToolRunner({ tools: [tool], policyOf: () => ({ ...policy, ttlMs }) });
  const results = [await runner.run(call(args)), await runner.run(call(args))];
  return { results, sent: tool.calls.length, kept: runner.stats().kept };
}

const cycle: Record<string, unknown> = { a: 1 };
cycle.self = cycle;
let deep: Record<string, unknown> = {};
for (let depth = 0; depth < 20_000; depth += 1) deep = { deep };
/** Small in memory, and too large for the world when it is written out. */
const folded = Array.from({ length: 64 }).reduce<unknown>((inner) => [inner, inner, inner, inner], "x");

test.each<[string, unknown]>([
  ["a cycle", cycle],
  ["a big integer", { a: 1n }],
  ["a buffer", { b: Buffer.from("abc") }],
  ["a function", () => 1],
  ["a function within", { call: () => 1 }],
  ["a symbol", { a: Symbol("a") }],
  ["a date", { at: new Date(0) }],
  ["a map", new Map([["a", 1]])],
  ["a number that is none", { a: Number.NaN }],
  ["20 000 levels", deep],
  ["4 to the power of 64 members", folded],
  [
    "a getter that throws",
    {
      get a() {
        throw new Error("boo");
      },
    },
  ],
  ["50 MB in one text", { log: "x".repeat(50_000_000) }],
  ["a million small members", Array.from({ length: 1_000_000 }, (_, index) => ({ index }))],
])("a result with %s is given to the caller as it is and never kept", async (_what, value) => {
  const { results, sent, kept } = await runTwice(() => structured(value));
  expect(results.map(({ outcome, cached }) => [outcome, cached])).toEqual([
    ["ok", false],
    ["ok", false],
  ]);
  expect(results.every((result) => result.structured === value)).toBe(true);
  expect({ sent, kept }).toEqual({ sent: 2, kept: 0 });
});

test("a text of 50 MB is given to the caller and never kept", async () => {
  const { results, sent, kept } = await runTwice(() => text("日".repeat(17_000_000)));
  expect(results.map(({ text: content }) => content.length)).toEqual([17_000_000, 17_000_000]);
  expect({ sent, kept }).toEqual({ sent: 2, kept: 0 });
});

test("what JSON can hold is kept as it is, also without a prototype, without values and with a key __proto__", async () => {
  const value = Object.assign(Object.create(null), {
    items: [null, true, -0.5, "日", { left: undefined }],
    parsed: JSON.parse('{"__proto__": {"polluted": true}}'),
  });
  const { results, sent } = await runTwice(() => structured(value));
  expect(sent).toBe(1);
  expect(results[1]).toMatchObject({ cached: true });
  expect(JSON.stringify(results[1]?.structured)).toBe(JSON.stringify(value));
});

test.each<[string, number]>([
  ["0", 0],
  ["below 0", -1],
  ["not a number", Number.NaN],
  ["without end", Number.POSITIVE_INFINITY],
])("with a time to live that is %s nothing is kept, and counted as kept", async (_what, ttlMs) => {
  expect(await runTwice(() => text("t"), { ttlMs })).toMatchObject({ sent: 2, kept: 0 });
});

test("a time to live of millions of years is one", async () => {
  expect(await runTwice(() => text("t"), { ttlMs: Number.MAX_VALUE })).toMatchObject({ sent: 1, kept: 1 });
});

test.each<[string, Arguments]>([
  ["a cycle", cycle],
  ["a function", { f: () => 1 }],
  ["a date", { at: new Date(0) }],
  ["a big integer", { n: 1n }],
])("a call with %s among its arguments is sent every time: it has no key", async (_what, args) => {
  const { results, sent } = await runTwice(() => text("t"), { args });
  expect(results.map(({ outcome }) => outcome)).toEqual(["ok", "ok"]);
  expect(sent).toBe(2);
});

test("two forms of a name in Unicode are two calls, never one", async () => {
  const tool = fakeTool("get", { answer: ({ name }) => text(String(name)) });
  const runner = createToolRunner({ tools: [tool], policyOf: () => policy });
  const names = ["caf\u00e9", "cafe\u0301", "dev", " dev", "Dev", 'dev","x":"', "dev\u0000"];
  for (const name of names) await runner.run(call({ name }));
  for (const name of names) expect(await runner.run(call({ name }))).toMatchObject({ cached: true, text: name });
});

test("an argument that is left out and one that says the schema's default are one call, which is sent as it was written", async () => {
  const schema = {
    type: "object",
    properties: {
      limit: { type: "integer", default: 10 },
      labels: { default: { a: 1, b: 2 } },
      name: { type: "string" },
    },
  };
  const tool = fakeTool("get", { schema });
  const runner = createToolRunner({ tools: [tool], policyOf: () => policy });
  await runner.run(call({ limit: 10 }));
  expect(tool.calls[0]?.args).toEqual({ limit: 10 });
  expect((await runner.run(call({}))).cached).toBe(true);
  expect((await runner.run(call({ labels: { b: 2, a: 1 } }))).cached).toBe(true);
  expect((await runner.run(call({ limit: 11 }))).cached).toBe(false);
  expect((await runner.run(call({ name: "" }))).cached).toBe(false);
});

test("the tool's own object stays its own: it is neither frozen nor followed", async () => {
  const own = { items: [{ name: "a" }] };
  const { results } = await runTwice(() => {
    own.items[0] = { name: "a" };
    return structured(own);
  });
  own.items.push({ name: "b" });
  expect(results[0]?.structured).toBe(own);
  expect(results[1]?.structured).toEqual({ items: [{ name: "a" }] });
});

test("those who share a read get a copy that nobody can change", async () => {
  const answer = gate<ToolOutput>();
  const runner = createToolRunner({
    tools: [fakeTool("get", { answer: () => answer.promise })],
    policyOf: () => policy,
  });
  const waiting = [runner.run(call()), runner.run(call())];
  answer.open(structured({ items: [] }));
  const [first, second] = await Promise.all(waiting);
  expect(Object.isFrozen(first?.structured)).toBe(false);
  expect(Object.isFrozen(second?.structured)).toBe(true);
});

test("arguments that are changed after the call do not change what is told of the entry", async () => {
  const runner = createToolRunner({ tools: [fakeTool("get")], policyOf: () => policy });
  const args = { labels: ["a"] };
  await runner.run(call(args));
  args.labels.push("b");
  expect(runner.entries()).toMatchObject([{ args: { labels: ["a"] } }]);
});

test.each<[string, unknown]>([
  ["a bare text", "done"],
  ["nothing", undefined],
  ["null", null],
  ["a result without text", { kind: "result", isError: false }],
  ["a number as text", { kind: "result", text: 5, isError: false }],
  ["another kind", { kind: "answer", text: "done" }],
  ["a failure without a reason", { kind: "failure", message: "no" }],
  ["a failure for a reason that is none", { kind: "failure", reason: "toString", message: "no" }],
  ["a failure without a message", { kind: "failure", reason: "timeout" }],
])("a tool that returns %s is told to have, and nothing of it is kept", async (_what, value) => {
  // @ts-expect-error: plain JavaScript may return what the types forbid.
  const { results, sent, kept } = await runTwice(() => value);
  const message = expect.stringContaining('The tool "get" was called, but it has to return { kind: "result", text');
  expect(results[0]).toMatchObject({ outcome: "failed", text: "", message });
  expect([sent, kept]).toEqual([2, 0]);
});
