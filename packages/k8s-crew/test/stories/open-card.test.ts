import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage } from "./servers.ts";

describe("at the card of a change", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage("bundled");
  });
  afterAll(() => stage.close());

  const carded = async (message: string) => {
    const conversation = stage.conversation({ cluster: "dev-cluster" });
    expect((await conversation.send(message)).status).toBe("needs_approval");
    return conversation;
  };
  const scaled = "scale web-frontend to 4 in dev";

  test.each([
    [scaled, "will it restart anything?", /those that run stay as they are/],
    [scaled, "which cluster is that?", /cluster dev-cluster/],
    [scaled, "why?", /only when you agree to this very call/],
    [scaled, "how many are there now?", /replicas=2/],
    ["删除 dev 里的 redis-0 这个 pod", "会丢数据吗", /StatefulSet redis 会重新创建一个。.*PVC/],
    ["删除 dev 里的 redis-0 这个 pod", "这个是哪个集群的？", /集群 dev-cluster/],
  ])("“%s”, “%s” is answered, and the card stays", async (message, question, holds) => {
    const told = await (await carded(message)).send(question);
    expect(told).toMatchObject({ status: "needs_approval", calls: [] });
    expect(told.answer).toMatch(holds);
  });

  test.each([
    [scaled, "yeah I guess", /type “yes”, or another plain yes/],
    [scaled, "hmm", /type “yes”, or another plain yes/],
    ["把 dev 的 web-frontend 扩到 4 个", "行吧", /同意就输入“确认”（或/],
    ["删除 dev 里的 redis-0 这个 pod", "嗯", /只有输入名称“redis-0”/],
    ["delete pod redis-0 in dev", "sure", /only the name “redis-0”/],
  ])("“%s”, “%s” is no consent: nothing runs, and what agrees is said", async (message, reply, holds) => {
    const told = await (await carded(message)).send(reply);
    expect(told).toMatchObject({ status: "needs_approval", calls: [] });
    expect(told.answer).toMatch(holds);
  });

  test("another place makes another card, and the consent to it is for that place", async () => {
    const conversation = await carded("scale deployment cart-service to 4 in production");
    const other = await conversation.send("not on dev-cluster, on prod-cluster");
    expect(other.status).toBe("needs_approval");
    expect(other.answer).toMatch(/context: prod-cluster/);
    const done = await conversation.send("yes");
    expect(done.calls.find(({ effect }) => effect !== "read")?.args).toMatchObject({
      context: "prod-cluster",
      scale: 4,
    });
  });

  test.each([
    ["no, the prod-cluster one", { context: "prod-cluster", name: "web-frontend", namespace: "production" }],
    ["no, search-api", { context: "dev-cluster", name: "search-api", namespace: "dev" }],
    ["不对，是 search-api", { context: "dev-cluster", name: "search-api", namespace: "dev" }],
  ])("“%s” makes the card of that", async (said, target) => {
    const conversation = stage.conversation({ cluster: "dev-cluster", guidance: "direct" });
    expect((await conversation.send("scale web-frontend to 4")).status).toBe("needs_approval");
    const told = await conversation.send(said);
    expect(told).toMatchObject({ status: "needs_approval", approval: { call: { args: { ...target, scale: 4 } } } });
    expect(told.calls.every(({ effect }) => effect === "read")).toBe(true);
  });

  const denying = async (said: string) => {
    const conversation = stage.conversation({ cluster: "dev-cluster", guidance: "direct" });
    expect((await conversation.send("scale web-frontend to 4")).status).toBe("needs_approval");
    return conversation.send(said);
  };

  test.each(["wait, not the prod-cluster one", "not production", "不是 production 那个", "别动 production 的"])(
    "“%s”, which is not on it, leaves the card as it is",
    async (said) => {
      const told = await denying(said);
      expect(told).toMatchObject({
        status: "needs_approval",
        approval: { call: { args: { context: "dev-cluster", namespace: "dev", name: "web-frontend", scale: 4 } } },
      });
    },
  );

  test.each(["wait, not dev", "不是 dev 的", "not web-frontend"])(
    "“%s”, which is on it, drops the change: nobody named another",
    async (said) => {
      const told = await denying(said);
      expect(told).toMatchObject({ status: "cancelled", calls: [], approval: null });
    },
  );

  test.each([
    ["the blue one perhaps", /“the blue one perhaps” is no consent/],
    ["never on a friday", /“never on a friday” is no consent/],
    ["mind you, grace is off", /“mind you, grace is off” is no consent/],
    ["on second thought no", /^Cancelled/],
    ["wait, no", /^Cancelled/],
    ["cancel this change please", /^Cancelled/],
    ["please don't do it", /^Cancelled/],
    ["no, leave it as it is", /^Cancelled/],
  ])("“%s” drops the change, and what was not understood is said", async (said, holds) => {
    const told = await (await carded(scaled)).send(said);
    expect(told).toMatchObject({ status: "cancelled", calls: [] });
    expect(told.answer).toMatch(holds);
    expect(told.answer).toMatch(/Nothing was run/);
  });
});
