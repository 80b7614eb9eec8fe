import { tool } from "@langchain/core/tools";
import { expect, test } from "vitest";
import { z } from "zod";
import { type CrewEvent, completed, createCrew, defineTask, formatEvent } from "../../src/index.ts";
import { fakeTool, text } from "../fake-tools.ts";
import { openStarts, outcomeOf, scriptedAgent } from "./support.ts";

const texts = { description: "Look", expectedOutput: "a word" } as const;

test("a tool result of 10 MB is cut for the model and for the log, and stays whole in the result", async () => {
  const big = fakeTool("big", { answer: () => text("x".repeat(10_000_000)) });
  const { agent, model } = scriptedAgent("clerk", [{ calls: [{ name: "big" }] }, { text: "done" }], { tools: [big] });
  const events: CrewEvent[] = [];
  const crew = createCrew({ tasks: [defineTask({ name: "only", ...texts, agent })] });
  const run = completed(await crew.kickoff({}, { onEvent: (event) => events.push(event) }));
  expect(run.raw).toBe("done");
  expect(model.requests[1]?.messages.at(-1)?.text.length).toBeLessThan(33_000);
  expect(Math.max(...events.map((event) => formatEvent(event).length))).toBeLessThan(300);
  const [result] = events.flatMap((event) => (event.type === "tool.finished" ? [event.result.text.length] : []));
  expect(result).toBe(10_000_000);
});

test.each([
  ["a text", { type: "string" }],
  ["a list of properties", { type: "object", properties: [] }],
  ["of an unknown type", { type: "object", properties: { a: { type: "strin" } } }],
  ["of an unknown type further in", { properties: { a: { type: "array", items: { type: ["string", "nul"] } } } }],
  ["of an unknown type in one of several shapes", { properties: { a: { anyOf: [{ type: "strin" }] } } }],
  ["of an unknown type that others lead to", { type: "object", $defs: { a: { type: "strin" } } }],
  ["of an unknown type for whatever else there is", { type: "object", additionalProperties: { type: "any" } }],
  ["no list of what is required", { type: "object", required: "a" }],
])("a tool whose schema is %s is refused when the crew is made", (_what, schema) => {
  const { agent } = scriptedAgent("clerk", [], { tools: [fakeTool("odd", { schema })] });
  expect(() => createCrew({ tasks: [defineTask({ name: "only", ...texts, agent })] })).toThrow(
    expect.objectContaining({ code: "tool_schema_invalid", message: expect.stringContaining('the tool "odd"') }),
  );
});

test("a type that there is not is named, with its place", () => {
  const schema = { type: "object", properties: { who: { properties: { age: { type: "strin" } } } } };
  const { agent } = scriptedAgent("clerk", [], { tools: [fakeTool("odd", { schema })] });
  expect(() => createCrew({ tasks: [defineTask({ name: "only", ...texts, agent })] })).toThrow(
    'The schema of the tool "odd" (server "shop") is none of parameters: who.age has the type "strin", which there is not.',
  );
});

const sloppy = fakeTool("odd", { schema: { type: "object", properties: { a: { type: "any" } }, required: null } });

test("a tool whose schema prepareSchema mends is taken, and offered as it is then", async () => {
  const { agent, model } = scriptedAgent("clerk", [{ text: "done" }], { tools: [sloppy] });
  const mended = { type: "object", properties: {} };
  const tasks = [defineTask({ name: "only", ...texts, agent })];
  expect(outcomeOf(await createCrew({ tasks, prepareSchema: () => mended }).kickoff())).toBe("done");
  expect(model.requests[0]?.tools[0]?.function.parameters).toEqual(mended);
  expect(() => createCrew({ tasks, prepareSchema: (schema) => schema })).toThrow(/have prepareSchema mend them/);
  const fail = () => {
    throw new Error("no idea");
  };
  expect(() => createCrew({ tasks, prepareSchema: fail })).toThrow(
    expect.objectContaining({ code: "tool_schema_invalid", message: expect.stringContaining("no idea") }),
  );
});

test.each<readonly [what: string, isOffered: boolean, how: { delegates?: boolean; own?: boolean; led?: boolean }]>([
  ["of an agent without work", false, {}],
  ["in whose place the task has others", false, { own: true }],
  ["of somebody whom work may be handed to", true, { delegates: true }],
  ["of somebody whom a manager may ask", true, { led: true }],
])("a tool with a bad schema %s counts if it may be offered: %s", (_what, isOffered, { delegates, own, led }) => {
  const idle = scriptedAgent("idle", [], { tools: [sloppy] }).agent;
  const { agent, model } = scriptedAgent("clerk", [], { allowDelegation: delegates ?? false });
  const doer = own ? { agent: idle, tools: [fakeTool("fine")] } : led ? {} : { agent };
  const tasks = [defineTask({ name: "only", ...texts, ...doer })];
  const make = () =>
    createCrew({ tasks, agents: [idle], ...(led && { process: "hierarchical", managerModel: model }) });
  if (isOffered) expect(make).toThrow(expect.objectContaining({ code: "tool_schema_invalid" }));
  else expect(make().tasks).toHaveLength(1);
});

test("a tool whose schema holds what JSON Schema allows is taken", () => {
  const properties = {
    any: true,
    text: { type: ["string", "null"], description: "a type: strin", default: { type: "strin" } },
    pair: { type: "array", items: [{ type: "string" }, { type: "number" }] },
    tree: { $ref: "#/$defs/tree" },
    either: { anyOf: [{ type: "string" }, { not: { type: "number" } }], additionalProperties: false },
  };
  const { agent } = scriptedAgent("clerk", [], {
    tools: [fakeTool("odd", { schema: { type: "object", properties } })],
  });
  expect(createCrew({ tasks: [defineTask({ name: "only", ...texts, agent })] }).tasks).toHaveLength(1);
});

test("a tool of LangChain with a schema that JSON cannot say is refused when its agent is made", () => {
  const odd = tool(() => "", {
    name: "odd",
    description: "odd",
    schema: z.object({ at: z.map(z.string(), z.date()) }),
  });
  expect(() => scriptedAgent("clerk", [], { tools: [odd] })).toThrow(
    expect.objectContaining({ code: "tool_schema_invalid" }),
  );
});

test("a prompt that throws fails its task, and every start has its end", async () => {
  const mistake = () => {
    throw new Error("no words");
  };
  const { agent, model } = scriptedAgent("clerk", [], { prompt: mistake });
  const events: CrewEvent[] = [];
  const crew = createCrew({ tasks: [defineTask({ name: "only", ...texts, agent })] });
  const run = await crew.kickoff({}, { onEvent: (event) => events.push(event) });
  expect(outcomeOf(run)).toBe('task_failed: "only" failed: no words');
  expect(openStarts(events)).toEqual([]);
  expect(model.requests).toHaveLength(0);
});

test("a listener that never returns holds nothing up", async () => {
  const { agent } = scriptedAgent("clerk", [{ text: "done" }]);
  const crew = createCrew({ tasks: [defineTask({ name: "only", ...texts, agent })] });
  expect(outcomeOf(await crew.kickoff({}, { onEvent: () => new Promise(() => {}) }))).toBe("done");
});

test("a tool that never returns ends with the time of its agent", async () => {
  const never = fakeTool("never", { answer: () => new Promise(() => {}) });
  const { agent } = scriptedAgent("clerk", [{ calls: [{ name: "never" }] }], { tools: [never], timeoutMs: 30 });
  const run = await createCrew({ tasks: [defineTask({ name: "only", ...texts, agent })] }).kickoff();
  expect(run).toMatchObject({ status: "failed", error: { code: "budget_exceeded", task: "only" } });
  expect(never.calls[0]?.signal?.aborted).toBe(true);
});
