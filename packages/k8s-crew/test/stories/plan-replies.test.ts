import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage, serverKinds } from "./servers.ts";

describe.each(serverKinds)("at a shown plan, on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  const shown = async (message: string) => {
    const conversation = stage.conversation({ cluster: "dev-cluster", plans: "ask" });
    expect((await conversation.send(message)).question?.parameter).toBe("plan");
    return conversation;
  };

  test.each([
    ["is everything healthy?", "what does step 1 do?", /Step 1: List the pods/],
    ["is everything healthy?", "is that safe?", /changes nothing: every step only reads/],
    ["is everything healthy?", "how long will it take?", /At most \d+ calls/],
    ["is everything healthy?", "add the logs", /Logs are part of step \d/],
    ["检查一下服务健康状况", "第一步是干嘛的", /第 1 步：列出 Pod/],
    ["检查一下服务健康状况", "这会不会改东西", /不会。每一步都只是读取/],
    ["检查一下服务健康状况", "再加一步看日志", /日志已经在第 \d 步里/],
  ])("“%s”, “%s” is answered, and the plan stays open", async (message, reply, holds) => {
    const conversation = await shown(message);
    const told = await conversation.send(reply);
    expect(told).toMatchObject({ status: "needs_input", question: { parameter: "plan" }, calls: [] });
    expect(told.answer).toMatch(holds);
  });

  test.each([
    ["检查一下服务健康状况", "第二步算了"],
    ["检查一下服务健康状况", "最后一步别要了"],
    ["is everything healthy?", "looks good but skip the last one"],
    ["is everything healthy?", "drop the second step pls"],
  ])("“%s”, “%s” changes the plan and runs nothing of it", async (message, reply) => {
    const told = await (await shown(message)).send(reply);
    expect(told).toMatchObject({ status: "needs_input", question: { parameter: "plan" }, calls: [] });
    expect(told.answer).toMatch(/All right, changed|改成这样/);
  });

  test.each([
    ["what should I clean up", "drop all steps"],
    ["is everything healthy?", "delete all the steps"],
    ["检查一下服务健康状况", "把所有步骤都删掉"],
  ])("“%s”, “%s” gives the plan up, and starts nothing", async (message, reply) => {
    const told = await (await shown(message)).send(reply);
    expect(told).toMatchObject({ status: "cancelled", question: null, approval: null, calls: [] });
  });

  test.each([
    ["what should I clean up", "skip 2, 3 and 4"],
    ["what should I clean up", "delete the strange step"],
    ["what should I clean up", "back to the plan"],
    ["检查一下服务健康状况", "回到刚才的计划"],
  ])("“%s”, “%s” leaves the plan open", async (message, reply) => {
    const told = await (await shown(message)).send(reply);
    expect(told).toMatchObject({ status: "needs_input", question: { parameter: "plan" }, calls: [] });
  });

  test.each([
    ["is everything healthy?", "k"],
    ["is everything healthy?", "hmm ok"],
    ["is everything healthy?", "whatever you think"],
    ["检查一下服务健康状况", "行吧"],
    ["检查一下服务健康状况", "你看着办"],
  ])("“%s”, “%s” runs it", async (message, reply) => {
    expect(await (await shown(message)).send(reply)).toMatchObject({ status: "ok" });
  });

  test.each([
    ["users say it is slow", "only payment-worker", /payment-worker/],
    ["用户说很慢", "只看 payment-worker", /payment-worker/],
  ])("“%s”, “%s” narrows the plan to what has that name, and asks again", async (message, reply, holds) => {
    const told = await (await shown(message)).send(reply);
    expect(told).toMatchObject({ status: "needs_input", question: { parameter: "plan" } });
    expect(told.answer.split("\n")[1]).toMatch(holds);
  });

  test.each([
    ["is dev healthy?", "how many pods in dev are not running"],
    ["is dev healthy?", "which pods have no limits"],
    ["检查一下服务健康状况", "哪些 pod 没有 limits"],
  ])("“%s”, “%s” is answered as a request of its own", async (message, request) => {
    const told = await (await shown(message)).send(request);
    expect(told).toMatchObject({ status: "ok", question: null });
    expect(told.answer).not.toMatch(/All right, changed|改成这样/);
  });
});
