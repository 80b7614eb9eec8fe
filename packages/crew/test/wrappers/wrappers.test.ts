import { MemorySaver } from "@langchain/langgraph";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import {
  type Arguments,
  completed,
  createCrew,
  createToolRunner,
  defineTask,
  resultAsAnswer,
  runAgent,
  type Tool,
  withApproval,
  withCache,
  withRetry,
  withTruncation,
  withUsageLimit,
} from "../../src/index.ts";
import { outcomeOf, scriptedAgent, ways } from "../crew/support.ts";
import { type FakeTool, fakeTool, text } from "../fake-tools.ts";

const call = (name: string, args: Arguments = {}) => ({ name, arguments: args });
const count = { type: "object", properties: { count: { type: "number" } }, required: ["count"] };
const codeOf = (make: () => unknown) => {
  try {
    make();
    return "made";
  } catch (error) {
    return z.object({ code: z.string(), remedy: z.string().min(1) }).parse(error).code;
  }
};
const readOnly = (tool: FakeTool): Tool => ({ ...tool, annotations: { readOnlyHint: true } });

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

describe("withRetry", () => {
  const late = { kind: "failure", reason: "timeout", message: "late" } as const;

  test("sends again what had no answer, and nothing that was answered", async () => {
    const answers = [late, late, text("here")];
    const slow = fakeTool("slow", { answer: () => answers.shift() ?? late });
    expect(await withRetry(readOnly(slow), { waitMs: 1 }).invoke({})).toEqual(text("here"));
    const refusing = fakeTool("refusing", { answer: () => text("no", true) });
    await withRetry(readOnly(refusing), { waitMs: 1 }).invoke({});
    expect([slow.calls.length, refusing.calls.length]).toEqual([3, 1]);
  });

  test("is not made for a tool that may change something", () => {
    expect(codeOf(() => withRetry(fakeTool("delete")))).toBe("wrapper_invalid");
    expect(codeOf(() => withRetry(fakeTool("delete"), { isRepeatable: true }))).toBe("made");
  });

  test("ends its wait when it is stopped", async () => {
    const stop = new AbortController();
    const slow = fakeTool("slow", { answer: () => late });
    const waiting = withRetry(readOnly(slow), { waitMs: 60_000 }).invoke({}, { signal: stop.signal });
    stop.abort();
    expect(await waiting).toEqual(late);
    expect(slow.calls).toHaveLength(1);
  });
});

describe("withTruncation", () => {
  test("leaves out the middle of a long result, and says how much", async () => {
    const long = fakeTool("long", { answer: () => text(`${"a".repeat(500)}end`) });
    const output = await withTruncation(long, 100).invoke({});
    expect(output.kind === "result" && output.text).toMatch(/^a+\n\[… 403 of 503 characters left out …\]\na+end$/);
  });

  test("leaves a short one as it is", async () => {
    expect(await withTruncation(fakeTool("short"), 100).invoke({})).toEqual(text("short was called"));
  });
});

describe("withApproval", () => {
  const wiped = (args: Arguments = {}) => [{ calls: [call("wipe", args)] }, { text: "Done." }];

  test("U07 may give a call other arguments", async () => {
    const wipe = fakeTool("wipe", { schema: count });
    const careful = withApproval(wipe, () => ({ decision: "allow", args: { count: 1 } }));
    const { agent } = scriptedAgent("clerk", wiped({ count: 100 }), { tools: [careful] });
    await runAgent(agent, "Wipe");
    expect(wipe.calls.map(({ args }) => args)).toEqual([{ count: 1 }]);
  });

  test.each([
    [
      "U07 what is refused is not sent, and the model is told why",
      () => ({ decision: "refuse", reason: "Not today." }) as const,
      "Not today.",
    ],
    [
      "U08 a decision that throws refuses",
      () => {
        throw new Error("broken");
      },
      "could not be decided",
    ],
  ])("%s", async (_, decide, told) => {
    const wipe = fakeTool("wipe");
    const { agent } = scriptedAgent("clerk", wiped(), { tools: [withApproval(wipe, decide)] });
    const run = await runAgent(agent, "Wipe");
    expect([run.status, wipe.calls.length]).toEqual(["completed", 0]);
    expect(run.calls[0]?.text).toContain(told);
  });

  test.each([
    [true, 1, "wipe was called"],
    ["It is Friday.", 0, "It is Friday."],
    [false, 0, "did not agree"],
  ])("asks a person, who answers %o", async (answer, calls, told) => {
    const wipe = fakeTool("wipe", { schema: count });
    const { agent, model } = scriptedAgent("clerk", wiped({ count: 2 }), { tools: [withApproval(wipe)] });
    const task = defineTask({ name: "clean", description: "Wipe", expectedOutput: "done", agent });
    const crew = createCrew({ tasks: [task], checkpointer: new MemorySaver() });
    const waiting = await crew.kickoff();
    if (waiting.status !== "waiting") throw new Error(outcomeOf(waiting));
    const [pending] = waiting.pending;
    expect(pending).toMatchObject({ kind: "approval", task: "clean", subject: { tool: "wipe", args: { count: 2 } } });
    const run = completed(await crew.resume({ threadId: waiting.threadId, answers: { [pending?.id ?? ""]: answer } }));
    expect([wipe.calls.length, model.requests.length]).toEqual([calls, 2]);
    expect(run.tasks.clean.messages.at(-2)?.text).toContain(told);
  });
});

test.each([
  ["a usage limit of 0", () => withUsageLimit(fakeTool("x"), 0)],
  ["a cache for no time", () => withCache(fakeTool("x"), { ttlMs: 0 })],
  ["a cache for ever", () => withCache(fakeTool("x"), { ttlMs: Number.POSITIVE_INFINITY })],
  ["a wait without end", () => withRetry(fakeTool("x"), { isRepeatable: true, waitMs: Number.POSITIVE_INFINITY })],
  ["a wait of no number", () => withRetry(fakeTool("x"), { isRepeatable: true, waitMs: Number.NaN })],
  ["no number of retries", () => withRetry(fakeTool("x"), { isRepeatable: true, retries: Number.NaN })],
  ["fewer retries than none", () => withRetry(fakeTool("x"), { isRepeatable: true, retries: -1 })],
  ["retries without end", () => withRetry(fakeTool("x"), { isRepeatable: true, retries: Number.POSITIVE_INFINITY })],
  ["a truncation to nothing", () => withTruncation(fakeTool("x"), 0)],
])("%s is refused when it is made", (_, make) => {
  expect(codeOf(make)).toBe("wrapper_invalid");
});
