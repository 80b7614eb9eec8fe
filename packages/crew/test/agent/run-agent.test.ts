import { createScriptedModel, type ScriptedTurn } from "@k8s-copilot/doubles";
import { AIMessage, type BaseMessage, HumanMessage, SystemMessage } from "@langchain/core/messages";
import { GraphInterrupt } from "@langchain/langgraph";
import { expect, test, vi } from "vitest";
import {
  type AgentDefinition,
  type AgentEvent,
  type AgentRun,
  createToolRunner,
  defineAgent,
  type RunAgentOptions,
  runAgent,
  type ToolOutput,
} from "../../src/index.ts";
import { fakeTool, gate, text } from "../fake-tools.ts";

/** Every test runs twice: with a model that streams, and with one that answers in one piece. */
const ways = [{ streams: true }, { streams: false }];

function makeAgent(turns: readonly ScriptedTurn[], more: Partial<AgentDefinition> & { streams?: boolean } = {}) {
  const { streams = true, ...definition } = more;
  const model = createScriptedModel(turns, { streams });
  const agent = defineAgent({
    name: "analyst",
    role: "an analyst",
    goal: "answer",
    backstory: "",
    model,
    ...definition,
  });
  return { agent, model };
}

function textOf(run: AgentRun): string {
  return run.status === "completed" ? run.text : `${run.error.code}: ${run.error.message}`;
}

const said = (messages: readonly BaseMessage[]) => messages.map((message) => `${message.type}: ${message.text}`);

test.each(ways)("an answer in words, with the conversation and what it used (%o)", async (way) => {
  const { agent, model } = makeAgent([{ text: "All is well.", usage: { input: 20, output: 4, costUsd: 0.5 } }], way);
  const run = await runAgent(agent, "How are we?");
  expect(run).toMatchObject({
    status: "completed",
    text: "All is well.",
    data: undefined,
    truncated: false,
    calls: [],
  });
  expect(run.usage).toMatchObject({ modelCalls: 1, promptTokens: 20, completionTokens: 4, costUsd: 0.5 });
  expect(said(run.messages)).toEqual(["human: How are we?", "ai: All is well."]);
  expect(model.leftovers()).toBe(0);
});

test.each(ways)("calls are run, their results shown to the model, and the answer follows (%o)", async (way) => {
  const tool = fakeTool("list_pods");
  const { agent, model } = makeAgent(
    [{ text: "Let me look.", calls: [{ name: "list_pods", arguments: { namespace: "dev" } }] }, { text: "One pod." }],
    { tools: [tool], ...way },
  );
  const run = await runAgent(agent, "Pods?");
  expect(textOf(run)).toBe("One pod.");
  expect(tool.calls.map(({ args }) => args)).toEqual([{ namespace: "dev" }]);
  expect(said(run.messages)).toEqual([
    "human: Pods?",
    "ai: Let me look.",
    "tool: list_pods was called",
    "ai: One pod.",
  ]);
  expect(run.calls).toMatchObject([{ outcome: "ok", text: "list_pods was called" }]);
  expect(model.leftovers()).toBe(0);
});

test("the conversation that a run returns can be gone on with", async () => {
  const { agent } = makeAgent(
    [{ calls: [{ name: "get" }] }, { text: "One." }, { calls: [{ name: "get" }] }, { text: "Two." }],
    {
      tools: [fakeTool("get")],
    },
  );
  const first = await runAgent(agent, [new HumanMessage("first")]);
  const second = await runAgent(agent, [...first.messages, new HumanMessage("second")]);
  expect(textOf(second)).toBe("Two.");
  const ids = second.messages.flatMap((message) => (AIMessage.isInstance(message) ? (message.tool_calls ?? []) : []));
  expect(new Set(ids.map(({ id }) => id)).size).toBe(2);
});

test("the tools are offered with their schemas as the server sent them, or as prepareSchema made them", async () => {
  const schema = { type: "object", properties: { limit: { anyOf: [{ type: "integer" }, { type: "null" }] } } };
  const { agent, model } = makeAgent([{ text: "a" }, { text: "b" }], { tools: [fakeTool("get", { schema })] });
  await runAgent(agent, "x");
  await runAgent(agent, "x", { prepareSchema: ({ type }) => ({ type }) });
  const offered = model.requests.map(({ tools }) => tools.map(({ function: { parameters } }) => parameters));
  expect(offered).toEqual([[schema], [{ type: "object" }]]);
});

test("system messages that are passed in follow the agent's own, in one message at the head", async () => {
  const { agent, model } = makeAgent([{ text: "ok" }], { prompt: ({ name }) => `I am ${name}.` });
  await runAgent(agent, [new SystemMessage("Today is Monday."), new HumanMessage("hi")]);
  expect(said(model.requests[0]?.messages ?? [])).toEqual(["system: I am analyst.\n\nToday is Monday.", "human: hi"]);
});

test.each(ways)("T04: calls of one turn run side by side, their results come in call order (%o)", async (way) => {
  const slow = gate<ToolOutput>();
  const tools = [
    fakeTool("slow", { answer: () => slow.promise }),
    fakeTool("fast", {
      answer: () => {
        slow.open(text("slow done"));
        return text("fast done");
      },
    }),
  ];
  const { agent } = makeAgent([{ calls: [{ name: "slow" }, { name: "fast" }] }, { text: "done" }], { tools, ...way });
  const run = await runAgent(agent, "go");
  expect(said(run.messages).slice(2, 4)).toEqual(["tool: slow done", "tool: fast done"]);
  expect(run.calls.map(({ call }) => call.tool)).toEqual(["slow", "fast"]);
});

test.each([
  ["in the middle of a value", '{"namespace":"prod","name":"pay'],
  ["in the middle of a key", '{"namespace":"prod","na'],
  ["before the last brace", '{"namespace":"prod","name":"pay-7d"'],
])("M1: a call that was cut %s never reaches the tool, whatever the finish reason", async (_where, cut) => {
  for (const finishReason of [null, "length", "tool_calls"]) {
    for (const way of ways) {
      const tool = fakeTool("delete_pod");
      const calls = [{ name: "delete_pod", arguments: cut }];
      const { agent } = makeAgent([{ calls, finishReason }, { text: "I could not." }], { tools: [tool], ...way });
      expect(textOf(await runAgent(agent, "delete it"))).toBe("I could not.");
      expect(tool.calls).toEqual([]);
    }
  }
});

test.each([null, "length"])(
  "M2: a whole call in a reply that was cut (%s) is not run; the reply is asked for once more",
  async (finishReason) => {
    const tool = fakeTool("delete_pod");
    const turn = { calls: [{ name: "delete_pod", arguments: { name: "pay" } }], finishReason };
    const once = makeAgent([turn, { text: "Never mind." }], { tools: [tool] });
    expect(textOf(await runAgent(once.agent, "delete it"))).toBe("Never mind.");
    const twice = makeAgent([turn, turn], { tools: [tool] });
    const run = await runAgent(twice.agent, "delete it");
    expect(run).toMatchObject({ status: "failed", error: { code: "model_bad_reply" } });
    expect(run.usage).toMatchObject({ modelCalls: 2, promptTokens: 20 });
    expect(tool.calls).toEqual([]);
  },
);

test.each(ways)(
  "T09: a call that is not JSON is explained to the model, the others of the turn run (%o)",
  async (way) => {
    const tool = fakeTool("get");
    const calls = [
      { name: "get", arguments: "{name: broken}" },
      { name: "get", arguments: { n: 1 } },
    ];
    const { agent } = makeAgent([{ calls }, { text: "ok" }], { tools: [tool], ...way });
    const run = await runAgent(agent, "go");
    expect(run.calls.map(({ outcome }) => outcome)).toEqual(["invalid", "ok"]);
    expect(run.calls[0]?.message).toContain("{name: broken}");
    expect(tool.calls.map(({ args }) => args)).toEqual([{ n: 1 }]);
  },
);

test("words that end at the length limit are given, and marked", async () => {
  const { agent } = makeAgent([{ text: "It began with", finishReason: "length" }]);
  expect(await runAgent(agent, "tell")).toMatchObject({ status: "completed", text: "It began with", truncated: true });
});

test("words that were cut with no reason given are asked for once more", async () => {
  const { agent } = makeAgent([{ text: "It beg", finishReason: null }, { text: "It began." }]);
  expect(await runAgent(agent, "tell")).toMatchObject({ text: "It began.", truncated: false });
});

test("T08: invented arguments are dropped, missing ones are explained", async () => {
  const schema = { type: "object", properties: { name: { type: "string" } }, required: ["name"] };
  const tool = fakeTool("get", { schema });
  const { agent } = makeAgent(
    [
      { calls: [{ name: "get", arguments: { verbose: true } }] },
      { calls: [{ name: "get", arguments: { name: "a", verbose: true } }] },
      { text: "ok" },
    ],
    { tools: [tool] },
  );
  const run = await runAgent(agent, "go");
  expect(run.calls.map(({ outcome, message }) => [outcome, message])).toEqual([
    ["invalid", 'The parameter "name" is missing.'],
    ["ok", ""],
  ]);
  expect(tool.calls.map(({ args }) => args)).toEqual([{ name: "a" }]);
});

test("T10: an unknown tool is explained, also one that the runner has and the agent has not", async () => {
  const [own, other] = [fakeTool("list_pods"), fakeTool("delete_pods")];
  const { agent } = makeAgent([{ calls: [{ name: "list_pod" }, { name: "delete_pods" }] }, { text: "ok" }], {
    tools: [own],
  });
  const run = await runAgent(agent, "go", { runner: createToolRunner({ tools: [own, other] }) });
  expect(run.calls.map(({ outcome }) => outcome)).toEqual(["invalid", "invalid"]);
  expect(run.calls[0]?.message).toBe('There is no tool "list_pod". The tools are: list_pods.');
  expect(other.calls).toEqual([]);
});

test("T11: the same call right after itself is refused with a hint, in another turn and in the same one", async () => {
  const tool = fakeTool("get");
  const call = { name: "get", arguments: { a: 1, b: 2 } };
  const { agent } = makeAgent(
    [
      { calls: [call, { name: "get", arguments: { b: 2, a: 1 } }] },
      { calls: [call] },
      { calls: [{ name: "get" }, call] },
      { text: "ok" },
    ],
    { tools: [tool] },
  );
  const run = await runAgent(agent, "go");
  expect(run.calls.map(({ outcome }) => outcome)).toEqual(["ok", "invalid", "invalid", "ok", "invalid"]);
  expect(run.calls[1]?.message).toMatch(/made exactly this call/);
  expect(tool.calls).toHaveLength(2);
});

test("a call may be repeated when it failed for a passing reason, and when another one came in between", async () => {
  const outputs: ToolOutput[] = [
    { kind: "failure", reason: "unavailable", message: "away" },
    text("up"),
    text("scaled"),
    text("up"),
  ];
  const answer = () => outputs.shift() ?? text("");
  const tools = [fakeTool("get", { answer }), fakeTool("scale", { answer })];
  const get = { calls: [{ name: "get" }] };
  const { agent } = makeAgent([get, get, { calls: [{ name: "scale" }] }, get, { text: "ok" }], { tools });
  expect((await runAgent(agent, "go")).calls.map(({ outcome }) => outcome)).toEqual(["unavailable", "ok", "ok", "ok"]);
});

test("a model that only repeats itself has to answer", async () => {
  const get = { calls: [{ name: "get" }] };
  const { agent, model } = makeAgent([get, get, get, { text: "enough" }], { tools: [fakeTool("get")] });
  expect(textOf(await runAgent(agent, "go"))).toBe("enough");
  expect(model.requests.at(-1)?.toolChoice).toBe("none");
});

test("a model that calls only what is not there is asked three times, and its reply is called bad", async () => {
  const none = { calls: [{ name: "frobnicate" }] };
  const { agent, model } = makeAgent([none, none, none], { tools: [fakeTool("get")] });
  expect(await runAgent(agent, "go")).toMatchObject({ status: "failed", error: { code: "model_bad_reply" } });
  expect(model.leftovers()).toBe(0);
});

test.each(ways)("L01: at the limit one more request, without tools, gives the answer (%o)", async (way) => {
  const turns = [1, 2, 3].map((n) => ({ calls: [{ name: "get", arguments: { n } }] }));
  const { agent, model } = makeAgent([...turns, { text: "What I have." }], {
    tools: [fakeTool("get")],
    maxIterations: 3,
    ...way,
  });
  const run = await runAgent(agent, "go");
  expect(textOf(run)).toBe("What I have.");
  expect(model.requests.map(({ toolChoice }) => toolChoice)).toEqual([undefined, undefined, undefined, "none"]);
  expect(model.requests.at(-1)?.messages.at(-1)?.text).toMatch(/No more tool calls/);
  expect(said(run.messages).join()).not.toMatch(/No more tool calls/);
});

test("L02: the loop stops although the model keeps calling tools", async () => {
  const tool = fakeTool("get");
  const turns = [1, 2, 3].map((n) => ({ calls: [{ name: "get", arguments: { n } }] }));
  const { agent, model } = makeAgent(turns, { tools: [tool], maxIterations: 2 });
  expect(await runAgent(agent, "go")).toMatchObject({ status: "failed", error: { code: "budget_exceeded" } });
  expect(tool.calls).toHaveLength(2);
  expect(model.leftovers()).toBe(0);
});

test.each(ways)("an empty reply gets one nudge, a second one ends the run (%o)", async (way) => {
  const saved = makeAgent([{ text: " " }, { text: "Here I am." }], way);
  expect(textOf(await runAgent(saved.agent, "go"))).toBe("Here I am.");
  expect(saved.model.requests[1]?.messages.at(-1)?.text).toMatch(/was empty/);
  const lost = makeAgent([{}, {}], way);
  expect(await runAgent(lost.agent, "go")).toMatchObject({ status: "failed", error: { code: "model_bad_reply" } });
});

test("a stream that ends before it began is asked for once more", async () => {
  const { agent } = makeAgent([{ finishReason: null }, { text: "ok" }]);
  expect(textOf(await runAgent(agent, "go"))).toBe("ok");
});

test.each(["error", "MALFORMED_FUNCTION_CALL", "content_filter"])(
  "a reply that the vendor calls failed (%s) is no answer",
  async (finishReason) => {
    const turn = { text: "half an ans", finishReason };
    const { agent } = makeAgent([turn, turn]);
    const run = await runAgent(agent, "go");
    expect(run).toMatchObject({ status: "failed", error: { code: "model_bad_reply" } });
    expect(textOf(run)).toContain(finishReason);
  },
);

test("calls with the same id, or none, are told apart", async () => {
  const tool = fakeTool("get");
  const calls = [1, 2].map((n) => ({ id: "same", name: "get", arguments: { n } }));
  const { agent } = makeAgent(
    [{ calls }, { calls: [{ id: "same", name: "get", arguments: { n: 3 } }] }, { text: "ok" }],
    { tools: [tool] },
  );
  const run = await runAgent(agent, "go");
  expect(textOf(run)).toBe("ok");
  expect(new Set(run.calls.map(({ call }) => call.id)).size).toBe(3);
  expect(tool.calls.map(({ args }) => args.n)).toEqual([1, 2, 3]);
});

test("T16: a failed call is told to the model, unless onToolError says that it ends the run", async () => {
  const tools = [fakeTool("get", { answer: () => text("disk full", true) })];
  const turns = [{ calls: [{ name: "get" }] }, { text: "The disk is full." }];
  const told = await runAgent(makeAgent(turns, { tools }).agent, "go");
  expect(said(told.messages)[2]).toBe("tool: Error (failed): disk full");
  for (const onToolError of [
    () => "fail" as const,
    () => {
      throw new Error("broken hook");
    },
  ]) {
    const run = await runAgent(makeAgent(turns, { tools, onToolError }).agent, "go");
    expect(run).toMatchObject({
      status: "failed",
      error: { code: "tool_failed", message: 'The tool "get" failed: disk full' },
    });
    expect(run.messages.at(-1)?.type).toBe("tool");
  }
});

test("showResult decides what the model reads; the results stay whole", async () => {
  const { agent } = makeAgent([{ calls: [{ name: "get" }] }, { text: "ok" }], { tools: [fakeTool("get")] });
  const run = await runAgent(agent, "go", { showResult: ({ text: all }) => `${all.length} characters` });
  expect(said(run.messages)[2]).toBe("tool: 14 characters");
  expect(run.calls[0]?.text).toBe("get was called");
});

test("an abort reaches the tool and ends the run as cancelled, with every call answered", async () => {
  const stop = new AbortController();
  const tool = fakeTool("get", {
    answer: () => {
      stop.abort();
      return gate<ToolOutput>().promise;
    },
  });
  const { agent } = makeAgent([{ calls: [{ name: "get" }] }], { tools: [tool] });
  const run = await runAgent(agent, "go", { signal: stop.signal });
  expect(run).toMatchObject({ status: "failed", error: { code: "cancelled" }, calls: [{ outcome: "cancelled" }] });
  expect(run.messages.at(-1)?.type).toBe("tool");
  expect(tool.calls[0]?.signal?.aborted).toBe(true);
});

test("a run whose signal has fired already asks nobody", async () => {
  const { agent, model } = makeAgent([{ text: "ok" }]);
  const run = await runAgent(agent, "go", { signal: AbortSignal.abort() });
  expect(run).toMatchObject({ status: "failed", error: { code: "cancelled" }, usage: { modelCalls: 0 } });
  expect(model.requests).toEqual([]);
});

test("after an abort at the end of a reply its calls are not begun, and are told of as cancelled", async () => {
  const stop = new AbortController();
  const tool = fakeTool("get");
  const { agent } = makeAgent([{ calls: [{ name: "get" }] }], { tools: [tool] });
  const types: string[] = [];
  const onEvent = ({ type }: AgentEvent) => {
    types.push(type);
    if (type === "model.finished") stop.abort();
  };
  const run = await runAgent(agent, "go", { signal: stop.signal, onEvent });
  expect(run).toMatchObject({ status: "failed", error: { code: "cancelled" }, calls: [{ outcome: "cancelled" }] });
  expect(types.filter((type) => type.startsWith("tool."))).toEqual(["tool.refused"]);
  expect(tool.calls).toEqual([]);
});

test.each(ways)("an abort reaches the model (%o)", async (way) => {
  const stop = new AbortController();
  const { agent, model } = makeAgent([{ hangs: true }], way);
  const running = runAgent(agent, "go", { signal: stop.signal });
  setTimeout(() => stop.abort(), 10);
  expect(await running).toMatchObject({ status: "failed", error: { code: "cancelled" } });
  expect(model.requests[0]?.signal?.aborted).toBe(true);
});

test("L04: a run over its time ends with budget_exceeded, from the agent's limit or the budget's", async () => {
  const limited = makeAgent([{ hangs: true }], { timeoutMs: 20 });
  expect(await runAgent(limited.agent, "go")).toMatchObject({ status: "failed", error: { code: "budget_exceeded" } });
  const budgeted = makeAgent([{ hangs: true }], { timeoutMs: 60_000 });
  const run = await runAgent(budgeted.agent, "go", { budget: { timeMs: 20 } });
  expect(run).toMatchObject({ status: "failed", error: { code: "budget_exceeded" } });
});

test("P12: tool calls over the budget are refused, and the model has to answer", async () => {
  const tool = fakeTool("get");
  const calls = [1, 2, 3].map((n) => ({ name: "get", arguments: { n } }));
  const { agent, model } = makeAgent([{ calls }, { text: "What I have." }], { tools: [tool] });
  const run = await runAgent(agent, "go", { budget: { toolCalls: 2 } });
  expect(run.calls.map(({ outcome }) => outcome)).toEqual(["ok", "ok", "invalid"]);
  expect(textOf(run)).toBe("What I have.");
  expect(tool.calls).toHaveLength(2);
  expect(model.requests.at(-1)?.toolChoice).toBe("none");
});

test("P12: the last model call of the budget is the answer; without one the run fails", async () => {
  const calls = [{ name: "get" }];
  const within = makeAgent([{ calls }, { text: "in time" }], { tools: [fakeTool("get")] });
  expect(textOf(await runAgent(within.agent, "go", { budget: { modelCalls: 2 } }))).toBe("in time");
  expect(within.model.requests.map(({ toolChoice }) => toolChoice)).toEqual([undefined, "none"]);
  const beyond = makeAgent([{ text: " " }], { tools: [fakeTool("get")] });
  const run = await runAgent(beyond.agent, "go", { budget: { modelCalls: 1 } });
  expect(run).toMatchObject({ status: "failed", error: { code: "budget_exceeded" } });
});

test("P12: no request is sent once the tokens are used up", async () => {
  const { agent, model } = makeAgent([{ calls: [{ name: "get" }], usage: { input: 900, output: 100 } }], {
    tools: [fakeTool("get")],
  });
  const run = await runAgent(agent, "go", { budget: { tokens: 1000 } });
  expect(textOf(run)).toBe("budget_exceeded: The limit of 1000 tokens is used up.");
  expect(model.requests).toHaveLength(1);
});

test("P12: no request is sent once the money is used up, however little of its cost is told", async () => {
  const turns = [{ costUsd: 0.02 }, {}, { costUsd: 0.04 }, { costUsd: 0.04 }].map((cost, page) => ({
    calls: [{ name: "get", arguments: { page } }],
    usage: { input: 10, output: 1, ...cost },
  }));
  const { agent, model } = makeAgent(turns, { tools: [fakeTool("get")] });
  const run = await runAgent(agent, "go", { budget: { usd: 0.05 } });
  expect(textOf(run)).toBe("budget_exceeded: The limit of $0.05 is used up.");
  expect(model.requests).toHaveLength(3);
});

test("usage is counted once per model call; a cost is given only when every call told its own", async () => {
  const turns = (second: { input: number; output: number; costUsd?: number } | null) => [
    { calls: [{ name: "get" }], usage: { input: 10, output: 1, costUsd: 0.25 } },
    { text: "ok", usage: second },
  ];
  const tools = [fakeTool("get")];
  const known = await runAgent(makeAgent(turns({ input: 20, output: 2, costUsd: 0.5 }), { tools }).agent, "go");
  expect(known.usage).toMatchObject({
    modelCalls: 2,
    promptTokens: 30,
    completionTokens: 3,
    costUsd: 0.75,
    priced: "charged",
  });
  const partly = await runAgent(makeAgent(turns({ input: 20, output: 2 }), { tools }).agent, "go");
  expect(partly.usage).toMatchObject({ costUsd: null, priced: "unknown" });
  const untold = await runAgent(makeAgent(turns(null), { tools }).agent, "go");
  expect(untold.usage).toMatchObject({ promptTokens: 10, completionTokens: 1 });
});

test("what a reply costs that nobody waited for is unknown, and so is that of a reply that broke off", async () => {
  const cut = { error: { code: "model_bad_reply", retry: "once", message: "Cut.", usage: {} } };
  const saved = await runAgent(makeAgent([cut, { text: "ok" }]).agent, "go");
  expect(saved.usage).toMatchObject({ modelCalls: 2, costUsd: null });
  const { agent } = makeAgent([{ hangs: true }]);
  const given = await runAgent(agent, "go", { signal: AbortSignal.timeout(50) });
  expect(given).toMatchObject({ status: "failed", usage: { modelCalls: 1, costUsd: null, priced: "broken_off" } });
  const refused = makeAgent([{ error: { code: "model_key_rejected", retry: "never", message: "No." } }]);
  expect((await runAgent(refused.agent, "go")).usage).toMatchObject({ costUsd: 0, priced: "charged" });
});

test("E05: every start has exactly one end, and the last event is the agent's", async () => {
  const events: AgentEvent[] = [];
  const tools = [fakeTool("get"), fakeTool("fail", { answer: () => text("no", true) })];
  const { agent } = makeAgent(
    [
      { error: Object.assign(new Error("busy"), { status: 429, retryAfterMs: 1 }) },
      { calls: [{ name: "get" }, { name: "fail" }, { name: "none" }] },
      { text: "two words" },
    ],
    { tools },
  );
  await runAgent(agent, "go", { onEvent: (event) => events.push(event) });
  expect(events.map(({ type }) => type)).toEqual([
    "agent.started",
    "model.started",
    "model.finished",
    "model.waiting",
    "model.started",
    "model.finished",
    "tool.started",
    "tool.started",
    "tool.refused",
    "tool.finished",
    "tool.finished",
    "model.started",
    "model.delta",
    "model.delta",
    "model.finished",
    "agent.finished",
  ]);
  expect(events.every((event) => event.agent === "analyst")).toBe(true);
  expect(events[2]).toMatchObject({ call: 1, error: "model_rate_limited" });
  expect(events.at(-1)).toMatchObject({ status: "completed" });
});

test("a listener that throws does not stop a run", async () => {
  const { agent } = makeAgent([{ text: "ok" }]);
  const onEvent = () => {
    throw new Error("broken listener");
  };
  expect(textOf(await runAgent(agent, "go", { onEvent }))).toBe("ok");
});

test("a listener that rejects does not stop a run, nor its process", async () => {
  const { agent } = makeAgent([{ text: "ok" }]);
  const onEvent = async () => {
    throw new Error("broken listener");
  };
  // Vitest fails a run with a rejection that nobody handles.
  expect(textOf(await runAgent(agent, "go", { onEvent }))).toBe("ok");
  await new Promise((resolve) => setImmediate(resolve));
});

test("a runner that never returns is left behind with the time of its agent, and with its signal", async () => {
  const turn = { calls: [{ name: "get" }] };
  const { agent } = makeAgent([turn, turn], { tools: [fakeTool("get")] });
  const runner = { run: () => new Promise<never>(() => {}) };
  const late = await runAgent({ ...agent, timeoutMs: 30 }, "go", { runner });
  expect(late).toMatchObject({ error: { code: "budget_exceeded" }, calls: [{ outcome: "cancelled" }] });
  const run = await runAgent(agent, "go", { runner, signal: AbortSignal.timeout(30) });
  expect(run).toMatchObject({ error: { code: "cancelled" }, calls: [{ outcome: "cancelled" }] });
});

test("a runner that ends at its signal is waited for, and its word counts", async () => {
  const { agent } = makeAgent([{ calls: [{ name: "get" }] }], { tools: [fakeTool("get")] });
  const runner: RunAgentOptions["runner"] = {
    async run(call, { signal } = {}) {
      await new Promise((resolve) => signal?.addEventListener("abort", resolve));
      await new Promise((resolve) => setTimeout(resolve, 5));
      const message = "Half of it was done.";
      return { call, server: "", outcome: "cancelled", text: "", message, cached: false, ageMs: 0, ms: 0 };
    },
  };
  const run = await runAgent(agent, "go", { runner, signal: AbortSignal.timeout(30) });
  expect(run).toMatchObject({ error: { code: "cancelled" }, calls: [{ message: "Half of it was done." }] });
});

test("an interrupt inside a tool passes, after the other calls of the turn came to their end", async () => {
  const events: AgentEvent[] = [];
  const other = fakeTool("get");
  const ask = fakeTool("ask", {
    answer: () => {
      throw new GraphInterrupt([{ value: "which one?" }]);
    },
  });
  const { agent } = makeAgent([{ calls: [{ name: "ask" }, { name: "get" }] }], { tools: [ask, other] });
  await expect(runAgent(agent, "go", { onEvent: (event) => events.push(event) })).rejects.toBeInstanceOf(
    GraphInterrupt,
  );
  expect(other.calls).toHaveLength(1);
  expect(events.filter(({ type }) => type === "tool.finished")).toHaveLength(2);
  expect(events.at(-1)).toMatchObject({ type: "agent.finished", status: "interrupted" });
});

test("a runner that throws although it must not is a failed call, not a failed run", async () => {
  const { agent } = makeAgent([{ calls: [{ name: "get" }] }, { text: "ok" }], { tools: [fakeTool("get")] });
  const runner = { run: () => Promise.reject(new Error("the gate is broken")) };
  const run = await runAgent(agent, "go", { runner });
  expect(run.calls).toMatchObject([{ outcome: "failed", message: expect.stringContaining("the gate is broken") }]);
});

test.each(ways)("nothing is printed, not by LangChain either (%o)", async (way) => {
  const printed = [
    ...(["log", "info", "warn", "error"] as const).map((method) => vi.spyOn(console, method)),
    ...[process.stdout, process.stderr].map((stream) => vi.spyOn(stream, "write")),
  ];
  const { agent } = makeAgent([{ calls: [{ name: "get", arguments: "{" }] }, {}, { text: "ok" }], {
    tools: [fakeTool("get")],
    ...way,
  });
  await runAgent(agent, "go");
  expect(printed.flatMap((print) => print.mock.calls)).toEqual([]);
  for (const print of printed) print.mockRestore();
});

test("S04/S05: two runs at the same time share a model and nothing else", async () => {
  const { agent } = makeAgent(
    [1, 2].map(() => ({ messages }) => ({ text: `You said ${messages.at(-1)?.text}` })),
  );
  const runs = await Promise.all([runAgent(agent, "one"), runAgent(agent, "two")]);
  expect(runs.map(textOf)).toEqual(["You said one", "You said two"]);
  expect(runs.map(({ usage }) => usage.modelCalls)).toEqual([1, 1]);
});

test.each([
  ["nothing", []],
  ["an empty text", ""],
  ["a conversation that ends with the assistant", [new HumanMessage("hi"), new AIMessage("hello")]],
])("%s is no request, and the error says what to pass", async (_what, messages) => {
  const { agent } = makeAgent([]);
  await expect(runAgent(agent, messages)).rejects.toMatchObject({
    code: "messages_invalid",
    remedy: expect.stringMatching(/^(Pass|End)/),
  });
});
