import { Annotation, START, StateGraph } from "@langchain/langgraph";
import { expect, test } from "vitest";
import { type Crew, type CrewEvent, createCrew, defineTask, type MemorySession } from "../../src/index.ts";
import { fakeTool } from "../fake-tools.ts";
import { openStarts, outcomeOf, scriptedAgent } from "./support.ts";

const texts = { description: "Say it", expectedOutput: "a word" };
const throws = (message: string) => () => {
  throw new Error(message);
};

type Odd = { readonly [name in keyof MemorySession | "session"]?: (...given: never[]) => unknown };

/** A memory as plain JavaScript may make one: it has the functions, and some of them are not what their types say. */
function oddMemory({ session, ...odd }: Odd) {
  const good = { recall: async () => ({ items: [] }), remember() {}, settled: async () => [] };
  const memory = { ...good, session: () => good };
  return Object.assign(memory, { ...odd, session: session ?? (() => ({ ...good, ...odd })) });
}

const noSession = "It gave no session: recall, remember and settled.";
const noItems = "What it recalled has no list of items: { task, agent, text }.";

const odd: readonly (readonly [does: string, memory: Odd, told: readonly string[]])[] = [
  ["opens no session, but throws", { session: throws("locked") }, ["locked"]],
  ["gives nothing for a session", { session: () => undefined }, [noSession]],
  ["gives a session without its functions", { session: () => ({}) }, [noSession]],
  ["recalls nothing at all", { recall: async () => undefined }, [noItems]],
  ["recalls a list", { recall: async () => ["text"] }, [noItems]],
  ["recalls items without a text", { recall: async () => ({ items: [{ task: "a" }] }) }, [noItems]],
  ["throws when it recalls", { recall: throws("blind") }, ["blind"]],
  ["throws when it is told", { remember: throws("deaf") }, ["deaf"]],
  ["rejects when it is told", { remember: async () => throws("deaf later")() }, ["deaf later"]],
  ["has nothing to tell in the end", { settled: async () => undefined }, []],
  ["tells an error in the end", { settled: async () => [new Error("full")] }, ["full"]],
  [
    "tells a text in the end",
    { settled: async () => "full" },
    ["What settled returned is no list of what could not be written."],
  ],
  ["throws in the end", { settled: throws("gone") }, ["gone"]],
  ["fails in both", { remember: throws("deaf"), settled: throws("gone") }, ["deaf", "gone"]],
];

test.each(odd)("a memory that %s costs no answer, and an event says so", async (_does, memory, told) => {
  const { agent } = scriptedAgent("clerk", [{ text: "done" }]);
  const events: CrewEvent[] = [];
  const crew = createCrew({ tasks: [defineTask({ name: "only", ...texts, agent })], memory: oddMemory(memory) });
  const run = await crew.kickoff({}, { onEvent: (event) => events.push(event) });
  expect(outcomeOf(run)).toBe("done");
  expect(events.flatMap((event) => (event.type === "memory.failed" ? [event.message] : []))).toEqual(told);
  expect(openStarts(events)).toEqual([]);
  expect(events.at(-1)?.type).toBe("crew.finished");
});

test.each(odd)("nor does one that %s in a graph that is run without its crew", async (_does, memory) => {
  const { agent } = scriptedAgent("clerk", [{ text: "done" }]);
  const crew = createCrew({ tasks: [defineTask({ name: "only", ...texts, agent })], memory: oddMemory(memory) });
  const Shared = Annotation.Root({ inputs: Annotation(), outputs: Annotation<Record<string, unknown>>() });
  const graph = new StateGraph(Shared).addNode("crew", crew.graph).addEdge(START, "crew").compile();
  const { outputs } = await graph.invoke({ inputs: {} });
  expect(outputs.only).toMatchObject({ status: "completed", output: { raw: "done" } });
});

test.each([
  ["a number", () => 7, "showResult returned number, no text."],
  ["a promise", async () => "later", "showResult returned object, no text."],
])("a showResult that returns %s is named, and no model is blamed", async (_what, show, message) => {
  const turns = [{ calls: [{ name: "look" }] }, { text: "done" }];
  const { agent, model } = scriptedAgent("clerk", turns, { tools: [fakeTool("look")] });
  const tasks = [defineTask({ name: "only", ...texts, agent })];
  const crew: Pick<Crew, "kickoff"> = Reflect.apply(createCrew, undefined, [{ tasks, showResult: show }]);
  const run = await crew.kickoff();
  expect(run).toMatchObject({ status: "failed", error: { code: "options_invalid", message } });
  expect(model.requests).toHaveLength(1);
});
