import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage, serverKinds } from "./servers.ts";

describe.each(serverKinds)("after a diagnosis, on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  const diagnosed = async (message: string) => {
    const conversation = stage.conversation({ cluster: "dev-cluster" });
    expect((await conversation.send(message)).status).toBe("ok");
    return conversation;
  };

  test.each([
    ["payment-worker 在 dev 怎么了", "怎么修", /下一步：/],
    ["payment-worker 在 dev 怎么了", "那怎么办", /下一步：/],
    ["what's wrong with payment-worker in dev", "how do I fix it?", /What to do:/],
    ["what's wrong with payment-worker in dev", "what should I do now", /What to do:/],
  ])("“%s”, “%s” is told what to do, without another call", async (message, question, holds) => {
    const result = await (await diagnosed(message)).send(question);
    expect({ status: result.status, calls: result.calls }).toEqual({ status: "ok", calls: [] });
    expect(result.answer).toMatch(holds);
    expect(result.answer).toMatch(/payment-worker/);
  });

  test.each([
    ["payment-worker 在 dev 怎么了", "什么时候开始的", /最早迹象：.*payment-worker/],
    ["what's wrong with payment-worker in dev", "since when?", /earliest sign .*payment-worker/],
  ])("“%s”, “%s” is told the earliest that is still on record", async (message, question, holds) => {
    const result = await (await diagnosed(message)).send(question);
    expect(result.status).toBe("ok");
    expect(result.answer).toMatch(holds);
  });

  test.each([
    ["check the health of the namespace dev", "why is it crashing", /pod payment-worker/],
    ["检查命名空间 dev 的健康状况", "它为什么一直崩溃", /Pod payment-worker/],
    ["check the health of the namespace dev", "why can't it pull its image", /recommendation/],
  ])("“%s”, “%s” is about the one of the report that is so", async (message, question, holds) => {
    const conversation = stage.conversation({ cluster: "dev-cluster", guidance: "direct" });
    await conversation.send(message);
    const { status, answer } = await conversation.send(question);
    expect(status).toBe("ok");
    expect(answer).toMatch(holds);
    expect(answer).not.toMatch(/image-resizer|dev-worker-3: |migration/);
  });

  test.each([
    ["check the health of the namespace dev", "show me the deployment yaml"],
    ["检查命名空间 dev 的健康状况", "给我看 deployment 的 yaml"],
  ])("“%s”, “%s” stays in the namespace that was looked into", async (message, next) => {
    const conversation = stage.conversation({ cluster: "dev-cluster", guidance: "guided" });
    await conversation.send(message);
    await conversation.send("1");
    const { question, answer } = await conversation.send(next);
    expect(question?.parameter).not.toBe("namespace");
    expect(answer).toMatch(/payment-worker/);
  });

  test("what to do is no longer told of it once something else was looked at", async () => {
    const conversation = await diagnosed("what's wrong with payment-worker in dev");
    await conversation.send("describe pod redis-0 in dev");
    const result = await conversation.send("how do I fix it");
    expect(result.answer).not.toMatch(/payment-worker/);
  });
});
