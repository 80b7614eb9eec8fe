import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lastAnswer } from "./last-answer.ts";
import { openStage, type Stage, serverKinds, testWhere } from "./servers.ts";

describe.each(serverKinds)("a conversation that goes on, on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  const after = (...messages: readonly string[]) => lastAnswer(stage, messages);

  test.each([
    ["list pods in dev", "ok now the deployments"],
    ["列出 dev 的 pod", "那 deployment 呢"],
  ])("“%s”, “%s” stays in the namespace", async (...messages) => {
    const result = await after(...messages);
    expect(result.calls.find(({ resource }) => resource === "deployment")?.args).toMatchObject({ namespace: "dev" });
  });

  test.each([
    ["list pods in dev", "the worst one"],
    ["列出 dev 的 pod", "最严重的那个"],
  ])("“%s”, “%s” tells of what is in the worst trouble", async (...messages) => {
    const result = await after(...messages);
    expect(result.status).toBe("ok");
    expect(result.answer).toMatch(/payment-worker[\s\S]*CrashLoopBackOff|CrashLoopBackOff[\s\S]*payment-worker/);
  });

  testWhere(kind === "bundled", "the lists of the others do not tell the node").each([
    ["describe pod redis-0 in dev", "anything else on that node?"],
    ["redis-0 在哪个节点", "那台机器上还有啥"],
  ])("“%s”, “%s” lists the pods of that node", async (...messages) => {
    const result = await after(...messages);
    expect(result.answer).toMatch(/dev-worker-2/);
    expect(result.answer).toMatch(/cart-service-v2/);
  });

  testWhere(kind !== "plain", "the plain server knows one cluster").each([
    ["switch to prod-cluster", "list namespaces"],
    ["切到 prod-cluster", "列出命名空间"],
  ])("“%s” is remembered for “%s”", async (...messages) => {
    const result = await after(...messages);
    expect(JSON.stringify(result.calls)).toMatch(/prod-cluster/);
  });

  testWhere(kind !== "plain", "the plain server knows one cluster").each(["换个集群", "switch cluster"])(
    "“%s” tells the clusters, and a number takes one",
    async (message) => {
      expect((await after(message)).nextSteps.map(({ label }) => label).join()).toMatch(/prod-cluster/);
      expect((await after(message, "1", "/context")).answer).toMatch(/prod-cluster/);
    },
  );

  testWhere(kind === "bundled", "the sample servers change nothing")(
    "an affirmative word at a card is told what runs it, and runs nothing",
    async () => {
      const conversation = stage.conversation({ cluster: "dev-cluster" });
      await conversation.send("把 dev 的 deployment web-frontend 扩到 3 个副本");
      const told = await conversation.send("好的");
      expect(told.status).toBe("needs_approval");
      expect(told.answer).toMatch(/还没有执行/);
      expect(told.calls).toEqual([]);
      expect((await conversation.send("现在是几个")).answer).toMatch(/replicas=2/);
    },
  );
});
