import { tool } from "@langchain/core/tools";
import { interrupt, MemorySaver } from "@langchain/langgraph";
import { expect, test } from "vitest";
import { z } from "zod";
import { type CrewEvent, completed, createCrew, defineTask } from "../../src/index.ts";
import { fakeTool, gate, text } from "../fake-tools.ts";
import { answerAll, namesOf, openStarts, outcomeOf, pendingOf, scriptedAgent, ways } from "./support.ts";

const texts = { description: "Say it", expectedOutput: "a word" };

test.each(ways)(
  "U01 U02 U03 U04 an answer waits for a person, and what they want is changed until they accept it (%o)",
  async (way) => {
    const look = fakeTool("look");
    const turns = [
      { calls: [{ name: "look" }] },
      { text: "draft one" },
      { text: "draft two" },
      { text: "draft three" },
      { text: "sent" },
    ];
    const { agent, model } = scriptedAgent("writer", turns, { tools: [look], ...way });
    const draft = defineTask({
      name: "draft",
      ...texts,
      agent,
      humanInput: true,
      guardrails: [({ raw }) => raw.startsWith("draft")],
    });
    const send = defineTask({ name: "send", ...texts, agent });
    const crew = createCrew({ tasks: [draft, send], checkpointer: new MemorySaver() });
    const events: CrewEvent[] = [];
    const onEvent = (event: CrewEvent) => events.push(event);

    const first = await crew.kickoff({}, { threadId: "letter", onEvent });
    expect(pendingOf(first)).toMatchObject([
      { kind: "review", task: "draft", subject: "draft one", question: expect.stringContaining('"draft"') },
    ]);
    expect(namesOf(events).slice(-3)).toEqual(["draft task.finished", "draft question.asked", "crew.finished"]);

    const second = await crew.resume({ threadId: "letter", answers: answerAll(first, "shorter"), onEvent });
    expect(pendingOf(second)).toMatchObject([{ subject: "draft two" }]);
    expect(model.requests[2]?.messages.slice(-2).map(({ type, text }) => `${type}: ${text}`)).toEqual([
      "ai: draft one",
      expect.stringContaining("human: A person read your answer and wants a change: shorter"),
    ]);

    const third = await crew.resume({ threadId: "letter", answers: answerAll(second, "warmer"), onEvent });
    expect(pendingOf(third)).toMatchObject([{ subject: "draft three" }]);

    const run = completed(await crew.resume({ threadId: "letter", answers: answerAll(third, ""), onEvent }));
    expect(run.raw).toBe("sent");
    expect(run.tasks.draft.raw).toBe("draft three");
    expect(run.usage).toMatchObject({ modelCalls: 5, promptTokens: 50, completionTokens: 25 });
    expect(model.leftovers()).toBe(0);
    expect(look.calls).toHaveLength(1);
    expect(openStarts(events)).toEqual([]);
  },
);

test.each([
  ["words", undefined, { text: "draft" }, "draft", "draft"],
  [
    "data",
    z.object({ at: z.number() }),
    { calls: [{ name: "final_answer", arguments: { at: 9 } }] },
    { at: 9 },
    '{"at":9}',
  ],
])("an answer of %s that waits is shown as it is, and as text", async (_what, output, turn, subject, raw) => {
  const { agent } = scriptedAgent("clerk", [turn]);
  const task = defineTask({ name: "only", ...texts, agent, humanInput: true, ...(output && { output }) });
  const crew = createCrew({ tasks: [task], checkpointer: new MemorySaver() });
  expect(pendingOf(await crew.kickoff())).toMatchObject([{ kind: "review", subject, raw }]);
});

test("two tasks that wait side by side are answered one by one, each by its own id", async () => {
  const ada = scriptedAgent("ada", [{ text: "a1" }, { text: "a2" }]);
  const bob = scriptedAgent("bob", [{ text: "b1" }, { text: "b2" }]);
  const left = defineTask({ name: "left", ...texts, agent: ada.agent, context: [], humanInput: true });
  const right = defineTask({ name: "right", ...texts, agent: bob.agent, context: [], humanInput: true });
  const crew = createCrew({ tasks: [left, right], checkpointer: new MemorySaver() });
  const first = await crew.kickoff({}, { threadId: "t" });
  expect(pendingOf(first).map(({ task, subject }) => [task, subject])).toEqual([
    ["left", "a1"],
    ["right", "b1"],
  ]);
  const ofRight = pendingOf(first).find(({ task }) => task === "right")?.id ?? "";
  const second = await crew.resume({ threadId: "t", answers: { [ofRight]: "change" } });
  expect(pendingOf(second).map(({ task, subject }) => [task, subject])).toEqual([
    ["left", "a1"],
    ["right", "b2"],
  ]);
  const run = completed(await crew.resume({ threadId: "t", answers: answerAll(second, true) }));
  expect([run.tasks.left.raw, run.tasks.right.raw]).toEqual(["a1", "b2"]);
  expect([ada.model.requests.length, bob.model.requests.length]).toEqual([1, 2]);
});

test("a tool of LangChain may ask as well: the run waits, and the answer reaches the tool", async () => {
  const asks = tool(({ what }) => `they said ${interrupt(what)}`, {
    name: "asks",
    description: "asks",
    schema: z.object({ what: z.string() }),
  });
  const turns = [{ calls: [{ name: "asks", arguments: { what: "Which one?" } }] }, { text: "done" }];
  const { agent, model } = scriptedAgent("clerk", turns, { tools: [asks] });
  const crew = createCrew({ tasks: [defineTask({ name: "only", ...texts, agent })], checkpointer: new MemorySaver() });
  const first = await crew.kickoff({}, { threadId: "t" });
  expect(pendingOf(first)).toMatchObject([{ kind: "tool", task: "only", question: "Which one?" }]);
  const run = completed(await crew.resume({ threadId: "t", answers: answerAll(first, "a") }));
  expect(run.raw).toBe("done");
  expect(model.requests[1]?.messages.at(-1)?.text).toBe("they said a");
});

test("a tool may ask: its call waits, and what was finished beside it is not done again", async () => {
  const asks = fakeTool("asks", {
    answer: () => text(`they said ${interrupt({ question: "Which one?", options: ["a", "b"] })}`),
  });
  const reads = fakeTool("reads");
  const turns = [
    { calls: [{ name: "reads" }, { name: "asks", id: "1" }, { name: "asks", id: "2", arguments: { again: true } }] },
    { text: "done" },
  ];
  const { agent, model } = scriptedAgent("clerk", turns, { tools: [asks, reads] });
  const crew = createCrew({ tasks: [defineTask({ name: "only", ...texts, agent })], checkpointer: new MemorySaver() });
  const first = await crew.kickoff({}, { threadId: "t" });
  expect(pendingOf(first)).toMatchObject([
    { kind: "tool", task: "only", question: "Which one?", subject: { options: ["a", "b"] } },
    { kind: "tool", task: "only" },
  ]);
  const [one, two] = pendingOf(first);
  const second = await crew.resume({ threadId: "t", answers: { [two?.id ?? ""]: "b" } });
  expect(pendingOf(second).map(({ id }) => id)).toEqual([one?.id]);
  const run = completed(await crew.resume({ threadId: "t", answers: { [one?.id ?? ""]: "a" } }));
  expect(run.raw).toBe("done");
  expect(run.tasks.only.messages.filter(({ type }) => type === "tool").map(({ text }) => text)).toEqual([
    "reads was called",
    "they said a",
    "they said b",
  ]);
  expect(reads.calls).toHaveLength(1);
  expect(model.requests).toHaveLength(2);
});

/** A crew as another process would make it: everything is new but what the checkpointer kept. */
function letterCrew(checkpointer: MemorySaver, turns: Parameters<typeof scriptedAgent>[1]) {
  const look = fakeTool("look");
  const { agent, model } = scriptedAgent("writer", turns, { tools: [look] });
  const draft = defineTask({ name: "draft", ...texts, agent, humanInput: true });
  const send = defineTask({ name: "send", ...texts, agent });
  return { crew: createCrew({ tasks: [draft, send], checkpointer }), model, look };
}

test("U02b a run goes on in a new crew on the same checkpointer, and nothing finished is done again", async () => {
  const saver = new MemorySaver();
  const before = letterCrew(saver, [{ calls: [{ name: "look" }] }, { text: "draft one" }]);
  const first = await before.crew.kickoff({}, { threadId: "letter" });
  const after = letterCrew(saver, [{ text: "draft two" }, { text: "sent" }]);
  const second = await after.crew.resume({ threadId: "letter", answers: answerAll(first, "warmer") });
  const run = completed(await after.crew.resume({ threadId: "letter", answers: answerAll(second, "") }));
  expect([run.tasks.draft.raw, run.raw]).toEqual(["draft two", "sent"]);
  expect(run.usage).toMatchObject({ modelCalls: 4, promptTokens: 40 });
  expect([after.look.calls.length, after.model.leftovers()]).toEqual([0, 0]);
  expect(run.tasks.draft.messages.map(({ type, text }) => `${type}: ${text.slice(0, 16)}`)).toEqual([
    "human: Say it\n\nExpected",
    "ai: ",
    "tool: look was called",
    "ai: draft one",
    "human: A person read yo",
    "ai: draft two",
  ]);
});

test("S03 a run that was broken off goes on where it was: finished tasks and calls are not done again", async () => {
  const saver = new MemorySaver();
  const controller = new AbortController();
  const stop = () => {
    controller.abort();
    return { hangs: true };
  };
  const make = (turns: Parameters<typeof scriptedAgent>[1]) => {
    const look = fakeTool("look");
    const { agent, model } = scriptedAgent("clerk", turns, { tools: [look] });
    const tasks = ["first", "second"].map((name) => defineTask({ name, ...texts, agent }));
    return { crew: createCrew({ tasks, checkpointer: saver }), model, look };
  };
  const before = make([{ text: "one" }, { calls: [{ name: "look" }] }, stop]);
  const broken = await before.crew.kickoff({}, { threadId: "t", signal: controller.signal });
  expect(outcomeOf(broken)).toBe("cancelled: The run was cancelled.");
  const after = make([{ text: "two" }]);
  const run = completed(await after.crew.resume({ threadId: "t" }));
  expect(run.raw).toBe("two");
  expect(after.model.requests[0]?.messages.map(({ type }) => type)).toEqual(["system", "human", "ai", "tool"]);
  expect(after.look.calls).toHaveLength(0);
  expect(run.usage.modelCalls).toBe(3);
});

test("what was remembered is given to the call that it came from, however fast each was", async () => {
  const pass = { second: false };
  const timed = (name: string, ms: number) =>
    fakeTool(name, {
      answer: async ({ asks }) => {
        await new Promise((resolve) => setTimeout(resolve, pass.second ? 5 - ms : ms));
        return text(asks === true ? `${name} heard ${interrupt(name)}` : `${name} read`);
      },
    });
  const call = (name: string, asks: boolean) => ({ name, id: `${name}-${asks}`, arguments: { asks } });
  const calls = [call("slow", true), call("fast", false), call("slow", false), call("fast", true)];
  const tools = [timed("slow", 5), timed("fast", 0)];
  const { agent, model } = scriptedAgent("clerk", [{ calls }, { text: "done" }], { tools });
  const crew = createCrew({ tasks: [defineTask({ name: "only", ...texts, agent })], checkpointer: new MemorySaver() });
  const first = await crew.kickoff({}, { threadId: "t" });
  pass.second = true;
  const answers = Object.fromEntries(pendingOf(first).map(({ id, question }) => [id, `${question}!`]));
  const run = completed(await crew.resume({ threadId: "t", answers }));
  expect(run.tasks.only.messages.filter(({ type }) => type === "tool").map(({ text }) => text)).toEqual([
    "slow heard slow!",
    "fast read",
    "slow read",
    "fast heard fast!",
  ]);
  expect(model.requests).toHaveLength(2);
});

test("answers to what nobody asked, of the wrong kind, or in a thread that is unknown or busy are misuse", async () => {
  const { crew, model } = letterCrew(new MemorySaver(), [{ text: "draft one" }, { text: "sent" }]);
  await expect(crew.resume({ threadId: "nowhere" })).rejects.toMatchObject({ code: "thread_unknown" });
  const first = await crew.kickoff({}, { threadId: "letter" });
  const [id = ""] = pendingOf(first).map((pending) => pending.id);
  await expect(crew.resume({ threadId: "letter", answers: { other: "yes" } })).rejects.toThrow(
    `Nothing waits for the answer "other". What waits is: ${id} (draft).`,
  );
  await expect(crew.resume({ threadId: "letter", answers: { [id]: { yes: true } } })).rejects.toMatchObject({
    code: "answer_invalid",
  });
  expect(pendingOf(await crew.resume({ threadId: "letter" }))).toEqual(pendingOf(first));
  const both = [
    crew.resume({ threadId: "letter", answers: { [id]: "" } }),
    crew.resume({ threadId: "letter", answers: { [id]: "" } }),
  ];
  const settled = await Promise.allSettled(both);
  expect(
    settled.map((entry) => (entry.status === "fulfilled" ? outcomeOf(entry.value) : entry.reason.code)).sort(),
  ).toEqual(["sent", "thread_busy"]);
  expect(model.requests).toHaveLength(2);
  expect(outcomeOf(await crew.resume({ threadId: "letter" }))).toBe("sent");
});

test("a second kickoff in a thread that waits begins anew, and nothing of the first waits any more", async () => {
  const { crew, model } = letterCrew(new MemorySaver(), [
    { text: "draft one" },
    { text: "draft two" },
    { text: "sent" },
  ]);
  const first = await crew.kickoff({}, { threadId: "letter" });
  const second = await crew.kickoff({}, { threadId: "letter" });
  expect(pendingOf(second)).toMatchObject([{ task: "draft", subject: "draft two" }]);
  expect(pendingOf(second)).toHaveLength(1);
  const old = crew.resume({ threadId: "letter", answers: answerAll(first, "") });
  await expect(old).rejects.toMatchObject({ code: "answer_unknown" });
  const run = completed(await crew.resume({ threadId: "letter", answers: answerAll(second, "") }));
  expect([run.tasks.draft.raw, run.raw]).toEqual(["draft two", "sent"]);
  expect(model.leftovers()).toBe(0);
});

test("S03 a run whose process is gone, with no word of it, goes on in another: only the call on its way is made again", async () => {
  const saver = new MemorySaver();
  const gone = new AbortController();
  const make = (turns: Parameters<typeof scriptedAgent>[1]) => {
    const look = fakeTool("look");
    const { agent, model } = scriptedAgent("clerk", turns, { tools: [look] });
    const tasks = ["first", "second"].map((name) => defineTask({ name, ...texts, agent }));
    // A checkpointer of its own on what the first one kept, as another process has.
    const { storage, writes } = saver;
    const checkpointer = Object.assign(new MemorySaver(), { storage, writes });
    return { crew: createCrew({ tasks, checkpointer }), model, look };
  };
  const asked = gate();
  const silent = () => {
    asked.open();
    return { hangs: true };
  };
  const before = make([{ text: "one" }, { calls: [{ name: "look" }] }, silent]);
  const never = before.crew.kickoff({}, { threadId: "t", signal: gone.signal });
  await asked.promise;
  const after = make([{ text: "two" }]);
  const run = completed(await after.crew.resume({ threadId: "t" }));
  expect([run.tasks.first?.raw, run.raw]).toEqual(["one", "two"]);
  expect([after.look.calls.length, after.model.requests.length]).toEqual([0, 1]);
  gone.abort();
  await never;
});
