import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage, serverKinds, testWhere } from "./servers.ts";

describe.each(serverKinds)("what one turn cannot do beside the rest, on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  test.each([
    ["check dev and delete pod redis-0", "delete pod redis-0", /Not in this plan: “delete pod redis-0”/],
    ["检查一下 dev 的健康状况，然后删除 pod redis-0", "删除 pod redis-0", /这个计划不包括：“删除 pod redis-0”/],
    ["is redis-0 ok, if not delete it", "delete redis-0", /“delete redis-0”. I make no change on a condition/],
    ["看看 redis-0 正常吗，不正常就重启它", "重启 redis-0", /“重启 redis-0”。要看情况才做的改动/],
  ])("“%s”: the plan says that it leaves “%s”, which is offered after it", async (message, left, said) => {
    const conversation = stage.conversation({ cluster: "dev-cluster", plans: "ask" });
    const plan = await conversation.send(message);
    expect(plan.question?.parameter).toBe("plan");
    expect(plan.answer).toMatch(said);
    const result = await conversation.send("1");
    expect(result.calls.every(({ effect }) => effect === "read")).toBe(true);
    expect(result.nextSteps[0]).toEqual({ label: left, message: left });
  });

  test.each(["is redis-0 ok and is web-frontend ok", "redis-0 正常吗，web-frontend 正常吗"])(
    "two things, each asked about, are both in the plan: %s",
    async (message) => {
      const plan = await stage.conversation({ cluster: "dev-cluster", plans: "ask" }).send(message);
      expect(plan.answer).toMatch(/redis-0[^\n]*web-frontend/);
    },
  );

  testWhere(kind === "bundled", "the sample servers can only read")(
    "two things of two kinds are two changes, one card after the other",
    async () => {
      const conversation = stage.conversation({ cluster: "dev-cluster" });
      const first = await conversation.send("delete deployment web-frontend and service web-frontend in dev");
      expect(first.approval?.call.args).toMatchObject({ kind: "Deployment", name: "web-frontend" });
      const second = await conversation.send("web-frontend");
      expect(second.approval?.call.args).toMatchObject({ kind: "Service", name: "web-frontend" });
    },
  );
});
