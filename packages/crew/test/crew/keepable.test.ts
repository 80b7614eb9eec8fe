import { tool } from "@langchain/core/tools";
import { MemorySaver } from "@langchain/langgraph";
import { expect, test } from "vitest";
import { z } from "zod";
import { completed, createCrew, defineTask, type Task } from "../../src/index.ts";
import { scriptedAgent } from "./support.ts";

const texts = { description: "Do it", expectedOutput: "a word" };
const given = { calls: [{ name: "final_answer", arguments: { id: "123" } }] };
const output = z.object({ id: z.coerce.bigint() });

/** As of another program: it is not in the types. */
const anyInputs = (inputs: object) => z.custom<Readonly<Record<string, string>>>().parse(inputs);

/** Runs until it waits, goes on, and is played again from its last task; what all of these came to. */
async function throughPause(tasks: readonly Task[], inputs: Readonly<Record<string, string>> = {}) {
  const crew = createCrew({ tasks, checkpointer: new MemorySaver() });
  const waiting = await crew.kickoff(inputs, { threadId: "t" });
  const pending = waiting.status === "waiting" ? waiting.pending : [];
  const answers = Object.fromEntries(pending.map(({ id }) => [id, true]));
  const resumed = completed(await crew.resume({ threadId: "t", answers }));
  const replayed = await crew.replay({ threadId: "t", from: "asked" });
  return { pending, resumed, replayed };
}

test("an answer with a big integer that a person is asked about keeps its thread readable", async () => {
  const { agent } = scriptedAgent("clerk", [given, given]);
  const task = defineTask({ name: "asked", ...texts, agent, output, humanInput: true });
  const { pending, resumed, replayed } = await throughPause([task]);
  expect(pending).toMatchObject([{ kind: "review", subject: { id: 123n } }]);
  expect([resumed.raw, resumed.data]).toEqual(['{"id":"123"}', { id: 123n }]);
  expect(JSON.stringify(resumed.tasks.asked)).toContain('"data":{"id":"123"}');
  expect(replayed.status).toBe("waiting");
});

class Wary {
  get open(): string {
    throw new Error("not to be looked at");
  }
}

test.each<readonly [what: string, odd: unknown, kept: unknown]>([
  ["a big integer", 1n, "1"],
  [
    "one further in",
    { of: [new Set([1n]), new Map([[2n, { n: 3n }]])] },
    { of: [new Set(["1"]), new Map([["2", { n: "3" }]])] },
  ],
  [
    "what throws when it is looked at",
    Object.defineProperty({ a: 1 }, "b", { enumerable: true, get: () => new Wary().open }),
    { a: 1 },
  ],
  ["what throws when it is written down", { toJSON: () => new Wary().open }, undefined],
  ["itself", selfish(), { me: "[Circular]" }],
])("an input that nothing asks for keeps its thread readable: %s", async (_what, odd, kept) => {
  const { agent } = scriptedAgent("clerk", [{ text: "one" }, { text: "two" }]);
  const task = defineTask({ name: "asked", ...texts, agent, humanInput: true });
  const { resumed, replayed } = await throughPause([task], anyInputs({ odd, word: "a" }));
  expect(resumed.inputs).toEqual({ odd: kept, word: "a" });
  expect(replayed.status).toBe("waiting");
});

function selfish(): object {
  const one: { me?: object } = {};
  one.me = one;
  return one;
}

test("what a tool gives beside its text keeps its thread readable", async () => {
  const count = tool(async () => ["many", { exactly: 12n }], {
    name: "count",
    description: "counts",
    schema: z.object({}),
    responseFormat: "content_and_artifact",
  });
  const turns = [{ calls: [{ name: "count", arguments: {} }] }, { text: "many" }, { text: "many" }];
  const { agent, model } = scriptedAgent("clerk", turns, { tools: [count] });
  const { resumed } = await throughPause([defineTask({ name: "asked", ...texts, agent, humanInput: true })]);
  expect([resumed.raw, model.requests.length]).toEqual(["many", 3]);
});
