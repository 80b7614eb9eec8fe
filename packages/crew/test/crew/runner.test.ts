import { MemorySaver } from "@langchain/langgraph";
import { expect, test } from "vitest";
import {
  type CachePolicy,
  completed,
  createCrew,
  createToolRunner,
  defineTask,
  type Tool,
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
