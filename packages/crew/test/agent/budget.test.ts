import { createScriptedModel, type ScriptedTurn } from "@k8s-copilot/doubles";
import { expect, test } from "vitest";
import { createDeadline } from "../../src/abort.ts";
import { createPatience } from "../../src/agent/patience.ts";
import { type AgentDefinition, createMeter, defineAgent, runAgent, type Usage } from "../../src/index.ts";

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

test("the time of runs adds up", async () => {
  const session = createMeter({ timeMs: 1 });
  const slow = async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    return { text: "ok" };
  };
  const { agent, model } = makeAgent([slow, { text: "ok" }]);
  expect(await runAgent(agent, "one", { meters: [session] })).toMatchObject({ status: "completed" });
  const run = await runAgent(agent, "two", { meters: [session] });
  expect(run).toMatchObject({ error: { code: "budget_exceeded", spent: { limit: "timeMs", amount: 1 } } });
  expect(model.requests).toHaveLength(1);
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
