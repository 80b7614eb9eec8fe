import { ContextOverflowError } from "@langchain/core/errors";
import { Annotation, Command, INTERRUPT, isInterrupted, MemorySaver, START, StateGraph } from "@langchain/langgraph";
import { expect, test } from "vitest";
import { createCrew, crewChannels, defineTask } from "../../src/index.ts";
import { fakeTool, text } from "../fake-tools.ts";
import { scriptedAgent } from "./support.ts";

const State = Annotation.Root(crewChannels);
const tooLong = { error: new ContextOverflowError("This model's maximum context length is 8192 tokens.") };
const call = { calls: [{ name: "logs" }] };
const thread = { configurable: { thread_id: "1" } };
const inputs = {};

/** A crew whose agent reads logs of 20 000 characters and says one of these each time. */
function readerOf(turns: Parameters<typeof scriptedAgent>[1], more: { readonly humanInput?: boolean } = {}) {
  const tools = [fakeTool("logs", { answer: () => text("a".repeat(20_000)) })];
  const { agent, model } = scriptedAgent("clerk", turns, { tools });
  const task = defineTask({ name: "read", description: "Read", expectedOutput: "a word", agent, ...more });
  return { graph: createCrew({ tasks: [task] }).graph, model };
}

const around = (graph: ReturnType<typeof readerOf>["graph"], checkpointer?: MemorySaver) =>
  new StateGraph(State)
    .addNode("read", graph)
    .addEdge(START, "read")
    .compile(checkpointer && { checkpointer });

const invoked = [
  ["a node of a graph that keeps nothing", (graph) => around(graph).invoke({ inputs })],
  ["a node of a graph with a checkpointer", (graph) => around(graph, new MemorySaver()).invoke({ inputs }, thread)],
  ["the graph itself", (graph) => graph.invoke({ inputs })],
] satisfies [string, (graph: ReturnType<typeof readerOf>["graph"]) => Promise<Pick<typeof State.State, "outputs">>][];

test.each(invoked)("L05 in %s too, what is too long is shown to the model with less of it", async (_where, invoke) => {
  const { graph, model } = readerOf([call, tooLong, tooLong, { text: "It ends." }]);
  expect((await invoke(graph)).outputs.read?.output.raw).toBe("It ends.");
  const shown = model.requests.slice(1).map(({ messages }) => messages.at(-1)?.text.length);
  expect(shown).toEqual([20_000, 8_000, 1_000]);
});

test.each(invoked)("L05 in %s too, what is too long whatever is left fails", async (_where, invoke) => {
  const { graph, model } = readerOf([call, tooLong, tooLong, tooLong]);
  await expect(invoke(graph)).rejects.toMatchObject({ name: "CrewError", code: "model_context_too_long" });
  expect(model.requests).toHaveLength(4);
});

test("L05 nothing of that is done again in a node that goes on after a pause", async () => {
  const { graph, model } = readerOf([call, tooLong, { text: "It ends." }], { humanInput: true });
  const whole = around(graph, new MemorySaver());
  const asked = await whole.invoke({ inputs }, thread);
  expect(isInterrupted(asked) && asked[INTERRUPT]).toHaveLength(1);
  const { outputs } = await whole.invoke(new Command({ resume: true }), thread);
  expect([outputs.read?.output.raw, model.requests.length]).toEqual(["It ends.", 3]);
});
