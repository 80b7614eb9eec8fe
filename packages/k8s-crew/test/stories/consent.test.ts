import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage, serverKinds } from "./servers.ts";

/** Only the bundled server can change anything; the two others have no tool for it. */
describe("consent to a change", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage("bundled");
  });
  afterAll(() => stage.close());

  const begin = () => stage.conversation({ cluster: "dev-cluster" });
  const written = (calls: readonly { effect: string }[]) => calls.filter(({ effect }) => effect !== "read");

  test.each([
    ["scale deployment cart-service-v1 in dev to 5", "改成 3 个", 3],
    ["把 dev 的 deployment cart-service-v1 扩到 5 个副本", "make it 2 instead", 2],
    ["scale deployment cart-service-v1 in dev to 5", "no, 4", 4],
    ["scale deployment cart-service-v1 in dev to 5", "hold on, 3 is enough", 3],
    ["把 dev 的 deployment cart-service-v1 扩到 5 个副本", "算了，三个就够了", 3],
  ])("“%s”, “%s” makes a new card, and the old one can no longer be answered", async (message, edit, replicas) => {
    const conversation = begin();
    const first = await conversation.send(message);
    const second = await conversation.send(edit);
    expect(written(second.calls)).toEqual([]);
    expect(second.approval).toMatchObject({ to: `replicas=${replicas}`, from: "replicas=1" });
    await expect(conversation.answer({ id: first.approval?.id ?? "", value: "approve" })).rejects.toMatchObject({
      code: "stale_answer",
    });
    expect((await conversation.send("取消")).status).toBe("cancelled");
  });

  test.each([
    ["delete deployment web-frontend in dev", "no", "it"],
    ["删除 dev 的 deployment web-frontend", "等下别删", "那它呢"],
    ["scale deployment web-frontend in dev to 4", "cancel", "it"],
  ])("after “%s”, “%s”: “%s” tells how it stands and asks for no consent", async (message, refusal, word) => {
    const conversation = begin();
    expect((await conversation.send(message)).status).toBe("needs_approval");
    await conversation.send(refusal);
    const result = await conversation.send(word);
    expect({ status: result.status, approval: result.approval }).toEqual({ status: "ok", approval: null });
    expect(result.answer).toMatch(/web-frontend[^\n]*2\/2|web-frontend 存在/);
  });

  test.each(["算了", "no", "no, 5 is too many", "别改成 5 个"])(
    "“%s” refuses a number and makes no card",
    async (refusal) => {
      const conversation = begin();
      await conversation.send("scale deployment cart-service-v1 in dev to 5");
      const result = await conversation.send(refusal);
      expect(result.status).toBe("cancelled");
      expect(written(result.calls)).toEqual([]);
    },
  );

  test("the card tells what is there now, read anew for each card", async () => {
    const conversation = begin();
    const card = await conversation.send("scale deployment inventory in dev to 3");
    expect(card.calls.at(-1)).toMatchObject({ verb: "get", cached: false });
    const again = await conversation.send("改成 2 个");
    expect(again.calls).toMatchObject([{ verb: "get", cached: false }]);
  });

  test("of two changes in one message the one that was agreed to is sent, and the other asks for itself", async () => {
    const conversation = begin();
    const first = await conversation.send("delete pods cart-service-v1-abcdef and cart-service-v2-ghijk in dev");
    expect(first.approval?.call.args).toMatchObject({ name: "cart-service-v1-abcdef" });
    const answer = { id: first.approval?.id ?? "", value: "cart-service-v1-abcdef" };
    const second = await conversation.answer(answer);
    expect(written(second.calls)).toMatchObject([{ args: { name: "cart-service-v1-abcdef" } }]);
    expect(second.approval?.call.args).toMatchObject({ name: "cart-service-v2-ghijk" });
    await expect(conversation.answer(answer)).rejects.toMatchObject({ code: "stale_answer" });
    const refused = await conversation.answer({ id: second.approval?.id ?? "", value: "cart-service-v1-abcdef" });
    expect(written(refused.calls)).toEqual([]);
    expect(refused.answer).toMatch(/Not run: Delete pod cart-service-v2-ghijk/);
  });

  test("a changed subject drops the change, says so, and is answered", async () => {
    const conversation = begin();
    await conversation.send("scale deployment inventory in dev to 3");
    const result = await conversation.send("show me the nodes");
    expect(result.answer).toMatch(/^Not run: Change the replicas of Deployment [^\n]*\n[\s\S]*nodes/);
    expect((await conversation.send("yes")).calls).toEqual([]);
  });

  test.each([
    ["scale deployment inventory in dev to 4", /^Checked: Deployment inventory: 1 of 4 ready, not all of them yet\.$/m],
    ["把 dev 的 deployment web-frontend 扩到 1 个副本", /^检查结果：Deployment web-frontend：1 个副本全部就绪。$/m],
  ])(
    "what a change came to is one sentence about that thing, true also when it is not there yet: %s",
    async (message, told) => {
      const conversation = begin();
      await conversation.send(message);
      const { answer } = await conversation.send("yes");
      expect(answer).toMatch(told);
      expect(answer).not.toMatch(/recommendation|kind: Scale/);
    },
  );

  test.each([
    ["delete pod web-frontend in dev", "1", /ReplicaSet web-frontend-\S+ will make a new one/],
    ["delete pod redis-0 in dev", undefined, /StatefulSet redis will make a new one in its place\./],
    ["删除 dev 的 deployment search-api", undefined, /现在有 1 个副本，会一起删除/],
    ["删除命名空间 production", undefined, /里面的所有对象会一起删除/],
  ])("the card of a deletion tells what goes with it: %s", async (message, reply, told) => {
    const conversation = begin();
    const first = await conversation.send(message);
    const card = reply === undefined ? first : await conversation.send(reply);
    expect(card.status).toBe("needs_approval");
    expect(card.answer).toMatch(told);
    expect(written(card.calls)).toEqual([]);
  });

  test("what a deletion came to is told: gone, or made anew", async () => {
    for (const [name, told] of [
      ["redis-0", /Checked: pod redis-0 was made anew/],
      ["cart-service-v2-ghijk", /Checked: pod cart-service-v2-ghijk is gone/],
    ] as const) {
      const conversation = begin();
      await conversation.send(`delete pod ${name} in dev`);
      expect((await conversation.send(name)).answer).toMatch(told);
    }
  });

  test("“undo” after a change changes nothing and says what it cannot do", async () => {
    const conversation = begin();
    await conversation.send("scale deployment inventory in dev to 2");
    await conversation.send("yes");
    const result = await conversation.send("undo");
    expect({ status: result.status, calls: result.calls }).toEqual({ status: "ok", calls: [] });
    expect(result.answer).toMatch(/changed the cluster[\s\S]*resources_scale/);
  });
});

describe.each(serverKinds)("a change that is not wanted, on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  test.each([
    "别删 cart-service-v1-abcdef",
    "千万不要重启 cart-service",
    "don't delete pod cart-service-v1-abcdef in dev",
    "please do not scale cart-service to 0",
    "别删",
    "先别重启",
    "don't delete it",
  ])("“%s” reads nothing and shows no card", async (message) => {
    const result = await stage.conversation({ cluster: "dev-cluster" }).send(message);
    expect({ approval: result.approval, calls: result.calls, status: result.status }).toEqual({
      approval: null,
      calls: [],
      status: "ok",
    });
    expect(result.answer).toMatch(/不会动它|I will not/);
  });
});
