import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { behindOurBack } from "./behind-our-back.ts";
import { openStage, type Stage } from "./servers.ts";

const wide = { width: 200 };
const dev = { guidance: "direct", plans: "tell", cluster: "dev-cluster" } as const;

type Called = { readonly resource: string; readonly cached: boolean; readonly args: Readonly<Record<string, unknown>> };

describe("an answer from the cache says how old it is", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage("bundled");
  });
  afterAll(() => stage.close());
  // Only the clock that results age by: all else goes on as it is.
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["performance"] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const told =
    /\(from the cache, read [4-9]s ago; “\/refresh” reads it anew\)|（来自缓存，[4-9]s 前读取；输入“刷新缓存”可重新读取）/g;

  test.each([
    ["a list", "list configmaps in dev"],
    ["a list that judges", "dev 里有哪些 pod"],
    ["a count", "how many pods are in dev"],
    ["a fact", "which node is payment-worker on in dev"],
    ["a description", "describe deployment payment-worker in dev"],
    ["a comparison", "compare pods in dev and production"],
    ["a diagnosis", "why is the deployment payment-worker broken in dev?"],
    ["a diagnosis", "dev 的 payment-worker 为什么一直重启"],
    ["what stands in the way of a service", "can cart-service be reached in dev"],
    ["a survey", "is namespace dev healthy"],
    ["a survey of all clusters", "集群状态怎么样"],
    ["what changed", "what changed in dev in the last hour"],
    ["a playbook", "what wastes resources in dev"],
    ["what nothing uses", "which configmaps are unused in dev"],
    ["a drain", "what happens if I drain dev-worker-1"],
    ["what a restart would do", "is it safe to restart web-frontend"],
    ["what a restart would do", "web-frontend 现在重启安全吗"],
    ["a quick command", "[查看节点]"],
    ["a quick command", "List namespaces"],
  ])("%s: “%s”", async (_, message) => {
    const shared = stage.crew({ guidance: "direct", plans: "tell" });
    const begin = () => shared.conversation({ cluster: "dev-cluster" });
    const first = await begin().send(message, wide);
    expect(first.answer).not.toMatch(told);
    vi.advanceTimersByTime(4_000);
    const { answer, calls } = await begin().send(message, wide);
    expect(calls.filter(({ cached }) => cached)).not.toHaveLength(0);
    expect(answer.match(told)).toHaveLength(1);
  });

  test("a next step that is taken by its number says so as well", async () => {
    const conversation = stage.conversation(dev);
    await conversation.send("list pods in dev", wide);
    vi.advanceTimersByTime(4_000);
    await conversation.send("which pods are broken in dev", wide);
    const { answer, calls } = await conversation.send("1", wide);
    const isKept = calls.some(({ cached, resource }) => cached && resource === "pod");
    expect(isKept).toBe(told.test(answer));
  });
});

describe("what is said to be nowhere, or to be so many", () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage("bundled");
  });
  afterEach(() => stage.close());

  const listsOf = (calls: readonly Called[], resource: string, context: string) =>
    calls.filter((call) => call.resource === resource && !call.cached && call.args.context === context);

  test("rests on no kept list of another cluster: what was made there meanwhile is found", async () => {
    const conversation = stage.conversation(dev);
    await conversation.send("describe flux-capacitor", wide);
    await behindOurBack(stage, "prod-cluster").makePod("production", "flux-capacitor");
    const { answer } = await conversation.send("describe flux-capacitor", wide);
    expect(answer).toMatch(/it is in prod-cluster/);
    expect(answer).not.toMatch(/Nor is it/);
  });

  test("is looked up once where nothing of it was kept", async () => {
    const { answer, calls } = await stage.conversation(dev).send("describe flux-capacitor", wide);
    expect(answer).toMatch(/Nor is it in the other clusters \(prod-cluster\)/);
    expect(listsOf(calls, "pod", "prod-cluster")).toHaveLength(1);
  });

  test.each([
    ["is billing healthy", /only namespace billing/],
    ["billing 健康吗", /只看命名空间 billing/],
    ["what changed in billing", /What changed in cluster dev-cluster, namespace billing/],
    ["how do I restart web-frontend in billing with kubectl", /-n billing/],
  ])("rests on no kept names of places: “%s” where the namespace was made meanwhile", async (message, told) => {
    const conversation = stage.conversation(dev);
    await conversation.send("list namespaces", wide);
    await behindOurBack(stage).makeNamespace("billing");
    const { answer } = await conversation.send(message, wide);
    expect(answer).toMatch(told);
    expect(answer).not.toMatch(/not found|没有找到/);
  });

  test("rests on no kept names of another cluster's places either, where one turns to them", async () => {
    const conversation = stage.conversation(dev);
    await conversation.send("switch to billing", wide);
    await behindOurBack(stage, "prod-cluster").makeNamespace("billing");
    expect((await conversation.send("switch to billing", wide)).answer).toMatch(/prod-cluster has one/);
  });

  test("is surveyed once where everything was read for it", async () => {
    const { answer, calls } = await stage.conversation(dev).send("is billing healthy", wide);
    const sent = calls.filter(({ cached }) => !cached).map(({ tool, args }) => JSON.stringify([tool, args]));
    expect(answer).toMatch(/was not found/);
    expect(sent.toSorted()).toEqual([...new Set(sent)].toSorted());
  });

  test("“add 2 replicas” counts from what there is now, not from what was kept", async () => {
    const conversation = stage.conversation(dev);
    await conversation.send("describe deployment web-frontend in dev", wide);
    await behindOurBack(stage).scale("dev", "web-frontend", 5);
    const { approval } = await conversation.send("add 2 replicas to web-frontend in dev", wide);
    expect(approval).toMatchObject({ from: "replicas=5", to: "replicas=7" });
  });
});
