import { createScriptedModel, type ScriptedTurn } from "@k8s-copilot/doubles";
import { describe, expect, test } from "vitest";
import { type AgentDefinition, type AgentEvent, createBreaker, defineAgent, runAgent } from "../../src/index.ts";

const refused = { error: Object.assign(new Error("nothing listens"), { code: "ECONNREFUSED" }) };
const busy = { error: Object.assign(new Error("overloaded"), { status: 503 }) };
const silent = () => new Promise<never>(() => {});

function makeAgent(turns: readonly ScriptedTurn[], more: Partial<AgentDefinition> = {}) {
  const model = createScriptedModel(turns);
  const agent = defineAgent({
    name: "analyst",
    role: "an analyst",
    goal: "answer",
    backstory: "",
    model,
    retries: 0,
    ...more,
  });
  return { agent, model };
}

/** A breaker whose time the test moves. */
function breakerWithClock() {
  let time = 0;
  const breaker = createBreaker({ restMs: 10_000, probeMs: 50, now: () => time });
  return {
    breaker,
    pass: (ms: number) => {
      time += ms;
    },
  };
}

describe("after a service did not answer", () => {
  test("it is asked once more; then not for a while, which is told with its length", async () => {
    const { breaker, pass } = breakerWithClock();
    const { agent, model } = makeAgent([refused, refused, { text: "back" }], { breaker });
    await runAgent(agent, "one");
    const second = await runAgent(agent, "two");
    pass(4000);
    const events: AgentEvent[] = [];
    const third = await runAgent(agent, "three", { onEvent: (event) => events.push(event) });
    expect(third).toMatchObject({ status: "failed", error: second.status === "failed" ? second.error : {} });
    expect(third.usage.modelCalls).toBe(0);
    expect(events).toContainEqual({ type: "model.skipped", agent: "analyst", ms: 6000, reason: "model_unavailable" });
    expect(model.requests).toHaveLength(2);
    pass(6000);
    expect(await runAgent(agent, "four")).toMatchObject({ status: "completed", text: "back" });
  });

  test("the next request has little time and no repeats, and more time when that fails", async () => {
    const { breaker, pass } = breakerWithClock();
    const slow = (ms: number) => async () => {
      await new Promise((resolve) => setTimeout(resolve, ms));
      return { text: "slow" };
    };
    const turns = [refused, refused, silent, slow(70), { text: "free" }];
    const { agent, model } = makeAgent(turns, { breaker, retries: 1, replyTimeoutMs: 5000 });
    await runAgent(agent, "refused, twice");
    const startedAt = Date.now();
    expect(await runAgent(agent, "silent")).toMatchObject({ error: { code: "model_unavailable", cause: "timeout" } });
    expect(Date.now() - startedAt).toBeLessThan(1000);
    expect(model.requests).toHaveLength(3);
    pass(10_000);
    expect(await runAgent(agent, "slow")).toMatchObject({ status: "completed", text: "slow" });
    expect(await runAgent(agent, "free")).toMatchObject({ status: "completed", text: "free" });
  });

  test("agents of one model know it from each other", async () => {
    const { breaker } = breakerWithClock();
    const planner = makeAgent([refused, refused], { breaker });
    const executor = makeAgent([{ text: "ok" }], { breaker });
    await runAgent(planner.agent, "one");
    await runAgent(planner.agent, "two");
    expect(await runAgent(executor.agent, "three")).toMatchObject({ error: { code: "model_unavailable" } });
    expect(executor.model.requests).toHaveLength(0);
  });

  test("only one request tries whether it is back", () => {
    const { breaker } = breakerWithClock();
    breaker.failed({ code: "model_unavailable", message: "", remedy: "", detail: "" });
    expect([breaker.pass().kind, breaker.pass().kind]).toEqual(["probe", "closed"]);
    breaker.ended();
    expect(breaker.pass().kind).toBe("probe");
  });
});

test.each([
  ["is too busy", busy],
  ["refuses the key", { error: Object.assign(new Error("no"), { status: 401 }) }],
  ["sends nonsense", { error: new Error("what?") }],
])("a service that %s has answered, and is asked again", async (_, turn) => {
  const { agent, model } = makeAgent([turn, { text: "ok" }]);
  expect(await runAgent(agent, "one")).toMatchObject({ status: "failed" });
  expect(await runAgent(agent, "two")).toMatchObject({ status: "completed" });
  expect(model.requests).toHaveLength(2);
});

test("a person who gave up waiting is not taken for a dead service", async () => {
  const stop = new AbortController();
  const { agent } = makeAgent([silent, { text: "ok" }]);
  const waiting = runAgent(agent, "one", { signal: stop.signal });
  setTimeout(() => stop.abort(), 20);
  expect(await waiting).toMatchObject({ error: { code: "cancelled" } });
  expect(await runAgent(agent, "two")).toMatchObject({ status: "completed" });
});
