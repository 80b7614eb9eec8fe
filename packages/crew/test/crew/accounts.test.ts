import { MemorySaver } from "@langchain/langgraph";
import { describe, expect, test } from "vitest";
import { type CrewRun, completed, createCrew, defineTask, withUsageLimit } from "../../src/index.ts";
import { fakeTool, gate } from "../fake-tools.ts";
import { outcomeOf, scriptedAgent } from "./support.ts";

const texts = { description: "Search", expectedOutput: "a word" };
const search = (word: string) => ({ calls: [{ name: "search", arguments: { word } }] });
const delegate = (coworker: string, task: string) => ({ name: "delegate_work", arguments: { coworker, task } });
const accept = (run: CrewRun, value: unknown) =>
  Object.fromEntries(run.status === "waiting" ? run.pending.map(({ id }) => [id, value]) : []);

describe("T07 a limit of one use holds for a whole task", () => {
  test("after a guardrail refused the answer", async () => {
    const tool = fakeTool("search");
    const turns = [search("a"), { text: "bad" }, search("b"), { text: "good" }];
    const { agent } = scriptedAgent("clerk", turns, { tools: [withUsageLimit(tool, 1)] });
    const task = defineTask({ name: "only", ...texts, agent, guardrails: [({ raw }) => raw === "good"] });
    completed(await createCrew({ tasks: [task] }).kickoff());
    expect(tool.calls.map(({ args }) => args.word)).toEqual(["a"]);
  });

  test("after a person wanted a change", async () => {
    const tool = fakeTool("search");
    const turns = [search("a"), { text: "one" }, search("b"), { text: "two" }];
    const { agent } = scriptedAgent("clerk", turns, { tools: [withUsageLimit(tool, 1)] });
    const task = defineTask({ name: "only", ...texts, agent, humanInput: true });
    const crew = createCrew({ tasks: [task], checkpointer: new MemorySaver() });
    const first = await crew.kickoff({}, { threadId: "t" });
    const second = await crew.resume({ threadId: "t", answers: accept(first, "more") });
    completed(await crew.resume({ threadId: "t", answers: accept(second, true) }));
    expect(tool.calls.map(({ args }) => args.word)).toEqual(["a"]);
  });

  test("in all work that is handed on to one agent, and for each agent by itself", async () => {
    const tool = fakeTool("search");
    const tools = [withUsageLimit(tool, 1)];
    const ada = scriptedAgent("ada", [search("a"), { text: "1" }, search("b"), { text: "2" }], { tools });
    const bob = scriptedAgent("bob", [search("c"), { text: "3" }], { tools });
    const turns = [
      { calls: [delegate("ada", "first")] },
      { calls: [delegate("ada", "second"), delegate("bob", "third")] },
      { text: "done" },
    ];
    const lead = scriptedAgent("lead", turns, { allowDelegation: true });
    const task = defineTask({ name: "only", ...texts, agent: lead.agent });
    completed(await createCrew({ tasks: [task], agents: [ada.agent, bob.agent] }).kickoff());
    expect(tool.calls.map(({ args }) => args.word)).toEqual(["a", "c"]);
  });

  test("in work that was handed on before a pause, which is not done again", async () => {
    const tool = fakeTool("search");
    const turns = [search("a"), { text: "1" }, search("b"), { text: "2" }];
    const worker = scriptedAgent("ada", turns, { tools: [withUsageLimit(tool, 1)] });
    const lead = scriptedAgent(
      "lead",
      [{ calls: [delegate("ada", "x")] }, { text: "draft" }, { calls: [delegate("ada", "y")] }, { text: "done" }],
      { allowDelegation: true },
    );
    const task = defineTask({ name: "only", ...texts, agent: lead.agent, humanInput: true });
    const crew = createCrew({ tasks: [task], agents: [worker.agent], checkpointer: new MemorySaver() });
    const first = await crew.kickoff({}, { threadId: "t" });
    const second = await crew.resume({ threadId: "t", answers: accept(first, "more") });
    const run = completed(await crew.resume({ threadId: "t", answers: accept(second, true) }));
    expect(tool.calls.map(({ args }) => args.word)).toEqual(["a"]);
    expect(run.usage.modelCalls).toBe(8);
  });

  test("and begins anew with the next task", async () => {
    const tool = fakeTool("search");
    const turns = [search("a"), { text: "one" }, search("b"), { text: "two" }];
    const { agent } = scriptedAgent("clerk", turns, { tools: [withUsageLimit(tool, 1)] });
    const tasks = ["first", "second"].map((name) => defineTask({ name, ...texts, agent }));
    completed(await createCrew({ tasks }).kickoff());
    expect(tool.calls).toHaveLength(2);
  });
});

describe("the usage of a run that was cancelled", () => {
  /** Two tasks, of which the second looks something up and is then stopped. */
  function stopped(checkpointer?: MemorySaver) {
    const stop = new AbortController();
    const hang = () => {
      stop.abort();
      return { hangs: true };
    };
    const look = fakeTool("look");
    const turns = [{ text: "one" }, { calls: [{ name: "look" }] }, hang];
    const { agent } = scriptedAgent("clerk", turns, { tools: [look] });
    const tasks = ["first", "second"].map((name) => defineTask({ name, ...texts, agent }));
    const crew = createCrew({ tasks, ...(checkpointer && { checkpointer }) });
    return crew.kickoff({}, { threadId: "t", signal: stop.signal });
  }

  test("is that of the finished task and of the one that was broken off", async () => {
    const run = await stopped();
    expect(outcomeOf(run)).toBe("cancelled: The run was cancelled.");
    // Of the request that hung nothing is known but that it was made.
    expect(run).toMatchObject({ usage: { modelCalls: 3, promptTokens: 20, completionTokens: 10 } });
  });

  test("holds what was used before it went on, and is cancelled once more", async () => {
    const saver = new MemorySaver();
    await stopped(saver);
    const stop = new AbortController();
    const hang = () => {
      stop.abort();
      return { hangs: true };
    };
    const { agent } = scriptedAgent("clerk", [hang], { tools: [fakeTool("look")] });
    const tasks = ["first", "second"].map((name) => defineTask({ name, ...texts, agent }));
    const crew = createCrew({ tasks, checkpointer: saver });
    const run = await crew.resume({ threadId: "t", signal: stop.signal });
    expect(run).toMatchObject({ status: "failed", usage: { modelCalls: 3, promptTokens: 20, completionTokens: 10 } });
  });

  test("holds what a coworker used, and a task that was finished beside the one that was broken off", async () => {
    const stop = new AbortController();
    const finished = gate();
    const hang = async () => {
      await finished.promise;
      stop.abort();
      return { hangs: true };
    };
    const worker = scriptedAgent("ada", [{ calls: [{ name: "look" }] }, hang], { tools: [fakeTool("look")] });
    const lead = scriptedAgent("lead", [{ calls: [delegate("ada", "x")] }], { allowDelegation: true });
    const beside = scriptedAgent("bob", [{ text: "one" }]);
    const tasks = [
      defineTask({ name: "quick", ...texts, agent: beside.agent, context: [] }),
      defineTask({ name: "slow", ...texts, agent: lead.agent, context: [] }),
    ] as const;
    const crew = createCrew({ tasks, agents: [worker.agent] });
    const run = await crew.kickoff(
      {},
      {
        signal: stop.signal,
        onEvent: (event) => event.type === "task.finished" && event.task === "quick" && finished.open(),
      },
    );
    expect(run).toMatchObject({ status: "failed", usage: { modelCalls: 4, promptTokens: 30 } });
  });
});

test("a task that a mistake ends tells what it had used", async () => {
  const { agent } = scriptedAgent("clerk", [{ text: "one" }]);
  let asked = 0;
  const odd = {
    ...agent,
    prompt: () => {
      asked += 1;
      if (asked > 1) throw new Error("no words");
      return "Be good.";
    },
  };
  const task = defineTask({ name: "only", ...texts, agent: odd, guardrails: [() => false] });
  const run = await createCrew({ tasks: [task] }).kickoff();
  expect(run).toMatchObject({ status: "failed", error: { code: "task_failed" }, usage: { modelCalls: 1 } });
});
