import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { turnResultSchema } from "../../src/index.ts";
import { openStage, type Stage, serverKinds } from "./servers.ts";

describe.each(serverKinds)("teaching on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  const talk = (guidance: "guided" | "direct" = "direct") => {
    const conversation = stage.conversation({ cluster: "dev-cluster", guidance });
    return async (message: string) => {
      const result = turnResultSchema.parse(await conversation.send(message));
      expect(result.usage.modelCalls).toBe(0);
      return result;
    };
  };

  test.each([
    ["dev 里的 payment-worker 起不来，看一下它的日志", /事件（Events）.*要我检查 payment-worker\S* 的事件吗？/, "好"],
    ["dev 里的 payment-worker 报错了，给我看日志", /要我检查 payment-worker/, "查吧"],
    ["show me the logs of payment-worker in dev, it is broken", /events before its logs.*Say “yes” to check/, "yes"],
    ["logs of payment-worker in dev please, there was an error", /Say “yes” to check the events/, "go on"],
  ])("“%s” shows the log and offers the events first, and yes looks at them", async (message, tip, yes) => {
    const say = talk();
    const logs = await say(message);
    expect(logs.status).toBe("ok");
    expect(logs.answer).toMatch(/payment-worker 0\.9\.4 starting|payments-db|2 行|lines: 2/);
    expect(logs.tip).toMatch(tip);
    expect(logs.nextSteps[0]?.label).toMatch(/事件|events/);
    const events = await say(yes);
    expect(events.status).toBe("ok");
    expect(events.plan.map(({ effect }) => effect)).toEqual(["read"]);
    expect(events.calls.at(-1)).toMatchObject({ resource: "event", outcome: "ok" });
    expect(events.answer).toMatch(/BackOff/);
    // Other pods of the namespace have events as well; this one pulls its image fine.
    expect(events.tip ?? "").not.toMatch(/image|镜像/);
  });

  test("a pod that a list showed in trouble is offered its events, whatever the words", async () => {
    const say = talk();
    await say("list pods in dev");
    const { tip } = await say("logs of payment-worker in dev");
    if (kind !== "clusters") expect(tip).toMatch(/Say “yes” to check the events of payment-worker/);
  });

  test("yes takes nothing where nothing was offered", async () => {
    const say = talk();
    await say("list namespaces");
    const { plan, calls } = await say("yes");
    expect({ plan, calls }).toEqual({ plan: [], calls: [] });
  });

  test("no tip is said twice, and none at all once they are off", async () => {
    const say = talk();
    const said: (string | null)[] = [];
    for (let round = 0; round < 4; round += 1) said.push((await say("list namespaces")).tip);
    expect(said[0]).not.toBeNull();
    expect(said.slice(1)).toEqual([null, null, null]);
    expect((await say("/tips off")).answer).toContain("/tips on");
    expect((await say("list nodes")).tip).toBeNull();
    await say("/tips on");
    expect((await say("list nodes")).tip).not.toBeNull();
  });

  test.each([
    ["列出命名空间", "为什么", /出处：https:\/\/kubernetes\.io\/zh-cn\/docs\//],
    ["list namespaces", "why?", /Source: https:\/\/kubernetes\.io\/docs\//],
  ])("after the tip of “%s”, “%s” tells where it comes from", async (message, why, source) => {
    const say = talk();
    const { tip } = await say(message);
    const { answer, calls, tip: again } = await say(why);
    expect(answer).toContain(tip);
    expect(again).toBeNull();
    expect(answer).toMatch(source);
    expect(calls).toEqual([]);
  });

  test.each([
    ["什么是 PDB", /主动驱逐/, "concepts/workloads/pods/disruptions/"],
    ["what is a StatefulSet", /fixed names/, "concepts/workloads/controllers/statefulset/"],
    ["解释一下 CrashLoopBackOff", /上一次运行的日志/, "concepts/workloads/pods/pod-lifecycle/"],
    ["difference between deployment and statefulset", /interchangeable[\s\S]*identity/, "controllers/deployment/"],
    ["ImagePullBackOff 是什么意思", /镜像拉不下来/, "concepts/containers/images/"],
  ])("“%s” is explained without a call, and can be seen live", async (message, holds, page) => {
    const say = talk("guided");
    const { status, answer, calls, nextSteps } = await say(message);
    expect(status).toBe("ok");
    expect(answer).toMatch(holds);
    expect(answer).toContain(page);
    expect(calls).toEqual([]);
    expect(nextSteps.length).toBeGreaterThan(0);
    expect((await say("1")).status).toBe("ok");
  });

  test.each([
    ["列出 dev 里有问题的 pod", "解释一下", /CrashLoopBackOff 表示|OOMKilled 表示|Evicted 表示|ImagePullBackOff 表示/],
    ["describe pod payment-worker in dev", "explain this", /CrashLoopBackOff means/],
  ])("after “%s”, “%s” explains what was shown", async (message, explain, holds) => {
    const say = talk();
    const shown = await say(message);
    expect(shown.answer).toMatch(/CrashLoopBackOff|OOMKilled/);
    const explained = await say(explain);
    expect(explained.answer).toMatch(holds);
    expect(explained.nextSteps).toEqual(shown.nextSteps);
  });

  test.each([
    ["解释一下 frobnication", /不想乱猜/],
    ["explain frobnication", /rather not guess/],
  ])("a word that nobody knows is not guessed at: %s", async (message, honest) => {
    const { answer, calls } = await talk()(message);
    expect(answer).toMatch(honest);
    expect(calls).toEqual([]);
  });

  test("an answer about a thing without limits or with an open tag says so", async () => {
    const say = talk();
    const { tip, answer } = await say("describe pod cart-service-v2-ghijk in dev");
    if (/containers:/.test(answer)) expect(tip).toMatch(/limit|requests|probe|latest/);
    else expect(tip).not.toBeUndefined();
  });
});
