import { createOpenRouterModel } from "@k8s-copilot/openrouter";
import { describe, expect, test } from "vitest";
import type { TurnEvent } from "../../src/index.ts";
import { answer, call, executor, planner, planOf } from "./model-replies.ts";
import { useModelStage } from "./model-stage.ts";

const { stage, openRouter, model } = useModelStage();

const log = { match: planner, reply: planOf(call("pods_log", { name: "redis-0", namespace: "dev" })) };
const explained = { match: executor, reply: answer({ hypothesis: "EXPLAINED" }) };
const asked = () => openRouter().log().length;

describe("a model that has used what it may", () => {
  test.each([
    ["show the logs of redis-0 in dev", "The model's limit for a turn (1 model call) is used up"],
    ["看一下 dev 的 redis-0 的日志", "本轮的模型上限（1 次模型调用）已用完"],
  ])("in a turn is asked no further, which is said, and is asked again in the next (%s)", async (message, said) => {
    openRouter().enqueue(log, log);
    const conversation = stage().conversation({
      model: model(),
      cluster: "dev-cluster",
      budgets: { turn: { modelCalls: 1 } },
    });
    for (const turn of [1, 2]) {
      const { status, answer: shown, warnings } = await conversation.send(message);
      expect(status).toBe("ok");
      expect(shown).toContain("redis-0");
      expect(warnings.filter((warning) => warning.includes(said))).toHaveLength(1);
      expect(asked()).toBe(turn);
    }
  });

  test("in a conversation leaves the rest of it to the rules, and says so once", async () => {
    openRouter().enqueue(log);
    const conversation = stage().conversation({
      model: model(),
      cluster: "dev-cluster",
      budgets: { session: { tokens: 500 } },
    });
    const first = await conversation.send("show the logs of redis-0 in dev");
    expect(first.warnings.join()).toContain("limit for this conversation (500 tokens)");
    const used = asked();
    const second = await conversation.send("list pods in dev");
    expect(second).toMatchObject({ status: "ok", usage: { modelCalls: 0 } });
    expect(second.warnings).toEqual([]);
    expect(asked()).toBe(used);
  });
});

test("a wait for the model is told, with its length", async () => {
  openRouter().enqueue({ match: planner, reply: { fault: "fail.429_retry_after" } }, log, explained);
  // The agents repeat requests, as in the terminal, and not the guard below them.
  const patient = createOpenRouterModel({ ...openRouter(), model: openRouter().model, limits: { maxRetries: 0 } });
  const conversation = stage().conversation({ model: patient, cluster: "dev-cluster" });
  const events: TurnEvent[] = [];
  void (async () => {
    for await (const event of conversation.events()) events.push(event);
  })();
  const result = await conversation.send("show the logs of redis-0 in dev");
  expect(result.status).toBe("ok");
  const waits = events.filter(({ type }) => type === "model.waiting");
  expect(waits).toEqual([{ type: "model.waiting", ms: expect.any(Number), reason: "model_rate_limited" }]);
});
