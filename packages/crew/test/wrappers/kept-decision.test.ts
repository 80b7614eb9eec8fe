import { AIMessage, type BaseMessage } from "@langchain/core/messages";
import { Command, END, interrupt, MemorySaver, MessagesAnnotation, START, StateGraph } from "@langchain/langgraph";
import { expect, test } from "vitest";
import {
  type Approval,
  completed,
  createCachingToolNode,
  createCrew,
  createToolRunner,
  defineTask,
  type Tool,
  withApproval,
} from "../../src/index.ts";
import { answerAll, scriptedAgent } from "../crew/support.ts";
import { fakeTool } from "../fake-tools.ts";

const texts = { description: "Do it", expectedOutput: "a word" };
const config = { configurable: { thread_id: "t" } };
const calling = (n: number) => ({ calls: [{ name: "pay", arguments: { n } }] });

/** Decides as it is told, each time it is asked; then it allows everything. */
const inTurn = (bare: Tool, decisions: readonly Approval["decision"][]) => {
  const left = [...decisions];
  const tool = withApproval(bare, ({ n }) => {
    const decision = left.shift() ?? "allow";
    if (decision === "refuse") return { decision, reason: "No." };
    return decision === "ask" ? { decision, question: `Pay ${n}?` } : { decision };
  });
  return { tool, left };
};

const crewWith = (tool: Tool, turns: Parameters<typeof scriptedAgent>[1], checkpointer: MemorySaver) => {
  const { agent } = scriptedAgent("clerk", turns, { tools: [tool] });
  return createCrew({ tasks: [defineTask({ name: "one", ...texts, agent })], checkpointer });
};

test.each([
  ["the first call", ["ask"], [calling(1)], []],
  ["a later call", ["allow", "ask"], [calling(1), calling(2)], [1]],
] as const)("a person who refused %s is not overruled by another process", async (_what, decisions, turns, sent) => {
  const checkpointer = new MemorySaver();
  const pay = fakeTool("pay");
  const waiting = await crewWith(inTurn(pay, decisions).tool, turns, checkpointer).kickoff({}, { threadId: "t" });
  const next = crewWith(inTurn(pay, []).tool, [{ text: "end" }], checkpointer);
  const run = completed(await next.resume({ threadId: "t", answers: answerAll(waiting, false) }));
  expect(run.tasks.one?.messages.at(-2)?.text).toContain("A person did not agree");
  expect(pay.calls.map(({ args }) => args.n)).toEqual(sent);
});

test("a person who agreed is not overruled either, and a call is decided about once", async () => {
  const checkpointer = new MemorySaver();
  const pay = fakeTool("pay");
  const { tool, left } = inTurn(pay, ["ask", "refuse"]);
  const crew = crewWith(tool, [calling(1), { text: "end" }], checkpointer);
  const waiting = await crew.kickoff({}, { threadId: "t" });
  completed(await crew.resume({ threadId: "t", answers: answerAll(waiting, true) }));
  expect([pay.calls.length, left]).toEqual([1, ["refuse"]]);
});

test("a call that was stopped while it was decided about is decided about anew after a pause", async () => {
  const pay = fakeTool("pay");
  const stop = new AbortController();
  let times = 0;
  const tool = withApproval(pay, () => {
    times += 1;
    if (times > 1) return { decision: "allow" };
    stop.abort();
    return new Promise<never>(() => {});
  });
  const graph = new StateGraph(MessagesAnnotation)
    .addNode("tools", async () => {
      await tool.invoke({ n: 1 }, times === 0 ? { signal: stop.signal } : {});
      interrupt("Go on?");
      return {};
    })
    .addEdge(START, "tools")
    .addEdge("tools", END)
    .compile({ checkpointer: new MemorySaver() });
  await graph.invoke({ messages: [] }, config);
  expect([times, pay.calls.length]).toEqual([1, 0]);
  await graph.invoke(new Command({ resume: true }), config);
  expect([times, pay.calls.length]).toEqual([2, 1]);
});

/** A graph with nothing but the node, whose calls are those of one message. */
function graphOf(tool: Tool, checkpointer: MemorySaver, numbers: readonly number[]) {
  const tool_calls = numbers.map((n) => ({ id: `${n}`, name: "pay", args: { n } }));
  const runTools = createCachingToolNode(createToolRunner({ tools: [tool] }));
  const graph = new StateGraph(MessagesAnnotation)
    .addNode("tools", ({ messages }: { messages: BaseMessage[] }) => runTools({ messages }))
    .addEdge(START, "tools")
    .addEdge("tools", END)
    .compile({ checkpointer });
  return { graph, input: { messages: [new AIMessage({ content: "", tool_calls })] } };
}

test("in the tool node of another graph a person who refused is not overruled", async () => {
  const checkpointer = new MemorySaver();
  const pay = fakeTool("pay");
  const first = graphOf(inTurn(pay, ["ask"]).tool, checkpointer, [1]);
  const asked = await first.graph.invoke(first.input, config);
  const value = { question: "Pay 1?", tool: "pay", args: { n: 1 } };
  expect(asked).toMatchObject({ __interrupt__: [{ value }] });
  const { messages } = await graphOf(inTurn(pay, []).tool, checkpointer, [1]).graph.invoke(
    new Command({ resume: false }),
    config,
  );
  expect(messages.at(-1)?.text).toContain("A person did not agree");
  expect(pay.calls).toEqual([]);
});

test.each<readonly [what: string, then: (tool: Tool) => { readonly tool: Tool; readonly n: number }]>([
  ["another call", (tool) => ({ tool, n: 1_000 })],
  ["another approval", (tool) => ({ tool: withApproval(tool, () => ({ decision: "allow" })), n: 1 })],
])("a decision is not taken for that of %s which came in its place over the pause", async (_what, then) => {
  const checkpointer = new MemorySaver();
  const pay = fakeTool("pay");
  const { tool } = inTurn(pay, ["ask"]);
  let now = { tool, n: 1 };
  const graph = new StateGraph(MessagesAnnotation)
    .addNode("tools", async () => {
      await now.tool.invoke({ n: now.n });
      return {};
    })
    .addEdge(START, "tools")
    .addEdge("tools", END)
    .compile({ checkpointer });
  await graph.invoke({ messages: [] }, config);
  now = then(tool);
  await graph.invoke(new Command({ resume: true }), config);
  expect(pay.calls).toEqual([]);
});
