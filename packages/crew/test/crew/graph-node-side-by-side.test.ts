import {
  Annotation,
  Command,
  getConfig,
  INTERRUPT,
  isInterrupted,
  MemorySaver,
  type RetryPolicy,
  START,
  StateGraph,
} from "@langchain/langgraph";
import { expect, test } from "vitest";
import { CrewError, createCrew, crewChannels, defineTask, type Task, withApproval } from "../../src/index.ts";
import { fakeTool, text } from "../fake-tools.ts";
import { scriptedAgent } from "./support.ts";

const State = Annotation.Root(crewChannels);

const refused = { error: Object.assign(new Error("401 no"), { status: 401 }) };
const thread = { configurable: { thread_id: "1" } };
const inputs = {};

/** A task that waits for no other. */
function taskOf(
  name: string,
  turns: Parameters<typeof scriptedAgent>[1],
  { description = "Write", ...more }: Parameters<typeof scriptedAgent>[2] & { readonly description?: string } = {},
): Task {
  const { agent } = scriptedAgent(name, turns, { retries: 0, ...more });
  return { ...defineTask({ name, description, expectedOutput: "a word", context: [], agent }), inputs: [] };
}

type Around = { readonly checkpointer?: MemorySaver | undefined; readonly retryPolicy?: RetryPolicy };

function around(tasks: readonly Task[], { checkpointer, retryPolicy }: Around = {}) {
  return new StateGraph(State)
    .addNode("written", createCrew({ tasks }).graph, retryPolicy && { retryPolicy })
    .addEdge(START, "written")
    .compile(checkpointer && { checkpointer });
}

const never = () => new Promise<never>(() => {});
const look = { calls: [{ name: "look" }] };

/** What the other task does, or comes to, while "right" fails. */
const others = [
  ["waits for its model", () => taskOf("left", [never])],
  ["waits for a tool", () => taskOf("left", [look], { tools: [fakeTool("look", { answer: never })] })],
  ["waits for a guardrail", () => ({ ...taskOf("left", [{ text: "one" }]), guardrails: [never] })],
  ["is done", () => taskOf("left", [{ text: "one" }])],
  ["fails too", () => taskOf("left", [refused])],
  ["fails by its tool", () => taskOf("left", [look], { tools: [withApproval(fakeTool("look"))] })],
] as const;

/** When "right" does. */
const times = [
  ["at once", refused],
  [
    "later",
    async () => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      return refused;
    },
  ],
] as const;

const kept = [
  ["nothing", () => undefined],
  ["checkpoints", () => new MemorySaver()],
] as const;

const cases = others.flatMap(([what, left]) =>
  times.flatMap(([when, turn]) => kept.map(([keeps, saver]) => ({ what, when, keeps, left, turn, saver }))),
);

test.each(cases)(
  "a task that fails $when while one beside it $what throws one CrewError out of the node, in a graph that keeps $keeps",
  async ({ left, turn, saver }) => {
    const graph = around([left(), taskOf("right", [turn])], { checkpointer: saver() });
    const error: unknown = await graph.invoke({ inputs }, thread).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(CrewError);
    expect(error).toMatchObject({ code: expect.stringMatching(/^(model_key_rejected|checkpointer_missing)$/) });
  },
);

test("a task that fails while one beside it runs throws the same where the graph is invoked by itself", async () => {
  const { graph } = createCrew({ tasks: [taskOf("left", [never]), taskOf("right", [refused])] });
  await expect(graph.invoke({ inputs })).rejects.toMatchObject({
    code: "model_key_rejected",
    message: expect.stringContaining('The task "right" failed'),
  });
});

test("a task that waits for its turn beside one that fails is not begun any more", async () => {
  const begun: string[] = [];
  const turnOf = (name: string) => () => {
    begun.push(name);
    return refused;
  };
  const tasks = ["left", "right"].map((name) => taskOf(name, [turnOf(name)]));
  const { graph } = createCrew({ tasks, concurrency: 1 });
  await expect(graph.invoke({ inputs })).rejects.toMatchObject({ code: "model_key_rejected" });
  expect(begun).toEqual(["left"]);
});

test("a tool of a task that is broken off learns of it by LangGraph's own signal too", async () => {
  let known: AbortSignal | undefined;
  const look = fakeTool("look", {
    answer() {
      known = getConfig().signal;
      return never();
    },
  });
  const late = async () => {
    while (known === undefined) await new Promise((resolve) => setTimeout(resolve, 1));
    return refused;
  };
  const tasks = [taskOf("left", [{ calls: [{ name: "look" }] }], { tools: [look] }), taskOf("right", [late])];
  await expect(around(tasks).invoke({ inputs })).rejects.toMatchObject({ code: "model_key_rejected" });
  expect(known?.aborted).toBe(true);
});

test("inputs that do not fit are one failure, whatever number of tasks begins", async () => {
  const tasks = ["left", "right"].map((name) =>
    defineTask({
      name,
      description: "Write about {subject}",
      expectedOutput: "a word",
      context: [],
      agent: scriptedAgent(name, []).agent,
    }),
  );
  await expect(around(tasks).invoke({ inputs })).rejects.toMatchObject({ code: "input_missing" });
});

test("a retry policy sees the code of a task that failed beside others, and all are done anew", async () => {
  const seen: unknown[] = [];
  const retryOn = (error: unknown) => seen.push(Reflect.get(Object(error), "code")) > 0;
  const retryPolicy = { maxAttempts: 3, initialInterval: 1, jitter: false, logWarning: false, retryOn };
  const tasks = [taskOf("left", [never, never, { text: "one" }]), taskOf("right", [refused, refused, { text: "two" }])];
  const { outputs } = await around(tasks, { retryPolicy }).invoke({ inputs });
  expect(seen).toEqual(["model_key_rejected", "model_key_rejected"]);
  expect([outputs.left?.output.raw, outputs.right?.output.raw]).toEqual(["one", "two"]);
});

test("a graph that goes on after that does only what was broken off and what failed again", async () => {
  const look = fakeTool("look", { answer: () => text("seen") });
  const turns = [{ calls: [{ name: "look" }] }, never, { text: "one" }];
  const late = async () => {
    while (look.calls.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    await new Promise((resolve) => setTimeout(resolve, 20));
    return refused;
  };
  const graph = around([taskOf("left", turns, { tools: [look] }), taskOf("right", [late, { text: "two" }])], {
    checkpointer: new MemorySaver(),
  });
  await expect(graph.invoke({ inputs }, thread)).rejects.toMatchObject({ code: "model_key_rejected" });
  const { outputs } = await graph.invoke(null, thread);
  expect([outputs.left?.output.raw, outputs.right?.output.raw, look.calls.length]).toEqual(["one", "two", 1]);
});

test("a task that fails beside one that waits for a person is thrown, and who goes on is asked", async () => {
  const look = fakeTool("look");
  let asks = 0;
  const asking = withApproval(look, () => {
    asks += 1;
    return { decision: "ask" };
  });
  const late = async () => {
    while (asks === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    await new Promise((resolve) => setTimeout(resolve, 20));
    return refused;
  };
  const left = taskOf("left", [{ calls: [{ name: "look" }] }, { text: "one" }], { tools: [asking] });
  const graph = around([left, taskOf("right", [late, { text: "two" }])], { checkpointer: new MemorySaver() });
  await expect(graph.invoke({ inputs }, thread)).rejects.toMatchObject({ code: "model_key_rejected" });
  const asked = await graph.invoke(null, thread);
  expect(isInterrupted(asked) && asked[INTERRUPT][0]?.value).toMatchObject({ tool: "look" });
  const { outputs } = await graph.invoke(new Command({ resume: true }), thread);
  expect([outputs.left?.output.raw, outputs.right?.output.raw, look.calls.length]).toEqual(["one", "two", 1]);
});

test("a graph whose caller stops it rejects, whatever its crew does", async () => {
  const stop = new AbortController();
  const stopped = () => {
    stop.abort();
    return never();
  };
  const graph = around([taskOf("left", [never]), taskOf("right", [stopped])]);
  await expect(graph.invoke({ inputs }, { signal: stop.signal })).rejects.toThrow(/abort/i);
});
