import { tool } from "@langchain/core/tools";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import {
  completed,
  createCrew,
  createToolRunner,
  defineTask,
  resultAsAnswer,
  runAgent,
  withApproval,
  withCache,
  withRetry,
  withTruncation,
  withUsageLimit,
} from "../../src/index.ts";
import type { AnyTool } from "../../src/tools-of.ts";
import { scriptedAgent, ways } from "../crew/support.ts";
import { fakeTool, text } from "../fake-tools.ts";
import { call, codeOf, count } from "./support.ts";

describe("resultAsAnswer", () => {
  test.each(ways)("T05 the result is the answer as it is, and calls after it are not sent (%o)", async (way) => {
    const [before, report, after] = [
      fakeTool("before"),
      fakeTool("report", { answer: () => text("Ünchanged\n") }),
      fakeTool("after"),
    ];
    const turns = [{ calls: [call("before"), call("report"), call("after")] }];
    const tools = [before, resultAsAnswer(report), after];
    const { agent, model } = scriptedAgent("clerk", turns, { ...way, tools });
    const run = await runAgent(agent, "Report");
    expect(run).toMatchObject({ status: "completed", text: "Ünchanged\n" });
    expect([before.calls.length, after.calls.length, model.leftovers()]).toEqual([1, 0, 0]);
    expect(run.messages.map(({ type }) => type)).toEqual(["human", "ai", "tool", "tool", "tool"]);
  });

  test("T06 a failed result is no answer: the model sees the error, and the calls after it are sent", async () => {
    const report = fakeTool("report", { answer: () => text("no paper", true) });
    const after = fakeTool("after");
    const turns = [{ calls: [call("report"), call("after")] }, { text: "Could not report." }];
    const { agent } = scriptedAgent("clerk", turns, { tools: [resultAsAnswer(report), after] });
    const run = await runAgent(agent, "Report");
    expect(run).toMatchObject({ status: "completed", text: "Could not report." });
    expect(after.calls).toHaveLength(1);
  });

  test("is held against the output that is asked for", async () => {
    const Report = z.object({ lines: z.number() });
    const good = fakeTool("good", { answer: () => text('{"lines":3}') });
    const bad = fakeTool("bad", { answer: () => text("three") });
    const turns = [{ calls: [call("bad")] }, { calls: [call("good")] }];
    const { agent } = scriptedAgent("clerk", turns, { tools: [resultAsAnswer(good), resultAsAnswer(bad)] });
    expect(await runAgent(agent, "Report", { output: Report })).toMatchObject({ data: { lines: 3 } });
  });
});

describe("withUsageLimit", () => {
  test("T07 a tool over its limit is refused with a text, and the run goes on", async () => {
    const search = fakeTool("search", { schema: count });
    const turns = [1, 2, 3].map((number) => ({ calls: [call("search", { count: number })] }));
    const { agent, model } = scriptedAgent("clerk", [...turns, { text: "Enough." }], {
      tools: [withUsageLimit(search, 2)],
    });
    const run = await runAgent(agent, "Search");
    expect([run.status, search.calls.length, model.leftovers()]).toEqual(["completed", 2, 0]);
    expect(run.messages.at(-2)?.text).toContain("2 times");
  });

  test("T07 the limit is one of each run, whoever shares the tool", async () => {
    const search = fakeTool("search");
    const turns = [{ calls: [call("search")] }, { text: "found" }, { calls: [call("search")] }, { text: "found" }];
    const { agent } = scriptedAgent("clerk", turns, { tools: [withUsageLimit(search, 1)] });
    await runAgent(agent, "Search");
    await runAgent(agent, "Search");
    expect(search.calls).toHaveLength(2);
  });

  test("T07b a call with wrong arguments is no use", async () => {
    const search = fakeTool("search", { schema: count });
    const turns = [{ calls: [call("search", {})] }, { calls: [call("search", { count: 1 })] }, { text: "found" }];
    const { agent } = scriptedAgent("clerk", turns, { tools: [withUsageLimit(search, 1)] });
    expect((await runAgent(agent, "Search")).calls.map(({ outcome }) => outcome)).toEqual(["invalid", "ok"]);
  });
});

describe("withCache", () => {
  test("T13 equal calls are one, also across the agents of a crew, and a kept result tells its age", async () => {
    const search = fakeTool("search");
    const kept = withCache(search, { ttlMs: 60_000 });
    const crewOf = (name: string) =>
      scriptedAgent(name, [{ calls: [call("search")] }, { text: name }], { tools: [kept] }).agent;
    const first = defineTask({ name: "first", description: "a", expectedOutput: "b", agent: crewOf("one") });
    const second = defineTask({ name: "second", description: "a", expectedOutput: "b", agent: crewOf("two") });
    const results: boolean[] = [];
    const onEvent = (event: { readonly type: string }) => {
      if ("result" in event) results.push(z.object({ cached: z.boolean() }).parse(event.result).cached);
    };
    completed(await createCrew({ tasks: [first, second] }).kickoff(undefined, { onEvent }));
    expect([search.calls.length, ...results]).toEqual([1, false, true]);
  });

  test("T12 without it equal calls are two", async () => {
    const search = fakeTool("search");
    const turns = [{ calls: [call("search")] }, { text: "one" }, { calls: [call("search")] }, { text: "two" }];
    const { agent } = scriptedAgent("clerk", turns, { tools: [search] });
    await runAgent(agent, "Search");
    await runAgent(agent, "Search");
    expect(search.calls).toHaveLength(2);
  });

  test("T14 what may be kept is decided by arguments and result", async () => {
    const search = fakeTool("search", { schema: count });
    const kept = withCache(search, {
      ttlMs: 60_000,
      keepWhen: ({ count: wanted }, found) => wanted === 1 && found !== "",
    });
    for (const wanted of [1, 1, 2, 2]) await kept.invoke({ count: wanted });
    expect(search.calls.map(({ args }) => args.count)).toEqual([1, 2, 2]);
  });

  test.each([
    ["a failed result", text("no", true)],
    ["no answer", { kind: "failure", reason: "timeout", message: "late" } as const],
  ])("T15 %s is never kept", async (_, output) => {
    const search = fakeTool("search", { answer: () => output });
    const kept = withCache(search, { ttlMs: 60_000 });
    expect(await kept.invoke({})).toEqual(output);
    await kept.invoke({});
    expect(search.calls).toHaveLength(2);
  });

  test("a runner with a cache of its own does not make an old result new", async () => {
    const search = withCache(fakeTool("search"), { ttlMs: 60_000 });
    await search.invoke({});
    const runner = createToolRunner({ tools: [search], policyOf: () => ({ ttlMs: 60_000, tags: [], drops: [] }) });
    await runner.run({ id: "1", tool: "search", args: {} });
    expect(runner.entries()).toEqual([]);
    await runner.close();
  });
});

describe("withTruncation", () => {
  test.each([101, 503, 100_000])(
    "of %i characters leaves out the middle, says how much, and keeps within 100",
    async (all) => {
      const long = fakeTool("long", { answer: () => text(`${"a".repeat(all - 3)}end`) });
      const output = await withTruncation(long, 100).invoke({});
      const shown = output.kind === "result" ? output.text : "";
      expect(shown.length).toBeLessThanOrEqual(100);
      expect(shown.length).toBeGreaterThan(90);
      const [, head = "", left, of, tail = ""] =
        shown.match(/^(a+)\n\[… (\d+) of (\d+) characters left out …\]\n(a+end)$/) ?? [];
      expect([Number(left), Number(of)]).toEqual([all - head.length - tail.length, all]);
    },
  );

  test("leaves a short one as it is", async () => {
    expect(await withTruncation(fakeTool("short"), 100).invoke({})).toEqual(text("short was called"));
  });
});

test.each([
  ["a usage limit of 0", () => withUsageLimit(fakeTool("x"), 0)],
  ["a cache for no time", () => withCache(fakeTool("x"), { ttlMs: 0 })],
  ["a cache for ever", () => withCache(fakeTool("x"), { ttlMs: Number.POSITIVE_INFINITY })],
  ["a decision in no time", () => withApproval(fakeTool("x"), undefined, { timeoutMs: 0 })],
  ["a decision in no number of time", () => withApproval(fakeTool("x"), undefined, { timeoutMs: Number.NaN })],
  ["a wait without end", () => withRetry(fakeTool("x"), { isRepeatable: true, waitMs: Number.POSITIVE_INFINITY })],
  ["a wait of no number", () => withRetry(fakeTool("x"), { isRepeatable: true, waitMs: Number.NaN })],
  ["no number of retries", () => withRetry(fakeTool("x"), { isRepeatable: true, retries: Number.NaN })],
  ["fewer retries than none", () => withRetry(fakeTool("x"), { isRepeatable: true, retries: -1 })],
  ["retries without end", () => withRetry(fakeTool("x"), { isRepeatable: true, retries: Number.POSITIVE_INFINITY })],
  ["a truncation to nothing", () => withTruncation(fakeTool("x"), 0)],
])("%s is refused when it is made", (_, make) => {
  expect(codeOf(make)).toBe("wrapper_invalid");
});

test.each([
  ["resultAsAnswer", (made: AnyTool) => resultAsAnswer(made)],
  ["withApproval", (made: AnyTool) => withApproval(made)],
  ["withCache", (made: AnyTool) => withCache(made, { ttlMs: 1 })],
  ["withRetry", (made: AnyTool) => withRetry(made, { isRepeatable: true })],
  ["withTruncation", (made: AnyTool) => withTruncation(made, 100)],
  ["withUsageLimit", (made: AnyTool) => withUsageLimit(made, 1)],
])("%s refuses a tool whose schema no model can be told", (_, wrap) => {
  const dated = tool(() => "", { name: "dated", description: "x", schema: z.object({ day: z.date() }) });
  expect(codeOf(() => wrap(dated))).toBe("tool_schema_invalid");
});
