import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage, serverKinds, testWhere } from "./servers.ts";

describe.each(serverKinds)("what a person says after an answer, on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  const begin = () => stage.conversation({ cluster: "dev-cluster", guidance: "direct" });

  test.each([
    ["列出 dev 的 pod", "不是，我说的是 production", "list", { namespace: "production" }],
    ["list pods in dev", "no, I meant production", "list", { namespace: "production" }],
    ["看 production 的 pod", "不对，是 dev 命名空间", "list", { namespace: "dev" }],
    ["logs of cart-service-v2-ghijk in dev", "no, I meant cart-service-v1", "logs", { namespace: "dev" }],
    ["看 dev 里 cart-service-v2-ghijk 的日志", "不对，我说的是 cart-service-v1", "logs", { namespace: "dev" }],
  ] as const)("“%s”, “%s”: the same with what was corrected", async (message, correction, verb, args) => {
    const conversation = begin();
    await conversation.send(message);
    const result = await conversation.send(correction);
    expect(result.status).toBe("ok");
    // What a list of names does not tell is read one by one after it.
    expect(result.calls.findLast((call) => call.verb === verb)).toMatchObject({ outcome: "ok", args });
    if (verb === "logs") expect(result.answer).toMatch(/cart-service-v1-abcdef/);
  });

  test.each([
    ["列一下 dev 的 pod 和 endpoint", "不是，我说的是 production"],
    ["show pods in dev and deployments in dev", "no, in production"],
    ["list pods in dev and deployments in dev", "and in production?"],
  ])("“%s”, “%s”: all parts once more", async (message, correction) => {
    const conversation = begin();
    const listed = async (said: string) => {
      const { calls } = await conversation.send(said);
      return calls.filter(({ verb, resource }) => verb === "list" && !["namespace", "cluster"].includes(resource));
    };
    const first = await listed(message);
    const again = await listed(correction);
    expect(again.map(({ resource }) => resource).toSorted()).toEqual(first.map(({ resource }) => resource).toSorted());
    for (const { args } of again) expect(args).toMatchObject({ namespace: "production" });
  });

  test.each([
    ["logs of payment-wroker in dev", "yes", "no, in production"],
    ["dev 的 payment-wroker 的日志", "是的", "不是，我说的是 production 的"],
  ])("“%s”, “%s”, “%s”: the misspelled name does not come back", async (message, yes, correction) => {
    const conversation = begin();
    expect((await conversation.send(message)).question?.choices).toHaveLength(1);
    expect((await conversation.send(yes)).answer).toMatch(/payment-worker-/);
    const result = await conversation.send(correction);
    expect(result.answer).toMatch(/payment-worker/);
    expect(result.answer).not.toMatch(/wroker/);
  });

  test("a wish about “it” that is not understood does nothing over again", async () => {
    const conversation = begin();
    await conversation.send("list pods in dev");
    const result = await conversation.send("polish it");
    expect(result.calls.filter(({ cached }) => !cached)).toEqual([]);
  });

  test("a kind that is corrected stays in its place", async () => {
    const conversation = begin();
    await conversation.send("看 dev 的 pod");
    const result = await conversation.send("no, I meant nodes");
    expect(result.calls.at(-1)).toMatchObject({ verb: "list", resource: "node" });
  });

  test.each(["ok", "好的", "thanks", "嗯", "不用了"])("“%s” reads nothing and leaves the next steps", async (word) => {
    const conversation = begin();
    const before = await conversation.send("logs of cart-service-v2-ghijk in dev");
    expect(before.nextSteps.length).toBeGreaterThan(0);
    const result = await conversation.send(word);
    expect({ status: result.status, calls: result.calls }).toEqual({ status: "ok", calls: [] });
    expect(result.answer.length).toBeLessThan(60);
    expect(result.nextSteps).toEqual(before.nextSteps);
    expect((await conversation.send("1")).calls.length).toBeGreaterThan(0);
  });

  test.each([
    ["你好", /^你好！/],
    ["您好", /^你好！/],
    ["hello", /^Hello!/],
  ])("“%s” is greeted back", async (word, greeting) => {
    const result = await begin().send(word);
    expect(result.calls).toEqual([]);
    expect(result.answer).toMatch(greeting);
  });

  test.each(["ok", "好的"])("“%s” as the first word offers what can be asked", async (word) => {
    const result = await begin().send(word);
    expect(result.calls).toEqual([]);
    expect(result.nextSteps.map(({ label }) => label).join()).toMatch(/Cluster status|查看集群状态/);
  });

  testWhere(kind === "bundled", "the sample servers can only read").each([
    ["看 dev 里 pod cart-service-v2-ghijk 的日志", "它的事件", "删除它"],
    ["logs of pod cart-service-v2-ghijk in dev", "its events", "delete it"],
  ])("“%s”, “%s”, “%s”: what the events tell of is deleted, not an event", async (...messages) => {
    const conversation = begin();
    const results = [];
    for (const message of messages) results.push(await conversation.send(message));
    expect(results[1]?.calls.at(-1)).toMatchObject({ resource: "event" });
    expect(results.at(-1)?.approval).toMatchObject({
      call: { tool: "pods_delete", args: { name: "cart-service-v2-ghijk" } },
    });
  });
});
