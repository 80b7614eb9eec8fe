import { FakeEmbeddings } from "@langchain/core/utils/testing";
import { BaseStore, InMemoryStore } from "@langchain/langgraph";
import { expect, test } from "vitest";
import { type CrewEvent, completed, createCrew, createMemory, defineTask } from "../../src/index.ts";
import { outcomeOf, scriptedAgent, taskShown } from "../crew/support.ts";

const texts = { expectedOutput: "a sentence" } as const;

/** A store that is there and does not do what it should. */
class BrokenStore extends BaseStore {
  readonly #hangs: boolean;
  constructor(hangs: boolean) {
    super();
    this.#hangs = hangs;
  }
  batch(): Promise<never> {
    return this.#hangs ? new Promise<never>(() => {}) : Promise.reject(new Error("the store is gone"));
  }
}

function crewWith(memory: ReturnType<typeof createMemory>) {
  const turns = ["The cart uses redis.", "Use fewer keys.", "Still redis.", "Even fewer."].map((text) => ({ text }));
  const { agent, model } = scriptedAgent("clerk", turns);
  const look = defineTask({ name: "look", description: "What does the cart use?", ...texts, agent, context: [] });
  const advise = defineTask({
    name: "advise",
    description: "How is the cart made faster?",
    ...texts,
    agent,
    context: [],
    // A condition waits for what comes before it.
    condition: () => true,
  });
  return { crew: createCrew({ tasks: [look, advise], memory }), model };
}

test("task 2 and a second kickoff are shown what task 1 found out, and no model is asked for that", async () => {
  const { crew, model } = crewWith(createMemory({ store: new InMemoryStore() }));
  completed(await crew.kickoff());
  completed(await crew.kickoff());
  const shown = model.requests.map(taskShown);
  expect(shown[0]).not.toContain("remembered");
  expect(shown[1]).toContain("What is remembered of earlier work:\n\nThe cart uses redis.");
  expect(shown[2]).toContain("The cart uses redis.");
  expect(model.requests).toHaveLength(4);
});

test("what is shown as context is not shown as remembered once more", async () => {
  const { agent, model } = scriptedAgent("clerk", [{ text: "The cart uses redis." }, { text: "done" }]);
  const look = defineTask({ name: "look", description: "What does the cart use?", ...texts, agent });
  const advise = defineTask({ name: "advise", description: "How is the cart made faster?", ...texts, agent });
  completed(
    await createCrew({ tasks: [look, advise], memory: createMemory({ store: new InMemoryStore() }) }).kickoff(),
  );
  expect(taskShown(model.requests[1]).match(/The cart uses redis/g)).toHaveLength(1);
});

test.each([
  [false, "the store is gone"],
  [true, "There was no answer within 20 ms."],
])("M05 a store that fails, or hangs (%s), costs the run nothing but a word about it", async (hangs, message) => {
  const { crew } = crewWith(createMemory({ store: new BrokenStore(hangs), timeoutMs: 20 }));
  const events: CrewEvent[] = [];
  const run = await crew.kickoff({}, { onEvent: (event) => events.push(event) });
  expect(outcomeOf(run)).toBe("Use fewer keys.");
  const told = events.filter((event) => event.type === "memory.failed").map(({ task, message }) => [task, message]);
  expect(told.toSorted()).toEqual([
    ["", message],
    ["", message],
    ["advise", message],
    ["look", message],
  ]);
});

/** Writes after a while. */
class SlowStore extends InMemoryStore {
  written = 0;
  override async put(...parameters: Parameters<InMemoryStore["put"]>): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 10));
    await super.put(...parameters);
    this.written += 1;
  }
}

test("an answer is found by the words of what was asked for too, which nobody is shown", async () => {
  const { agent, model } = scriptedAgent("clerk", [{ text: "Revenue is five." }, { text: "Buy." }]);
  const filings = defineTask({ name: "filings", description: "Analyse the 10-K of {stock}", ...texts, agent });
  const memory = createMemory({ store: new InMemoryStore() });
  completed(await createCrew({ tasks: [filings], memory }).kickoff({ stock: "AMZN" }));
  const { items } = await memory.recall("10-K of AMZN");
  expect(items).toEqual([{ task: "filings", agent: "clerk", text: "Revenue is five." }]);
  const advise = defineTask({ name: "advise", description: "Is AMZN worth it?", ...texts, agent });
  completed(await createCrew({ tasks: [advise], memory }).kickoff());
  expect(taskShown(model.requests[1])).toContain("earlier work:\n\nRevenue is five.");
  expect(taskShown(model.requests[1])).not.toContain("Analyse");
});

test("words of an answer count for more than words of what was asked for", async () => {
  const memory = createMemory({ store: new InMemoryStore(), limit: 1 });
  const by = { task: "look", agent: "ada" };
  memory.remember("1", { ...by, text: "Tea grows in Assam.", request: "Write about Assam" });
  memory.remember("2", { ...by, text: "Beans are roasted.", request: "Find out about coffee" });
  await memory.settled();
  const recalled = async (query: string) => (await memory.recall(query)).items.map(({ text }) => text);
  expect(await recalled("Find out about tea")).toEqual(["Tea grows in Assam."]);
  expect(await recalled("Find out about coffee")).toEqual(["Beans are roasted."]);
});

test("M06 recalling waits for what is being written", async () => {
  const memory = createMemory({ store: new SlowStore() });
  memory.remember("1", { task: "look", agent: "ada", text: "The cart uses redis." });
  expect(await memory.recall("cart")).toEqual({
    items: [{ task: "look", agent: "ada", text: "The cart uses redis." }],
  });
});

test("M07 what a run remembers is written before its last event", async () => {
  const store = new SlowStore();
  const { crew } = crewWith(createMemory({ store }));
  const writtenAtEnd: number[] = [];
  await crew.kickoff({}, { onEvent: ({ type }) => type === "crew.finished" && writtenAtEnd.push(store.written) });
  expect(writtenAtEnd).toEqual([2]);
});

test("the most like is recalled first, then the newer, and nothing that has nothing in common", async () => {
  const memory = createMemory({ store: new InMemoryStore(), limit: 2 });
  for (const [index, text] of [
    "The shop sells marble.",
    "购物车使用 redis 缓存",
    "Cart and redis are slow.",
    "redis",
  ].entries()) {
    memory.remember(`${index}`, { task: "look", agent: "ada", text });
    await memory.settled();
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  expect((await memory.recall("why is the cart on redis slow")).items.map(({ text }) => text)).toEqual([
    "Cart and redis are slow.",
    "redis",
  ]);
  expect((await memory.recall("购物车为什么慢")).items.map(({ text }) => text)).toEqual(["购物车使用 redis 缓存"]);
  expect((await memory.recall("of the")).items).toEqual([]);
});

test("entries that are no memories of ours are passed over, and a store with an index ranks itself", async () => {
  const store = new InMemoryStore({ index: { dims: 4, embeddings: new FakeEmbeddings() } });
  await store.put(["crew"], "other", { anything: 1 });
  const memory = createMemory({ store });
  memory.remember("1", { task: "look", agent: "ada", text: "Marble." });
  expect((await memory.recall("granite")).items.map(({ text }) => text)).toEqual(["Marble."]);
});
