import { createScriptedModel, type ScriptedTurn } from "@k8s-copilot/doubles";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, expectTypeOf, test } from "vitest";
import { z } from "zod";
import { type AgentEvent, type AgentRun, defineAgent, runAgent } from "../../src/index.ts";
import { fakeTool } from "../fake-tools.ts";

const Finding = z.object({ pod: z.string(), restarts: z.number().int().default(0) });
const fits = { pod: "pay-1", restarts: 3 };
const answered = { calls: [{ name: "final_answer", arguments: fits }] };
const wrong = { calls: [{ name: "final_answer", arguments: { pod: 7 } }] };

function makeAgent(turns: readonly ScriptedTurn[], tools = [fakeTool("get")]) {
  const model = createScriptedModel(turns);
  return { model, agent: defineAgent({ name: "a", role: "an analyst", goal: "find", backstory: "", model, tools }) };
}

test("the output is asked for through a tool, and comes back parsed and typed", async () => {
  const { agent, model } = makeAgent([
    { calls: [{ name: "get" }] },
    { calls: [{ name: "final_answer", arguments: { pod: "pay-1" } }] },
  ]);
  const run = await runAgent(agent, "go", { output: Finding });
  expectTypeOf(run).toEqualTypeOf<AgentRun<{ pod: string; restarts: number }>>();
  expect(run).toMatchObject({ status: "completed", data: { pod: "pay-1", restarts: 0 } });
  expect(run.status === "completed" && JSON.parse(run.text)).toEqual({ pod: "pay-1", restarts: 0 });
  expect(run.calls.map(({ call }) => call.tool)).toEqual(["get"]);
  expect(model.requests[0]?.toolChoice).toBeUndefined();
  expect(model.requests[0]?.tools.map((tool) => tool.function.name)).toEqual(["get", "final_answer"]);
});

test("an agent without tools has no choice but to answer", async () => {
  const { agent, model } = makeAgent([answered], []);
  expect(await runAgent(agent, "go", { output: Finding })).toMatchObject({ data: fits });
  expect(model.requests[0]?.toolChoice).toBe("final_answer");
});

test("T05: the answer ends the run; other calls of its turn are not run, are answered, and are told of", async () => {
  const tool = fakeTool("get");
  const { agent } = makeAgent([{ calls: [{ name: "get", id: "1" }, ...answered.calls] }], [tool]);
  const refused: string[] = [];
  const onEvent = (event: AgentEvent) => {
    if (event.type === "tool.refused") refused.push(event.result.call.id);
  };
  const run = await runAgent(agent, "go", { output: Finding, onEvent });
  expect(run.status).toBe("completed");
  expect(tool.calls).toEqual([]);
  expect(run.messages.map(({ type }) => type)).toEqual(["human", "ai", "tool", "tool"]);
  expect(refused).toEqual(["1"]);
  expect(run.calls).toMatchObject([
    { call: { tool: "get" }, outcome: "invalid", message: "Not run: the answer was given in the same turn." },
  ]);
});

test.each<{ when: string; turns: ScriptedTurn[]; status: string }>([
  { when: "with the answer", turns: [{ calls: [{ name: "get" }, ...answered.calls] }], status: "completed" },
  { when: "in place of the answer", turns: [{ calls: [{ name: "get" }] }], status: "failed" },
  {
    when: "with a second answer that does not fit",
    turns: [wrong, { calls: [{ name: "get" }, ...wrong.calls] }],
    status: "failed",
  },
])("a call at the limit, $when, is told of as one that was not sent", async ({ turns, status }) => {
  const tool = fakeTool("get");
  const { agent } = makeAgent(turns, [tool]);
  const run = await runAgent(agent, "go", { output: Finding, budget: { modelCalls: turns.length } });
  expect(run).toMatchObject({ status, calls: [{ call: { tool: "get" }, outcome: "invalid" }] });
  expect(tool.calls).toEqual([]);
});

test("a schema that never tells whether an answer fits ends with the time of its agent, and with its signal", async () => {
  const output = Finding.refine(() => new Promise<boolean>(() => {}));
  const { agent } = makeAgent([answered, { text: JSON.stringify(fits) }]);
  const late = await runAgent({ ...agent, timeoutMs: 30 }, "go", { output });
  expect(late).toMatchObject({ status: "failed", error: { code: "budget_exceeded" }, usage: { modelCalls: 1 } });
  const run = await runAgent(agent, "go", { output, signal: AbortSignal.timeout(30) });
  expect(run).toMatchObject({ status: "failed", error: { code: "cancelled" } });
});

test.each([
  ["bare", JSON.stringify(fits)],
  ["in fences", `Here you are:\n\`\`\`json\n${JSON.stringify(fits)}\n\`\`\`\nDone.`],
  ["among words", `The finding is ${JSON.stringify(fits)}, I think.`],
])("G08: JSON that the model writes as text (%s) is read without another request", async (_how, text) => {
  const { agent, model } = makeAgent([{ text }]);
  expect(await runAgent(agent, "go", { output: Finding })).toMatchObject({ data: fits });
  expect(model.requests).toHaveLength(1);
});

const changedItsMind = `\`\`\`json\n${JSON.stringify(fits)}\n\`\`\`\nNo, wait: `;

test.each<readonly [how: string, options: { readonly answerWith?: "text" }]>([
  ["through a tool", {}],
  ["as text", { answerWith: "text" }],
])(
  "an output wanted %s is never read from text that the length limit cut, and is asked for once more",
  async (_how, options) => {
    const cut = { text: changedItsMind, finishReason: "length" };
    const saved = makeAgent([cut, { text: JSON.stringify({ pod: "pay-2" }) }], []);
    expect(await runAgent(saved.agent, "go", { output: Finding, ...options })).toMatchObject({
      data: { pod: "pay-2" },
    });
    const lost = makeAgent([cut, cut], []);
    const run = await runAgent(lost.agent, "go", { output: Finding, ...options });
    expect(run).toMatchObject({ status: "failed", error: { code: "model_bad_reply", cause: "too_long" } });
  },
);

test("of an agent with tools of its own no output is read from text that was cut", async () => {
  const { agent, model } = makeAgent([{ text: changedItsMind, finishReason: "length" }, answered]);
  expect(await runAgent(agent, "go", { output: Finding })).toMatchObject({ data: fits });
  expect(model.requests).toHaveLength(2);
});

test.each([
  ["arguments that do not fit", wrong],
  ["arguments that are not JSON", { calls: [{ name: "final_answer", arguments: '{"pod": "pay' }] }],
  ["words", { text: "It is pay-1." }],
  ["JSON that was cut", { text: '{"pod": "pay' }],
])("after %s the model is told what is wrong, and has one more try", async (_what, turn) => {
  const saved = makeAgent([turn, answered]);
  expect(await runAgent(saved.agent, "go", { output: Finding })).toMatchObject({ data: fits });
  expect(saved.model.requests[1]?.toolChoice).toBe("final_answer");
  const lost = makeAgent([turn, turn]);
  const run = await runAgent(lost.agent, "go", { output: Finding });
  expect(run).toMatchObject({ status: "failed", error: { code: "model_bad_reply" } });
  expect(run.status === "failed" && run.error.message).toMatch(/does not fit: ./);
});

test("the problem names the field", async () => {
  const { agent, model } = makeAgent([wrong, answered]);
  await runAgent(agent, "go", { output: Finding });
  expect(model.requests[1]?.messages.at(-1)?.text).toMatch(/does not fit: pod: .*Call "final_answer"/);
});

test("a wrong answer beside other calls lets these run first", async () => {
  const tool = fakeTool("get");
  const { agent } = makeAgent([{ calls: [...wrong.calls, { name: "get" }] }, answered], [tool]);
  expect(await runAgent(agent, "go", { output: Finding })).toMatchObject({ data: fits, calls: [{ outcome: "ok" }] });
  expect(tool.calls).toHaveLength(1);
});

test("at the limit the answer's tool is the only choice, and what else is called is ignored", async () => {
  const tool = fakeTool("get");
  const model = createScriptedModel([{ calls: [{ name: "get" }] }, answered]);
  const agent = defineAgent({ name: "a", role: "r", goal: "g", backstory: "", model, tools: [tool], maxIterations: 1 });
  expect(await runAgent(agent, "go", { output: Finding })).toMatchObject({ data: fits });
  expect(model.requests[1]?.toolChoice).toBe("final_answer");
});

const shapes = z.union([z.object({ a: z.string() }), z.object({ b: z.string() })]);

test.each<{ what: string; output: z.ZodType; args: Record<string, unknown>; data: unknown }>([
  { what: "a list", output: z.array(z.string()), args: { answer: ["a"] }, data: ["a"] },
  { what: "a word", output: z.enum(["yes", "no"]), args: { answer: "yes" }, data: "yes" },
  { what: "one of several shapes", output: shapes, args: { answer: { b: "x" } }, data: { b: "x" } },
  { what: "null", output: z.string().nullable(), args: { answer: null }, data: null },
  { what: "a big integer", output: z.object({ n: z.coerce.bigint() }), args: { n: "10" }, data: { n: 10n } },
  { what: "nothing", output: z.string().transform(() => undefined), args: { answer: "x" }, data: undefined },
  { what: "a transform's", output: z.object({ n: z.string().transform(Number) }), args: { n: "5" }, data: { n: 5 } },
])("the output may be $what", async ({ output, args, data }) => {
  const { agent, model } = makeAgent([{ calls: [{ name: "final_answer", arguments: args }] }], []);
  expect(await runAgent(agent, "go", { output })).toMatchObject({
    status: "completed",
    text: expect.any(String),
    data,
  });
  expect(model.requests[0]?.tools[0]?.function.parameters).toMatchObject({ type: "object" });
});

const twins = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("told"), answer: z.string() }),
  z.object({ kind: z.literal("counted"), count: z.number() }),
]);
const told = { kind: "told", answer: "yes" };
const nested = z.union([z.object({ answer: z.number() }), z.string()]);

test.each<{ what: string; output: z.ZodType; args: Record<string, unknown>; data: unknown }>([
  { what: "an answer that has a field of that name", output: twins, args: told, data: told },
  { what: "the same in its wrapping", output: twins, args: { answer: told }, data: told },
  { what: "an answer beside a remark", output: twins, args: { answer: told, remark: "so" }, data: told },
  { what: "an answer with no other field", output: nested, args: { answer: 7 }, data: { answer: 7 } },
  { what: "no answer, of which there is a default", output: z.string().default("none"), args: {}, data: "none" },
  { what: "no answer, which need not be given", output: z.string().optional(), args: {}, data: undefined },
])("$what is read as it was meant", async ({ output, args, data }) => {
  const { agent } = makeAgent([{ calls: [{ name: "final_answer", arguments: args }] }], []);
  const run = await runAgent(agent, "go", { output });
  expect(run.status === "completed" ? [run.data] : run.error).toEqual([data]);
});

test("what is no answer is not taken for one that was left out", async () => {
  const turn = { calls: [{ name: "final_answer", arguments: { text: "hello" } }] };
  const { agent } = makeAgent([turn, turn], []);
  const run = await runAgent(agent, "go", { output: z.string().default("none") });
  expect(run).toMatchObject({ status: "failed", error: { code: "model_bad_reply" } });
});

const Item = z.object({ n: z.number() }).meta({ id: "Item" });
const Node = z.object({
  name: z.string(),
  get children() {
    return z.array(Node);
  },
});
const Tree = z.array(
  z.object({
    name: z.string(),
    get children() {
      return Tree;
    },
  }),
);
const leaf = { name: "b", children: [] };

test.each<{ what: string; output: z.ZodType; answer: unknown; wrong: unknown }>([
  { what: "a list of named shapes", output: z.array(Item), answer: [{ n: 1 }], wrong: [{ n: "1" }] },
  { what: "a named shape or a word", output: z.union([Item, z.string()]), answer: { n: 1 }, wrong: { n: "1" } },
  { what: "a list of trees", output: z.array(Node), answer: [{ name: "a", children: [leaf] }], wrong: [{ name: 1 }] },
  { what: "a tree that is a list", output: Tree, answer: [{ name: "a", children: [leaf] }], wrong: [{ answer: [] }] },
  { what: "any JSON", output: z.json(), answer: [{ a: [1, null] }], wrong: undefined },
])("the schema of $what says what fits", async ({ output, answer, wrong }) => {
  const { agent, model } = makeAgent([{ calls: [{ name: "final_answer", arguments: { answer } }] }], []);
  expect(await runAgent(agent, "go", { output })).toMatchObject({ status: "completed", data: answer });
  const check = new Ajv2020({ strict: false }).compile(model.requests[0]?.tools[0]?.function.parameters ?? false);
  expect([check({ answer }), check({ answer: wrong }), check({})]).toEqual([true, false, false]);
});

test('answerWith "text" asks for no tool, and reads the JSON from the text', async () => {
  const { agent, model } = makeAgent([{ text: "no" }, { text: JSON.stringify(fits) }], []);
  expect(await runAgent(agent, "go", { output: Finding, answerWith: "text" })).toMatchObject({ data: fits });
  expect(model.requests.every(({ tools }) => tools.length === 0)).toBe(true);
});

test.each<{ what: string; output: z.ZodType; text: string; data: unknown }>([
  { what: "one of a list", output: z.enum(["yes", "no"]), text: "yes\n", data: "yes" },
  { what: "a text", output: z.string(), text: "It rains.", data: "It rains." },
  { what: "a text of digits", output: z.string(), text: "42", data: "42" },
  { what: "a text in quotes", output: z.string(), text: '"It rains."', data: "It rains." },
  { what: "a text or nothing", output: z.string().nullable(), text: "null", data: null },
  { what: "a text with braces", output: z.string(), text: 'See {"a": 1}.', data: 'See {"a": 1}.' },
])("a bare reply is read as $what, with a tool and without", async ({ output, text, data }) => {
  expect(await runAgent(makeAgent([{ text }]).agent, "go", { output })).toMatchObject({ data });
  expect(await runAgent(makeAgent([{ text }]).agent, "go", { output, answerWith: "text" })).toMatchObject({ data });
});

test.each<{ output: z.ZodType; problem: string }>([
  { output: z.enum(["yes", "no"]), problem: 'expected one of "yes"|"no"' },
  { output: z.number(), problem: "It is not JSON." },
  { output: z.coerce.boolean(), problem: "It is not JSON." },
])("a bare reply that is none is told why: $problem", async ({ output, problem }) => {
  const { agent, model } = makeAgent([{ text: "perhaps" }, { text: "perhaps" }]);
  expect(await runAgent(agent, "go", { output })).toMatchObject({ status: "failed" });
  expect(model.requests[1]?.messages.at(-1)?.text).toContain(problem);
});

test("answerWith a tool of one's own goes by its schema", async () => {
  const schema = {
    type: "object",
    properties: { steps: { type: "array", items: { type: "string" } } },
    required: ["steps"],
  };
  const plan = { name: "plan", description: "Hand in the plan.", schema };
  const { agent, model } = makeAgent([
    { calls: [{ name: "plan", arguments: {} }] },
    { calls: [{ name: "plan", arguments: { steps: ["a"] } }] },
  ]);
  expect(await runAgent(agent, "go", { answerWith: plan })).toMatchObject({ data: { steps: ["a"] } });
  expect(model.requests[1]?.messages.at(-1)?.text).toContain('"steps" is missing');
  expect(model.requests[0]?.tools[1]?.function).toEqual({
    name: "plan",
    description: "Hand in the plan.",
    parameters: schema,
  });
});

test("an answer's tool may not have the name of another tool", async () => {
  const { agent } = makeAgent([], [fakeTool("final_answer")]);
  await expect(runAgent(agent, "go", { output: Finding })).rejects.toMatchObject({ code: "tool_name_taken" });
});
