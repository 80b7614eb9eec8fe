import { type OpenRouterDouble, useOpenRouter } from "@k8s-copilot/doubles";
import { createOpenRouterModel } from "@k8s-copilot/openrouter";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { answer, clarifier, executor, planner } from "./model-replies.ts";
import { openStage, type ServerKind, type Stage, serverKinds } from "./servers.ts";

const startOpenRouter = useOpenRouter(afterEach);

/** The tool by which each kind of server lists its clusters, and reads a log. */
const names: {
  readonly [kind in ServerKind]: { readonly clusters: string; readonly logs: string; readonly pod: string };
} = {
  bundled: { clusters: "configuration_contexts_list", logs: "pods_log", pod: "name" },
  clusters: { clusters: "LIST_CLUSTERS", logs: "GET_POD_LOGS", pod: "name" },
  plain: { clusters: "list_clusters", logs: "get_pod_logs", pod: "pod_name" },
};

describe.each(["gemini25", "gemini3"] as const)("with a model of the family %s", (family) => {
  describe.each(serverKinds)("on the %s server", (kind) => {
    let stage: Stage;
    let openRouter: OpenRouterDouble;
    beforeAll(async () => {
      stage = await openStage(kind);
    });
    beforeEach(async () => {
      openRouter = await startOpenRouter({ family });
    });
    afterAll(() => stage.close());

    const model = () =>
      createOpenRouterModel({ apiKey: openRouter.apiKey, baseUrl: openRouter.baseUrl, model: openRouter.model });

    test("the status is planned by the model, read by tools, counted by code and explained after the facts", async () => {
      openRouter.enqueue(
        {
          match: planner,
          reply: answer({ view: "status", calls: [{ tool: names[kind].clusters, arguments: [], reason: "列出集群" }] }),
        },
        { match: executor, reply: answer({ hypothesis: "EXPLAINED-BY-MODEL" }) },
      );
      const result = await stage.conversation({ model: model() }).send("帮我查看一下k8s状态");
      expect(result.status).toBe("ok");
      expect(result.plan[0]).toMatchObject({ tool: names[kind].clusters, reason: "列出集群" });
      expect(result.calls[0]).toMatchObject({ tool: names[kind].clusters, outcome: "ok" });
      expect(result.answer).toMatch(/dev-cluster/);
      expect(result.answer.indexOf("EXPLAINED-BY-MODEL")).toBeGreaterThan(result.answer.indexOf("CrashLoopBackOff"));
      expect(result.usage.modelCalls).toBe(2);
      expect(result.usage.costUsd).toBeGreaterThan(0);
    });

    test("the cart-service story takes two model calls at most: picks and lists take none, an invented place is asked for", async () => {
      const call = {
        tool: names[kind].logs,
        arguments: [
          { name: names[kind].pod, value: "cart-service" },
          { name: "namespace", value: "made-up" },
        ],
        reason: "logs",
      };
      openRouter.enqueue(
        { match: planner, reply: answer({ view: "call", calls: [call], lead_in: "好的，我先看看。" }) },
        { match: executor, reply: answer({ hypothesis: "" }) },
      );
      const conversation = stage.conversation({ model: model(), cluster: "dev-cluster" });
      const asked = await conversation.send("hi，帮我看一下 `cart-service` 的日志");
      expect(asked).toMatchObject({ status: "needs_input", question: { parameter: "namespace" } });
      expect(asked.answer).toMatch(/^好的，我先看看。/);
      let calls = asked.usage.modelCalls;
      for (const reply of ["不确定，列出来", "dev", "v2 那个"])
        calls += (await conversation.send(reply)).usage.modelCalls;
      expect(calls).toBe(2);
    });

    test("a reply that the rules cannot map is put to the clarifier's model, which may only name a choice", async () => {
      const call = {
        tool: names[kind].logs,
        arguments: [
          { name: names[kind].pod, value: "cart-service" },
          { name: "namespace", value: "dev" },
        ],
        reason: "logs",
      };
      openRouter.enqueue(
        { match: planner, reply: answer({ view: "call", calls: [call] }) },
        { match: clarifier, reply: answer({ choice: "2" }) },
        { match: executor, reply: answer({ hypothesis: "" }) },
      );
      const conversation = stage.conversation({ model: model(), cluster: "dev-cluster" });
      const asked = await conversation.send("logs of cart-service in dev");
      const result = await conversation.send("hmm the rollout candidate, you know");
      expect(result.status).toBe("ok");
      expect(result.calls.at(-1)?.args).toMatchObject({ [names[kind].pod]: asked.question?.choices[1]?.value });
    });
  });
});

describe("a model that cannot be had", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage("bundled");
  });
  afterAll(() => stage.close());

  test("a rejected key leaves the turn to the rules, which is said once, with the remedy", async () => {
    const openRouter = await startOpenRouter();
    const model = createOpenRouterModel({
      apiKey: "sk-or-v1-wrong",
      baseUrl: openRouter.baseUrl,
      model: openRouter.model,
    });
    const result = await stage.conversation({ model }).send("please show me all the namespaces there are");
    expect(result.status).toBe("ok");
    expect(result.warnings).toHaveLength(1);
    expect(result.warnings[0]).toMatch(/key/i);
    const other = await stage.conversation({ model }).send("qwertz asdf");
    expect(other).toMatchObject({ status: "error", error: { code: "model_key_rejected" } });
  });

  test("a rejected key is tried and told once in a conversation, not for every message", async () => {
    const openRouter = await startOpenRouter();
    const model = createOpenRouterModel({ ...openRouter, apiKey: "sk-or-v1-wrong" });
    const conversation = stage.conversation({ model, cluster: "dev-cluster" });
    const asked = () => openRouter.log().filter(({ path }) => path.endsWith("/chat/completions")).length;
    expect((await conversation.send("show me the pods in dev")).warnings).toHaveLength(1);
    expect(asked()).toBe(1);
    const second = await conversation.send("show me the logs of redis-0 in dev");
    expect(second).toMatchObject({ status: "ok", warnings: [], usage: { modelCalls: 0 } });
    expect(await conversation.send("qwertz asdf")).toMatchObject({ error: { code: "model_key_rejected" } });
    expect(asked()).toBe(1);
    expect((await conversation.send("列出 dev 的 pod")).warnings[0]).toContain("密钥");
  });

  test("a service that is down does too", async () => {
    const openRouter = await startOpenRouter();
    await openRouter.close();
    const model = createOpenRouterModel({ ...openRouter, limits: { maxRetries: 0 } });
    const result = await stage.conversation({ model }).send("please show me all the namespaces there are");
    expect(result.status).toBe("ok");
    expect(result.warnings[0]).toMatch(/model/i);
  });
});
