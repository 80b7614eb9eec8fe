import { tool } from "@langchain/core/tools";
import {
  Annotation,
  Command,
  END,
  INTERRUPT,
  isInterrupted,
  MemorySaver,
  START,
  StateGraph,
} from "@langchain/langgraph";
import { expect, test } from "vitest";
import { z } from "zod";
import {
  type CrewEvent,
  type CrewOutputs,
  completed,
  createCrew,
  crewChannels,
  defineTask,
  type Inputs,
} from "../../src/index.ts";
import { scriptedAgent } from "./support.ts";

const State = Annotation.Root({
  ...crewChannels,
  seen: Annotation<readonly string[]>({ reducer: (old, more) => [...old, ...more], default: () => [] }),
});

const refused = { error: Object.assign(new Error("401 no"), { status: 401 }) };

/** A crew of one task, whose agent says one of these each time. */
function crewOf(
  name: string,
  turns: Parameters<typeof scriptedAgent>[1],
  more: { readonly humanInput?: boolean } = {},
) {
  const { agent, model } = scriptedAgent("clerk", turns, { retries: 0 });
  const task = defineTask({ name, description: "Write about {subject}", expectedOutput: "a word", agent, ...more });
  return { graph: createCrew({ tasks: [task] }).graph, model };
}

const says = (...texts: readonly string[]) => texts.map((text) => ({ text }));

const rawOf = (outputs: CrewOutputs, task = "write") => outputs[task]?.output.raw ?? "nothing";

const thread = (id = "1") => ({ configurable: { thread_id: id } });
const inputs = { subject: "tea" };

/** Writes until it has been looked at three times. */
function loopOf(graph: ReturnType<typeof crewOf>["graph"]) {
  return new StateGraph(State)
    .addNode("written", graph)
    .addNode("checked", ({ outputs }) => ({ seen: [rawOf(outputs)] }))
    .addEdge(START, "written")
    .addEdge("written", "checked")
    .addConditionalEdges("checked", ({ seen }) => (seen.length < 3 ? "written" : END));
}

const kept = [
  ["nothing", () => undefined],
  ["checkpoints", () => new MemorySaver()],
] as const;

test.each(kept)(
  "each time a loop enters the node of a crew its tasks are done, in a graph that keeps %s",
  async (_what, saver) => {
    const checkpointer = saver();
    const { graph } = crewOf("write", says("draft 1", "draft 2", "draft 3"));
    const loop = loopOf(graph).compile(checkpointer && { checkpointer });
    expect((await loop.invoke({ inputs }, thread())).seen).toEqual(["draft 1", "draft 2", "draft 3"]);
  },
);

test("each turn of a thread does the tasks of a crew, with the inputs of that turn", async () => {
  const { graph, model } = crewOf("write", says("answer 1", "answer 2"));
  const chat = new StateGraph(State)
    .addNode("answered", graph)
    .addEdge(START, "answered")
    .compile({ checkpointer: new MemorySaver() });
  const answers = [];
  for (const subject of ["tea", "milk"])
    answers.push(rawOf((await chat.invoke({ inputs: { subject } }, thread())).outputs));
  expect(answers).toEqual(["answer 1", "answer 2"]);
  expect(model.requests.map(({ messages }) => messages.at(-1)?.text.split("\n")[0])).toEqual([
    "Write about tea",
    "Write about milk",
  ]);
});

test("a crew's own graph begins anew each time too, also in a thread of its own checkpointer", async () => {
  const { agent } = scriptedAgent("clerk", says("one", "two"));
  const tasks = [defineTask({ name: "write", description: "Write", expectedOutput: "a word", agent })];
  const { graph } = createCrew({ tasks, checkpointer: new MemorySaver() });
  expect(rawOf((await graph.invoke({ inputs: null }, thread())).outputs)).toBe("one");
  expect(rawOf((await graph.invoke({}, thread())).outputs)).toBe("two");
});

test("crews with a task of one name do not take each other's outputs for their own", async () => {
  const graph = new StateGraph(State)
    .addNode("first", crewOf("write", says("from first")).graph)
    .addNode("between", ({ outputs }) => ({ seen: [rawOf(outputs)] }))
    .addNode("second", crewOf("write", says("from second")).graph)
    .addEdge(START, "first")
    .addEdge("first", "between")
    .addEdge("between", "second")
    .compile();
  const { seen, outputs } = await graph.invoke({ inputs });
  expect([...seen, rawOf(outputs)]).toEqual(["from first", "from second"]);
});

test("crews side by side share the inputs, and both give their outputs", async () => {
  const graph = new StateGraph(State)
    .addNode("left", crewOf("one", says("from left")).graph)
    .addNode("right", crewOf("two", says("from right")).graph)
    .addEdge(START, "left")
    .addEdge(START, "right")
    .compile();
  const { outputs, inputs: kept } = await graph.invoke({ inputs });
  expect([rawOf(outputs, "one"), rawOf(outputs, "two"), kept]).toEqual(["from left", "from right", inputs]);
});

test("a task that fails throws out of the node, with its code and remedy, and no node follows", async () => {
  const after: string[] = [];
  const graph = new StateGraph(State)
    .addNode("written", crewOf("write", [refused]).graph)
    .addNode("after", () => {
      after.push("ran");
      return {};
    })
    .addEdge(START, "written")
    .addEdge("written", "after")
    .compile();
  await expect(graph.invoke({ inputs })).rejects.toMatchObject({
    name: "CrewError",
    code: "model_key_rejected",
    message: expect.stringContaining('The task "write" failed (model_key_rejected)'),
    remedy: expect.stringMatching(/./),
  });
  expect(after).toEqual([]);
});

test("an error handler of the node has another crew do what the first one failed to", async () => {
  const graph = new StateGraph(State)
    .addNode("main", crewOf("write", [refused]).graph, {
      errorHandler: () => new Command({ goto: "fallback" }),
      ends: ["fallback"],
    })
    .addNode("fallback", crewOf("rescue", says("saved")).graph)
    .addEdge(START, "main")
    .compile();
  expect(rawOf((await graph.invoke({ inputs })).outputs, "rescue")).toBe("saved");
});

/** A crew of two tasks, the second of which fails the first time, as a node that is tried as often as this. */
function failingOnce(maxAttempts: number, checkpointer: MemorySaver | undefined) {
  const turns = [{ text: "one" }, refused, { text: "two" }, { text: "three" }];
  const { agent, model } = scriptedAgent("clerk", turns, { retries: 0 });
  const tasks = ["first", "second"].map((name) =>
    defineTask({ name, description: "Write", expectedOutput: "a word", agent }),
  );
  const retryPolicy = { maxAttempts, initialInterval: 1, jitter: false, logWarning: false };
  const graph = new StateGraph(State)
    .addNode("written", createCrew({ tasks }).graph, { retryPolicy })
    .addEdge(START, "written")
    .compile(checkpointer && { checkpointer });
  return { graph, model };
}

test.each(kept)(
  "a retry policy of the node has the whole crew work again, in a graph that keeps %s",
  async (_, saver) => {
    const { outputs } = await failingOnce(2, saver()).graph.invoke({ inputs }, thread());
    expect([rawOf(outputs, "first"), rawOf(outputs, "second")]).toEqual(["two", "three"]);
  },
);

test("a graph that goes on after a failure asks the model again that failed, and does nothing finished again", async () => {
  const { graph, model } = failingOnce(1, new MemorySaver());
  await expect(graph.invoke({ inputs }, thread())).rejects.toMatchObject({ code: "model_key_rejected" });
  const { outputs } = await graph.invoke(null, thread());
  expect([rawOf(outputs, "first"), rawOf(outputs, "second")]).toEqual(["one", "two"]);
  expect(model.requests).toHaveLength(3);
});

test("a graph that goes on after a guardrail that failed asks only that again", async () => {
  const { agent, model } = scriptedAgent("clerk", says("one"));
  let asked = 0;
  const guardrails = [
    () => {
      asked += 1;
      if (asked === 1) throw new Error("no connection");
      return true;
    },
  ];
  const task = defineTask({ name: "write", description: "Write", expectedOutput: "a word", agent, guardrails });
  const graph = new StateGraph(State)
    .addNode("written", createCrew({ tasks: [task] }).graph)
    .addEdge(START, "written")
    .compile({ checkpointer: new MemorySaver() });
  await expect(graph.invoke({ inputs }, thread())).rejects.toMatchObject({
    code: "guardrail_failed",
    message: expect.stringContaining("no connection"),
  });
  expect(rawOf((await graph.invoke(null, thread())).outputs)).toBe("one");
  expect([asked, model.requests.length]).toEqual([2, 1]);
});

test("a coworker who fails fails no task in a graph of others: whoever handed on the work is told", async () => {
  const { agent } = scriptedAgent("ada", [refused], { retries: 0 });
  const order = { calls: [{ name: "delegate_work", arguments: { coworker: "ada", task: "look" } }] };
  const managerModel = scriptedAgent("boss", [order, { text: "Ada cannot." }]).model;
  const task = defineTask({ name: "write", description: "Write", expectedOutput: "a word", agent });
  const graph = new StateGraph(State)
    .addNode("written", createCrew({ tasks: [task], process: "hierarchical", managerModel }).graph)
    .addEdge(START, "written")
    .compile({ checkpointer: new MemorySaver() });
  expect(rawOf((await graph.invoke({ inputs }, thread())).outputs)).toBe("Ada cannot.");
});

test("a crew in a graph that a tool of another crew invokes is no part of that crew's run", async () => {
  const inner = new StateGraph(State)
    .addNode("written", crewOf("write", [refused]).graph)
    .addEdge(START, "written")
    .compile();
  const ask = tool(async () => inner.invoke({ inputs }).then(JSON.stringify, String), {
    name: "ask",
    description: "asks",
    schema: z.object({}),
  });
  const { agent } = scriptedAgent("boss", [{ calls: [{ name: "ask" }] }, { text: "done" }], { tools: [ask] });
  const crew = createCrew({
    tasks: [defineTask({ name: "lead", description: "Lead", expectedOutput: "done", agent })],
  });
  const about: string[] = [];
  const onEvent = (event: CrewEvent) => "task" in event && about.push(event.task);
  const run = completed(await crew.kickoff({}, { onEvent }));
  expect(run.tasks.lead.messages.at(-2)?.text).toContain('The task "write" failed (model_key_rejected)');
  expect([[...new Set(about)], run.usage.modelCalls]).toEqual([["lead"], 2]);
});

test("a person is asked by the checkpointer of the graph alone, in another process too, and after it the loop goes on anew", async () => {
  const saver = new MemorySaver();
  const process = (...texts: readonly string[]) => {
    const { graph, model } = crewOf("write", says(...texts), { humanInput: true });
    return { graph: loopOf(graph).compile({ checkpointer: saver }), model };
  };
  const asked = await process("draft 1").graph.invoke({ inputs }, thread());
  expect(isInterrupted(asked) && asked[INTERRUPT][0]?.value).toMatchObject({ kind: "review", subject: "draft 1" });
  const { graph, model } = process("draft 2", "draft 3", "draft 4");
  const answers = ["warmer", true, true, true];
  let state: typeof State.State | undefined;
  for (const resume of answers) state = await graph.invoke(new Command({ resume }), thread());
  expect([state?.seen, model.leftovers()]).toEqual([["draft 2", "draft 3", "draft 4"], 0]);
});

test("a person cannot be asked in a graph that keeps nothing, which is said with the remedy", async () => {
  const { graph } = crewOf("write", says("draft"), { humanInput: true });
  const around = new StateGraph(State).addNode("written", graph).addEdge(START, "written").compile();
  await expect(around.invoke({ inputs })).rejects.toMatchObject({
    code: "checkpointer_missing",
    remedy: expect.stringContaining("Compile the graph around its crew with a checkpointer"),
  });
});

test("the state of a graph around a crew may be written in each way that LangGraph has", async () => {
  const { graph } = crewOf("write", says("one", "two", "three"));
  const own = Annotation.Root({ inputs: Annotation<Inputs>(), outputs: Annotation<CrewOutputs>() });
  const loose = Annotation.Root({
    inputs: Annotation<Record<string, string>>(),
    outputs: Annotation<Record<string, unknown>>(),
  });
  const zod = z.object({
    inputs: z.record(z.string(), z.string()),
    outputs: z.record(z.string(), z.unknown()).optional(),
  });
  const outputs = [
    (await new StateGraph(own).addNode("written", graph).addEdge(START, "written").compile().invoke({ inputs }))
      .outputs,
    (await new StateGraph(loose).addNode("written", graph).addEdge(START, "written").compile().invoke({ inputs }))
      .outputs,
    (await new StateGraph(zod).addNode("written", graph).addEdge(START, "written").compile().invoke({ inputs }))
      .outputs,
  ];
  expect(outputs).toMatchObject(["one", "two", "three"].map((raw) => ({ write: { output: { raw } } })));
});
