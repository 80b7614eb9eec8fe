import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage } from "./servers.ts";

describe("a change of several things at once", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage("bundled");
  });
  afterAll(() => stage.close());

  test.each([
    ["how many pods are broken?", "restart them", /No command for .*database-migration-bn2fz/],
    ["有几个 pod 没起来", "把它们重启", /没写命令的：.*database-migration-bn2fz/],
  ])("“%s”, “%s”: what was counted is meant, and not what was looked at before", async (count, change, unclear) => {
    const conversation = stage.conversation();
    await conversation.send("logs of cart-service-v2-ghijk in dev");
    await conversation.send(count);
    const { answer } = await conversation.send(change);
    expect(answer).toContain("kubectl rollout restart deployment/payment-worker -n dev");
    expect(answer).toContain("kubectl rollout restart deployment/recommendation -n dev");
    expect(answer).not.toMatch(/cart-service|deployment\/database/);
    expect(answer).toMatch(unclear);
  });

  test.each([
    ["how many pods are broken?", "delete them", /Change: delete pod.*each is confirmed on its own/s],
    ["有几个 pod 没起来", "把它们都删了", /要做的修改：删除 Pod.*每一个都会单独请你确认/s],
  ])("“%s”, “%s” offers those alone, and says what it is about", async (count, change, told) => {
    const conversation = stage.conversation();
    await conversation.send(count);
    const { answer, question } = await conversation.send(change);
    const offered = question?.choices.map(({ value }) => value) ?? [];
    expect(offered).toHaveLength(8);
    expect(offered.join()).not.toMatch(/web-frontend|inventory|redis/);
    expect(`${answer}${question?.text}`).toMatch(told);
  });

  test.each(["delete everything unused", "把没用的都删了"])(
    "“%s” looks first at what could go, and deletes nothing",
    async (message) => {
      const { plan, calls } = await stage.conversation().send(message);
      expect(JSON.stringify(plan)).toMatch(/"job"|Job/);
      expect(calls.filter(({ effect }) => effect !== "read")).toEqual([]);
    },
  );

  test.each([
    ["scale web-frontend to three", /To change the replicas of .*web-frontend/],
    ["把 web-frontend 扩到 3", /要调整.*web-frontend 的副本数/],
  ])("“%s” is asked for its place as a change", async (message, told) => {
    const { question } = await stage.conversation().send(message);
    expect(question?.text).toMatch(told);
    expect(question?.text).not.toMatch(/To find|为了找到/);
  });
});
