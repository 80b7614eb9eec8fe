import { AIMessage, HumanMessage } from "@langchain/core/messages";
import { tool } from "@langchain/core/tools";
import { MemorySaver } from "@langchain/langgraph";
import { expect, test } from "vitest";
import { z } from "zod";
import { fromKept, toKept } from "../../src/crew/kept-values.ts";
import { type CrewRun, completed, createCrew, defineTask, type Tool, withApproval } from "../../src/index.ts";
import { fakeTool } from "../fake-tools.ts";
import { outcomeOf, scriptedAgent } from "./support.ts";

const texts = { description: "Say it", expectedOutput: "a word" };

/** What reading a checkpoint would take for an object of LangChain, or for what its serializer wrote itself. */
const odd: readonly (readonly [what: string, value: object])[] = [
  ["an object that there is not", { lc: 1, type: "constructor", id: ["x"], kwargs: {} }],
  [
    "a message",
    { lc: 1, type: "constructor", id: ["langchain_core", "messages", "HumanMessage"], kwargs: { content: "hi" } },
  ],
  ["a secret", { lc: 1, type: "secret", id: ["PATH"] }],
  ["nothing", { lc: 2, type: "undefined" }],
  ["a set", { lc: 2, type: "constructor", id: ["Set"], method: null, args: [["a"]] }],
  ["what stands in for such data", { "crew:data": "{}" }],
  ["what stands in for such a message", { "crew:message": "x" }],
  ["one in another", { lc: 1, type: "constructor", id: ["x"], kwargs: { a: { lc: 2, type: "undefined" } } }],
];

const answersTo = (run: CrewRun) =>
  Object.fromEntries(run.status === "waiting" ? run.pending.map(({ id }) => [id, true]) : []);

/** A run that waits after its first task, and goes on in a crew as another process would make it. */
async function overAPause(
  first: ReturnType<typeof scriptedAgent>["agent"],
  more: { readonly output?: z.ZodType } = {},
) {
  const checkpointer = new MemorySaver();
  const make = () => {
    const { agent } = scriptedAgent("second", [{ text: "done" }]);
    const tasks = [
      defineTask({ name: "first", ...texts, agent: first, ...more }),
      defineTask({ name: "second", ...texts, agent, humanInput: true }),
    ] as const;
    return createCrew({ tasks, checkpointer });
  };
  const asked = await make().kickoff({}, { threadId: "t" });
  expect(outcomeOf(asked)).toBe("waits for 1");
  return { run: completed(await make().resume({ threadId: "t", answers: answersTo(asked) })), make };
}

test.each(odd)("an answer that looks like %s is kept over a pause, and over a replay of it", async (_what, value) => {
  const { agent } = scriptedAgent("first", [{ calls: [{ name: "final_answer", arguments: { value } }] }]);
  const { run, make } = await overAPause(agent, { output: z.object({ value: z.any() }) });
  expect(run.tasks.first.data).toEqual({ value });
  const again = await make().replay({ threadId: "t", from: "second" });
  expect(outcomeOf(again)).toBe("waits for 1");
  const replayed = completed(await make().resume({ threadId: again.threadId, answers: answersTo(again) }));
  expect(replayed.tasks.first.data).toEqual({ value });
});

test.each(odd)("arguments that look like %s wait for a person, and are the tool's after that", async (_what, value) => {
  const schema = { type: "object", properties: { value: {} } };
  const wipe = fakeTool("wipe", { schema });
  const checkpointer = new MemorySaver();
  const make = () => {
    const turns = [{ calls: [{ name: "wipe", arguments: { value } }] }, { text: "done" }];
    const { agent, model } = scriptedAgent("clerk", turns, { tools: [withApproval(wipe)] });
    return { crew: createCrew({ tasks: [defineTask({ name: "only", ...texts, agent })], checkpointer }), model };
  };
  const first = make();
  const asked = await first.crew.kickoff({}, { threadId: "t" });
  expect(asked).toMatchObject({ status: "waiting", pending: [{ subject: { args: { value } } }] });
  const pending = await make().crew.resume({ threadId: "t" });
  expect(pending).toMatchObject({ status: "waiting", pending: [{ subject: { args: { value } } }] });
  const run = completed(await first.crew.resume({ threadId: "t", answers: answersTo(asked) }));
  expect(run.raw).toBe("done");
  expect(wipe.calls.map(({ args }) => args)).toEqual([{ value }]);
});

test.each(odd)("a result of a tool that looks like %s is kept, with the messages around it", async (_what, value) => {
  const look = tool(async () => ["seen", value], {
    name: "look",
    description: "looks",
    schema: z.object({}),
    responseFormat: "content_and_artifact",
  });
  const { agent } = scriptedAgent("first", [{ calls: [{ name: "look" }] }, { text: "one" }], { tools: [look] });
  const { messages } = (await overAPause(agent)).run.tasks.first;
  expect(messages.map(({ type }) => type)).toEqual(["human", "ai", "tool", "ai"]);
  expect(messages[2]).toMatchObject({ text: "seen", artifact: { structured: value } });
});

test("a bigint anywhere in what is kept becomes its text", async () => {
  const big: Tool = fakeTool("big", {
    answer: () => ({ kind: "result", text: "seen", structured: { id: 12n }, isError: false }),
  });
  const { agent } = scriptedAgent("first", [{ calls: [{ name: "big" }] }, { text: "one" }], { tools: [big] });
  const { messages } = (await overAPause(agent)).run.tasks.first;
  expect(messages[2]).toMatchObject({ artifact: { structured: { id: "12" } } });
});

test("values that need nothing are passed on as they are", async () => {
  const circle: Record<string, unknown> = { a: 1 };
  circle.circle = circle;
  const plain = { list: [1, "a", null, undefined], when: new Date(0), message: new AIMessage("hi"), circle };
  expect(toKept(plain)).toBe(plain);
  expect(await fromKept(plain)).toBe(plain);
  const withOdd = { ...plain, odd: { lc: 1 } };
  const { list, when, message } = plain;
  expect(toKept(withOdd)).toMatchObject({ list, when, message, odd: { "crew:data": '{"lc":1}' } });
});

const notation = { lc: 1, type: "constructor", id: ["x"], kwargs: {} };
const closed = {
  odd: notation,
  get inner() {
    throw new Error("closed");
  },
};

/** What JSON cannot say and what looks like LangChain's notation, in one value. */
test.each<readonly [what: string, value: unknown, read: unknown]>([
  ["beside each other", { id: 1n, notation }, { id: "1", notation }],
  ["one in the other", { ...notation, id: 1n }, { ...notation, id: "1" }],
  ["in a map and a set", [new Map([["a", notation]]), new Set([1n])], [new Map([["a", notation]]), new Set(["1"])]],
  ["written by itself", { a: { toJSON: () => notation } }, { a: notation }],
  ["beside what cannot be looked at", closed, { odd: notation }],
  ["in a circle", Object.assign({ notation }, { of: [notation] }), { notation, of: [notation] }],
])("what cannot be kept as it is, %s, is read again", async (_what, value, read) => {
  const { serde } = new MemorySaver();
  const written = await serde.loadsTyped(...(await serde.dumpsTyped(toKept(value))));
  expect(await fromKept(written)).toEqual(read);
});

test("an answer with a big integer and such data is kept over a pause, with the messages that brought it", async () => {
  const look: Tool = fakeTool("look", {
    answer: () => ({ kind: "result", text: "seen", structured: { id: 12n, notation }, isError: false }),
  });
  const turns = [
    { calls: [{ name: "look", arguments: { notation } }] },
    { calls: [{ name: "final_answer", arguments: { id: "12", notation } }] },
  ];
  const { agent } = scriptedAgent("first", turns, { tools: [look] });
  const output = z.object({ id: z.coerce.bigint(), notation: z.any() });
  const { data, messages } = (await overAPause(agent, { output })).run.tasks.first;
  expect(data).toEqual({ id: 12n, notation });
  expect(messages[2]).toMatchObject({ text: "seen", artifact: { structured: { id: "12", notation } } });
});

test("a message with such data in it is the same message when it is read", async () => {
  const value = { lc: 1, type: "constructor", id: ["x"], kwargs: {} };
  const calls = [{ id: "1", name: "look", args: { value }, type: "tool_call" as const }];
  const said = [new AIMessage({ content: "", tool_calls: calls }), new HumanMessage("hi")];
  const written: unknown = JSON.parse(JSON.stringify(toKept({ said: [said[0]] })));
  const read = await fromKept(written);
  expect(read).toMatchObject({ said: [{ tool_calls: calls }] });
  expect(AIMessage.isInstance(z.object({ said: z.array(z.unknown()) }).parse(read).said[0])).toBe(true);
});

/** A checkpointer whose store is broken, or whose last checkpoint is. */
const broken: readonly (readonly [what: string, getTuple: MemorySaver["getTuple"], says: string])[] = [
  [
    "rejects",
    () => Promise.reject(new Error("Invalid namespace: x")),
    'The thread "t" cannot be read: Invalid namespace: x',
  ],
  [
    "gives a text",
    async (config) => Object.assign({ config }, { checkpoint: JSON.parse('"[unable to serialize]"') }),
    'The thread "t" cannot be read: its last checkpoint could not be written when it was made.',
  ],
];

test.each(broken)(
  "a thread whose checkpointer %s is unreadable: with a code, and what helps",
  async (_what, getTuple, says) => {
    const { agent, model } = scriptedAgent("clerk", []);
    const checkpointer = Object.assign(new MemorySaver(), { getTuple });
    const crew = createCrew({ tasks: [defineTask({ name: "only", ...texts, agent })], checkpointer });
    const thrown = { name: "CrewError", code: "thread_unreadable", message: expect.stringContaining(says) };
    await expect(crew.resume({ threadId: "t" })).rejects.toMatchObject(thrown);
    await expect(crew.replay({ threadId: "t", from: "only" })).rejects.toMatchObject(thrown);
    const run = await crew.kickoff({}, { threadId: "t" });
    expect(run).toMatchObject({ status: "failed", error: { code: "thread_unreadable", message: says } });
    expect(run.status === "failed" && run.error.remedy).toContain("begin in another thread");
    expect(model.requests).toHaveLength(0);
  },
);

test("a checkpointer with private fields works, and is not changed", async () => {
  const checkpointer = privateSaver();
  const { agent } = scriptedAgent("clerk", [{ text: "done" }]);
  const crew = createCrew({ tasks: [defineTask({ name: "only", ...texts, agent, humanInput: true })], checkpointer });
  const asked = await crew.kickoff({}, { threadId: "t" });
  expect(outcomeOf(await crew.resume({ threadId: "t", answers: answersTo(asked) }))).toBe("done");
  expect(checkpointer.count()).toBeGreaterThan(0);
  const history: unknown[] = [];
  for await (const state of crew.graph.getStateHistory({ configurable: { thread_id: "t" } })) history.push(state);
  expect(history.length).toBeGreaterThan(1);
});

function privateSaver() {
  return new (class extends MemorySaver {
    #versions = 0;
    override getNextVersion(current: number | undefined) {
      this.#versions += 1;
      return super.getNextVersion(current);
    }
    count() {
      return this.#versions;
    }
  })();
}
