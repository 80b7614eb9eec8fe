import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage, serverKinds, testWhere } from "./servers.ts";

describe.each(serverKinds)("the cluster status on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  test.each(["帮我查看一下k8s状态", "how are my clusters?"])(
    "“%s” shows every cluster, counts and what is wrong, without a model",
    async (message) => {
      const result = await stage.conversation().send(message);
      expect(result.status).toBe("ok");
      expect(result.usage.modelCalls).toBe(0);
      expect(result.answer).toMatch(/dev-cluster/);
      expect(result.answer).toMatch(/prod-cluster/);
      expect(result.plan[0]?.tool.toLowerCase()).toMatch(/cluster|context/);
      expect(result.answer).toMatch(/CrashLoopBackOff/);
      expect(result.answer).toMatch(/NotReady/);
      expect(result.calls.every(({ effect }) => effect === "read")).toBe(true);
    },
  );

  test("the plan's first call lists the clusters, and every call of the turn is in the record", async () => {
    const result = await stage.conversation().send("集群状态");
    expect(result.calls[0]).toMatchObject({ verb: "list", resource: "cluster", outcome: "ok" });
    expect(result.calls.length).toBeGreaterThan(2);
  });

  test("what follows a status is answered anew, not by the status once more", async () => {
    const conversation = stage.conversation({ cluster: "dev-cluster" });
    await conversation.send("how are my clusters?");
    const result = await conversation.send("list namespaces");
    expect(result.answer).toMatch(/kube-system/);
    expect(result.answer).not.toMatch(/NotReady/);
  });

  testWhere(kind !== "plain", "the plain server cannot be told a cluster")(
    "a cluster that is named in the first message is the one that is read",
    async () => {
      for (const message of ["list namespaces in prod-cluster", "列出 prod-cluster 里的 pod"]) {
        const result = await stage.conversation({ guidance: "direct" }).send(message);
        const reads = result.calls.filter(({ resource }) => resource !== "cluster");
        expect({
          message,
          all: reads.every(({ args }) => JSON.stringify(args).includes("prod-cluster")),
          some: reads.length > 0,
        }).toEqual({ message, all: true, some: true });
      }
    },
  );

  test("help, small talk and what is out of scope are answered without a call", async () => {
    const conversation = stage.conversation();
    for (const message of ["你能做什么", "hello", "谢谢", "今天天气怎么样"]) {
      const result = await conversation.send(message);
      expect({ message, status: result.status, calls: result.calls.length }).toEqual({
        message,
        status: "ok",
        calls: 0,
      });
    }
  });

  test.each([
    ["集群状态", "第二个怎么了"],
    ["how are my clusters?", "describe the second one"],
  ])("“%s”, then “%s”: what is counted is what was found wrong", async (status, then) => {
    const conversation = stage.conversation();
    const { answer: survey } = await conversation.send(status);
    const [, second] = [...survey.matchAll(/ (?:node|pod)\/(\S+) {2,}/g)];
    const name = second?.[1] ?? "nothing found";
    const { answer, status: ended } = await conversation.send(then);
    expect(ended).toBe("ok");
    expect(answer).toContain(name);
  });

  test("after it, “it” is no cluster", async () => {
    const conversation = stage.conversation();
    await conversation.send("集群状态");
    const { answer } = await conversation.send("把它扩到 3 个");
    expect(answer).not.toMatch(/集群 (?:dev-cluster )?的副本数/);
  });
});
