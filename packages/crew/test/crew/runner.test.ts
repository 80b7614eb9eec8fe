import { tool } from "@langchain/core/tools";
import { interrupt, MemorySaver } from "@langchain/langgraph";
import { expect, test } from "vitest";
import { z } from "zod";
import {
  type CachePolicy,
  completed,
  createCrew,
  createToolRunner,
  defineTask,
  type Tool,
  toolFromStructuredTool,
  withApproval,
  withTruncation,
  withUsageLimit,
} from "../../src/index.ts";
import { type FakeTool, fakeTool, text } from "../fake-tools.ts";
import { outcomeOf, scriptedAgent } from "./support.ts";

const texts = { description: "Do it", expectedOutput: "a word" };
const read: CachePolicy = { ttlMs: 60_000, tags: ["shop"], drops: [] };
const write: CachePolicy = { ttlMs: 0, tags: [], drops: ["shop"] };
const call = (id: string, name: string) => ({ calls: [{ id, name, arguments: {} }] });

/** A crew of two tasks, whose agents each call the tool in a form of their own, through one runner. */
function crewOf(bare: FakeTool, forms: readonly Tool[], policy: CachePolicy) {
  const runner = createToolRunner({ tools: [bare], policyOf: () => policy });
  const tasks = forms.map((form, index) => {
    const turns = [call(`${index}`, bare.name), { text: "done" }];
    const { agent } = scriptedAgent(`clerk${index}`, turns, { tools: [form] });
    return defineTask({ name: `task${index}`, ...texts, agent, context: [] });
  });
  return { runner, crew: createCrew({ tasks, runner, concurrency: 1, checkpointer: new MemorySaver() }) };
}

test("a runner calls the agent's own form of a tool: one that is refused is not sent", async () => {
  const wipe = fakeTool("wipe");
  const never = withApproval(wipe, () => ({ decision: "refuse", reason: "Never." }));
  const { crew } = crewOf(wipe, [never], write);
  const run = completed(await crew.kickoff());
  expect(wipe.calls).toHaveLength(0);
  expect(run.tasks.task0?.messages.find(({ type }) => type === "tool")?.text).toContain("Never.");
});

test("a call that needs an approval is not answered with what was kept for one that needs none", async () => {
  const look = fakeTool("look");
  const { crew, runner } = crewOf(look, [look, look, withApproval(look)], read);
  const run = await crew.kickoff({}, { threadId: "t" });
  expect(run).toMatchObject({ status: "waiting", pending: [{ kind: "approval", task: "task2" }] });
  expect([look.calls.length, runner.stats().hits]).toEqual([1, 1]);
  const answers = Object.fromEntries(run.status === "waiting" ? run.pending.map(({ id }) => [id, true]) : []);
  expect(outcomeOf(await crew.resume({ threadId: "t", answers }))).toBe("done");
  expect(look.calls).toHaveLength(2);
});

test("what a wrapped tool gives is not kept for the bare one", async () => {
  const look = fakeTool("look", { answer: () => text("x".repeat(500)) });
  const { crew } = crewOf(look, [withTruncation(look, 100), look], read);
  const run = completed(await crew.kickoff());
  const shown = Object.values(run.tasks).map(
    ({ messages }) => messages.find(({ type }) => type === "tool")?.text.length ?? 0,
  );
  expect([look.calls.length, (shown[0] ?? 0) < 200, shown[1]]).toEqual([2, true, 500]);
});

test("a write with an approval around it drops what the runner keeps", async () => {
  const look = fakeTool("look");
  const sell = fakeTool("sell");
  const runner = createToolRunner({
    tools: [look, sell],
    policyOf: ({ tool }) => (tool === "sell" ? write : read),
  });
  await runner.run({ id: "1", tool: "look", args: {} });
  expect(runner.entries()).toHaveLength(1);
  const wrapped = withApproval(sell, () => ({ decision: "allow" }));
  await runner.run({ id: "2", tool: "sell", args: {} }, { wrapped });
  expect([sell.calls.length, runner.entries().length]).toEqual([1, 0]);
});

test("a tool that is marked and called as before is the runner's own, and its results are kept", async () => {
  const look = fakeTool("look");
  const { crew } = crewOf(look, [withUsageLimit(look, 1), look], read);
  completed(await crew.kickoff());
  expect(look.calls).toHaveLength(1);
});

test("an approval of the runner's own tool is asked for at every call, whatever is kept", async () => {
  const look = fakeTool("look");
  let isAllowed = true;
  const asked = withApproval(look, () =>
    isAllowed ? { decision: "allow" } : { decision: "refuse", reason: "Not any more." },
  );
  const runner = createToolRunner({ tools: [asked], policyOf: () => read });
  const go = (id: string) => runner.run({ id, tool: "look", args: {} }, { wrapped: asked });
  expect(await go("1")).toMatchObject({ outcome: "ok", cached: false });
  isAllowed = false;
  expect(await go("2")).toMatchObject({ outcome: "failed", message: "The call was not sent: Not any more." });
  expect([look.calls.length, runner.entries().length]).toEqual([1, 0]);
});

test("a write of the runner's own that needs an approval drops what it touches", async () => {
  const [look, sell] = [fakeTool("look"), withApproval(fakeTool("sell"), () => ({ decision: "allow" }))];
  const runner = createToolRunner({
    tools: [look, sell],
    policyOf: (call) => (call.tool === "sell" ? write : read),
  });
  await runner.run({ id: "1", tool: "look", args: {} });
  await runner.run({ id: "2", tool: "sell", args: {} });
  expect(runner.entries()).toEqual([]);
});

const asking = tool(async () => `${interrupt({ question: "Which?" })}`, {
  name: "look",
  description: "asks",
  schema: z.object({}),
});

test.each([
  ["withApproval", () => withApproval(fakeTool("look")), [true, false], ["look was called", "did not agree"]],
  ["an interrupt of its own", () => toolFromStructuredTool(asking), ["red", "blue"], ["red", "blue"]],
] as const)("equal calls at the same time that ask by %s are two questions", async (_how, make, replies, told) => {
  const look = make();
  const runner = createToolRunner({ tools: [look], policyOf: () => read });
  const tasks = ["one", "two"].map((name) => {
    const { agent } = scriptedAgent(`of ${name}`, [call("c", "look"), { text: "done" }], { tools: [look] });
    return defineTask({ name, ...texts, agent, context: [] });
  });
  const crew = createCrew({ tasks, runner, checkpointer: new MemorySaver() });
  const run = await crew.kickoff({}, { threadId: "t" });
  const pending = run.status === "waiting" ? run.pending : [];
  expect(pending.map((question) => question.task)).toEqual(["one", "two"]);
  expect(new Set(pending.map(({ id }) => id)).size).toBe(2);
  const answers = Object.fromEntries(pending.map(({ id }, index) => [id, replies[index]]));
  const ended = completed(await crew.resume({ threadId: "t", answers }));
  for (const [index, { name }] of tasks.entries())
    expect(ended.tasks[name]?.messages.find(({ type }) => type === "tool")?.text).toContain(told[index]);
});

test.each<readonly [what: string, own: (bare: FakeTool) => Tool, form: (bare: FakeTool) => Tool]>([
  ["with other words", (bare) => bare, (bare) => ({ ...bare, description: "Better said." })],
  ["that is a copy", (bare) => bare, (bare) => ({ ...bare })],
])("a form of the runner's own tool %s is served from the cache", async (_what, own, form) => {
  const look = fakeTool("look");
  const runner = createToolRunner({ tools: [own(look)], policyOf: () => read });
  const wrapped = form(look);
  await runner.run({ id: "1", tool: "look", args: {} }, { wrapped });
  expect(await runner.run({ id: "2", tool: "look", args: {} }, { wrapped })).toMatchObject({ cached: true });
});

test("a tool of LangChain that the runner and an agent were both given is one tool", async () => {
  const look = tool(async () => "seen", { name: "look", description: "looks", schema: z.object({}) });
  const runner = createToolRunner({ tools: [toolFromStructuredTool(look)], policyOf: () => read });
  const tasks = ["one", "two"].map((name) => {
    const { agent } = scriptedAgent(`of ${name}`, [call("c", "look"), { text: "done" }], { tools: [look] });
    return defineTask({ name, ...texts, agent });
  });
  completed(await createCrew({ tasks, runner }).kickoff());
  expect(runner.stats()).toMatchObject({ sent: 1, hits: 1 });
});

test("a form that takes other arguments is checked by these", async () => {
  const look = fakeTool("look");
  const runner = createToolRunner({ tools: [look], policyOf: () => read });
  const inputSchema = { type: "object", properties: { a: { type: "number" } }, required: ["a"] };
  const result = await runner.run({ id: "1", tool: "look", args: {} }, { wrapped: { ...look, inputSchema } });
  expect(result).toMatchObject({ outcome: "invalid" });
  expect(look.calls).toEqual([]);
});

test("after a renewal agents of before use the tools of now, and what is kept", async () => {
  const [before, now] = [fakeTool("look"), fakeTool("look")];
  const { crew, runner } = crewOf(before, [before, before], read);
  await runner.run({ id: "1", tool: "look", args: {} });
  expect(runner.renew([now])).toEqual([]);
  completed(await crew.kickoff());
  expect([before.calls.length, now.calls.length, runner.stats().hits]).toEqual([1, 0, 2]);
  runner.drop(["shop"]);
  await runner.run({ id: "2", tool: "look", args: {} }, { wrapped: before });
  expect([before.calls.length, now.calls.length]).toEqual([1, 1]);
});

test.each<readonly [what: string, now: readonly Tool[], form: (bare: FakeTool) => Tool]>([
  ["is gone", [], (bare) => bare],
  ["is gone, with something around it,", [], (bare) => withTruncation(bare, 100)],
  ["says something else of itself", [{ ...fakeTool("look"), description: "Other." }], (bare) => bare],
])("after a renewal a tool that %s is not called by agents of before", async (_what, now, form) => {
  const look = fakeTool("look");
  const runner = createToolRunner({ tools: [look], policyOf: () => read });
  const wrapped = form(look);
  runner.renew(now);
  const refused = await runner.run({ id: "1", tool: "look", args: {} }, { wrapped });
  expect(refused).toMatchObject({ outcome: "unavailable", server: "shop", fault: { code: "changed", detail: "look" } });
  expect(look.calls).toEqual([]);
  runner.renew([look]);
  expect(await runner.run({ id: "2", tool: "look", args: {} }, { wrapped })).toMatchObject({ outcome: "ok" });
});
