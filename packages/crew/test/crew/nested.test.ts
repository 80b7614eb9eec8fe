import { BaseCallbackHandler } from "@langchain/core/callbacks/base";
import { tool } from "@langchain/core/tools";
import {
  Annotation,
  Command,
  getStore,
  INTERRUPT,
  InMemoryStore,
  isInterrupted,
  MemorySaver,
  START,
  StateGraph,
} from "@langchain/langgraph";
import { expect, test } from "vitest";
import { z } from "zod";
import { completed, createCrew, defineTask, withApproval } from "../../src/index.ts";
import { fakeTool, gate, text } from "../fake-tools.ts";
import { outcomeOf, scriptedAgent } from "./support.ts";

const texts = { description: "Say it", expectedOutput: "a word" };
const State = z.object({ said: z.string().default("") });

/** A graph of one node, which says what its work came to. */
function around(work: () => Promise<string>) {
  return new StateGraph(State).addNode("only", async () => ({ said: await work() })).addEdge(START, "only");
}

const parents = [
  ["a graph that keeps nothing", () => undefined],
  ["a graph with a checkpointer", () => new MemorySaver()],
] as const;

test.each(parents)("a crew that is kicked off in a node of %s waits and is resumed by itself", async (_name, saver) => {
  const checkpointer = saver();
  const { agent } = scriptedAgent("clerk", [{ text: "draft" }, { text: "sent" }]);
  const tasks = [
    defineTask({ name: "draft", ...texts, agent, humanInput: true }),
    defineTask({ name: "send", ...texts, agent }),
  ] as const;
  const crew = createCrew({ tasks, checkpointer: new MemorySaver() });
  const begin = async () => outcomeOf(await crew.kickoff({}, { threadId: "inner" }));
  const graph = around(begin).compile(checkpointer && { checkpointer });
  const state = await graph.invoke({}, { configurable: { thread_id: "outer" } });
  expect([state.said, isInterrupted(state)]).toEqual(["waits for 1", false]);

  const asked = await crew.resume({ threadId: "inner" });
  const answers = Object.fromEntries(asked.status === "waiting" ? asked.pending.map(({ id }) => [id, true]) : []);
  const goOn = around(async () => outcomeOf(await crew.resume({ threadId: "inner", answers })));
  expect((await goOn.compile().invoke({})).said).toBe("sent");
});

test.each(parents)("a run in a node of %s is kept under its own thread", async (_name, saver) => {
  const checkpointer = saver();
  const { agent } = scriptedAgent("clerk", [{ text: "one" }, { text: "two" }, { text: "TWO" }]);
  const tasks = ["first", "second"].map((name) => defineTask({ name, ...texts, agent }));
  const crew = createCrew({ tasks, checkpointer: new MemorySaver() });
  const graph = around(async () => outcomeOf(await crew.kickoff({}, { threadId: "inner" })));
  await graph.compile(checkpointer && { checkpointer }).invoke({}, { configurable: { thread_id: "outer" } });
  expect(outcomeOf(await crew.replay({ threadId: "inner", from: "second" }))).toBe("TWO");
});

test("a crew that is kicked off in a tool of another crew waits for its own caller", async () => {
  const inner = createCrew({
    tasks: [
      defineTask({ name: "draft", ...texts, agent: scriptedAgent("in", [{ text: "d" }]).agent, humanInput: true }),
    ],
    checkpointer: new MemorySaver(),
  });
  const ask = tool(async () => outcomeOf(await inner.kickoff({}, { threadId: "in" })), {
    name: "ask",
    description: "asks others",
    schema: z.object({}),
  });
  const { agent } = scriptedAgent("out", [{ calls: [{ name: "ask" }] }, { text: "done" }], { tools: [ask] });
  const outer = createCrew({ tasks: [defineTask({ name: "only", ...texts, agent })], checkpointer: new MemorySaver() });
  const run = completed(await outer.kickoff());
  expect(run.tasks.only.messages.find(({ type }) => type === "tool")?.text).toBe("waits for 1");
  expect((await inner.resume({ threadId: "in" })).status).toBe("waiting");
});

test("what traces the graph traces the crew in its node, below that node and with its tags", async () => {
  const { agent } = scriptedAgent("clerk", [{ text: "done" }]);
  const crew = createCrew({ tasks: [defineTask({ name: "say", ...texts, agent })] });
  const runs: { readonly name: string | undefined; readonly isRoot: boolean; readonly isTagged: boolean }[] = [];
  const handler = BaseCallbackHandler.fromMethods({
    handleChainStart(_chain, _inputs, _id, parent, tags, _metadata, _type, name) {
      runs.push({ name, isRoot: parent === undefined, isTagged: tags?.includes("mine") ?? false });
    },
  });
  const graph = around(async () => outcomeOf(await crew.kickoff())).compile();
  await graph.invoke({}, { callbacks: [handler], tags: ["mine"] });
  expect(runs.find(({ name }) => name === "say")).toEqual({ name: "say", isRoot: false, isTagged: true });
  expect(runs.filter(({ isRoot }) => isRoot)).toHaveLength(1);
});

test("a tool of a crew in a node finds the store of the graph", async () => {
  const store = new InMemoryStore();
  await store.put(["shop"], "tea", { cups: 3 });
  const count = tool(async () => JSON.stringify((await getStore()?.get(["shop"], "tea"))?.value), {
    name: "count",
    description: "counts",
    schema: z.object({}),
  });
  const { agent } = scriptedAgent("clerk", [{ calls: [{ name: "count" }] }, { text: "done" }], { tools: [count] });
  const crew = createCrew({ tasks: [defineTask({ name: "only", ...texts, agent })] });
  const graph = around(async () => {
    const { messages } = completed(await crew.kickoff()).tasks.only;
    return messages.find(({ type }) => type === "tool")?.text ?? "";
  });
  expect((await graph.compile({ store }).invoke({})).said).toBe('{"cups":3}');
});

test("a graph that is stopped stops a crew in its node only by the signal that is passed on", async () => {
  const begun = gate();
  const goOn = gate();
  const turn = async () => {
    begun.open();
    await goOn.promise;
    return { text: "done" };
  };
  const { agent } = scriptedAgent("clerk", [turn]);
  const crew = createCrew({ tasks: [defineTask({ name: "only", ...texts, agent })] });
  const stop = new AbortController();
  const ended = gate<string>();
  const graph = around(async () => {
    ended.open(outcomeOf(await crew.kickoff()));
    return "";
  });
  const stopped = graph.compile().invoke({}, { signal: stop.signal });
  await begun.promise;
  stop.abort();
  await expect(stopped).rejects.toThrow();
  goOn.open();
  expect(await ended.promise).toBe("done");
});

test("the graph of a crew is a node of another: its pause is the pause of that one, which keeps it", async () => {
  const wipe = fakeTool("wipe", { answer: () => text("wiped") });
  const turns = [{ calls: [{ name: "wipe" }] }, { text: "done" }];
  const { agent, model } = scriptedAgent("clerk", turns, { tools: [withApproval(wipe)] });
  const crew = createCrew({ tasks: [defineTask({ name: "only", ...texts, agent })] });
  const Shared = Annotation.Root({ inputs: Annotation(), outputs: Annotation<Record<string, unknown>>() });
  const graph = new StateGraph(Shared)
    .addNode("crew", crew.graph)
    .addEdge(START, "crew")
    .compile({ checkpointer: new MemorySaver() });
  const config = { configurable: { thread_id: "outer" } };
  const asked = await graph.invoke({ inputs: {} }, config);
  expect(isInterrupted(asked) && asked[INTERRUPT][0]).toMatchObject({ value: { tool: "wipe" } });
  const state = await graph.invoke(new Command({ resume: true }), config);
  expect(state.outputs.only).toMatchObject({ status: "completed", output: { raw: "done" } });
  expect([wipe.calls.length, model.requests.length]).toEqual([1, 2]);
});
