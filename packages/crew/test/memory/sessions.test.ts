import { InMemoryStore, MemorySaver } from "@langchain/langgraph";
import { expect, test } from "vitest";
import { type CrewEvent, createCrew, createMemory, defineTask, type Memory } from "../../src/index.ts";
import { outcomeOf, scriptedAgent, taskShown } from "../crew/support.ts";
import { gate } from "../fake-tools.ts";

/** Keeps everything but what holds one of these words: it refuses that, or lets it hang until the test says so. */
class MoodyStore extends InMemoryStore {
  readonly late = gate();
  override async put(...parameters: Parameters<InMemoryStore["put"]>): Promise<void> {
    const { text } = parameters[2];
    if (text.includes("refused")) throw new Error("the store refused it");
    if (text.includes("late")) await this.late.promise;
    await super.put(...parameters);
  }
}

function crewThatSays(text: string, memory: Memory) {
  const { agent } = scriptedAgent("clerk", [{ text }]);
  return createCrew({
    tasks: [defineTask({ name: "say", description: "Speak", expectedOutput: "a word", agent })],
    memory,
  });
}

const problemsIn = (events: readonly CrewEvent[]) =>
  events.flatMap((event) => (event.type === "memory.failed" ? [event.message] : []));

test("what one run could not write is told in its own stream, and in none of a run that ends before it", async () => {
  const memory = createMemory({ store: new MoodyStore() });
  const { agent } = scriptedAgent("clerk", [{ text: "refused" }, { text: "written" }]);
  const texts = { description: "Speak", expectedOutput: "a word", agent };
  const [between, goOn] = [gate(), gate<boolean>()];
  const condition = () => {
    between.open();
    return goOn.promise;
  };
  const tasks = [defineTask({ name: "first", ...texts }), defineTask({ name: "second", ...texts, condition })];
  const own: CrewEvent[] = [];
  const other: CrewEvent[] = [];
  const long = createCrew({ tasks, memory }).kickoff({}, { onEvent: (event) => own.push(event) });
  await between.promise;
  await crewThatSays("written", memory).kickoff({}, { onEvent: (event) => other.push(event) });
  goOn.open(true);
  expect(outcomeOf(await long)).toBe("written");
  expect([problemsIn(own), problemsIn(other)]).toEqual([["the store refused it"], []]);
});

test("a run neither recalls later nor ends later because another writes", async () => {
  const store = new MoodyStore();
  const memory = createMemory({ store, timeoutMs: 60_000 });
  const ended: string[] = [];
  const atItsEnd = gate();
  const onEvent = ({ type }: CrewEvent) => type === "task.finished" && atItsEnd.open();
  const waits = crewThatSays("late", memory).kickoff({}, { threadId: "late", onEvent });
  const noted = waits.then(() => ended.push("late"));
  await atItsEnd.promise;
  expect(outcomeOf(await crewThatSays("quick", memory).kickoff())).toBe("quick");
  ended.push("quick");
  store.late.open();
  await noted;
  expect(ended).toEqual(["quick", "late"]);
  expect(await store.get(["crew"], "late/say")).not.toBeNull();
});

test("sessions wait for their own writes, and see what others have written", async () => {
  const store = new MoodyStore();
  const memory = createMemory({ store, timeoutMs: 60_000 });
  const [one, other] = [memory.session(), memory.session()];
  one.remember("1", { task: "look", agent: "ada", text: "late news of redis" });
  expect(await other.settled()).toEqual([]);
  expect(await other.recall("redis")).toEqual({ items: [] });
  const waiting = one.recall("redis");
  store.late.open();
  const news = { items: [{ task: "look", agent: "ada", text: "late news of redis" }] };
  expect([await waiting, await other.recall("redis"), await memory.recall("redis")]).toEqual([news, news, news]);
});

test("a run that is cancelled is not held by a store that hangs", async () => {
  class SilentStore extends InMemoryStore {
    override search(): Promise<never> {
      return new Promise(() => {});
    }
  }
  const stop = new AbortController();
  const crew = crewThatSays("nothing", createMemory({ store: new SilentStore(), timeoutMs: 600_000 }));
  const events: CrewEvent[] = [];
  const run = crew.kickoff(
    {},
    {
      signal: stop.signal,
      onEvent(event) {
        events.push(event);
        if (event.type === "task.started") setTimeout(() => stop.abort(), 10);
      },
    },
  );
  expect(outcomeOf(await run)).toContain("cancelled");
  expect(problemsIn(events)).toEqual([]);
});

test("what was not recalled because the run was stopped is recalled when it goes on", async () => {
  let hangs = true;
  class WakingStore extends InMemoryStore {
    override search(...parameters: Parameters<InMemoryStore["search"]>) {
      return hangs ? new Promise<never>(() => {}) : super.search(...parameters);
    }
  }
  const store = new WakingStore();
  await store.put(["crew"], "1", { task: "look", agent: "ada", text: "Speak up." });
  const { agent, model } = scriptedAgent("clerk", [{ text: "done" }]);
  const tasks = [defineTask({ name: "say", description: "Speak", expectedOutput: "a word", agent })];
  const crew = createCrew({ tasks, memory: createMemory({ store }), checkpointer: new MemorySaver() });
  const stop = new AbortController();
  const onEvent = ({ type }: CrewEvent) => type === "task.started" && setTimeout(() => stop.abort(), 10);
  const { threadId } = await crew.kickoff({}, { signal: stop.signal, onEvent });
  hangs = false;
  expect(outcomeOf(await crew.resume({ threadId }))).toBe("done");
  expect(taskShown(model.requests[0])).toContain("Speak up.");
});

test("a graph that is run without its crew has written when it is done", async () => {
  const store = new MoodyStore();
  const crew = crewThatSays("late", createMemory({ store }));
  const done = crew.graph.invoke({ inputs: {} });
  setTimeout(() => store.late.open(), 20);
  await done;
  expect((await store.search(["crew"])).map(({ value }) => value.text)).toEqual(["late"]);
});
