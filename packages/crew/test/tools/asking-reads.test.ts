import { tool } from "@langchain/core/tools";
import { interrupt, MemorySaver } from "@langchain/langgraph";
import { expect, test } from "vitest";
import { z } from "zod";
import {
  completed,
  createCrew,
  createToolRunner,
  defineTask,
  type Tool,
  toolFromStructuredTool,
  withCache,
} from "../../src/index.ts";
import { scriptedAgent } from "../crew/support.ts";

const texts = { description: "Do it", expectedOutput: "a word" };
const calls = { calls: [{ id: "c", name: "read", arguments: {} }] };

/** All that a process has: a tool that asks by itself, and a crew of two tasks that call it alike. */
function process({ saver, isCached, began }: { saver: MemorySaver; isCached: boolean; began: boolean }) {
  let begun = 0;
  const readSecret = async () => {
    begun += 1;
    return interrupt({ question: "May I?" }) === true ? "SECRET" : "REFUSED";
  };
  const secret = tool(readSecret, { name: "read", description: "reads what is agreed to", schema: z.object({}) });
  const read: Tool = isCached ? withCache(secret, { ttlMs: 60_000 }) : toolFromStructuredTool(secret);
  const runner = createToolRunner({ tools: [read], policyOf: () => ({ ttlMs: 60_000, tags: [], drops: [] }) });
  const tasks = ["one", "two"].map((name) => {
    const turns = [...(began ? [] : [calls]), { text: "done" }, calls, { text: "done" }];
    const { agent } = scriptedAgent(`of ${name}`, turns, { tools: [read] });
    return defineTask({ name, ...texts, agent, context: [] });
  });
  return { crew: createCrew({ tasks, checkpointer: saver, ...(isCached ? {} : { runner }) }), begun: () => begun };
}

test.each([
  ["a runner with a policy", false, false],
  ["a runner with a policy", false, true],
  ["withCache", true, false],
  ["withCache", true, true],
])(
  "%s (cached: %s, another process: %s): what one person agreed to is for that call alone",
  async (_, isCached, isFresh) => {
    const saver = new MemorySaver();
    const first = process({ saver, isCached, began: false });
    const waiting = await first.crew.kickoff({}, { threadId: "t" });
    const pending = waiting.status === "waiting" ? waiting.pending : [];
    expect([pending.map(({ task }) => task), first.begun()]).toEqual([["one", "two"], 2]);
    const second = isFresh ? process({ saver, isCached, began: true }) : first;
    const answers = Object.fromEntries(pending.map(({ id, task }) => [id, task === "one"]));
    const ended = completed(await second.crew.resume({ threadId: "t", answers }));
    const told = Object.values(ended.tasks).map(({ messages }) => messages.find(({ type }) => type === "tool")?.text);
    expect(told).toEqual(["SECRET", "REFUSED"]);
    expect(await second.crew.kickoff({}, { threadId: "later" })).toMatchObject({
      status: "waiting",
      pending: [{}, {}],
    });
  },
);

test("one who shared a read that was agreed to is asked, and the tool is called for them once", async () => {
  const saver = new MemorySaver();
  const waiting = await process({ saver, isCached: false, began: false }).crew.kickoff({}, { threadId: "t" });
  const pending = waiting.status === "waiting" ? waiting.pending : [];
  const second = process({ saver, isCached: false, began: true });
  const answers = Object.fromEntries(pending.filter(({ task }) => task === "one").map(({ id }) => [id, true]));
  const run = await second.crew.resume({ threadId: "t", answers });
  expect(run).toMatchObject({ status: "waiting", pending: [{ task: "two" }] });
  expect(second.begun()).toBe(2);
});
