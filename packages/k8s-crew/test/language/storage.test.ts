import { describe, expect, test } from "vitest";
import { readRequest, readRequests } from "../../src/language/index.ts";

const context = { clusters: ["prod-eu", "lab"], namespaces: ["billing", "shop"] };
const read = (message: string) => readRequests(message, context).requests.map(({ request }) => request);

describe("what keeps data", () => {
  test.each([
    "who uses web-data",
    "which pods mount web-data",
    "is configmap web-data used by anyone?",
    "can i delete the pvc web-data",
    "web-data 谁在用",
    "web-data 还有人用吗",
    "web-data 挂在哪个 pod 上",
    "web-data 这个 pvc 能删吗",
  ])("is asked for what uses it: %s", (message) => {
    expect(read(message)).toMatchObject([{ verb: "list", resource: "pod", usedThing: "web-data" }]);
  });

  test.each([
    ["reclaim policy of slow-nfs", { fact: "reclaimPolicy", name: "slow-nfs" }],
    ["slow-nfs 的回收策略是啥", { fact: "reclaimPolicy", name: "slow-nfs" }],
    ["access mode of web-data pls", { fact: "accessModes", resource: "pvc", name: "web-data" }],
    ["what storage class does web-data use", { fact: "storageClass", resource: "pvc", name: "web-data" }],
    ["which PV backs web-data", { fact: "volume", resource: "pvc", name: "web-data" }],
    ["what's on pv-shed-7", { fact: "claim", resource: "pv", name: "pv-shed-7" }],
    ["does web-app have persistent storage", { fact: "claims", resource: "pod", name: "web-app" }],
    ["disk full on web-data, how much space is left?", { fact: "capacity", name: "web-data", howFull: true }],
    ["which pvc is biggest", { fact: "capacity", quality: "largest", first: 1 }],
    ["一共申请了多少存储", { fact: "capacity", quality: "largest" }],
    ["shop 占了多少存储", { fact: "capacity", namespace: "shop" }],
    ["is web-data bound yet", { fact: "status", resource: "pvc", name: "web-data" }],
  ])("is asked for one fact: %s", (message, request) => {
    expect(read(message)).toMatchObject([{ verb: "list", ...request }]);
  });

  test.each([
    ["which volumes are ReadWriteMany", "accessModes", "RWX"],
    ["哪些盘是 RWX 的", "accessModes", "RWX"],
    ["volumes on slow-nfs", "storageClass", "slow-nfs"],
    ["哪些pvc用的是slow-nfs", "storageClass", "slow-nfs"],
  ])("is picked out: %s", (message, field, value) => {
    expect(read(message)[0]?.conditions).toEqual([{ field, comparison: "contains", value }]);
  });

  test("whether a claim can grow is told by its class", () => {
    expect(read("web-data 能扩容吗")).toMatchObject([
      { resource: "pvc", name: "web-data", fact: "storageClass" },
      { resource: "storageclass", fact: "expansion" },
    ]);
  });

  test.each([
    "delete pvc web-data",
    "expand web-data to 20Gi",
    "who uses the most memory",
    "which services use redis-main",
    "logs of web-app",
    "how much memory does web-app use",
  ])("is not asked about: %s", (message) => {
    const [request] = read(message);
    expect(request?.usedThing ?? request?.howFull).toBeUndefined();
    expect(["capacity", "expansion", "claims"]).not.toContain(request?.fact);
  });
});

describe("what may go", () => {
  test.each([
    [
      "services that point at nothing",
      { resource: "endpoint", conditions: [{ field: "endpoints", comparison: "missing" }] },
    ],
    ["哪些服务后面没pod", { resource: "endpoint", conditions: [{ field: "endpoints", comparison: "missing" }] }],
    ["deployments scaled to zero", { conditions: [{ field: "replicas", comparison: "equal", value: "0" }] }],
    ["副本是0的deployment", { conditions: [{ field: "replicas", comparison: "equal", value: "0" }] }],
    ["orphaned pvs", { resource: "pv", conditions: [{ field: "status", comparison: "is", value: "unbound" }] }],
    ["released volumes", { resource: "pv" }],
    ["empty namespaces", { resource: "namespace", unused: true }],
    ["有没有空的ns", { resource: "namespace", unused: true }],
    ["which images are not used any more", { resource: "image", unused: true }],
    ["market 的旧 job 可以清掉吗", { verb: "list", resource: "job" }],
    ["can we delete failed jobs", { verb: "list", resource: "job" }],
  ])("is listed, and nothing is done: %s", (message, request) => {
    expect(readRequest(message, context)).toMatchObject({ verb: "list", ...request });
  });
});
