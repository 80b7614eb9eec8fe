import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lastAnswer } from "./last-answer.ts";
import { openStage, type Stage } from "./servers.ts";

describe("whether it is safe to restart something is told of that very thing", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage("bundled");
  });
  afterAll(() => stage.close());

  test.each([
    ["is it safe to restart redis", /StatefulSet redis in namespace dev is 1\/1 ready[\s\S]*down while it restarts/],
    ["重启 redis 安全吗", /StatefulSet redis（命名空间 dev）现在 1\/1 就绪[\s\S]*重启期间会中断/],
  ])("“%s”: a single replica of a StatefulSet is down meanwhile", async (message, told) => {
    const { answer, approval } = await lastAnswer(stage, [message]);
    expect(answer).toMatch(told);
    expect(answer).toMatch(/rollout restart statefulset\/redis -n dev/);
    expect(approval).toBeNull();
  });

  test("several replicas of a Deployment are replaced without that", async () => {
    const { answer } = await lastAnswer(stage, ["can i restart checkout safely"]);
    expect(answer).toMatch(/Deployment checkout in namespace production is 2\/2 ready/);
    expect(answer).not.toMatch(/down while it restarts/);
  });

  test("of what is not found nothing is claimed", async () => {
    expect((await lastAnswer(stage, ["is it safe to restart nosuch"])).answer).not.toMatch(/ready now/);
  });
});
