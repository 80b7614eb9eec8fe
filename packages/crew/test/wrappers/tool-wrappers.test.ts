import { tool as langChainTool } from "@langchain/core/tools";
import { MemorySaver } from "@langchain/langgraph";
import { expect, test } from "vitest";
import { z } from "zod";
import {
  completed,
  createCrew,
  defineTask,
  resultAsAnswer,
  runAgent,
  type ToolOutput,
  withApproval,
  withBeforeCall,
  withCache,
  withRetry,
  withTruncation,
  withUsageLimit,
} from "../../src/index.ts";
import { outcomeOf, scriptedAgent } from "../crew/support.ts";
import { fakeTool, text } from "../fake-tools.ts";

const call = (name: string, args: Record<string, unknown> = {}) => ({
  name,
  arguments: args,
  id: `${name}-${JSON.stringify(args)}`,
});
const shown = (run: { messages: readonly { type: string; text: string }[] }) =>
  run.messages.filter(({ type }) => type === "tool").map((message) => message.text);

test("T05 the result of such a tool is the answer as it is, and calls after it in its turn are not run", async () => {
  const [before, after] = [fakeTool("before"), fakeTool("after")];
  const report = resultAsAnswer(fakeTool("report", { answer: () => text("# Report\nAll well.") }));
  const turns = [{ calls: [call("before"), call("report"), call("after")] }];
  const { agent, model } = scriptedAgent("clerk", turns, { tools: [before, report, after] });
  const run = await runAgent(agent, "go");
  expect(run).toMatchObject({ status: "completed", text: "# Report\nAll well." });
  expect([before.calls.length, after.calls.length, model.requests.length]).toEqual([1, 0, 1]);
  expect(shown(run)).toEqual([
    "before was called",
    "# Report\nAll well.",
    "Not run: the answer was given in the same turn.",
  ]);
});

test("T06 a failing one is no answer: the model is told, and the calls after it are run", async () => {
  const after = fakeTool("after");
  const report = resultAsAnswer(fakeTool("report", { answer: () => text("no paper", true) }));
  const { agent } = scriptedAgent("clerk", [{ calls: [call("report"), call("after")] }, { text: "No report." }], {
    tools: [report, after],
  });
  const run = await runAgent(agent, "go");
  expect(run).toMatchObject({ status: "completed", text: "No report." });
  expect(shown(run)).toEqual(["Error (failed): no paper", "after was called"]);
});

test("T05 of a structured answer the result has to fit the schema", async () => {
  let result = "nonsense";
  const report = resultAsAnswer(fakeTool("report", { answer: () => text(result) }));
  const turns = [
    { calls: [call("report", { a: 1 })] },
    () => {
      result = '{"count": 2}';
      return { calls: [call("report", { a: 2 })] };
    },
  ];
  const { agent } = scriptedAgent("clerk", turns, { tools: [report] });
  const run = await runAgent(agent, "go", { output: z.object({ count: z.number() }) });
  expect(run).toMatchObject({ status: "completed", data: { count: 2 } });
});

test("T07 T07b a tool over its limit is refused with a text, and a call that does not fit counts for nothing", async () => {
  const schema = { type: "object", properties: { n: { type: "number" } }, required: ["n"] };
  const paid = fakeTool("paid", { schema });
  const turns = [
    { calls: [call("paid", { n: "x" })] },
    { calls: [call("paid", { n: 1 }), call("paid", { n: 2 }), call("paid", { n: 3 })] },
    { text: "done" },
  ];
  const { agent } = scriptedAgent("clerk", [...turns, ...turns], { tools: [withUsageLimit(paid, 2)] });
  const run = await runAgent(agent, "go");
  expect(shown(run).slice(1)).toEqual([
    "paid was called",
    "paid was called",
    'Error (invalid): "paid" may be called 2 times, and was. Go on without it.',
  ]);
  await runAgent(agent, "again");
  expect(paid.calls).toHaveLength(4);
});

const twice = [
  { calls: [call("read", { a: 1 })] },
  { calls: [call("read", { a: 2 })] },
  { calls: [call("read", { a: 1 })] },
  { text: "done" },
];

test("T12 without a cache an equal call is made again", async () => {
  const read = fakeTool("read");
  const { agent } = scriptedAgent("clerk", twice, { tools: [read] });
  await runAgent(agent, "go");
  expect(read.calls).toHaveLength(3);
});

test("T13 with one it is made once, also by another agent", async () => {
  const read = fakeTool("read");
  const cached = withCache(read, { ttlMs: 60_000 });
  const [ada, bob] = [
    scriptedAgent("ada", twice, { tools: [cached] }),
    scriptedAgent("bob", twice, { tools: [cached] }),
  ];
  const texts = { description: "Look", expectedOutput: "facts" } as const;
  const tasks = [
    defineTask({ name: "a", ...texts, agent: ada.agent }),
    defineTask({ name: "b", ...texts, agent: bob.agent }),
  ];
  const run = completed(await createCrew({ tasks }).kickoff());
  expect(read.calls.map(({ args }) => args)).toEqual([{ a: 1 }, { a: 2 }]);
  expect(run.raw).toBe("done");
});

test("T14 T15 what is not worth keeping is not kept, and failures never are", async () => {
  const read = fakeTool("read", { answer: ({ a }) => text(a === 1 ? "partly" : "broken", a === 2) });
  const cached = withCache(read, { ttlMs: 60_000, mayKeep: ({ text }) => text !== "partly" });
  expect(await cached.invoke({ a: 1 })).toMatchObject({ text: "partly", isError: false });
  await cached.invoke({ a: 1 });
  expect(await cached.invoke({ a: 2 })).toMatchObject({ text: "broken", isError: true });
  await cached.invoke({ a: 2 });
  expect(read.calls).toHaveLength(4);
});

test("U07 what stands before a call may change its arguments, or refuse it with a text for the model", async () => {
  const write = fakeTool("write");
  const guarded = withBeforeCall(write, ({ path }) =>
    `${path}`.startsWith("/etc") ? { refuse: "Not there." } : { path: `/tmp${path}` },
  );
  const turns = [{ calls: [call("write", { path: "/etc/passwd" }), call("write", { path: "/a" })] }, { text: "done" }];
  const { agent } = scriptedAgent("clerk", turns, { tools: [guarded] });
  const run = await runAgent(agent, "go");
  expect(shown(run)).toEqual(["Error (failed): Not there.", "write was called"]);
  expect(write.calls.map(({ args }) => args)).toEqual([{ path: "/tmp/a" }]);
});

test("U08 a check before a call that throws refuses the call", async () => {
  const write = fakeTool("write");
  const guarded = withBeforeCall(write, () => Promise.reject(new Error("no idea")));
  expect(await guarded.invoke({})).toEqual(text("The check before the call failed: no idea", true));
  expect(write.calls).toHaveLength(0);
});

test.each([
  [true, "write was called", 1],
  [false, "Error (failed): A person refused the call.", 0],
  ["too risky", "Error (failed): A person refused the call: too risky", 0],
  ["true", "Error (failed): A person refused the call: true", 0],
])("a call waits for a person, and only the answer true makes it: %j", async (answer, result, calls) => {
  const write = fakeTool("write");
  const { agent } = scriptedAgent("clerk", [{ calls: [call("write", { path: "/a" })] }, { text: "done" }], {
    tools: [withApproval(write)],
  });
  const task = defineTask({ name: "only", description: "Write", expectedOutput: "done", agent });
  const crew = createCrew({ tasks: [task], checkpointer: new MemorySaver() });
  const first = await crew.kickoff({}, { threadId: "t" });
  expect(first).toMatchObject({
    status: "waiting",
    pending: [
      {
        kind: "approval",
        task: "only",
        question: 'May "write" be called with {"path":"/a"}?',
        subject: { tool: "write", args: { path: "/a" } },
      },
    ],
  });
  expect(write.calls).toHaveLength(0);
  const answers = Object.fromEntries(first.status === "waiting" ? first.pending.map(({ id }) => [id, answer]) : []);
  const run = completed(await crew.resume({ threadId: "t", answers }));
  expect(shown(run.tasks.only)).toEqual([result]);
  expect(write.calls).toHaveLength(calls);
});

test("a call that needs no approval is made, one whose need cannot be told is not, and without a checkpointer none is", async () => {
  const write = fakeTool("write");
  const needed = ({ path }: Readonly<Record<string, unknown>>) => {
    if (path === "?") throw new Error("no idea");
    return path !== "/tmp";
  };
  const turns = [{ calls: [call("write", { path: "/tmp" }), call("write", { path: "?" })] }, { text: "done" }];
  const { agent } = scriptedAgent("clerk", turns, { tools: [withApproval(write, needed)] });
  const task = defineTask({ name: "only", description: "Write", expectedOutput: "done", agent });
  expect(outcomeOf(await createCrew({ tasks: [task] }).kickoff())).toBe("done");
  expect(write.calls.map(({ args }) => args)).toEqual([{ path: "/tmp" }]);
});

test("a call without an answer is made again, one that was answered is not", async () => {
  const outputs: ToolOutput[] = [
    { kind: "failure", reason: "timeout", message: "late" },
    { kind: "failure", reason: "unavailable", message: "down" },
    text("there"),
  ];
  const flaky = fakeTool("flaky", { answer: () => outputs.shift() ?? text("?", true) });
  const retried = withRetry(flaky, { delayMs: 1 });
  expect(await retried.invoke({})).toEqual(text("there"));
  expect(await retried.invoke({})).toEqual(text("?", true));
  expect(flaky.calls).toHaveLength(4);
});

test("a long result loses its middle", async () => {
  const long = withTruncation(fakeTool("long", { answer: () => text(`${"a".repeat(100)}${"b".repeat(100)}`) }), 30);
  expect(await long.invoke({})).toEqual(text(`${"a".repeat(20)}\n[… 170 characters left out …]\n${"b".repeat(10)}`));
});

test("wrappers take any tool of LangChain, and go around each other", async () => {
  const add = langChainTool(({ a, b }) => `${a + b}`, {
    name: "add",
    description: "Adds",
    schema: z.object({ a: z.number(), b: z.number() }),
  });
  const wrapped = withUsageLimit(withRetry(withTruncation(add, 100)), 1);
  const { agent } = scriptedAgent("clerk", [{ calls: [call("add", { a: 1, b: 2 })] }, { text: "3" }], {
    tools: [wrapped],
  });
  expect(shown(await runAgent(agent, "1 + 2?"))).toEqual(["3"]);
});

test.each([
  () => withUsageLimit(fakeTool("a"), 0),
  () => withTruncation(fakeTool("a"), 0),
  () => withCache(fakeTool("a"), { ttlMs: 0 }),
])("a limit below 1 is misuse", (wrap) => {
  expect(wrap).toThrow(expect.objectContaining({ code: "tool_limit_invalid" }));
});
