import { setTimeout as sleep } from "node:timers/promises";
import { createScriptedModel } from "@k8s-copilot/doubles";
import { AIMessage, type BaseMessage, HumanMessage, ToolMessage } from "@langchain/core/messages";
import { tool as langchainTool } from "@langchain/core/tools";
import {
  Command,
  getStore,
  INTERRUPT,
  InMemoryStore,
  interrupt,
  isInterrupted,
  type LangGraphRunnableConfig,
  MemorySaver,
  MessagesAnnotation,
  Send,
  START,
  StateGraph,
} from "@langchain/langgraph";
import { ToolNode, toolsCondition } from "@langchain/langgraph/prebuilt";
import { expect, test } from "vitest";
import { z } from "zod";
import { createCachingToolNode, createToolRunner, type Tool, toolFromStructuredTool } from "../../src/index.ts";
import { fakeTool, gate, text } from "../fake-tools.ts";

const call = (name: string, args: Record<string, unknown> = {}, id = name) => ({
  type: "tool_call" as const,
  id,
  name,
  args,
});
const asking = (...tool_calls: ReturnType<typeof call>[]) => new AIMessage({ content: "", tool_calls });
const plain = (messages: readonly BaseMessage[]) =>
  messages.map((message) => [message.text, message.name, ToolMessage.isInstance(message) && message.tool_call_id]);

/** The same tools for LangGraph's own node. */
function langGraphNode(tools: readonly Tool[]): ToolNode {
  return new ToolNode(
    tools.map(({ name, description, inputSchema, invoke }) =>
      langchainTool(
        async (args: Record<string, unknown>) => {
          const output = await invoke(args);
          if (output.kind === "failure" || output.isError) throw new Error("failed");
          return output.text;
        },
        { name, description, schema: inputSchema },
      ),
    ),
  );
}

const tools = () => [fakeTool("slow", { answer: () => sleep(20, text("slow done")) }), fakeTool("fast")];

test.each<[string, BaseMessage[]]>([
  ["one call", [new HumanMessage("go"), asking(call("fast"))]],
  ["calls in order, the slow one first", [asking(call("slow"), call("fast"))]],
  [
    "calls that are answered already",
    [asking(call("slow"), call("fast")), new ToolMessage({ content: "x", tool_call_id: "slow" })],
  ],
  ["a last message that is not the assistant's", [asking(call("fast")), new HumanMessage("well?")]],
  ["an assistant that asks for nothing", [new AIMessage("hello")]],
])("contract: LangGraph's node and ours answer alike to %s", async (_what, messages) => {
  const theirs: { messages: BaseMessage[] } = await langGraphNode(tools()).invoke({ messages });
  const ours = await createCachingToolNode(createToolRunner({ tools: tools() }))({ messages });
  expect(plain(ours.messages)).toEqual(plain(theirs.messages));
  expect(ours.messages.map(({ status }) => status)).toEqual(ours.messages.map(() => "success"));
});

test("contract: both take a plain array of messages and answer with one", async () => {
  const messages = [asking(call("fast"))];
  const theirs: BaseMessage[] = await langGraphNode(tools()).invoke(messages);
  const ours = await createCachingToolNode(createToolRunner({ tools: tools() }))(messages);
  expect(plain(ours)).toEqual(plain(theirs));
});

test("contract: both answer a failure and an unknown tool with the status error", async () => {
  const broken = fakeTool("broken", { answer: () => text("no such pod", true) });
  const messages = [asking(call("broken"), call("unknown"))];
  const theirs: { messages: ToolMessage[] } = await langGraphNode([broken]).invoke({ messages });
  const ours = await createCachingToolNode(createToolRunner({ tools: [broken] }))({ messages });
  const statuses = [theirs, ours].map((answer) =>
    answer.messages.map(({ status, tool_call_id }) => [status, tool_call_id]),
  );
  expect(statuses[1]).toEqual(statuses[0]);
  expect(ours.messages.map((message) => message.text)).toEqual([
    "Error (failed): no such pod",
    'Error (invalid): There is no tool "unknown". The tools are: broken.',
  ]);
});

test("contract: neither answers a call that LangChain could not read, which is not sent back either", async () => {
  const raw = [call("fast"), { id: "broken", name: "fast", args: "{" }].map(({ id, name, args }) => {
    return { id, type: "function" as const, function: { name, arguments: typeof args === "string" ? args : "{}" } };
  });
  const message = asking(call("fast"));
  message.additional_kwargs = { tool_calls: raw };
  const theirs: BaseMessage[] = await langGraphNode(tools()).invoke([message]);
  const ours = await createCachingToolNode(createToolRunner({ tools: tools() }))([message]);
  expect(plain(ours)).toEqual(plain(theirs));
});

test("contract: both answer the one call that a Send carries, whatever else is in the state", async () => {
  const input = { lg_tool_call: call("fast"), messages: [asking(call("slow"))], other: 1 };
  const theirs: { messages: BaseMessage[] } = await langGraphNode(tools()).invoke(input);
  const ours = await createCachingToolNode(createToolRunner({ tools: tools() }))(input);
  expect(plain(ours.messages)).toEqual(plain(theirs.messages));
  expect(plain(ours.messages)).toEqual([["fast was called", "fast", "fast"]]);
});

test("contract: a Send runs the node once for each call in a graph", async () => {
  const tool = fakeTool("get", { answer: ({ n }) => text(`number ${n}`) });
  const graph = new StateGraph(MessagesAnnotation)
    .addNode("tools", createCachingToolNode(createToolRunner({ tools: [tool] })))
    .addConditionalEdges(START, ({ messages }) => {
      const asked = messages.findLast((message) => AIMessage.isInstance(message))?.tool_calls ?? [];
      return asked.map((lg_tool_call) => new Send("tools", { messages, lg_tool_call }));
    })
    .compile();
  const { messages } = await graph.invoke({
    messages: [asking(call("get", { n: 1 }, "a"), call("get", { n: 2 }, "b"))],
  });
  expect(messages.slice(1).map((message) => message.text)).toEqual(["number 1", "number 2"]);
});

test("contract: both answer two calls of one id, each with what it asked for", async () => {
  const twice = asking(call("fast", {}, "same"), call("slow", {}, "same"));
  const theirs: { messages: BaseMessage[] } = await langGraphNode(tools()).invoke({ messages: [twice] });
  const ours = await createCachingToolNode(createToolRunner({ tools: tools() }))({ messages: [twice] });
  expect(plain(ours.messages)).toEqual(plain(theirs.messages));
  expect(ours.messages).toHaveLength(2);
});

/** A tool that tells who asked and what the graph's store knows, as LangGraph hands both to its own node's tools. */
const aware = langchainTool(
  async (_args, config: LangGraphRunnableConfig) => {
    const note = await (config.store ?? getStore())?.get(["notes"], "today");
    return `${config.configurable?.user}: ${note?.value.text}`;
  },
  { name: "aware", description: "", schema: z.object({}) },
);

async function askAware(node: Parameters<typeof nodeGraph>[0], user: string): Promise<string | undefined> {
  const store = new InMemoryStore();
  await store.put(["notes"], "today", { text: "rain" });
  const { messages } = await nodeGraph(node)
    .compile({ store })
    .invoke({ messages: [asking(call("aware"))] }, { configurable: { user } });
  return messages.at(-1)?.text;
}

const nodeGraph = (node: ToolNode | ReturnType<typeof createCachingToolNode>) =>
  new StateGraph(MessagesAnnotation).addNode("tools", node).addEdge(START, "tools");

test("contract: the graph's config and store reach a tool of LangChain in both", async () => {
  const runner = createToolRunner({ tools: [toolFromStructuredTool(aware)] });
  expect(await askAware(new ToolNode([aware]), "ann")).toBe("ann: rain");
  expect(await askAware(createCachingToolNode(runner), "ann")).toBe("ann: rain");
});

test("identityOf keeps apart what is kept for different people", async () => {
  const policyOf = () => ({ ttlMs: 60_000, tags: [], drops: [] });
  const runner = createToolRunner({ tools: [toolFromStructuredTool(aware)], policyOf });
  const node = createCachingToolNode(runner, { identityOf: ({ configurable }) => String(configurable?.user) });
  for (const user of ["ann", "eve", "ann"]) expect(await askAware(node, user)).toBe(`${user}: rain`);
  expect(runner.stats()).toMatchObject({ sent: 2, hits: 1 });
});

test("left out: a tool that returns a Command is told so, and is not taken for a result", async () => {
  const steering = langchainTool(async () => new Command({ goto: "elsewhere" }), {
    name: "steering",
    description: "",
    schema: z.object({}),
  });
  const node = createCachingToolNode(createToolRunner({ tools: [toolFromStructuredTool(steering)] }));
  const [answer] = await node([asking(call("steering"))]);
  expect(answer).toMatchObject({ status: "error", text: expect.stringContaining("ToolNode") });
});

test("contract: both refuse messages without an assistant's", async () => {
  const messages = [new HumanMessage("hi")];
  await expect(langGraphNode(tools()).invoke({ messages })).rejects.toThrow(/AIMessage/);
  const ours = createCachingToolNode(createToolRunner({ tools: tools() }));
  await expect(ours({ messages })).rejects.toMatchObject({ code: "node_input_invalid" });
});

test("the whole result is the message's artifact, and a second reading is cached", async () => {
  const runner = createToolRunner({
    tools: [fakeTool("get")],
    policyOf: () => ({ ttlMs: 60_000, tags: [], drops: [] }),
  });
  const node = createCachingToolNode(runner);
  await node([asking(call("get", {}, "1"))]);
  const [message] = await node([asking(call("get", {}, "2"))]);
  expect(message?.artifact).toMatchObject({ outcome: "ok", cached: true, text: "get was called", call: { id: "2" } });
  expect(message?.text).toBe("get was called");
});

test("M12: a huge result is shown with its head and its tail, and kept whole", async () => {
  const huge = `${"a".repeat(100_000)}the cause`;
  const node = createCachingToolNode(createToolRunner({ tools: [fakeTool("log", { answer: () => text(huge) })] }));
  const [message] = await node([asking(call("log"))]);
  expect(message?.text.length).toBeLessThanOrEqual(32_000);
  expect(message?.text).toMatch(/^aaa.*68053 of 100009 characters left out.*the cause$/s);
  expect(message?.artifact.text).toBe(huge);
});

test("a result without text is never an empty message", async () => {
  const node = createCachingToolNode(createToolRunner({ tools: [fakeTool("get", { answer: () => text(" \n") })] }));
  expect((await node([asking(call("get"))]))[0]?.text).toBe("(The tool gave no text.)");
});

test.each(["length", "error"])(
  "M1: calls of a reply that ended with %s are answered and not run",
  async (finish_reason) => {
    const tool = fakeTool("delete_pod");
    const message = new AIMessage({
      content: "",
      tool_calls: [call("delete_pod")],
      response_metadata: { finish_reason },
    });
    const [answer] = await createCachingToolNode(createToolRunner({ tools: [tool] }))([message]);
    expect(answer).toMatchObject({ status: "error", tool_call_id: "delete_pod" });
    expect(tool.calls).toEqual([]);
  },
);

/** An ordinary graph over messages, with a model that is called as everybody calls it. */
function makeGraph(tool: Tool, turns: Parameters<typeof createScriptedModel>[0]) {
  const definition = { type: "function", function: { name: tool.name, description: "", parameters: tool.inputSchema } };
  const model = createScriptedModel(turns).bindTools?.([definition]);
  return new StateGraph(MessagesAnnotation)
    .addNode("model", async ({ messages }) => ({
      messages: [await model?.invoke(messages)].filter((reply) => reply !== undefined),
    }))
    .addNode("tools", createCachingToolNode(createToolRunner({ tools: [tool] })))
    .addEdge(START, "model")
    .addConditionalEdges("model", toolsCondition)
    .addEdge("tools", "model")
    .compile({ checkpointer: new MemorySaver() });
}

const thread = { configurable: { thread_id: "1" } };

test("it runs as a node of an ordinary graph, also while messages are streamed", async () => {
  for (const streamMode of ["values", "messages"] as const) {
    const tool = fakeTool("get");
    const graph = makeGraph(tool, [{ calls: [{ name: "get" }] }, { text: "done" }]);
    for await (const _part of await graph.stream({ messages: [new HumanMessage("go")] }, { ...thread, streamMode }));
    const { messages } = (await graph.getState(thread)).values;
    expect(messages.map((message: BaseMessage) => message.text)).toEqual(["go", "", "get was called", "done"]);
    expect(tool.calls).toHaveLength(1);
  }
});

test("M1: a call that was cut is not run in a graph that streams messages, where the finish reason is lost", async () => {
  const tool = fakeTool("delete_pod");
  const calls = [{ name: "delete_pod", arguments: '{"namespace":"prod","name":"pay' }];
  const graph = makeGraph(tool, [{ calls, finishReason: "length" }, { text: "sorry" }]);
  for await (const _part of await graph.stream(
    { messages: [new HumanMessage("go")] },
    { ...thread, streamMode: "messages" },
  ));
  expect(tool.calls).toEqual([]);
});

test.each<[string, Tool]>([
  ["a tool", fakeTool("ask", { answer: () => text(`You chose ${interrupt("which one?")}.`) })],
  [
    "a tool of LangChain",
    toolFromStructuredTool(
      langchainTool(() => `You chose ${interrupt("which one?")}.`, { name: "ask", schema: z.object({}) }),
    ),
  ],
])("an interrupt inside %s pauses the graph, and the answer reaches the tool", async (_what, tool) => {
  const graph = makeGraph(tool, [{ calls: [{ name: "ask" }] }, { text: "done" }]);
  const paused = await graph.invoke({ messages: [new HumanMessage("go")] }, thread);
  expect(isInterrupted(paused) && paused[INTERRUPT][0]?.value).toBe("which one?");
  const { messages } = await graph.invoke(new Command({ resume: "the second" }), thread);
  expect(messages.map((message) => message.text).slice(2)).toEqual(["You chose the second.", "done"]);
});

test("an abort passes out of the node itself", async () => {
  const stop = new AbortController();
  stop.abort(new Error("enough"));
  const node = createCachingToolNode(createToolRunner({ tools: tools() }));
  await expect(node([asking(call("fast"))], { signal: stop.signal })).rejects.toThrow("enough");
});

test("an abort passes through a graph, and reaches the tool", async () => {
  const stop = new AbortController();
  const tool = fakeTool("get", {
    answer: () => {
      stop.abort(new Error("enough"));
      return gate<never>().promise;
    },
  });
  const graph = makeGraph(tool, [{ calls: [{ name: "get" }] }]);
  await expect(
    graph.invoke({ messages: [new HumanMessage("go")] }, { ...thread, signal: stop.signal }),
  ).rejects.toThrow();
  expect(tool.calls[0]?.signal?.aborted).toBe(true);
});
