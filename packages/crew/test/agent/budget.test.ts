import { createScriptedModel, type ScriptedTurn } from "@k8s-copilot/doubles";
import { expect, onTestFinished, test, vi } from "vitest";
import { createDeadline } from "../../src/abort.ts";
import { createPatience } from "../../src/agent/patience.ts";
import { type Agent, type AgentDefinition, createMeter, defineAgent, runAgent, type Usage } from "../../src/index.ts";

function makeAgent(turns: readonly ScriptedTurn[], more: Partial<AgentDefinition> = {}) {
  const model = createScriptedModel(turns);
  const agent = defineAgent({ name: "analyst", role: "an analyst", goal: "answer", backstory: "", model, ...more });
  return { agent, model };
}

const priced = (costUsd: number) => ({ text: "ok", usage: { input: 900, output: 100, costUsd } });
const unpriced = { text: "ok", usage: { input: 900, output: 100 } };

test.each([
  [{ usd: 0.5 }, "usd", "The limit of $0.5 is used up."],
  [{ tokens: 1000 }, "tokens", "The limit of 1000 tokens is used up."],
  [{ modelCalls: 1 }, "modelCalls", "The limit of 1 model calls is used up."],
] as const)(
  "a budget of %o that many runs share holds for all of them, and nothing is sent any more",
  async (budget, limit, message) => {
    const session = createMeter(budget);
    const first = makeAgent([priced(0.5)], { meters: [session] });
    const second = makeAgent([priced(0.5)], { meters: [session] });
    expect(await runAgent(first.agent, "one")).toMatchObject({ status: "completed" });
    const run = await runAgent(second.agent, "two");
    expect(run).toMatchObject({ status: "failed", error: { code: "budget_exceeded", message, spent: { limit } } });
    expect(second.model.requests).toHaveLength(0);
    expect(run.usage).toMatchObject({ modelCalls: 0, costUsd: 0 });
    expect(session.usage()).toMatchObject({ modelCalls: 1, promptTokens: 900, costUsd: 0.5 });
  },
);

test("the time of runs adds up, and a run ends when what the runs before it left is over", async () => {
  const session = createMeter({ timeMs: 10_000 });
  const slowly = (ms: number) => async () => {
    await new Promise((resolve) => setTimeout(resolve, ms));
    return { text: "ok" };
  };
  const { agent, model } = makeAgent([slowly(20), slowly(60_000), { text: "ok" }], { meters: [session] });
  expect(await runAgent(agent, "one")).toMatchObject({ status: "completed" });
  expect(session.used().timeMs).toBeGreaterThan(15);
  session.ran(9_500);
  expect(await runAgent(agent, "two")).toMatchObject({ status: "failed", error: { code: "budget_exceeded" } });
  expect(session.used().timeMs).toBeLessThan(20_000);
  const spent = { limit: "timeMs", amount: 10_000 };
  expect(await runAgent(agent, "three")).toMatchObject({ error: { code: "budget_exceeded", spent } });
  expect(model.requests).toHaveLength(2);
});

test("a meter goes on from what was used before", async () => {
  const before = createMeter({ usd: 1 });
  await runAgent(makeAgent([priced(0.75)]).agent, "one", { meters: [before] });
  const after = createMeter({ usd: 1 }, before.used());
  await runAgent(makeAgent([priced(0.25)]).agent, "two", { meters: [after] });
  expect(after.usage()).toMatchObject({ modelCalls: 2, promptTokens: 1800, costUsd: 1 });
  expect(after.spent()).toEqual({ limit: "usd", amount: 1 });
});

test("a turn's meter and a session's count side by side, thrown-away replies too", async () => {
  const [session, turn] = [createMeter(), createMeter()];
  const cut = { text: "half", finishReason: null, usage: { input: 10, output: 5, costUsd: 0.25 } };
  const { agent } = makeAgent([cut, priced(0.5)], { meters: [session] });
  const run = await runAgent(agent, "one", { meters: [turn] });
  for (const meter of [session, turn])
    expect(meter.usage()).toMatchObject({ modelCalls: 2, promptTokens: 910, completionTokens: 105, costUsd: 0.75 });
  expect(run.usage).toEqual(session.usage());
});

test("a limit that a repeated request used up ends the repeating", async () => {
  const cut = { text: "half", finishReason: null, usage: { input: 10, output: 5, costUsd: 0.25 } };
  const { agent, model } = makeAgent([cut, priced(0.5)]);
  const run = await runAgent(agent, "one", { budget: { usd: 0.2 } });
  expect(run).toMatchObject({ error: { code: "budget_exceeded", spent: { limit: "usd", amount: 0.2 } } });
  expect(model.requests).toHaveLength(1);
});

test("a reply that does not tell its cost is priced by the list, and that is said", async () => {
  const priceOf = ({ promptTokens, completionTokens }: Usage) => promptTokens * 1e-6 + completionTokens * 1e-5;
  const listed = await runAgent(makeAgent([unpriced], { priceOf }).agent, "one");
  expect(listed.usage).toMatchObject({ costUsd: 0.0019, priced: "listed" });
  const charged = await runAgent(makeAgent([priced(0.5)], { priceOf }).agent, "one");
  expect(charged.usage).toMatchObject({ costUsd: 0.5, priced: "charged" });
  const later = await runAgent(makeAgent([unpriced], { priceOf: async () => 0.25 }).agent, "one");
  expect(later.usage).toMatchObject({ costUsd: 0.25, priced: "listed" });
  const untold = await runAgent(
    makeAgent([{ text: "ok", usage: { input: 0, output: 0 } }], { priceOf: () => 0 }).agent,
    "one",
  );
  expect(untold.usage).toMatchObject({ costUsd: null, priced: "unknown" });
  const unknown = await runAgent(makeAgent([unpriced]).agent, "one");
  expect(unknown.usage).toMatchObject({ costUsd: null, priced: "unknown" });
});

test("a price by the list counts against a limit of money", async () => {
  const { agent, model } = makeAgent([unpriced, unpriced], { priceOf: () => 0.5, meters: [createMeter({ usd: 0.5 })] });
  await runAgent(agent, "one");
  expect(await runAgent(agent, "two")).toMatchObject({ error: { code: "budget_exceeded" } });
  expect(model.requests).toHaveLength(1);
});

test("all pauses for one reply together last a minute at most", () => {
  const patience = createPatience(makeAgent([]).agent, createDeadline({ signals: [] }));
  expect(patience.allows(40_000)).toBe(true);
  patience.paused(40_000);
  expect([patience.allows(20_000), patience.allows(20_001)]).toEqual([true, false]);
  patience.close();
});

test.each<[string, Partial<AgentDefinition>]>([
  ["at once", {}],
  ["after a wait for their turn", { requestsPerMinute: 6_000 }],
])("a limit of model calls holds for runs side by side, which ask %s", async (_when, more) => {
  const session = createMeter({ modelCalls: 3 });
  const { agent, model } = makeAgent(Array(10).fill({ text: "ok" }), { meters: [session], ...more });
  const runs = await Promise.all(Array.from({ length: 10 }, () => runAgent(agent, "go")));
  expect(model.requests).toHaveLength(3);
  expect(session.usage().modelCalls).toBe(3);
  expect(runs.filter(({ status }) => status === "completed")).toHaveLength(3);
  expect(runs.find(({ status }) => status === "failed")).toMatchObject({
    error: { code: "budget_exceeded", spent: { limit: "modelCalls", amount: 3 } },
    usage: { modelCalls: 0 },
  });
});

const throws = () => {
  throw new Error("no such model");
};

test.each<[string, Agent["priceOf"]]>([
  ["throws", throws],
  ["throws later", async () => throws()],
  ["gives no number", () => Number.NaN],
  ["does not answer before the time of its agent is over", () => new Promise(() => {})],
])("a list of prices that %s costs no answer: what it cost is unknown", async (_what, priceOf) => {
  const { agent, model } = makeAgent([unpriced], { priceOf, timeoutMs: 50 });
  const run = await runAgent(agent, "go");
  expect(run).toMatchObject({ status: "completed", text: "ok" });
  expect(run.usage).toMatchObject({ modelCalls: 1, promptTokens: 900, costUsd: null, priced: "unknown" });
  expect(model.requests).toHaveLength(1);
});

test("a list of prices that never answers is waited for 5 seconds", async () => {
  vi.useFakeTimers();
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const priceOf = () => new Promise<number>(() => {});
  const run = runAgent(makeAgent([unpriced], { priceOf }).agent, "go");
  await vi.advanceTimersByTimeAsync(5_000);
  expect(await run).toMatchObject({ status: "completed", usage: { costUsd: null } });
  expect(vi.getTimerCount()).toBe(0);
});
