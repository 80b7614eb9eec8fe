import { describe, expect, test } from "vitest";
import { readRequests } from "../../src/language/requests/requests.ts";

const context = { clusters: ["eu-live", "gke_trial_europe_staging"], namespaces: ["orders", "search"] };
const read = (message: string) => readRequests(message, context).requests.map(({ request }) => request);

describe("an error that Kubernetes wrote is a question for what it is about", () => {
  test.each([
    ['Back-off pulling image "registry.example/team/shop:1.2.0-rc1" ???', { verb: "diagnose", name: "shop" }],
    ['报错 Back-off pulling image "registry.example/team/shop:1.2.0-rc1" 怎么办', { verb: "diagnose", name: "shop" }],
    [
      "got this: Back-off restarting failed container app in pod shop-7d9f-x2x9_orders(1b2c-33) any idea?",
      { verb: "diagnose", name: "shop-7d9f-x2x9", namespace: "orders" },
    ],
    [
      "shop: 0/5 nodes are available: 5 Insufficient memory. preemption: 0/5 nodes are available: 5 No preemption victims found for incoming pod. what now",
      { verb: "diagnose", name: "shop" },
    ],
    ['persistentvolumeclaim "data-shop-0" not found', { verb: "diagnose", name: "data-shop-0", resource: "pvc" }],
    [
      'Error from server (Forbidden): pods is forbidden: User "system:serviceaccount:orders:robot" cannot list resource "pods" in API group "" in the namespace "orders"',
      { access: "list", namespace: "orders", rights: { ask: "list", subject: "robot" } },
    ],
  ])("%s", (message, request) => {
    expect(read(message)).toEqual([expect.objectContaining(request)]);
  });
});

test.each(["shop is 0/2 ready", "shop 一直 0/2 ready 帮忙看看", "shop isn't ready", "shop keeps restarting"])(
  "of one thing that is not as it should be the cause is looked for: %s",
  (message) => expect(read(message)).toMatchObject([{ verb: "diagnose", name: "shop" }]),
);

test.each(["which pods aren't running", "which pods arent running", "pods that aren't running"])(
  "a denial is one with its apostrophe and without: %s",
  (message) => {
    const [request] = read(message);
    expect(request).toMatchObject({ verb: "list", resource: "pod", quality: "broken" });
    expect(request?.name).toBeUndefined();
  },
);

test.each(["failing pods in both clusters", "两个集群里异常的 pod 都列出来"])(
  "several clusters are all of them: %s",
  (message) => {
    expect(read(message)).toMatchObject([{ verb: "list", resource: "pod", quality: "broken", allClusters: true }]);
  },
);

describe("the same thing in two places is held side by side", () => {
  test.each(["shop 线上和 staging 版本一样吗", "does eu-live run the same shop version as staging?"])(
    "%s",
    (message) => {
      expect(read(message)).toMatchObject([
        { compare: true, name: "shop", cluster: "eu-live" },
        { compare: true, name: "shop", cluster: "gke_trial_europe_staging" },
      ]);
    },
  );

  test("in whichever clusters there are", () => {
    expect(read("对比下两个集群的 shop 镜像")).toMatchObject([
      { compare: true, name: "shop", cluster: "eu-live", comparedBy: ["image"] },
      { compare: true, name: "shop", cluster: "gke_trial_europe_staging", comparedBy: ["image"] },
    ]);
  });

  test("so are the limits of two things", () => {
    expect(read("compare the cpu requests of shop and till")).toMatchObject([
      { fact: "limits", name: "shop" },
      { fact: "limits", name: "till" },
    ]);
  });
});

test.each([
  ["web-0 → db-0", "db-0", "web-0"],
  ["web-0 -> db-0 connection?", "db-0", "web-0"],
  ["web-0 → db-0 通吗", "db-0", "web-0"],
])("an arrow alone asks whether one reaches the other: %s", (message, name, from) =>
  expect(read(message)).toMatchObject([{ name, reach: { from } }]),
);

test("a path is no name and no place, and what stands beside it is read", () => {
  const [request] = read("describe pod ../../etc/passwd in dev");
  expect(request).toMatchObject({ verb: "describe", resource: "pod", namespace: "dev", unread: ["../../etc/passwd"] });
  expect(request).not.toHaveProperty("name");
});

test.each([
  ["kubectl get pods -n dev --sort-by=.metadata.creationTimestamp", { quality: "oldest" }],
  ["kubectl get pods -n dev --sort-by=.status.containerStatuses[0].restartCount", { quality: "most_restarts" }],
  ["kubectl get po -A --field-selector spec.nodeName=worker-1", { node: "worker-1", allNamespaces: true }],
  [
    "kubectl get po -n dev --field-selector=status.phase=Running",
    { unread: ["--field-selector=status.phase=Running"] },
  ],
])("a flag of kubectl is used, or told: %s", (message, request) => expect(read(message)).toMatchObject([request]));

test.each([
  ["show me crashlooping pods everywhere", { resource: "pod", allClusters: true }],
  ["how much memory does shop use", { verb: "top", name: "shop" }],
  ["how much cpu is shop using in orders", { verb: "top", name: "shop", namespace: "orders" }],
  ["any errors in orders in the last 10 minutes", { resource: "event", sinceSeconds: 600, namespace: "orders" }],
  ["最近 10 分钟 orders 有啥报错没", { resource: "event", sinceSeconds: 600, namespace: "orders" }],
])("nothing that was said is left out: %s", (message, request) => {
  expect(read(message)).toEqual([expect.objectContaining(request)]);
  expect(read(message)).not.toEqual([expect.objectContaining({ unread: expect.anything() })]);
});
