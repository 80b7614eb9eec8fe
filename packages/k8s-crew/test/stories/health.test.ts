import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { openStage, type Stage, serverKinds, testWhere } from "./servers.ts";

const direct = { guidance: "direct" } as const;

describe.each(serverKinds)("health on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());
  const ask = async (message: string) => {
    const result = await stage.conversation(direct).send(message, { width: 200 });
    expect({ message, status: result.status }).toEqual({ message, status: "ok" });
    return result.answer;
  };
  /** What is nowhere is no success: a script has to notice. */
  const askOfNothing = async (message: string) => {
    const { status, error, answer } = await stage.conversation(direct).send(message, { width: 200 });
    expect({ message, status, code: error?.code }).toEqual({ message, status: "error", code: "not_found" });
    return answer;
  };

  test.each([
    ["check the health of the namespace nosuch", /namespace nosuch was not found\.$/m],
    ["检查命名空间 nosuch 的健康状况", /没有找到命名空间 nosuch。$/m],
  ])("“%s” says first what is nowhere", async (message, said) => {
    expect((await askOfNothing(message)).split("\n")[0]).toMatch(said);
  });

  test.each(["dev 健康吗", "is the namespace dev healthy?"])(
    "“%s” is about the namespace, and says so",
    async (message) => {
      const answer = await ask(message);
      expect(answer).toMatch(/命名空间 dev|namespace dev/);
      expect(answer).toMatch(/payment-worker/);
      expect(answer).not.toMatch(/production|kube-system/);
    },
  );

  testWhere(kind === "plain", "the others can choose their cluster").each([
    ["production 健康吗", /没有找到/],
    ["is production healthy?", /was not found/],
  ])(
    "clusters that cannot be chosen stand in the one table, and nothing is said to be missing: %s",
    async (message, not) => {
      const answer = await ask(message);
      expect(answer.match(/^(?:集群|CLUSTER) .*(?:Pod|PODS)/gmu)).toHaveLength(1);
      expect(answer).not.toMatch(not);
    },
  );

  test.each(["检查 payment-worker 健康状况", "is payment-worker healthy in dev?"])(
    "“%s” is about what has the name, and of nothing else",
    async (message) => {
      const answer = await ask(message);
      expect(answer).toMatch(/名称含 payment-worker|what is called payment-worker/);
      expect(answer).toMatch(/pod\/payment-worker\S* +CrashLoopBackOff/);
      expect(answer).not.toMatch(/image-resizer|\bNotReady/);
    },
  );

  test.each([
    ["dev 健康吗", /最要紧的 3 个[\s\S]*可能的原因[\s\S]*下一步[\s\S]*还有 \d+ 个没有查原因/],
    [
      "is the namespace dev healthy?",
      /for the 3 that matter most[\s\S]*Likely cause[\s\S]*\d+ more were not looked into/,
    ],
    ["检查 payment-worker 健康状况", /最要紧的 1 个[\s\S]*容器 worker[\s\S]*退出码 1/],
    ["is payment-worker healthy in dev?", /for the 1 that matters most[\s\S]*container worker[\s\S]*exit code 1/],
  ])("“%s” ends with the causes of the worst troubles, and how many were left", async (message, causes) => {
    expect(await ask(message)).toMatch(causes);
  });

  test.each(["is payments ok in production", "production 里的 payments 健康吗"])(
    "“%s” does not call well what is not there",
    async (message) => {
      const answer = await askOfNothing(message);
      expect(answer).toMatch(/nothing of that name|没有找到这个名称/);
      expect(answer).toMatch(/checkout/);
      expect(answer).not.toMatch(/nothing wrong|没有发现问题|fine\b|正常/);
    },
  );

  test.each([
    ["is cart-servce ok?", "cart-service-v1"],
    ["is the namespace dvev ok?", "dev"],
    ["命名空间 producton 健康吗", "production"],
  ])("“%s” is answered with the name that is near: %s", async (message, near) => {
    expect(await askOfNothing(message)).toMatch(new RegExp(`[(（][^()（）]*\\b${near}\\b[^()（）]*[)）]`));
  });

  testWhere(kind !== "plain", "the plain server cannot be told a cluster").each([
    "dev-cluster 健康吗",
    "is dev-cluster healthy?",
  ])("the next steps after “%s” go to that cluster, whatever was talked about before", async (message) => {
    const conversation = stage.conversation({ ...direct, cluster: "prod-cluster" });
    const [step] = (await conversation.send(message)).nextSteps;
    const result = await conversation.send(step?.message ?? "");
    expect(result).toMatchObject({ status: "ok", question: null });
    expect(result.answer).toMatch(/dev-cluster/);
  });

  test.each([
    ["检查 payment-worker 健康状况", "它健康吗"],
    ["show pod payment-worker in dev", "is it healthy?"],
  ])("after “%s”, “%s” is about the same thing", async (first, second) => {
    const conversation = stage.conversation({ ...direct, ...(kind === "plain" ? {} : { cluster: "dev-cluster" }) });
    await conversation.send(first);
    const { answer } = await conversation.send(second, { width: 200 });
    expect(answer).toMatch(/名称含 payment-worker|what is called payment-worker/);
    expect(answer).not.toMatch(/image-resizer/);
  });

  test.each(["dev 命名空间怎么了", "why is namespace dev broken?"])("“%s” asks for no pod's name", async (message) => {
    expect(await ask(message)).toMatch(/pod\/payment-worker\S* +CrashLoopBackOff/);
  });

  test.each(["哪个命名空间有问题", "which namespaces have problems?"])(
    "“%s” is told by what is in them, not by the namespaces being active",
    async (message) => {
      expect(await ask(message)).toMatch(/pod\/payment-worker\S* +CrashLoopBackOff/);
    },
  );

  test("what was looked at is said", async () => {
    expect(await ask("健康检查")).toMatch(/看过：.*节点、Pod、Deployment/);
  });
});

describe("a server that cannot choose a cluster", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage("plain");
  });
  afterAll(() => stage.close());

  test.each([
    ["prod-cluster 的状态", /不能选择集群.*prod-cluster/],
    ["is prod-cluster healthy?", /cannot choose a cluster.*prod-cluster/],
    ["prod 出问题了吗", /不能选择集群.*prod-cluster/],
  ])("says so of “%s”, and shows nothing of the cluster that it is connected to", async (message, said) => {
    const { answer } = await stage.conversation(direct).send(message, { width: 200 });
    expect(answer.split("\n")[0]).toMatch(said);
    expect(answer).toContain("kubectl get pods -A --context prod-cluster");
    expect(answer).not.toMatch(/payment-worker|dev-worker/);
  });
});

describe.each(["bundled", "clusters"] as const)("a cluster that is not there, on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  test("is not answered with all others", async () => {
    const { answer } = await stage.conversation({ ...direct, cluster: "nowhere" }).send("cluster status");
    expect(answer).toMatch(/^nowhere +unknown context/m);
    expect(answer).toMatch(/nowhere: unknown context \(dev-cluster, prod-cluster\)/);
    expect(answer).not.toMatch(/CrashLoopBackOff/);
  });

  test.each(["prod 出问题了吗", "is prod ok?"])(
    "a part of one cluster's name means that cluster: “%s”",
    async (message) => {
      const { answer } = await stage.conversation(direct).send(message, { width: 200 });
      expect(answer).toMatch(/^prod-cluster/m);
      expect(answer).not.toMatch(/^dev-cluster/m);
    },
  );
});

describe("verdicts and the cache", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage("clusters");
  });
  afterAll(() => stage.close());
  // Only the clock that results age by: all else goes on as it is.
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["performance"] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test.each([
    ["dev-cluster health check", "LIST_APPS_RESOURCES"],
    ["dev-cluster 的状态", "LIST_NODES"],
    ["describe node dev-worker-3", "DESCRIBE_CORE_RESOURCE"],
    ["which nodes are not ready?", "LIST_NODES"],
    ["why is the deployment payment-worker broken in dev?", "GET_APPS_RESOURCE"],
    ["which namespaces are terminating?", "LIST_NAMESPACES"],
    ["哪些 namespace 不是 Active？", "LIST_NAMESPACES"],
    ["is pvc analytics-data in dev bound?", "GET_CORE_RESOURCE"],
    ["list deployments in dev", "LIST_APPS_RESOURCES"],
    ["list configmaps named cart in dev", "LIST_CORE_RESOURCES"],
    ["dev 里有哪些 pod", "LIST_CORE_RESOURCES"],
  ])("“%s” rests on nothing older than fifteen seconds", async (message, tool) => {
    const conversation = stage.conversation({ ...direct, cluster: "dev-cluster" });
    const sent = () => stage.sample?.calls().filter((call) => call.tool === tool).length ?? 0;
    await conversation.send(message);
    const first = sent();
    expect(first).toBeGreaterThan(0);
    await conversation.send(message);
    expect(sent()).toBe(first);
    vi.advanceTimersByTime(16_000);
    await conversation.send(message);
    expect(sent()).toBeGreaterThan(first);
  });

  test.each([
    ["list configmaps in dev", "LIST_CORE_RESOURCES"],
    ["dev 有多少个 configmap", "LIST_CORE_RESOURCES"],
  ])("“%s” may be older, since it judges nothing, and says how old it is", async (message, tool) => {
    const conversation = stage.conversation({ ...direct, cluster: "dev-cluster" });
    const sent = () => stage.sample?.calls().filter((call) => call.tool === tool).length ?? 0;
    await conversation.send(message);
    const first = sent();
    vi.advanceTimersByTime(25_000);
    const { answer } = await conversation.send(message);
    expect(sent()).toBe(first);
    expect(answer).toMatch(/from the cache, read 25s ago|来自缓存，25s 前读取/);
  });
});
