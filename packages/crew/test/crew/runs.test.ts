import { MemorySaver } from "@langchain/langgraph";
import { expect, test } from "vitest";
import { z } from "zod";
import { type Arguments, type CrewEvent, completed, createCrew, createMeter, defineTask } from "../../src/index.ts";
import { gate } from "../fake-tools.ts";
import { outcomeOf, scriptedAgent, taskShown } from "./support.ts";

const texts = { description: "Say {word}", expectedOutput: "a word" };
const wordIn = ({ messages }: { readonly messages: readonly { readonly text: string }[] }) =>
  /Say (\w+)/.exec(messages.at(-1)?.text ?? "")?.[1] ?? "";

test("R01 R02 for each input there is one run, in the order of the inputs, and no more at once than wanted", async () => {
  let running = 0;
  let most = 0;
  const words = ["a", "bb", "ccc", "dddd", "eeeee"];
  const turn = async (request: Parameters<typeof wordIn>[0]) => {
    most = Math.max(most, ++running);
    const word = wordIn(request);
    await new Promise((resolve) => setTimeout(resolve, 12 - 2 * word.length));
    running -= 1;
    return { text: word };
  };
  const { agent } = scriptedAgent(
    "clerk",
    words.map(() => turn),
  );
  const crew = createCrew({ tasks: [defineTask({ name: "say", ...texts, agent })] });
  const runs = await crew.kickoffForEach(
    words.map((word) => ({ word })),
    { concurrency: 2 },
  );
  expect(runs.map(outcomeOf)).toEqual(words);
  expect(most).toBe(2);
  expect(new Set(runs.map(({ threadId }) => threadId)).size).toBe(5);
});

test("R03 a run that fails is told in its place, and the others go on", async () => {
  const turn = (request: Parameters<typeof wordIn>[0]) => {
    const word = wordIn(request);
    return word === "b" ? { error: Object.assign(new Error("401 no"), { status: 401 }) } : { text: word };
  };
  const { agent } = scriptedAgent("clerk", [turn, turn, turn]);
  const crew = createCrew({ tasks: [defineTask({ name: "say", ...texts, agent })] });
  const runs = await crew.kickoffForEach([{ word: "a" }, { word: "b" }, { word: "c" }]);
  expect(runs.map(({ status }) => status)).toEqual(["completed", "failed", "completed"]);
});

test("R04 of no inputs there are no runs", async () => {
  const { agent } = scriptedAgent("clerk", []);
  expect(await createCrew({ tasks: [defineTask({ name: "say", ...texts, agent })] }).kickoffForEach([])).toEqual([]);
});

test("a concurrency that would begin no run is misuse", async () => {
  const { agent } = scriptedAgent("clerk", []);
  const crew = createCrew({ tasks: [defineTask({ name: "say", ...texts, agent })] });
  const none = crew.kickoffForEach([{ word: "a" }], { concurrency: 0 });
  await expect(none).rejects.toMatchObject({ code: "crew_limit_invalid" });
});

test("S01 a replay carries out a task and those after it anew, on the kept outputs of those before it", async () => {
  const { agent, model } = scriptedAgent(
    "clerk",
    ["one", "two", "three", "TWO", "THREE"].map((text) => ({ text })),
  );
  const tasks = ["first", "second", "third"].map((name) => defineTask({ name, ...texts, agent }));
  const crew = createCrew({ tasks, checkpointer: new MemorySaver() });
  const before = completed(await crew.kickoff({ word: "hello" }));
  const run = completed(await crew.replay({ threadId: before.threadId, from: "second" }));
  expect(Object.values(run.tasks).map(({ raw }) => raw)).toEqual(["one", "TWO", "THREE"]);
  expect(taskShown(model.requests[3])).toMatch(/^Say hello\n[\s\S]*one$/);
  expect(run.threadId).not.toBe(before.threadId);
  expect(model.leftovers()).toBe(0);
});

test("a replay with inputs of undefined takes those of the run", async () => {
  const { agent, model } = scriptedAgent("clerk", [{ text: "one" }, { text: "two" }]);
  const tasks = [defineTask({ name: "say", ...texts, agent })];
  const crew = createCrew({ tasks, checkpointer: new MemorySaver() });
  const { threadId } = await crew.kickoff({ word: "hello" });
  // @ts-expect-error -- as plain JavaScript may
  await crew.replay({ threadId, from: "say", inputs: undefined });
  expect(model.requests.map(wordIn)).toEqual(["hello", "hello"]);
});

test("S02 a replay from an unknown task or thread is misuse", async () => {
  const { agent } = scriptedAgent("clerk", []);
  const crew = createCrew({ tasks: [defineTask({ name: "say", ...texts, agent })], checkpointer: new MemorySaver() });
  // @ts-expect-error -- no task has this name
  await expect(crew.replay({ threadId: "t", from: "sing" })).rejects.toThrow(
    'The crew has no task "sing". Choose one of: say.',
  );
  await expect(crew.replay({ threadId: "t", from: "say" })).rejects.toMatchObject({ code: "thread_unknown" });
  const forgetful = createCrew({ tasks: [defineTask({ name: "say", ...texts, agent })] });
  await expect(forgetful.replay({ threadId: "t", from: "say" })).rejects.toMatchObject({
    code: "checkpointer_missing",
  });
});

test("a second kickoff in a thread begins anew", async () => {
  const { agent, model } = scriptedAgent("clerk", [{ text: "one" }, { text: "two" }]);
  const crew = createCrew({ tasks: [defineTask({ name: "say", ...texts, agent })], checkpointer: new MemorySaver() });
  await crew.kickoff({ word: "a" }, { threadId: "t" });
  expect(outcomeOf(await crew.kickoff({ word: "b" }, { threadId: "t" }))).toBe("two");
  expect(model.requests.map(wordIn)).toEqual(["a", "b"]);
});

test("U06 beforeKickoff may give other inputs, and afterKickoff another result", async () => {
  const { agent, model } = scriptedAgent("clerk", [{ text: "done" }]);
  const crew = createCrew({
    tasks: [defineTask({ name: "say", ...texts, agent })],
    beforeKickoff: async ({ word }) => ({ word: `${word}${word}` }),
    afterKickoff: (run) => ({ ...run, raw: run.raw.toUpperCase() }),
  });
  expect(outcomeOf(await crew.kickoff({ word: "bon" }))).toBe("DONE");
  expect(wordIn({ messages: model.requests[0]?.messages ?? [] })).toBe("bonbon");
});

const hooks = [
  ["throws", () => Promise.reject(new Error("no idea")), "no idea"],
  ["never returns", () => new Promise<never>(() => {}), "It did not return within 0.02 s."],
] as const;

test.each(hooks)("a hook that %s fails the run", async (_how, hook, problem) => {
  const { agent } = scriptedAgent("clerk", [{ text: "done" }]);
  const crew = { tasks: [defineTask({ name: "say", ...texts, agent })], callbackTimeoutMs: 20 };
  const before = await createCrew({ ...crew, beforeKickoff: hook }).kickoff({ word: "a" });
  expect(outcomeOf(before)).toBe(`hook_failed: beforeKickoff failed: ${problem}`);
  const after = await createCrew({ ...crew, afterKickoff: hook }).kickoff({ word: "a" });
  expect(outcomeOf(after)).toBe(`hook_failed: afterKickoff failed: ${problem}`);
  expect(after).toMatchObject({ usage: { modelCalls: 1 } });
});

test("an afterKickoff that returns nothing leaves the result as it is", async () => {
  const { agent } = scriptedAgent("clerk", [{ text: "done" }]);
  const seen: string[] = [];
  const crew = createCrew({
    tasks: [defineTask({ name: "say", ...texts, agent })],
    beforeKickoff: () => {},
    afterKickoff: async ({ raw }) => {
      seen.push(raw);
    },
  });
  expect(outcomeOf(await crew.kickoff({ word: "a" }))).toBe("done");
  expect(seen).toEqual(["done"]);
});

test.each([
  ["a text", "done"],
  ["null", null],
  ["a run without tasks", { status: "completed", raw: "done" }],
])("an afterKickoff that returns %s fails the run, whose usage is told", async (_what, returned) => {
  const { agent } = scriptedAgent("clerk", [{ text: "done" }]);
  const events: CrewEvent[] = [];
  const crew = createCrew({
    tasks: [defineTask({ name: "say", ...texts, agent })],
    // @ts-expect-error -- as plain JavaScript may
    afterKickoff: () => returned,
  });
  const run = await crew.kickoff({ word: "a" }, { onEvent: (event) => events.push(event) });
  expect(outcomeOf(run)).toMatch(/^hook_failed: afterKickoff failed: It has to return the run/);
  expect(run).toMatchObject({ usage: { modelCalls: 1 } });
  expect(events.at(-1)).toMatchObject({ type: "crew.finished", status: "failed" });
});

test("a meter that is passed in counts every task, and ends the run when it is used up", async () => {
  const { agent } = scriptedAgent("clerk", [{ text: "one" }, { text: "two" }]);
  const tasks = ["first", "second"].map((name) => defineTask({ name, ...texts, agent }));
  const meter = createMeter({ modelCalls: 1 });
  const run = await createCrew({ tasks }).kickoff({ word: "a" }, { meters: [meter] });
  expect(run).toMatchObject({ status: "failed", error: { code: "budget_exceeded", task: "second" } });
  expect(meter.usage()).toMatchObject({ modelCalls: 1, promptTokens: 10 });
});

/** Crews on one checkpointer, as where each request makes one, and the pause of a first run. */
async function pausedLetter(checkpointer: MemorySaver) {
  const { agent, model } = scriptedAgent("clerk", [{ text: "Dear you" }, { text: "sent" }, { text: "sent twice" }]);
  const crew = () =>
    createCrew({
      tasks: [
        defineTask({ name: "write", ...texts, agent, humanInput: true }),
        defineTask({ name: "send", ...texts, agent }),
      ],
      checkpointer,
    });
  const waiting = await crew().kickoff({ word: "a" }, { threadId: "letter" });
  const id = waiting.status === "waiting" ? (waiting.pending[0]?.id ?? "") : "";
  return { model, resume: () => crew().resume({ threadId: "letter", answers: { [id]: true } }) };
}

test("two crews on one checkpointer do not both go on from one pause", async () => {
  const { model, resume } = await pausedLetter(new MemorySaver());
  const settled = await Promise.allSettled([resume(), resume()]);
  const told = settled.map((one) => (one.status === "fulfilled" ? outcomeOf(one.value) : one.reason.code));
  expect(told.sort()).toEqual(["sent", "thread_busy"]);
  expect(model.requests).toHaveLength(2);
  await expect(resume()).rejects.toMatchObject({ code: "answer_unknown" });
});

test("a thread is busy from when it is looked at what waits in it", async () => {
  const saver = new MemorySaver();
  const { resume } = await pausedLetter(saver);
  const { getTuple } = saver;
  const held = gate();
  saver.getTuple = async (config) => {
    const kept = await getTuple.call(saver, config);
    await held.promise;
    return kept;
  };
  const looking = resume();
  saver.getTuple = getTuple;
  await expect(resume()).rejects.toMatchObject({ code: "thread_busy" });
  held.open();
  expect(outcomeOf(await looking)).toBe("sent");
});

const when = "2026-01-02T03:04:05.000Z";
const readings: readonly (readonly [what: string, output: z.ZodType, answer: Arguments, data: unknown])[] = [
  ["a date", z.object({ at: z.coerce.date() }), { at: when }, { at: new Date(when) }],
  ["a date out of a text", z.iso.datetime().transform((text) => new Date(text)), { answer: when }, new Date(when)],
  ["a number out of a text", z.string().transform(Number), { answer: "7" }, 7],
  ["a number twice as big", z.object({ n: z.number().transform((n) => 2 * n) }), { n: 5 }, { n: 10 }],
  ["a default", z.object({ n: z.number().default(3) }), {}, { n: 3 }],
  ["a big integer", z.coerce.bigint(), { answer: "12345678901234567890" }, 12345678901234567890n],
  ["a big integer further in", z.object({ id: z.coerce.bigint() }), { id: "123" }, { id: 123n }],
  ["a set", z.array(z.string()).transform((all) => new Set(all)), { answer: ["a"] }, new Set(["a"])],
  [
    "a map",
    z.record(z.string(), z.number()).transform((all) => new Map(Object.entries(all))),
    { a: 1 },
    new Map([["a", 1]]),
  ],
];

test.each(readings)("data of before a pause is what its schema made: %s", async (_what, output, answer, data) => {
  const given = { calls: [{ name: "final_answer", arguments: answer }] };
  const asker = scriptedAgent("asker", [{ text: "Good?" }]).agent;
  const { agent } = scriptedAgent("clerk", [given, { text: "end" }, { text: "end once more" }]);
  const seen: unknown[] = [];
  const crew = createCrew({
    tasks: [
      defineTask({ name: "ask", ...texts, agent: asker, humanInput: true }),
      defineTask({ name: "data", ...texts, agent, output, context: [] }),
      defineTask({ name: "end", ...texts, agent, condition: ({ data: shown }) => seen.push(shown) > 0 }),
    ],
    checkpointer: new MemorySaver(),
  });
  const waiting = await crew.kickoff({ word: "a" }, { threadId: "t" });
  const id = waiting.status === "waiting" ? (waiting.pending[0]?.id ?? "") : "";
  const run = completed(await crew.resume({ threadId: "t", answers: { [id]: true } }));
  expect([run.tasks.data.data, ...seen]).toEqual([data, data]);
  const replayed = completed(await crew.replay({ threadId: "t", from: "end" }));
  expect([replayed.tasks.data.data, ...seen]).toEqual([data, data, data]);
});

test("the graph is an ordinary one: it runs by itself, as a node of another would", async () => {
  const { agent } = scriptedAgent("clerk", [{ text: "one" }, { text: "two" }]);
  const tasks = ["first", "second"].map((name) => defineTask({ name, ...texts, agent }));
  const { graph } = createCrew({ tasks });
  const state = await graph.invoke({ inputs: { word: "a" } });
  expect(Object.keys(graph.nodes)).toEqual(["__start__", "first", "second"]);
  expect(state.outputs.second).toMatchObject({ status: "completed", output: { raw: "two" } });
});

test("the graph by itself asks no model when an input is missing, and says which", async () => {
  const { agent, model } = scriptedAgent("clerk", [{ text: "one" }, { text: "two" }]);
  const tasks = ["first", "second"].map((name) => defineTask({ name, ...texts, agent }));
  const { graph } = createCrew({ tasks });
  await expect(graph.invoke({ inputs: {} })).rejects.toMatchObject({
    code: "input_missing",
    message: expect.stringContaining("{word}"),
  });
  expect(model.requests).toHaveLength(0);
  expect((await graph.invoke({ inputs: null })).outputs.second).toMatchObject({ status: "completed" });
});
