import { tool } from "@langchain/core/tools";
import { Annotation, interrupt, MemorySaver, Send, START, StateGraph } from "@langchain/langgraph";
import { expect, test } from "vitest";
import { z } from "zod";
import { createCrew, createToolRunner, crewChannels, defineTask, withApproval } from "../../src/index.ts";
import type { AnyTool } from "../../src/tools-of.ts";
import { fakeTool, text } from "../fake-tools.ts";
import { scriptedAgent } from "./support.ts";

const State = Annotation.Root(crewChannels);
const texts = { description: "Write", expectedOutput: "a word" };
const thread = { configurable: { thread_id: "1" } };
const inputs = {};

type Graph = ReturnType<typeof createCrew>["graph"];

const around = (graph: Graph, checkpointer?: MemorySaver) =>
  new StateGraph(State)
    .addNode("written", graph)
    .addEdge(START, "written")
    .compile(checkpointer && { checkpointer });

const asking = [
  ["withApproval", withApproval(fakeTool("wipe"))],
  ["a function that decides to ask", withApproval(fakeTool("wipe"), () => ({ decision: "ask" }))],
  [
    "an interrupt of LangChain's tool",
    tool(async () => `${interrupt("Really?")}`, { name: "wipe", description: "wipes", schema: z.object({}) }),
  ],
] as const;

/** Crews of which somebody uses this tool, each with the model that leads its only task. */
function crewsWith(wipe: AnyTool) {
  const clerk = () => scriptedAgent("clerk", [{ calls: [{ name: "wipe" }] }, { text: "done" }], { tools: [wipe] });
  const tasksOf = ({ agent }: ReturnType<typeof clerk>) => [defineTask({ name: "only", ...texts, agent })];
  const [one, other, third] = [clerk(), clerk(), clerk()];
  const order = { calls: [{ name: "delegate_work", arguments: { coworker: "clerk", task: "wipe" } }] };
  const { model: managerModel } = scriptedAgent("boss", [order, { text: "done" }]);
  const runner = createToolRunner({ tools: other.agent.tools });
  return [
    { ...createCrew({ tasks: tasksOf(one) }), model: one.model },
    { ...createCrew({ tasks: tasksOf(other), runner }), model: other.model },
    { ...createCrew({ tasks: tasksOf(third), process: "hierarchical", managerModel }), model: managerModel },
  ];
}

test.each(asking)(
  "a tool cannot ask by %s in a graph that keeps nothing, which is said with the remedy",
  async (_, t) => {
    for (const { graph, model } of crewsWith(t)) {
      await expect(around(graph).invoke({ inputs })).rejects.toMatchObject({
        name: "CrewError",
        code: "checkpointer_missing",
        message: expect.stringContaining('The task "only" waits for a person'),
        remedy: expect.stringContaining("Compile the graph around its crew with a checkpointer"),
      });
      expect(model.requests).toHaveLength(1);
    }
  },
);

/** A crew of four tasks side by side, and how many of them use the same tool at once. */
function busyCrew(concurrency: number | undefined) {
  let now = 0;
  const seen = { most: 0 };
  const look = fakeTool("look", {
    async answer() {
      now += 1;
      seen.most = Math.max(seen.most, now);
      await new Promise((resolve) => setTimeout(resolve, 20));
      now -= 1;
      return text("seen");
    },
  });
  const tasks = ["a", "b", "c", "d"].map((name) => {
    const turns = [{ calls: [{ name: "look" }] }, { text: "done" }, { calls: [{ name: "look" }] }, { text: "done" }];
    const { agent } = scriptedAgent(name, turns, { tools: [look] });
    return defineTask({ name, ...texts, context: [], agent });
  });
  return { graph: createCrew({ tasks, ...(concurrency && { concurrency }) }).graph, seen };
}

test.each([
  [1, 1],
  [3, 3],
  [undefined, 4],
])("a concurrency of %s holds in a graph node too, whatever keeps it", async (concurrency, most) => {
  for (const checkpointer of [undefined, new MemorySaver()]) {
    const { graph, seen } = busyCrew(concurrency);
    const { outputs } = await around(graph, checkpointer).invoke({ inputs }, thread);
    expect([seen.most, Object.keys(outputs)]).toEqual([most, ["a", "b", "c", "d"]]);
  }
});

test("it holds for each entry of the node by itself", async () => {
  const { graph, seen } = busyCrew(1);
  const twice = new StateGraph(State)
    .addNode("written", graph)
    .addConditionalEdges(START, () => [new Send("written", { inputs }), new Send("written", { inputs })], ["written"])
    .compile();
  await twice.invoke({ inputs });
  expect(seen.most).toBe(2);
});

test("each task of a sequence is a step of LangGraph, whose limit the graph around the crew is given", async () => {
  const { agent } = scriptedAgent("clerk", Array<{ text: string }>(60).fill({ text: "done" }));
  const tasks = Array.from({ length: 30 }, (_, place) => defineTask({ name: `t${place}`, ...texts, agent }));
  const graph = around(createCrew({ tasks }).graph);
  await expect(graph.invoke({ inputs })).rejects.toMatchObject({ name: "GraphRecursionError" });
  const { outputs } = await graph.invoke({ inputs }, { recursionLimit: tasks.length + 1 });
  expect(Object.keys(outputs)).toHaveLength(30);
});
