import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage, serverKinds } from "./servers.ts";

describe.each(serverKinds)("what a message leaves out was said before, on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  const last = async (...messages: readonly string[]) => {
    const conversation = stage.conversation({ cluster: "dev-cluster", guidance: "direct" });
    let result = await conversation.send(messages[0] ?? "");
    for (const message of messages.slice(1)) result = await conversation.send(message);
    return result;
  };
  const redis = "logs of redis-0 in dev";

  test.each(["describe the pod", "describe", "描述一下", "看下这个 pod 的描述"])(
    "the thing that was looked at: “%s”",
    async (message) => {
      const { status, calls } = await last(redis, message);
      expect(status).toBe("ok");
      expect(JSON.stringify(calls.at(-1)?.args)).toContain("redis-0");
      expect(["get", "describe"]).toContain(calls.at(-1)?.verb);
    },
  );

  test("not for a change: which one is asked", async () => {
    const { status, calls } = await last(redis, "delete the pod");
    // The other servers have no tool for it.
    if (kind === "bundled") expect(status).toBe("needs_input");
    expect(calls.every(({ effect }) => effect === "read")).toBe(true);
  });

  test.each([
    ["list deployments in dev", "everywhere"],
    ["列出 dev 的 deployment", "所有命名空间的"],
    ["列出 dev 的 deployment", "所有命名空间里的呢"],
    ["list deployments in dev", "and in all namespaces?"],
  ])("the list, for more places: “%s”, “%s”", async (first, message) => {
    expect((await last(first, message)).answer).toMatch(/checkout[\s\S]*coredns|coredns[\s\S]*checkout/);
  });

  test.each([
    ["pods in production", "how many are running"],
    ["列出 production 的 pod", "几个在运行"],
    ["列出 production 的 pod", "其中哪些在运行"],
  ])("the place of the list: “%s”, “%s”", async (first, message) => {
    const { answer } = await last(first, message);
    expect(answer).toMatch(/production/);
    expect(answer).not.toMatch(/redis-0|coredns|27/);
  });

  test.each([
    ["list pods in production", "and the deployments", /checkout/],
    ["列出 production 的 pod", "deployment 呢", /checkout/],
  ])("the place, with another kind: “%s”, “%s”", async (first, message, holds) => {
    const { answer } = await last(first, message);
    expect(answer).toMatch(holds);
    expect(answer).not.toMatch(/hello-world/);
  });

  test.each(["now inventory", "inventory 的也来一份", "换成 inventory", "same for inventory"])(
    "what is wanted of another thing: “%s”",
    async (message) => {
      const { calls } = await last(redis, message);
      expect(calls.at(-1)).toMatchObject({ verb: "logs", outcome: "ok" });
      expect(JSON.stringify(calls.at(-1)?.args)).toContain("inventory-");
    },
  );
});

describe("what is pointed at", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage("bundled");
  });
  afterAll(() => stage.close());

  const last = async (...messages: readonly string[]) => {
    const conversation = stage.conversation({ cluster: "dev-cluster", guidance: "direct" });
    let result = await conversation.send(messages[0] ?? "");
    for (const message of messages.slice(1)) result = await conversation.send(message);
    return result;
  };

  test.each(["which pods are on it", "上面有什么 pod", "它上面跑着哪些 pod", "pods on that node"])(
    "“%s” after a node are those that run there",
    async (message) => {
      const { answer } = await last("describe node dev-worker-3", message);
      expect(answer).toContain("kube-proxy-qqrjq");
      expect(answer).not.toContain("redis-0");
    },
  );

  test.each([
    ["list nodes", "describe the one that is not ready", "dev-worker-3"],
    ["list nodes", "看看没就绪的那个", "dev-worker-3"],
    ["list nodes", "describe the control plane", "dev-control-plane"],
    ["list pods in dev", "logs of the pod with the most restarts", "payment-worker-"],
    ["dev 的 pod", "重启最多的那个的日志", "payment-worker-"],
  ])("“%s”, “%s” is the row that is such", async (first, message, name) => {
    const { calls } = await last(first, message);
    expect(JSON.stringify(calls.at(-1)?.args)).toContain(name);
  });

  test.each(["cpu 呢", "and cpu?", "how much cpu do they use"])(
    "“%s” after what pods of a namespace use stays there",
    async (message) => {
      expect((await last("memory usage of pods in production", message)).answer).not.toContain("redis-0");
    },
  );

  test.each(["节点的呢", "and the nodes?"])("“%s” after what pods use is what nodes use", async (message) => {
    expect((await last("memory usage of pods in production", message)).calls.at(-1)).toMatchObject({
      verb: "top",
      resource: "node",
    });
  });

  test.each(["现在几个副本", "how many replicas"])("“%s” asks it of the deployment", async (message) => {
    const { answer } = await last("describe deployment checkout in production", message);
    expect(answer).toMatch(/checkout[\s\S]*2\/2/);
  });

  test.each(["随便一个", "any of them", "哪个都行"])("“%s” takes the first, to look at", async (reply) => {
    const { status, calls } = await last("logs of cart-service in dev", reply);
    expect(status).toBe("ok");
    expect(calls.at(-1)?.verb).toBe("logs");
  });

  test("and never to change", async () => {
    const { status, answer } = await last("delete the cart-service pod in dev", "any of them");
    expect(status).toBe("needs_input");
    expect(answer).toMatch(/cart-service-v1-abcdef[\s\S]*cart-service-v2-ghijk/);
  });
});
