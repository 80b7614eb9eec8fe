import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage } from "./servers.ts";

describe("a question about a change", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage("bundled");
  });
  afterAll(() => stage.close());

  const inDev = () => stage.conversation({ cluster: "dev-cluster", guidance: "direct" });
  const scaled = "scale cart-service in production to 5";
  const deleted = "delete deployment cart-service in production";
  const scaledHan = "把 production 的 cart-service 扩到 5 个";
  const deletedHan = "删除 production 的 deployment cart-service";
  const isHere = /^(?:It is in|Not cluster prod-cluster: it is in) cluster dev-cluster, namespace production/m;
  const isHereHan = /^(?:不是集群 prod-cluster：在)?集群 dev-cluster、命名空间 production/m;

  test.each([
    [scaled, "is this prod?", isHere],
    [scaled, "wait is that the prod cluster", /^No: .*dev-cluster/m],
    [scaledHan, "这是 prod 吗", isHereHan],
    [scaledHan, "确定是 dev 的吗", /^集群 dev-cluster、命名空间 production/m],
    [scaled, "is it in dev-cluster?", /^Yes: /],
    [scaled, "does this affect prod-cluster?", /^No: .*a question changes nothing/iu],
    [scaled, "what about prod-cluster?", /^No: /],
    [scaled, "are you sure?", /This is what it would do: .*replicas=5/],
    [scaled, "whats the effect", /Pods are added/],
    [scaled, "what will that do", /Pods are added/],
    [scaled, "how many does it have now", /replicas=2/],
    [scaledHan, "现在几个", /replicas=2/],
    [scaledHan, "会怎样", /会新建 Pod/],
    [scaled, "maybe 3?", /I cannot answer that here/],
    [deleted, "is this prod?", isHere],
    [deletedHan, "这是 prod-cluster 的吗", /不是，/],
    [deletedHan, "哪个集群", /dev-cluster/],
    [deleted, "which cluster is this", /dev-cluster/],
  ])("“%s”, “%s” is answered, and the same change waits for the same consent", async (message, question, holds) => {
    const conversation = inDev();
    const card = await conversation.send(message);
    expect(card.status).toBe("needs_approval");
    const told = await conversation.send(question);
    expect(told).toMatchObject({ status: "needs_approval", approval: { call: card.approval?.call } });
    expect(told.answer).toMatch(holds);
  });

  test("a plain correction moves it, says from where to where, and a question then tells the new place", async () => {
    const conversation = inDev();
    await conversation.send(scaled);
    const moved = await conversation.send("no, in prod-cluster");
    expect(moved.approval?.call.args).toMatchObject({ context: "prod-cluster", scale: 5 });
    expect(moved.answer).toMatch(/Now in cluster prod-cluster \(before: dev-cluster\)/);
    const told = await conversation.send("is this prod-cluster?");
    expect(told.answer).toMatch(/^Yes: it is in cluster prod-cluster/m);
  });

  test.each([
    [deleted, "is that in prod-cluster?", /Nothing is settled yet.*say “prod-cluster”/],
    [deleted, "does this affect prod-cluster?", /Nothing is settled yet.*say “prod-cluster”/],
    [deleted, "what about prod?", /Nothing is settled yet.*say “prod-cluster”/],
    [deleted, "hang on is this prod?", /Nothing is settled yet.*say “prod-cluster”/],
    [deleted, "which one is current?", /The current one is/],
    [deleted, "the other one", /The other than which/],
    [scaledHan, "是 prod-cluster 吗", /还没有定/],
    [scaledHan, "prod 的？", /还没有定/],
  ])("“%s”, “%s” picks no cluster, and which one is asked again", async (message, question, holds) => {
    const conversation = stage.conversation({ guidance: "guided" });
    await conversation.send("how many replicas does redis have in dev-cluster");
    const asked = await conversation.send(message);
    expect(asked).toMatchObject({ status: "needs_input", question: { parameter: "cluster" } });
    const told = await conversation.send(question);
    expect(told).toMatchObject({ status: "needs_input", question: { parameter: "cluster" } });
    expect(told.answer).toMatch(holds);
  });

  test("the card names the current cluster, where the call does not", async () => {
    const card = await stage.conversation({ guidance: "direct" }).send(deleted);
    expect(card.approval?.call.args).not.toHaveProperty("context");
    expect(card.answer).toMatch(/cluster dev-cluster/);
  });

  test.each([
    [scaled, "yes but only 2", 2],
    [scaled, "only 3 then", 3],
    [scaledHan, "可以，但只要 3 个", 3],
    [scaledHan, "那就 3 个吧", 3],
  ])("“%s”, “%s” makes a card with that number", async (message, said, scale) => {
    const conversation = inDev();
    await conversation.send(message.replace("5", "6"));
    const told = await conversation.send(said);
    if (scale === 2) expect(told.answer).toMatch(/already/);
    else expect(told).toMatchObject({ status: "needs_approval", approval: { call: { args: { scale } } } });
  });

  test("a no to the first of several changes says that the others are dropped as well", async () => {
    const conversation = inDev();
    await conversation.send("delete a web-frontend pod in dev");
    expect((await conversation.send("both")).answer).toMatch(/2 changes are waiting/);
    const told = await conversation.send("n");
    expect(told.answer).toMatch(/Cancelled.*\nDropped with it \(1\): Delete pod web-frontend/);
  });

  test.each([
    ["把 web-frontend 扩到 3 个", /副本数（到 3）/],
    ["scale web-frontend to 3", /replicas of Deployment web-frontend \(to 3\)/],
  ])("“%s”: each question on the way says the number", async (message, holds) => {
    const conversation = stage.conversation({ guidance: "guided" });
    const asked = await conversation.send(message);
    expect(asked.status).toBe("needs_input");
    expect(asked.answer).toMatch(holds);
    expect(asked.answer.match(/好的/gu)?.length ?? 0).toBeLessThan(2);
  });

  test.each([
    ["delete a web-frontend pod in dev", "all but the last"],
    ["delete a web-frontend pod in dev", "everything but the first"],
    ["删除 dev 里的一个 web-frontend 的 pod", "除了第一个都要"],
  ])("“%s”, “%s” takes those that are left, each with a consent of its own", async (message, said) => {
    const conversation = inDev();
    await conversation.send(message);
    const told = await conversation.send(said);
    expect(told.status).toBe("needs_approval");
  });

  test.each(["don't delete all of them except the first", "not the first"])(
    "“%s” at which pods to delete takes none without being asked",
    async (said) => {
      const conversation = inDev();
      await conversation.send("delete a web-frontend pod in dev");
      expect((await conversation.send(said)).approval).toBeNull();
    },
  );
});
