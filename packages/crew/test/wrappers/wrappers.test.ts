import { tool } from "@langchain/core/tools";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import {
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
    expect(run.calls.map(({ call: { tool }, outcome }) => `${tool} ${outcome}`)).toEqual([
      "before ok",
      "report ok",
      "after invalid",
    ]);
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

  test.each([
    [2, 5],
    [5, 2],
  ])("of a limit of %i with one of %i around it the lower one holds", (inner, outer) => {
    expect(withUsageLimit(withUsageLimit(fakeTool("search"), inner), outer).usageLimit).toBe(2);
  });

  test("T07b a call with wrong arguments is no use", async () => {
    const search = fakeTool("search", { schema: count });
    const turns = [{ calls: [call("search", {})] }, { calls: [call("search", { count: 1 })] }, { text: "found" }];
    const { agent } = scriptedAgent("clerk", turns, { tools: [withUsageLimit(search, 1)] });
    expect((await runAgent(agent, "Search")).calls.map(({ outcome }) => outcome)).toEqual(["invalid", "ok"]);
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
  ["a cache of an approval", () => withCache(withApproval(fakeTool("x")), { ttlMs: 1 })],
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
