import { tool } from "@langchain/core/tools";
import { interrupt, MemorySaver } from "@langchain/langgraph";
import { expect, test } from "vitest";
import { z } from "zod";
import { type Agent, type CrewEvent, createCrew, createToolRunner, defineTask, withApproval } from "../../src/index.ts";
import { fakeTool } from "../fake-tools.ts";
import { openStarts, outcomeOf, scriptedAgent } from "./support.ts";

const texts = { description: "Say it", expectedOutput: "a word" };
const call = { calls: [{ name: "wipe" }] };
const inVain = 'checkpointer_missing: "only" asks a person, and nothing keeps the run meanwhile.';

const asking = [
  ["a function that decides to ask", withApproval(fakeTool("wipe"), () => ({ decision: "ask" }))],
  [
    "an interrupt of LangChain's tool",
    tool(async () => `${interrupt("Really?")}`, { name: "wipe", description: "wipes", schema: z.object({}) }),
  ],
] as const;

test.each(asking)("a run that nothing keeps fails where a person is asked by %s", async (_how, wipe) => {
  const { agent, model } = scriptedAgent("clerk", [call, { text: "done without asking" }], { tools: [wipe] });
  const events: CrewEvent[] = [];
  const crew = createCrew({ tasks: [defineTask({ name: "only", ...texts, agent })] });
  const run = await crew.kickoff({}, { onEvent: (event) => events.push(event) });
  expect(outcomeOf(run)).toBe(inVain);
  expect(run.status === "failed" && run.error.remedy).toBe(
    "Pass createCrew a checkpointer, such as new MemorySaver().",
  );
  expect(model.requests).toHaveLength(1);
  expect(openStarts(events)).toEqual([]);
});

test.each(asking)("the same with a coworker whose tool asks by %s", async (_how, wipe) => {
  const { agent } = scriptedAgent("clerk", [call, { text: "done without asking" }], { tools: [wipe] });
  const order = { calls: [{ name: "delegate_work", arguments: { coworker: "clerk", task: "wipe" } }] };
  const { model: managerModel } = scriptedAgent("boss", [order, { text: "done" }]);
  const tasks = [defineTask({ name: "only", ...texts, agent })];
  expect(outcomeOf(await createCrew({ tasks, process: "hierarchical", managerModel }).kickoff())).toBe(inVain);
});

test.each(asking)("the same through a runner, with a tool that asks by %s", async (_how, wipe) => {
  const { agent } = scriptedAgent("clerk", [call, { text: "done without asking" }], { tools: [wipe] });
  const runner = createToolRunner({ tools: agent.tools });
  const tasks = [defineTask({ name: "only", ...texts, agent })];
  expect(outcomeOf(await createCrew({ tasks, runner }).kickoff())).toBe(inVain);
});

test.each(asking)("a run that is kept waits where a person is asked by %s", async (_how, wipe) => {
  const { agent } = scriptedAgent("clerk", [call, { text: "done" }], { tools: [wipe] });
  const tasks = [defineTask({ name: "only", ...texts, agent })];
  expect(outcomeOf(await createCrew({ tasks, checkpointer: new MemorySaver() }).kickoff())).toBe("waits for 1");
});

const turns = [{ text: "done" }];
const approved = [withApproval(fakeTool("wipe"))];

test("a tool that asks is no obstacle to a crew without a checkpointer that cannot call it", async () => {
  const { agent: clerk } = scriptedAgent("clerk", turns);
  const { agent: idle } = scriptedAgent("idle", [], { tools: approved });
  const first = createCrew({ tasks: [defineTask({ name: "only", ...texts, agent: clerk })], agents: [idle] });
  expect(outcomeOf(await first.kickoff())).toBe("done");

  const { agent: armed } = scriptedAgent("armed", turns, { tools: approved });
  const only = defineTask({ name: "only", ...texts, agent: armed, tools: [] });
  expect(outcomeOf(await createCrew({ tasks: [only], agents: [armed] }).kickoff())).toBe("done");
});

const { agent: armed } = scriptedAgent("armed", [], { tools: approved });
const { agent: idle } = scriptedAgent("idle", []);
const { agent: leader, model: managerModel } = scriptedAgent("leader", [], { allowDelegation: true });
const alone = (agent: Agent, tools?: typeof approved) => [
  defineTask({ name: "only", ...texts, agent, ...(tools && { tools }) }),
];

test.each([
  ["the agent's", () => createCrew({ tasks: alone(armed) })],
  ["the task's", () => createCrew({ tasks: alone(idle, approved) })],
  ["one of a coworker's", () => createCrew({ tasks: alone(leader), agents: [armed] })],
  [
    "a worker's under a manager",
    () =>
      createCrew({
        tasks: [defineTask({ name: "only", ...texts })],
        agents: [armed],
        process: "hierarchical",
        managerModel,
      }),
  ],
  [
    "the task's under a manager",
    () => createCrew({ tasks: alone(idle, approved), process: "hierarchical", managerModel }),
  ],
] as const)("a tool that asks is refused before a run that nothing keeps where it is %s", async (_whose, make) => {
  await expect(make().kickoff()).rejects.toMatchObject({ code: "checkpointer_missing" });
});

test("a run that is aborted with null has as many ends as starts", async () => {
  const stop = new AbortController();
  const wait = async () => {
    stop.abort(null);
    await new Promise((resolve) => setTimeout(resolve, 5));
    return { text: "late" };
  };
  const { agent } = scriptedAgent("clerk", [wait]);
  const events: CrewEvent[] = [];
  const crew = createCrew({ tasks: [defineTask({ name: "only", ...texts, agent })] });
  const run = await crew.kickoff({}, { signal: stop.signal, onEvent: (event) => events.push(event) });
  expect(outcomeOf(run)).toBe("cancelled: The run was cancelled.");
  expect(events.find(({ type }) => type === "task.finished")).toMatchObject({ status: "cancelled" });
  expect(openStarts(events)).toEqual([]);
});

const throwers = [
  ["a tool of ours", { ...fakeTool("wipe"), invoke: () => Promise.reject(null) }],
  [
    "a tool of LangChain",
    tool(() => Promise.reject(null), { name: "wipe", description: "wipes", schema: z.object({}) }),
  ],
] as const;

test.each(throwers)("the model is told that %s failed which throws null", async (_what, wipe) => {
  const { agent, model } = scriptedAgent("clerk", [call, { text: "done" }], { tools: [wipe] });
  const run = await createCrew({ tasks: [defineTask({ name: "only", ...texts, agent })] }).kickoff();
  expect(outcomeOf(run)).toBe("done");
  const told = model.requests[1]?.messages.at(-1)?.text;
  expect(told).toContain("null");
  expect(told).not.toContain("is_bubble_up");
});
