import { setTimeout as sleep } from "node:timers/promises";
import { GraphInterrupt } from "@langchain/langgraph";
import { expect, test } from "vitest";
import {
  type Arguments,
  type CachePolicy,
  createMemoryStore,
  createToolRunner,
  type JsonSchema,
  type ToolCall,
  type ToolOutput,
} from "../../src/index.ts";
import { anySchema, fakeTool, gate, text } from "../fake-tools.ts";

const read = (tags: readonly string[] = ["pods"], ttlMs = 60_000): CachePolicy => ({ ttlMs, tags, drops: [] });
const write = (drops: readonly string[] = ["pods"]): CachePolicy => ({ ttlMs: 0, tags: [], drops });
const call = (tool: string, args = {}, id = "1"): ToolCall => ({ id, tool, args });
/** Lets everything run that is ready to run. */
const settle = () => sleep(5);

test("a call comes back with its text, its server and how long it took", async () => {
  const runner = createToolRunner({ tools: [fakeTool("list_pods")] });
  expect(await runner.run(call("list_pods", { namespace: "dev" }, "a7"))).toEqual({
    call: { id: "a7", tool: "list_pods", args: { namespace: "dev" } },
    server: "shop",
    outcome: "ok",
    text: "list_pods was called",
    message: "",
    cached: false,
    ageMs: 0,
    ms: expect.any(Number),
  });
});

test("T12: without a policy two identical calls really run twice", async () => {
  const tool = fakeTool("list_pods");
  const runner = createToolRunner({ tools: [tool] });
  await Promise.all([runner.run(call("list_pods")), runner.run(call("list_pods"))]);
  await runner.run(call("list_pods"));
  expect(tool.calls).toHaveLength(3);
});

test("T13: with a policy a second equal call is answered from the cache and tells its age", async () => {
  let time = 1000;
  const tool = fakeTool("list_pods");
  const runner = createToolRunner({ tools: [tool], policyOf: () => read(), now: () => time });
  await runner.run(call("list_pods", { a: 1, b: { c: [2], d: 3 } }, "first"));
  time += 250;
  const second = await runner.run(call("list_pods", { b: { d: 3, c: [2] }, a: 1 }, "second"));
  expect(second).toMatchObject({ cached: true, ageMs: 250, outcome: "ok", call: { id: "second" } });
  expect(second.text).toBe("list_pods was called");
  expect(tool.calls).toHaveLength(1);
});

test("an entry lives as long as its policy says, by a clock that never jumps", async () => {
  let time = 0;
  const tool = fakeTool("list_pods");
  const runner = createToolRunner({ tools: [tool], policyOf: () => read(["pods"], 1000), now: () => time });
  await runner.run(call("list_pods"));
  time = 1000;
  expect((await runner.run(call("list_pods"))).cached).toBe(true);
  time = 1001;
  expect((await runner.run(call("list_pods"))).cached).toBe(false);
  expect(tool.calls).toHaveLength(2);
});

test("maxAgeMs asks for a fresher result, and 0 always asks the server and renews the entry", async () => {
  let time = 0;
  const tool = fakeTool("list_pods");
  const runner = createToolRunner({ tools: [tool], policyOf: () => read(), now: () => time });
  await runner.run(call("list_pods"));
  time = 500;
  expect((await runner.run(call("list_pods"), { maxAgeMs: 500 })).cached).toBe(true);
  expect((await runner.run(call("list_pods"), { maxAgeMs: 499 })).cached).toBe(false);
  time = 510;
  expect(await runner.run(call("list_pods"))).toMatchObject({ cached: true, ageMs: 10 });
  expect((await runner.run(call("list_pods"), { maxAgeMs: 0 })).cached).toBe(false);
  // Also where the clock has not moved on.
  expect((await runner.run(call("list_pods"), { maxAgeMs: 0 })).cached).toBe(false);
});

test.each<{ what: string; args?: Arguments; identity?: string; server?: string; schema?: JsonSchema }>([
  { what: "another argument", args: { name: "b" } },
  { what: "a key named __proto__", args: JSON.parse('{"name":"a","__proto__":{"x":1}}') },
  { what: "another server", server: "other" },
  { what: "another schema", schema: { ...anySchema, title: "new" } },
  { what: "another identity", identity: "eve" },
])("a result is not given to a call with $what", async ({ args = { name: "a" }, identity = "", server, schema }) => {
  const cache = createMemoryStore();
  const changed = fakeTool("get", { server: server ?? "shop", schema: schema ?? anySchema });
  const first = createToolRunner({ tools: [fakeTool("get")], policyOf: () => read(), cache });
  const second = createToolRunner({ tools: [changed], policyOf: () => read(), cache, identity });
  await first.run(call("get", { name: "a" }));
  expect((await first.run(call("get", { name: "a" }))).cached).toBe(true);
  expect((await second.run(call("get", args))).cached).toBe(false);
});

test.each<[string, ToolOutput]>([
  ["T15: an error of the tool", text("pods is forbidden", true)],
  ["a timeout", { kind: "failure", reason: "timeout", message: "too late" }],
  ["a result that was too big", { kind: "failure", reason: "too_big", message: "too big" }],
  ["a server that is away", { kind: "failure", reason: "unavailable", message: "away" }],
])("%s is never kept", async (_what, output) => {
  const tool = fakeTool("list_pods", { answer: () => output });
  const runner = createToolRunner({ tools: [tool], policyOf: () => read() });
  await runner.run(call("list_pods"));
  await runner.run(call("list_pods"));
  expect(tool.calls).toHaveLength(2);
  expect(runner.entries()).toEqual([]);
});

test("T14: mayKeep sees the result and decides; when it throws nothing is kept", async () => {
  const tool = fakeTool("get_logs", { answer: ({ tail }) => text(tail === 1 ? "truncated: true" : "all") });
  const runner = createToolRunner({
    tools: [tool],
    policyOf: () => read(),
    mayKeep: (result) => {
      if (result.call.args.tail === 3) throw new Error("no idea");
      return !result.text.startsWith("truncated");
    },
  });
  for (const tail of [1, 2, 3]) await runner.run(call("get_logs", { tail }));
  expect(runner.entries().map((entry) => entry.args)).toEqual([{ tail: 2 }]);
});

test("equal reads on their way are one call, and a failure reaches all who wait", async () => {
  const answer = gate<ToolOutput>();
  const tool = fakeTool("list_pods", { answer: () => answer.promise });
  const runner = createToolRunner({ tools: [tool], policyOf: () => read() });
  const results = ["a", "b", "c"].map((id) => runner.run(call("list_pods", {}, id)));
  await settle();
  answer.open(text("boom", true));
  expect(await Promise.all(results)).toMatchObject([
    { outcome: "failed", message: "boom", call: { id: "a" } },
    { outcome: "failed", message: "boom", call: { id: "b" } },
    { outcome: "failed", message: "boom", call: { id: "c" } },
  ]);
  expect(tool.calls).toHaveLength(1);
  expect(runner.stats()).toMatchObject({ calls: 3, sent: 1, shared: 2, kept: 0 });
});

test("one who leaves does not take the others along; the last who leaves ends the call", async () => {
  const answer = gate<ToolOutput>();
  const tool = fakeTool("list_pods", { answer: () => answer.promise });
  const runner = createToolRunner({ tools: [tool], policyOf: () => read() });
  const [first, second] = [new AbortController(), new AbortController()];
  const results = [first, second].map(({ signal }) => runner.run(call("list_pods"), { signal }));
  await settle();
  first.abort();
  expect((await results[0])?.outcome).toBe("cancelled");
  expect(tool.calls[0]?.signal?.aborted).toBe(false);
  second.abort();
  expect((await results[1])?.outcome).toBe("cancelled");
  expect(tool.calls[0]?.signal?.aborted).toBe(true);
});

test("a read that was abandoned is not waited for by the next", async () => {
  const tool = fakeTool("list_pods", {
    answer: () => (tool.calls.length === 1 ? gate<ToolOutput>().promise : text("new")),
  });
  const runner = createToolRunner({ tools: [tool], policyOf: () => read() });
  const first = new AbortController();
  const left = runner.run(call("list_pods"), { signal: first.signal });
  await settle();
  first.abort();
  expect((await left).outcome).toBe("cancelled");
  expect((await runner.run(call("list_pods"))).text).toBe("new");
});

test("a write drops what it names before it is sent and again after it returned", async () => {
  const written = gate<ToolOutput>();
  const pods = fakeTool("list_pods");
  const nodes = fakeTool("list_nodes");
  const scale = fakeTool("scale", { answer: () => written.promise });
  const policies: Record<string, CachePolicy> = { list_pods: read(), list_nodes: read(["nodes"]), scale: write() };
  const runner = createToolRunner({ tools: [pods, nodes, scale], policyOf: ({ tool }) => policies[tool] });
  await runner.run(call("list_pods"));
  await runner.run(call("list_nodes"));
  const writing = runner.run(call("scale"));
  await settle();
  expect(runner.entries().map((entry) => entry.tool)).toEqual(["list_nodes"]);
  expect((await runner.run(call("list_pods"))).cached).toBe(false);
  expect((await runner.run(call("list_pods"))).cached).toBe(true);
  written.open(text("scaled"));
  await writing;
  expect((await runner.run(call("list_pods"))).cached).toBe(false);
  expect(pods.calls).toHaveLength(3);
  expect(nodes.calls).toHaveLength(1);
});

test("two equal writes at the same time are two writes, and none is answered from the cache", async () => {
  const scale = fakeTool("scale");
  const runner = createToolRunner({
    tools: [scale],
    policyOf: () => ({ ttlMs: 60_000, tags: ["x"], drops: ["pods"] }),
  });
  await Promise.all([runner.run(call("scale")), runner.run(call("scale"))]);
  await runner.run(call("scale"));
  expect(scale.calls).toHaveLength(3);
  expect(runner.entries()).toEqual([]);
});

test("a read that was on its way during a write is not kept and not shared with later reads", async () => {
  const early = gate<ToolOutput>();
  const pods = fakeTool("list_pods", { answer: () => (pods.calls.length === 1 ? early.promise : text("after")) });
  const policies: Record<string, CachePolicy> = { list_pods: read(), scale: write() };
  const runner = createToolRunner({ tools: [pods, fakeTool("scale")], policyOf: ({ tool }) => policies[tool] });
  const before = runner.run(call("list_pods"));
  await settle();
  await runner.run(call("scale"));
  expect((await runner.run(call("list_pods"))).text).toBe("after");
  early.open(text("before"));
  expect((await before).text).toBe("before");
  expect(await runner.run(call("list_pods"))).toMatchObject({ text: "after", cached: true });
});

test("a read that a write overtook is not left behind in the store for another runner", async () => {
  const cache = createMemoryStore();
  const early = gate<ToolOutput>();
  const pods = fakeTool("list_pods", { answer: () => early.promise });
  const policies: Record<string, CachePolicy> = { list_pods: read(), scale: write() };
  const options = { tools: [pods, fakeTool("scale")], policyOf: ({ tool }: ToolCall) => policies[tool], cache };
  const runner = createToolRunner(options);
  const before = runner.run(call("list_pods"));
  await settle();
  await runner.run(call("scale"));
  early.open(text("before"));
  await before;
  expect((await createToolRunner(options).run(call("list_pods"))).cached).toBe(false);
});

test("a read that was on its way over a night is not shared, though the write before it is long forgotten", async () => {
  let time = 0;
  const early = gate<ToolOutput>();
  const pods = fakeTool("list_pods", { answer: () => (pods.calls.length === 1 ? early.promise : text("after")) });
  const policies: Record<string, CachePolicy> = { list_pods: read(), scale: write() };
  const tools = [pods, fakeTool("scale")];
  const runner = createToolRunner({ tools, policyOf: ({ tool }) => policies[tool], now: () => time });
  const before = runner.run(call("list_pods"));
  await settle();
  await runner.run(call("scale"));
  time = 8 * 3_600_000;
  runner.drop(["something else"]);
  expect((await runner.run(call("list_pods"))).text).toBe("after");
  early.open(text("before"));
  expect((await before).text).toBe("before");
});

test("a slow read does not replace what a later one has found", async () => {
  const slow = gate<ToolOutput>();
  const pods = fakeTool("list_pods", { answer: () => (pods.calls.length === 1 ? slow.promise : text("new")) });
  const runner = createToolRunner({ tools: [pods], policyOf: () => read() });
  const first = runner.run(call("list_pods"));
  await settle();
  expect((await runner.run(call("list_pods"), { maxAgeMs: 0 })).text).toBe("new");
  slow.open(text("old"));
  expect((await first).text).toBe("old");
  expect(await runner.run(call("list_pods"))).toMatchObject({ text: "new", cached: true });
});

test("a write that was given up still drops when it returns at last", async () => {
  const written = gate<ToolOutput>();
  const policies: Record<string, CachePolicy> = { list_pods: read(), scale: write() };
  const scale = fakeTool("scale", { answer: () => written.promise });
  const runner = createToolRunner({
    tools: [fakeTool("list_pods"), scale],
    policyOf: ({ tool }) => policies[tool],
    timeoutMs: 10,
  });
  expect((await runner.run(call("scale"))).outcome).toBe("timeout");
  await runner.run(call("list_pods"));
  expect(runner.entries()).toHaveLength(1);
  written.open(text("scaled after all"));
  await settle();
  expect(runner.entries()).toEqual([]);
});

test("drop counts what it dropped", async () => {
  const runner = createToolRunner({ tools: [fakeTool("get")], policyOf: ({ args }) => read([String(args.tag)]) });
  for (const tag of ["a", "b", "c"]) await runner.run(call("get", { tag }));
  expect(runner.drop(["a", "c", "none"])).toBe(2);
  expect(runner.drop(["a", "c"])).toBe(0);
  expect(runner.entries().map((entry) => entry.tags)).toEqual([["b"]]);
});

test("what was read soon after a write of the same is kept for two seconds, and longer again once it has settled", async () => {
  let time = 0;
  const policies: Record<string, CachePolicy> = {
    list_pods: read(),
    list_nodes: read(["nodes"]),
    scale: { ...write(), settleMs: 30_000 },
  };
  const runner = createToolRunner({
    tools: ["list_pods", "list_nodes", "scale"].map((name) => fakeTool(name)),
    policyOf: ({ tool }) => policies[tool],
    now: () => time,
  });
  const times = () => Object.fromEntries(runner.entries().map(({ tool, ttlMs }) => [tool, ttlMs]));
  await runner.run(call("scale"));
  time = 1;
  await runner.run(call("list_pods"));
  await runner.run(call("list_nodes"));
  expect(times()).toEqual({ list_pods: 2_000, list_nodes: 60_000 });
  time = 30_001;
  await runner.run(call("list_pods"));
  expect(times()).toEqual({ list_pods: 60_000, list_nodes: 60_000 });
});

test("what was saved is the time of the calls that were not sent again", async () => {
  let time = 0;
  const tool = fakeTool("list_pods", {
    answer: () => {
      time += 120;
      return text("pods");
    },
  });
  const runner = createToolRunner({ tools: [tool], policyOf: () => read(), now: () => time });
  for (const id of ["a", "b", "c"]) await runner.run(call("list_pods", {}, id));
  expect(runner.stats()).toMatchObject({ sent: 1, hits: 2, savedMs: 240 });
  expect(runner.entries()).toMatchObject([{ tookMs: 120 }]);
});

test("a call is cancelled at once while what is wrong with its arguments is still found out", async () => {
  const tool = fakeTool("get");
  const runner = createToolRunner({ tools: [tool], checkArguments: () => new Promise(() => {}) });
  const stop = new AbortController();
  const running = runner.run(call("get"), { signal: stop.signal });
  stop.abort();
  expect(await running).toMatchObject({ outcome: "cancelled" });
  expect(tool.calls).toEqual([]);
});

test("renew takes other tools and names what is new, gone or changed", async () => {
  const [same, changed, gone, fresh] = ["same", "changed", "gone", "fresh"].map((name) => fakeTool(name));
  if (!same || !changed || !gone || !fresh) throw new Error("four tools were made");
  const runner = createToolRunner({ tools: [same, changed, gone], policyOf: () => read() });
  for (const name of ["same", "changed", "gone"]) await runner.run(call(name));
  const other = fakeTool("changed", { schema: { ...anySchema, title: "new" } });
  expect(runner.renew([{ ...same }, other, fresh])).toEqual(["changed", "gone", "fresh"]);
  expect(runner.tools.map(({ name }) => name)).toEqual(["same", "changed", "fresh"]);
  expect((await runner.run(call("same"))).cached).toBe(true);
  expect((await runner.run(call("changed"))).cached).toBe(false);
  expect((await runner.run(call("gone"))).outcome).toBe("invalid");
  expect((await runner.run(call("fresh"))).outcome).toBe("ok");
});

test("entries of one identity are those that were kept for it, and tell nothing of who that is", async () => {
  const cache = createMemoryStore();
  const runner = createToolRunner({ tools: [fakeTool("get")], policyOf: () => read(), cache });
  await runner.run(call("get", { name: "a" }), { identity: "ada" });
  await runner.run(call("get", { name: "b" }), { identity: "eve" });
  await runner.run(call("get", { name: "c" }));
  const names = (identity?: string) => runner.entries(identity).map(({ args }) => args.name);
  expect([names("ada"), names("eve"), names(""), names()]).toEqual([["a"], ["b"], ["c"], ["a", "b", "c"]]);
  expect(JSON.stringify(cache.entries())).not.toMatch(/ada|eve/);
});

test("a call meant for a tool as it was before is not sent to another that has its name now", async () => {
  const known = fakeTool("stop");
  const runner = createToolRunner({ tools: [known] });
  expect((await runner.run(call("stop"), { tool: known })).outcome).toBe("ok");
  const same = fakeTool("stop");
  runner.renew([same]);
  expect((await runner.run(call("stop"), { tool: known })).outcome).toBe("ok");
  const other = fakeTool("stop", { schema: { ...anySchema, title: "new" } });
  for (const tools of [[other], []]) {
    runner.renew(tools);
    expect(await runner.run(call("stop"), { tool: known })).toMatchObject({
      outcome: "unavailable",
      server: "shop",
      fault: { code: "changed", detail: "stop", effect: "none" },
    });
  }
  expect([known.calls.length, same.calls.length, other.calls.length]).toEqual([1, 1, 0]);
});

test("renew with two tools of one name leaves the runner as it was", async () => {
  const runner = createToolRunner({ tools: [fakeTool("get")] });
  expect(() => runner.renew([fakeTool("a"), fakeTool("a")])).toThrow(/another name/);
  expect((await runner.run(call("get"))).outcome).toBe("ok");
});

test("at most `concurrency` calls are on their way, the others follow in order", async () => {
  let running = 0;
  let most = 0;
  const order: unknown[] = [];
  const tool = fakeTool("get", {
    async answer({ n }) {
      order.push(n);
      running += 1;
      most = Math.max(most, running);
      await sleep(2);
      running -= 1;
      return text("done");
    },
  });
  const runner = createToolRunner({ tools: [tool], concurrency: 3 });
  const numbers = Array.from({ length: 20 }, (_, n) => n);
  const results = await Promise.all(numbers.map((n) => runner.run(call("get", { n }))));
  expect(most).toBe(3);
  expect(order).toEqual(numbers);
  expect(results.every((result) => result.outcome === "ok")).toBe(true);
});

test("a call that waits for its turn can be cancelled, and a tool that hangs gives its place back", async () => {
  const hung = gate<ToolOutput>();
  const tool = fakeTool("get", { answer: ({ n }) => (n === 0 ? hung.promise : text("done")) });
  const runner = createToolRunner({ tools: [tool], concurrency: 1, timeoutMs: 40 });
  const leaver = new AbortController();
  const results = [0, 1, 2].map((n) => runner.run(call("get", { n }), n === 1 ? { signal: leaver.signal } : {}));
  leaver.abort();
  expect((await Promise.all(results)).map((result) => result.outcome)).toEqual(["timeout", "cancelled", "ok"]);
  expect(tool.calls.map(({ args }) => args.n)).toEqual([0, 2]);
});

test("the time limit and the signal reach the tool, and end the call when the tool ignores them", async () => {
  const seen: unknown[] = [];
  const tool = fakeTool("get", {
    answer: (_args, { timeoutMs, signal }) => {
      seen.push(timeoutMs, signal?.aborted);
      signal?.addEventListener("abort", () => seen.push("aborted"));
      return gate<ToolOutput>().promise;
    },
  });
  const runner = createToolRunner({ tools: [tool], timeoutMs: 20 });
  expect(await runner.run(call("get"))).toMatchObject({ outcome: "timeout", text: "" });
  expect(seen).toEqual([20, false, "aborted"]);
});

test.each<[string, () => never | ToolOutput, string]>([
  [
    "a tool that throws although it must not",
    () => {
      throw new Error("oh\nno");
    },
    "failed",
  ],
  ["a tool that says it failed", () => text("\n  disk full\nmore", true), "failed"],
  ["a protocol error", () => ({ kind: "failure", reason: "protocol", code: -32603, message: "internal" }), "failed"],
  [
    "a tool that is away",
    () => ({ kind: "failure", reason: "unavailable", message: "connection refused" }),
    "unavailable",
  ],
])("%s gives an outcome and one line of cause", async (_what, answer, outcome) => {
  const result = await createToolRunner({ tools: [fakeTool("get", { answer })] }).run(call("get"));
  expect(result.outcome).toBe(outcome);
  expect(result.message).toMatch(/^(oh|disk full|internal|connection refused)$/);
});

test("classify turns a text or a protocol error into an outcome; when it throws, isError decides", async () => {
  const outputs: ToolOutput[] = [
    text('pods "x" not found', true),
    { kind: "failure", reason: "protocol", message: 'namespaces "y" not found' },
    { kind: "failure", reason: "timeout", message: "z not found" },
    text("fine"),
    text("broken", true),
  ];
  const runner = createToolRunner({
    tools: [fakeTool("get", { answer: ({ n }) => outputs[Number(n)] ?? text("") })],
    classify: (output) => {
      const words = output.kind === "result" ? output.text : output.message;
      if (words === "broken") throw new Error("no idea");
      return words.includes("not found") ? "not_found" : undefined;
    },
  });
  const results = await Promise.all(outputs.map((_, n) => runner.run(call("get", { n }))));
  expect(results.map((result) => result.outcome)).toEqual(["not_found", "not_found", "timeout", "ok", "failed"]);
});

test("T10: an unknown tool is invalid and told with those that there are, or with the nearest of many", async () => {
  const runner = createToolRunner({ tools: ["list_pods", "get_pod_logs", "list_nodes"].map((name) => fakeTool(name)) });
  expect(await runner.run(call("shop_list_pod"))).toMatchObject({ outcome: "invalid", server: "" });
  expect((await runner.run(call("ask_question"))).message).toBe(
    'There is no tool "ask_question". The tools are: list_pods, get_pod_logs, list_nodes.',
  );
  const names = ["list_pods", "get_pod_logs", ...Array.from({ length: 19 }, (_, index) => `list_${index}`)];
  const many = createToolRunner({ tools: names.map((name) => fakeTool(name)) });
  expect((await many.run(call("podLogs"))).message).toBe(
    'There is no tool "podLogs". The nearest are: get_pod_logs, list_pods.',
  );
  expect((await many.run(call("zzz"))).message).toBe('There is no tool "zzz".');
  const none = createToolRunner({ tools: [] });
  expect((await none.run(call("zzz"))).message).toBe('There is no tool "zzz".');
});

test("T07b: arguments that do not fit the schema never reach the tool", async () => {
  const schema = { type: "object", properties: { name: { type: "string" } }, required: ["name"] };
  const tool = fakeTool("get", { schema });
  const result = await createToolRunner({ tools: [tool] }).run(call("get", {}));
  expect(result).toMatchObject({ outcome: "invalid", message: 'The parameter "name" is missing.' });
  expect(tool.calls).toEqual([]);
});

test("a policy that throws blocks the call: a write without its drops would leave stale results behind", async () => {
  const tool = fakeTool("scale");
  const policyOf = () => {
    throw new Error("no idea");
  };
  expect(await createToolRunner({ tools: [tool], policyOf }).run(call("scale"))).toMatchObject({
    outcome: "failed",
    message: "no idea",
  });
  expect(tool.calls).toEqual([]);
});

test("a signal of the graph passes, from a shared read too", async () => {
  const tool = fakeTool("ask", {
    answer: () => {
      throw new GraphInterrupt([{ value: "which one?" }]);
    },
  });
  const plain = createToolRunner({ tools: [tool] });
  const shared = createToolRunner({ tools: [tool], policyOf: () => read() });
  await expect(plain.run(call("ask"))).rejects.toBeInstanceOf(GraphInterrupt);
  await expect(shared.run(call("ask"))).rejects.toBeInstanceOf(GraphInterrupt);
});

test("a kept result cannot be changed by who reads it", async () => {
  const output: ToolOutput = { kind: "result", text: "t", structured: { items: [{ name: "a" }] }, isError: false };
  const runner = createToolRunner({ tools: [fakeTool("get", { answer: () => output })], policyOf: () => read() });
  await runner.run(call("get"));
  const { structured } = await runner.run(call("get"));
  expect(() => Object.assign(Object(structured).items[0], { name: "b" })).toThrow(TypeError);
  expect((await runner.run(call("get"))).structured).toEqual({ items: [{ name: "a" }] });
});

test("close aborts what is on its way, and later calls are cancelled", async () => {
  const tool = fakeTool("get", { answer: () => gate<ToolOutput>().promise });
  const runner = createToolRunner({ tools: [tool] });
  const results = Array.from({ length: 30 }, () => runner.run(call("get")));
  await settle();
  await runner.close();
  expect(new Set((await Promise.all(results)).map((result) => result.outcome))).toEqual(new Set(["cancelled"]));
  expect((await runner.run(call("get"))).outcome).toBe("cancelled");
  expect(tool.calls).toHaveLength(8);
});

test("two tools of one name and a concurrency of 0 are mistakes of the program", () => {
  const tools = [fakeTool("get", { server: "a" }), fakeTool("get", { server: "b" })];
  expect(() => createToolRunner({ tools })).toThrow(/servers "a" and "b".*another name/);
  expect(() => createToolRunner({ tools: [], concurrency: 0 })).toThrow(
    expect.objectContaining({ code: "runner_limit_invalid" }),
  );
});
