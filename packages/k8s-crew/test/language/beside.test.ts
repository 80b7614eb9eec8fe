import { describe, expect, test } from "vitest";
import { readRequests } from "../../src/language/requests/requests.ts";

const context = { clusters: ["eu-live", "trial"], namespaces: ["orders", "web"] };
const read = (message: string) => readRequests(message, context).requests.map(({ request }) => request);

describe("use is held against limits or requests", () => {
  test.each<[string, object]>([
    ["till-db memory usage vs its limit", { name: "till-db", beside: "limits", comparedBy: ["memory"] }],
    ["how close is till-db to its memory limit", { name: "till-db", beside: "limits" }],
    ["is till-db using more cpu than it requested?", { name: "till-db", beside: "requests", comparedBy: ["cpu"] }],
    ["till-api 的内存 request 跟实际用量差多少", { name: "till-api", beside: "requests", comparedBy: ["memory"] }],
    ["till-api 的 cpu 用量离 limit 还有多远", { name: "till-api", beside: "limits", comparedBy: ["cpu"] }],
    ["which pods in orders are close to their memory limit", { namespace: "orders", beside: "limits" }],
  ])("%s", (said, expected) => expect(read(said)).toMatchObject([{ verb: "top", ...expected }]));

  test.each([
    "raise the memory limit of till-db to 2Gi",
    "what are the limits of till-db",
    "which pods have no memory limit",
  ])("what sets or asks for a limit alone does not: %s", (said) => expect(read(said)[0]?.beside).toBeUndefined());
});

describe("nodes are held against what is on them", () => {
  test.each(["which nodes are full", "哪台机器快满了", "are the nodes overloaded"])("%s", (said) =>
    expect(read(said)).toMatchObject([{ resource: "node", beside: "capacity" }]),
  );
  test.each<[string, object]>([
    ["is there room for 3 more till-api", { name: "till-api", more: 3 }],
    ["can we fit two more till-api", { name: "till-api", more: 2 }],
    ["till-api 再加 2 个放得下吗", { name: "till-api", more: 2 }],
  ])("%s", (said, expected) => expect(read(said)).toMatchObject([{ beside: "room", ...expected }]));

  test("more replicas are still asked for by the same words", () =>
    expect(read("把 till-api 再加 2 个副本")[0]?.verb).toBe("scale"));
});

test.each(["which svc points at till-api", "which service exposes till-api", "哪个 service 会选中 till-api 的 pod"])(
  "services are held against the labels of what is named: %s",
  (said) => expect(read(said)).toMatchObject([{ resource: "service", name: "till-api", beside: "services" }]),
);

describe("which place has the most is told by all of them", () => {
  test.each<[string, object]>([
    ["which ns has the most pods", { resource: "pod", per: "namespace", ranked: { by: "count" } }],
    ["which namespace restarts the most", { per: "namespace", ranked: { by: "restarts" } }],
    ["哪个节点上的 pod 最多", { resource: "pod", per: "node", ranked: { by: "count" } }],
    ["内存用得最多的命名空间", { verb: "top", per: "namespace", ranked: { by: "memory" } }],
    ["which node has the fewest pods", { per: "node", ranked: { by: "count", fewest: true } }],
  ])("%s", (said, expected) => expect(read(said)).toMatchObject([expected]));

  test("what nodes use is measured of them themselves", () =>
    expect(read("which node uses the most memory")).toMatchObject([{ verb: "top", resource: "node" }]));
});

test("what stands on both sides of “than” is compared", () =>
  expect(read("does kafka use more cpu than till-db")).toMatchObject([{ name: "kafka" }, { name: "till-db" }]));

describe("what people type in a hurry is read as what it stands for", () => {
  test.each<[string, readonly object[]]>([
    ["hows web doing, just the pods", [{ verb: "list", resource: "pod", namespace: "web" }]],
    ["web 怎么样，只看 pod 就行", [{ verb: "list", resource: "pod", namespace: "web" }]],
    ["whats the nodeport of till", [{ fact: "nodePort", name: "till" }]],
    [
      "how many nodes do we have n how many are down",
      [
        { resource: "node", counted: true },
        { resource: "node", quality: "broken", counted: true },
      ],
    ],
    ["哪个 pod 用了 till-login 这个 secret", [{ resource: "pod", fact: "references", usedThing: "till-login" }]],
  ])("%s", (said, expected) => expect(read(said)).toMatchObject(expected));

  test("a namespace called like a warning owns its services", () => {
    const [request] = readRequests("alerts 的 svc 列出来", { ...context, namespaces: ["alerts"] }).requests;
    expect(request?.request).toMatchObject({ verb: "list", resource: "service", namespace: "alerts" });
  });
});

test.each(["logs of all till-api pods", "till-api 所有副本的日志", "logs from each till-api replica"])(
  "the logs of all pods are those of each: %s",
  (said) => expect(read(said)).toMatchObject([{ verb: "logs", name: "till-api", everyOne: true }]),
);

test("the logs of what is named are those of one", () => expect(read("logs of till-api")[0]?.everyOne).toBeUndefined());

test.each<[string, object]>([
  ["what policies apply to till-db", { verb: "diagnose", name: "till-db", reach: {} }],
  ["till-db 受哪些网络策略限制", { verb: "diagnose", name: "till-db", reach: {} }],
  ["pods in orders by node", { counted: true, per: "node", namespace: "orders" }],
  ["pods per image", { counted: true, per: "image" }],
  ["what's the quota usage in orders", { verb: "list", resource: "resourcequota", namespace: "orders" }],
  ["does anyone have cluster-admin", { rights: { ask: "holders", role: "cluster-admin" } }],
  ["till-db replicas?", { fact: "replicas", name: "till-db" }],
  ["till-db 的内存限制是多少，实际用了多少", { name: "till-db", beside: "limits" }],
  ["which pvcs use fast-disks", { resource: "pvc", conditions: [{ field: "storageClass", value: "fast-disks" }] }],
  ["who's in night-shift", { rights: { ask: "binding", binding: "night-shift" } }],
])("what was asked is told by what holds it: %s", (said, expected) => expect(read(said)).toMatchObject([expected]));
