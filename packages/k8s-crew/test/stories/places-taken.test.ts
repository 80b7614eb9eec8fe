import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lastAnswer } from "./last-answer.ts";
import { openStage, type Stage } from "./servers.ts";

describe("a word for a stage is told as what it was taken for", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage("bundled");
  });
  afterAll(() => stage.close());

  test.each([
    ["prod 的 checkout 重启一下", /“prod”按集群 dev-cluster 的命名空间 production 理解/],
    ["restart checkout in prod", /“prod” was taken for namespace production of cluster dev-cluster/],
  ])("“%s” names the place of its command", async (message, told) => {
    const { answer } = await lastAnswer(stage, [message]);
    expect(answer).toMatch(told);
    expect(answer).toMatch(/-n production --context dev-cluster/);
  });

  test.each(["重启 prod 的 cart-service", "restart cart-service in prod"])(
    "“%s” may mean either of two places, and neither is taken",
    async (message) => {
      const { answer } = await lastAnswer(stage, [message]);
      expect(answer).toMatch(/--context prod-cluster/);
      expect(answer).toMatch(/--context dev-cluster/);
    },
  );

  test("the very name of a namespace is no such word", async () => {
    const { answer } = await lastAnswer(stage, ["restart cart-service in production"]);
    expect(answer).toMatch(/-n production --context dev-cluster/);
    expect(answer).not.toMatch(/prod-cluster|was taken/);
  });
});
