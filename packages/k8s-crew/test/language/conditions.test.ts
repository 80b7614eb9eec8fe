import { describe, expect, test } from "vitest";
import type { Comparison, Condition, Field } from "../../src/language/condition.ts";
import { readRequest } from "../../src/language/requests/request.ts";
import { inState } from "./label.ts";

const at = (field: Field, comparison: Comparison, value?: string): Condition => ({
  field,
  comparison,
  ...(value === undefined ? {} : { value }),
});

describe("what rows have to meet is read as conditions, and no word of it as a name", () => {
  const examples: readonly (readonly [message: string, resource: string, condition: Condition])[] = [
    ["pods with more than 5 restarts", "pod", at("restarts", "more", "5")],
    ["show me the pods that restarted at least three times in team-a", "pod", at("restarts", "at_least", "3")],
    ["team-a 里重启超过 5 次的 pod", "pod", at("restarts", "more", "5")],
    ["重启 3 次以上的 pod 有哪些", "pod", at("restarts", "at_least", "3")],
    ["deployments with fewer than 2 replicas", "deployment", at("replicas", "less", "2")],
    ["副本数小于 2 的 deployment", "deployment", at("replicas", "less", "2")],
    ["pods older than 7 days", "pod", at("age", "more", "604800")],
    ["运行超过 7 天的 pod", "pod", at("age", "more", "604800")],
    ["statefulsets younger than an hour", "statefulset", at("age", "less", "3600")],
    ["jobs created in the last 2 hours", "job", at("age", "less", "7200")],
    ["最近 2 小时内创建的 job", "job", at("age", "less", "7200")],
    ["pods created today", "pod", at("age", "at_most", "today")],
    ["今天新建的 deployment", "deployment", at("age", "at_most", "today")],
    ["which pods have no limits", "pod", at("limits", "missing")],
    ["没有设置资源限制的 pod", "pod", at("limits", "missing")],
    ["containers without memory limits", "pod", at("limits", "missing", "memory")],
    ["没配就绪探针的 deployment", "deployment", at("readinessProbe", "missing")],
    ["services without endpoints", "endpoint", at("endpoints", "missing")],
    ["哪些服务没有后端", "endpoint", at("endpoints", "missing")],
    ["nodes with memory pressure", "node", at("pressure", "contains", "MemoryPressure")],
    ["有磁盘压力的节点", "node", at("pressure", "contains", "DiskPressure")],
    ["pods whose image contains nginx", "pod", at("image", "contains", "nginx")],
    ["which deployments use the postgres image", "deployment", at("image", "contains", "postgres")],
    ["用了 nginx 镜像的 pod", "pod", at("image", "contains", "nginx")],
    ["which deployments are running nginx:1.27?", "deployment", at("image", "contains", "nginx:1.27")],
    ["which deployments have only one replica", "deployment", at("replicas", "equal", "1")],
    ["哪些 deployment 只有一个副本", "deployment", at("replicas", "equal", "1")],
    ["single-replica statefulsets", "statefulset", at("replicas", "equal", "1")],
    ["单副本的 deployment", "deployment", at("replicas", "equal", "1")],
    ["副本数是 2 的 deployment", "deployment", at("replicas", "equal", "2")],
    ["pods that have 3 restarts", "pod", at("restarts", "equal", "3")],
    ["which pods have no memory limit", "pod", at("limits", "missing", "memory")],
    ["哪些 pod 没有内存限制", "pod", at("limits", "missing", "memory")],
    ["哪些 pod 没有设置 cpu 限制", "pod", at("limits", "missing", "cpu")],
    ["completed jobs", "job", inState("completed")],
    ["已完成的 pod", "pod", inState("completed")],
    ["PVCs that are not bound", "pvc", inState("unbound")],
    ["没绑定的 pvc", "pvc", inState("unbound")],
    ["cordoned nodes", "node", inState("cordoned")],
    ["被驱逐的 pod", "pod", inState("evicted")],
  ];
  test.each(examples)("%s", (message, resource, condition) => {
    const request = readRequest(message, {});
    expect(request).toMatchObject({ kind: "request", verb: "list", resource, conditions: [condition] });
    expect(request).not.toHaveProperty("name");
    expect(request).not.toHaveProperty("refersBack");
  });

  test("usage is held against what runs, in the units that people say", () => {
    const [mebibytes] = [500 * 1024 * 1024];
    for (const message of ["pods using more than 500m memory", "内存超过 500Mi 的 pod"])
      expect(readRequest(message, {})).toMatchObject({
        verb: "top",
        resource: "pod",
        conditions: [at("memory", "more", String(mebibytes))],
      });
  });

  test("a log, a change and a new image keep their numbers and words to themselves", () => {
    for (const message of [
      "logs of web older than 5 minutes",
      "scale web to at least 3 replicas",
      "set the image of web to nginx:1.27",
    ])
      expect(readRequest(message, {})).not.toHaveProperty("conditions");
  });
});

describe("the first ones, an order and a count", () => {
  test.each([
    ["top three pods by memory", { verb: "top", resource: "pod", quality: "most_memory", first: 3 }],
    ["最耗内存的 3 个 pod", { verb: "top", resource: "pod", quality: "most_memory", first: 3 }],
    ["the 5 oldest pods", { verb: "list", resource: "pod", quality: "oldest", first: 5 }],
    ["重启最多的三个 pod", { verb: "list", resource: "pod", quality: "most_restarts", first: 3 }],
    ["pods sorted by restarts", { verb: "list", resource: "pod", quality: "most_restarts" }],
    ["按创建时间排序列出 deployment", { verb: "list", resource: "deployment", quality: "newest" }],
    [
      "how many pods per namespace",
      { verb: "list", resource: "pod", counted: true, per: "namespace", allNamespaces: true },
    ],
    ["每个节点有多少 pod", { verb: "list", resource: "pod", counted: true, per: "node" }],
    ["how many pods run in each cluster", { view: "status", allClusters: true }],
  ])("%s", (message, expected) => {
    const request = readRequest(message, {});
    expect(request).toMatchObject(expected);
    expect(request).not.toHaveProperty("name");
  });

  test("the first lines of a log are lines", () => {
    expect(readRequest("the last 3 lines of redis-0", {})).not.toHaveProperty("first");
  });
});

describe("a question for one fact of a thing", () => {
  test.each([
    ["which node is redis-0 on?", "node", "redis-0"],
    ["redis-0 在哪个节点上", "node", "redis-0"],
    ["how old is billing-api", "age", "billing-api"],
    ["billing-api 什么时候建的", "age", "billing-api"],
    ["when was web created", "age", "web"],
    ["what image does web use", "image", "web"],
    ["web 用的什么镜像", "image", "web"],
    ["what ports does redis expose", "ports", "redis"],
    ["redis 暴露了哪些端口", "ports", "redis"],
    ["who owns pod redis-0", "owner", "redis-0"],
    ["pod redis-0 属于谁", "owner", "redis-0"],
    ["is redis running?", "state", "redis"],
    ["redis-0 在跑吗", "state", "redis-0"],
    ["does billing-api exist?", "existence", "billing-api"],
    ["有没有叫 billing-api 的服务", "existence", "billing-api"],
    ["how many restarts does worker-7 have", "restarts", "worker-7"],
    ["how many replicas does web have", "replicas", "web"],
    ["web 有几个副本", "replicas", "web"],
    ["which PVC does redis-0 use", "claims", "redis-0"],
  ])("%s", (message, fact, name) => {
    expect(readRequest(message, {})).toMatchObject({ kind: "request", verb: "list", fact, name });
  });

  test("without a name it is asked of all of a kind, or is no such question", () => {
    expect(readRequest("what images do the pods in dev use", {})).toMatchObject({ fact: "image", resource: "pod" });
    expect(readRequest("which node is not ready", {})).toMatchObject({ resource: "node", quality: "not_ready" });
    expect(readRequest("cpu usage of pods", {})).not.toHaveProperty("fact");
  });
});
