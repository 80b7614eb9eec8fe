import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Conversation, parsePlaybooks } from "../../src/index.ts";
import { openStage, type Stage, serverKinds } from "./servers.ts";

const wide = { width: 200 };

/** Reads that are not the list of clusters, by which a plan tells what it costs. */
/** Where things are may always be looked up. */
const looks = ({ calls }: Awaited<ReturnType<Conversation["send"]>>) =>
  calls.filter(({ resource }) => resource !== "cluster" && resource !== "namespace");

const reads = { zh: /\[读 · \d+ 次调用\] \S+/, en: /\[read · \d+ calls?\] \S+/ };

describe.each(serverKinds)("a plan for a vague wish on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  test.each([
    ["zh", "检查服务健康状况", "服务健康检查"],
    ["en", "check the health of my services", "Service health"],
  ] as const)("is shown as numbered steps before anything is looked at (%s: %s)", async (language, message, title) => {
    const result = await stage.conversation().send(message, wide);
    expect(result).toMatchObject({ status: "needs_input", question: { parameter: "plan" } });
    expect(looks(result)).toEqual([]);
    expect(result.answer).toContain(title);
    expect(result.answer).toMatch(/^ {2}1\. .+\n +\[/m);
    expect(result.answer).toMatch(reads[language]);
    expect(result.plan.length).toBeGreaterThan(1);
    expect(result.question?.choices.map(({ value }) => value)).toEqual(["run", "always", "cancel"]);
  });

  test.each(["", "执行", "1", "好"])("runs on “%s”, and tells what is wrong and looks closely at it", async (reply) => {
    const conversation = stage.conversation();
    await conversation.send("检查服务健康状况", wide);
    const result = await conversation.send(reply, wide);
    expect(result.status).toBe("ok");
    expect(result.answer).toMatch(/发现 \d+ 个问题/);
    expect(result.answer).toMatch(/ \$ kubectl describe /);
    expect(result.answer).toMatch(/可能的原因：/);
    expect(result.calls.every(({ effect }) => effect === "read")).toBe(true);
  });

  test("is changed in words and shown again, and then does what it shows", async () => {
    const conversation = stage.conversation();
    const first = await conversation.send("检查服务健康状况", wide);
    expect(first.answer).toMatch(/\d\. 检查节点是否就绪/);
    const without = await conversation.send("节点不要", wide);
    expect(without).toMatchObject({ status: "needs_input" });
    expect(without.answer).toContain("好的，改成这样");
    expect(without.answer).not.toContain("检查节点是否就绪");
    const placed = await conversation.send("只看 dev", wide);
    expect(placed.answer).toContain("命名空间 dev");
    const added = await conversation.send("加上节点，先看节点", wide);
    expect(added.answer).toMatch(/^ {2}1\. 列出节点/m);
    const left = await conversation.send("只要第 1 步", wide);
    expect(left.plan.filter(({ reason }) => reason === "列出节点")).toHaveLength(1);
    const done = await conversation.send("执行", wide);
    expect(done.status).toBe("ok");
    expect(looks(done).map(({ resource }) => resource)).not.toContain("pod");
    expect(looks(done).map(({ resource }) => resource)).toContain("node");
  });

  test("tells what may be cleaned up, counts first, and no columns of what nobody looked at", async () => {
    const conversation = stage.conversation();
    await conversation.send("what should I clean up", wide);
    const { answer } = await conversation.send("run", wide);
    expect(answer).toMatch(/^(?:Worth cleaning up: .*\d+ ended |Nothing to clean up)/m);
    expect(answer).not.toMatch(/problems found|not listed by this server|VERSION|CrashLoopBackOff/);
    const checked = stage.conversation();
    await checked.send("检查服务健康状况", wide);
    await checked.send("节点不要", wide);
    const result = await checked.send("执行", wide);
    expect(result.answer).toMatch(/发现 \d+ 个问题/);
    expect(result.answer).not.toMatch(/此服务器未提供|节点就绪/);
  });

  test.each(["dev 里的 payment-worker 为什么一直重启", "payment-worker 怎么老重启"])(
    "is no plan for a whole place where one thing is named: %s",
    async (message) => {
      const conversation = stage.conversation({ cluster: "dev-cluster" });
      const first = await conversation.send(message, wide);
      const result = first.status === "needs_input" ? await conversation.send("dev", wide) : first;
      expect(result.status).toBe("ok");
      expect(result.answer).toMatch(/payment-worker-\S+：容器 worker/);
      expect(result.answer).not.toContain("image-resizer");
    },
  );

  test("stays as it is when a change makes no sense, and says so", async () => {
    const conversation = stage.conversation();
    const { plan } = await conversation.send("check the health of my services", wide);
    for (const [reply, said] of [
      ["drop step 99", /no such step|did not understand/],
      ["only steps 98 and 99", /no such step|did not understand/],
      ["add secrets and network policies of the moon", /did not understand|All right|no tool/],
    ] as const) {
      const result = await conversation.send(reply, wide);
      expect(result.answer).toMatch(said);
      expect(result.status).toBe("needs_input");
    }
    expect(plan.length).toBeGreaterThan(0);
  });

  test.each(["取消", "cancel", "3", "不用了"])("is given up on “%s”, and nothing has run", async (reply) => {
    const conversation = stage.conversation();
    await conversation.send("检查服务健康状况", wide);
    const result = await conversation.send(reply, wide);
    expect(result.status).toBe("cancelled");
    expect(looks(result)).toEqual([]);
  });

  test.each([
    ["检查服务健康状况", "读操作都直接跑", "什么东西很慢"],
    ["check the health of my services", "always for reads", "everything is slow"],
  ])("“%s”, “%s”: from then on “%s” runs at once", async (first, always, second) => {
    const conversation = stage.conversation();
    await conversation.send(first, wide);
    expect(await conversation.send(always, wide)).toMatchObject({ status: "ok" });
    expect(await conversation.send(second, wide)).toMatchObject({ status: "ok", question: null });
  });

  test("gives way to another request", async () => {
    const conversation = stage.conversation();
    await conversation.send("检查服务健康状况", wide);
    const result = await conversation.send("列出所有命名空间", wide);
    expect(result.question?.parameter).not.toBe("plan");
  });

  test.each(["集群状态怎么样", "cluster overview", "列出所有集群"])(
    "“%s” is no vague wish and runs at once",
    async (message) => {
      expect(await stage.conversation().send(message, wide)).toMatchObject({ status: "ok", question: null });
    },
  );
});

/** What people say, and the playbook that stands for it. */
const wishes = [
  ["检查服务健康状况", "服务健康检查"],
  ["prod 还好吗", "生产环境还好吗"],
  ["用户说下单很慢", "变慢了"],
  ["有什么可以清理的吗", "可以清理什么"],
  ["马上要上线了，发布前检查一下", "发布前检查"],
  ["刚发布完，帮我看看", "发布后检查"],
  ["资源够用吗", "容量够不够"],
  ["节点有问题吗", "节点有问题"],
  ["网络不通", "网络不通"],
  ["磁盘满了", "存储满了"],
  ["证书过期了吗", "证书什么时候到期"],
  ["内存被谁吃了", "谁在占用资源"],
  ["怎么省钱", "省钱与闲置"],
  ["pod 为什么老是重启", "反复重启"],
  ["检查权限", "权限检查"],
  ["is prod ok?", "Is production all right"],
  ["orders are slow", "It is slow"],
  ["what should I clean up", "What to clean up"],
  ["before the release, please", "Before a release"],
  ["did the rollout work?", "After a deployment"],
  ["do we have enough capacity?", "Capacity"],
  ["are the nodes ok?", "Node trouble"],
  ["the disk is full", "Storage full"],
  ["are the certificates ok", "When certificates expire"],
  ["who uses all the resources", "Who uses the resources"],
  ["where can we save money?", "Cost and idle things"],
  ["what keeps restarting?", "Restarts"],
  ["who has access to prod", "Permissions"],
] as const;

describe("wishes", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage("clusters");
  });
  afterAll(() => stage.close());

  test.each(wishes)("“%s” calls “%s”, which runs", async (message, title) => {
    const conversation = stage.conversation();
    const asked = await conversation.send(message, wide);
    expect(asked.answer).toContain(title);
    const result = await conversation.send("", wide);
    expect({ status: result.status, answer: result.answer }).toMatchObject({ status: "ok" });
    expect(looks(result).length).toBeGreaterThan(0);
    expect(result.answer).not.toMatch(/[{}]\w+[}]/);
  });

  test.each([
    "看一下 cart-service 超时的日志",
    "list the newest pods in dev",
    "删除 dev 里的 pod redis-0",
    "列出所有节点",
  ])("“%s” says what to do and calls no playbook", async (message) => {
    const result = await stage.conversation({ guidance: "direct", cluster: "dev-cluster" }).send(message, wide);
    expect(result.question?.parameter).not.toBe("plan");
    expect(result.plan.length).toBeLessThan(2);
  });
});

const closeUp = parsePlaybooks([
  {
    file: "close-up.yaml",
    text: `id: not-starting
title: { zh: 逐步细看, en: Close-up }
about: thing
wishes: { zh: ["起不来"] }
steps:
  - { verb: describe, resource: thing, reason: { en: its state } }
  - { verb: list, resource: event, reason: { en: its events } }
  - { verb: logs, resource: pod, tail: 20, reason: { en: its log } }
`,
  },
]);

describe.each(serverKinds)("why one thing is in trouble, on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  test.each([
    ["payment-worker 为什么起不来", "不要事件"],
    ["why does payment-worker not start", "without events"],
  ])("“%s” is asked what is missing, then shown as the team's plan that “%s” changes", async (message, change) => {
    const playbooks = closeUp.kind === "playbooks" ? closeUp.playbooks : [];
    const conversation = stage.conversation({ cluster: "dev-cluster", playbooks });
    await conversation.send(message, wide);
    const asked = await conversation.send("dev", wide);
    expect(asked).toMatchObject({ status: "needs_input", question: { parameter: "plan" } });
    expect(asked.answer).toMatch(/ 1\. .*\n.*payment-worker-\S+/);
    const changed = await conversation.send(change, wide);
    expect(changed.plan.map(({ tool }) => tool).join()).not.toMatch(/event/i);
    const result = await conversation.send("", wide);
    expect(result.status).toBe("ok");
    expect(result.answer).toMatch(/could not connect|payments-db|connecting to postgres/);
  });

  test("the built-in playbook is one look into its causes, which needs no plan to be agreed to", async () => {
    const conversation = stage.conversation({ cluster: "dev-cluster", namespace: "dev" });
    const result = await conversation.send("payment-worker 为什么起不来", wide);
    expect(result).toMatchObject({ status: "ok", question: null });
    expect(result.answer).toMatch(/可能的原因/);
  });
});

describe("a team's own playbook", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage("bundled");
  });
  afterAll(() => stage.close());

  const own = parsePlaybooks([
    {
      file: "tills.yaml",
      text: `id: tills
title: { zh: 收银检查, en: Till check }
wishes: { en: ["check the tills"], zh: ["检查收银"] }
steps:
  - { verb: list, resource: deployment, reason: { zh: 看收银台, en: Look at the tills } }
  - { verb: scale, resource: deployment, name: cart-service-v1, namespace: dev, replicas: 2, reason: { en: More tills } }
`,
    },
  ]);
  const playbooks = own.kind === "playbooks" ? own.playbooks : [];

  test.each(["check the tills", "检查收银"])("“%s” shows it; what it changes is asked for on its own", async (wish) => {
    const conversation = stage.conversation({ playbooks, namespace: "dev" });
    const plan = await conversation.send(wish, wide);
    expect(plan.answer).toMatch(/Look at the tills|看收银台/);
    expect(plan.answer).toMatch(/\[(?:write|写).*namespace=dev, name=cart-service-v1/);
    const asked = await conversation.send("", wide);
    expect(asked.status).toBe("needs_approval");
    expect(asked.calls.every(({ effect }) => effect === "read")).toBe(true);
    const refused = await conversation.send("no", wide);
    expect(refused.calls).toEqual([]);
  });

  test("is all that there is, where nothing else was given", async () => {
    const conversation = stage.conversation({ playbooks, guidance: "direct" });
    expect(await conversation.send("有什么可以清理的", wide)).not.toMatchObject({ question: { parameter: "plan" } });
  });
});

describe("a plan that is told", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage("plain");
  });
  afterAll(() => stage.close());

  test("comes before its reads, with what each step costs, and they run", async () => {
    const conversation = stage.conversation({ plans: "tell" });
    const told: string[] = [];
    const listening = (async () => {
      for await (const event of conversation.events()) {
        if (event.type === "plan") told.push(`plan ${event.steps.map(({ calls }) => calls).join()}`);
        if (event.type === "call.started" && !/cluster|namespace/.test(event.tool)) told.push("call");
        if (event.type === "result") break;
      }
    })();
    expect(await conversation.send("is production ok?", wide)).toMatchObject({ status: "ok" });
    await listening;
    expect(told[0]).toMatch(/^plan \d/);
    expect(told.filter((line) => line.startsWith("plan"))).toHaveLength(1);
  });

  test("is all that happens where nothing else is wanted", async () => {
    const result = await stage.conversation({ plans: "only", guidance: "direct" }).send("有什么可以清理的", wide);
    expect(result).toMatchObject({ status: "ok", question: null });
    expect(result.answer).toContain("只显示计划");
    expect(looks(result)).toEqual([]);
    expect(result.plan.length).toBeGreaterThan(1);
  });
});
