import { InMemoryStore, interrupt, MemorySaver } from "@langchain/langgraph";
import { expect, test } from "vitest";
import { type CrewEvent, type CrewRun, createCrew, createMemory, defineTask } from "../../src/index.ts";
import { fakeTool, text } from "../fake-tools.ts";
import { answerAll, namesOf, openStarts, outcomeOf, scriptedAgent } from "./support.ts";

const texts = { description: "Say it", expectedOutput: "a word" };

test("after a pause nothing is told again but the start of the task that waited", async () => {
  const asks = fakeTool("asks", { answer: () => text(`they said ${interrupt("Which one?")}`) });
  const turns = [
    { calls: [{ name: "look" }, { name: "nowhere" }, { name: "asks" }] },
    { text: "bad" },
    { text: "draft" },
    { text: "letter" },
  ];
  const { agent } = scriptedAgent("clerk", turns, { tools: [fakeTool("look"), asks] });
  const write = defineTask({
    name: "write",
    ...texts,
    agent,
    humanInput: true,
    guardrails: [({ raw }) => raw !== "bad" || "no"],
  });
  const crew = createCrew({ tasks: [write], checkpointer: new MemorySaver() });
  const told: CrewEvent[] = [];
  const onEvent = (event: CrewEvent) => told.push(event);
  const seen: string[][] = [];
  let run: CrewRun = await crew.kickoff({}, { onEvent });
  for (const answer of ["a", "shorter", true]) {
    expect(openStarts(told)).toEqual([]);
    seen.push(namesOf(told.splice(0)).filter((name) => !name.startsWith("crew")));
    run = await crew.resume({ threadId: run.threadId, answers: answerAll(run, answer), onEvent });
  }
  expect(outcomeOf(run)).toBe("letter");
  const asksModel = ["write model.started", "write model.finished"];
  const waits = ["write task.finished", "write question.asked"];
  expect(seen[0]?.toSorted()).toEqual(
    [
      "write task.started",
      ...asksModel,
      "write tool.refused",
      ...["write tool.started", "write tool.started", "write tool.finished", "write tool.finished"],
      ...waits,
    ].toSorted(),
  );
  expect(seen.slice(1)).toEqual([
    // The tool that asked, and what comes after it.
    [
      "write task.started",
      "write tool.started",
      "write tool.finished",
      ...asksModel,
      "write guardrail.refused",
      ...asksModel,
      ...waits,
    ],
    ["write task.started", ...asksModel, ...waits],
  ]);
  expect(namesOf(told)).toEqual(["crew.started", "write task.started", "write task.finished", "crew.finished"]);
});

test("what a coworker has done before a pause is not told again after it", async () => {
  const asks = fakeTool("asks", { answer: () => text(`they said ${interrupt("Which one?")}`) });
  const order = (task: string) => ({ name: "delegate_work", arguments: { coworker: "ada", task } });
  const { agent: ada } = scriptedAgent(
    "ada",
    [{ calls: [{ name: "look" }] }, { text: "seen" }, { calls: [{ name: "asks" }] }, { text: "heard" }],
    { tools: [fakeTool("look"), asks] },
  );
  const managerModel = scriptedAgent("boss", [
    { calls: [order("look")] },
    { calls: [order("ask")] },
    { text: "done" },
  ]).model;
  const task = defineTask({ name: "work", ...texts, agent: ada });
  const crew = createCrew({ tasks: [task], process: "hierarchical", managerModel, checkpointer: new MemorySaver() });
  const told: CrewEvent[] = [];
  const onEvent = (event: CrewEvent) => told.push(event);
  const first = await crew.kickoff({}, { onEvent });
  const tools = () =>
    told.splice(0).flatMap((event) => (event.type === "tool.started" ? [`${event.agent} ${event.call.tool}`] : []));
  expect(tools()).toEqual(["manager delegate_work", "ada look", "manager delegate_work", "ada asks"]);
  const answers = answerAll(first, "a");
  expect(outcomeOf(await crew.resume({ threadId: first.threadId, answers, onEvent }))).toBe("done");
  expect(openStarts(told)).toEqual([]);
  expect(tools()).toEqual(["manager delegate_work", "ada asks"]);
});

test("a memory that failed before a pause is not told of again after it", async () => {
  class BrokenStore extends InMemoryStore {
    override async search(): Promise<never> {
      throw new Error("no store");
    }
  }
  const { agent } = scriptedAgent("clerk", [{ text: "draft" }]);
  const crew = createCrew({
    tasks: [defineTask({ name: "write", ...texts, agent, humanInput: true })],
    memory: createMemory({ store: new BrokenStore() }),
    checkpointer: new MemorySaver(),
  });
  const told: CrewEvent[] = [];
  const onEvent = (event: CrewEvent) => told.push(event);
  const failures = () => told.splice(0).filter(({ type }) => type === "memory.failed").length;
  const first = await crew.kickoff({}, { onEvent });
  expect(failures()).toBe(1);
  const answers = answerAll(first, true);
  expect(outcomeOf(await crew.resume({ threadId: first.threadId, answers, onEvent }))).toBe("draft");
  expect(failures()).toBe(0);
});
