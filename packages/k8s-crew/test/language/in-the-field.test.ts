import { describe, expect, test } from "vitest";
import { readRequests } from "../../src/language/requests/requests.ts";

const context = { clusters: ["eu-live", "trial"], namespaces: ["orders", "search", "web"] };
const read = (message: string) => readRequests(message, context).requests.map(({ request }) => request);

describe("a host is asked for by what serves it, and by what is wrong with that", () => {
  test.each(["503 from shop.example.com", "shop.example.com 打不开", "users get 502 on shop.example.com"])(
    "%s",
    (said) => expect(read(said)).toMatchObject([{ verb: "diagnose", resource: "ingress", name: "shop.example.com" }]),
  );

  test.each(["which service does shop.example.com go to", "shop.example.com 这个域名指向哪"])("%s", (said) =>
    expect(read(said)).toMatchObject([{ verb: "list", resource: "ingress", fact: "backend" }]),
  );
});

describe("who has a role is told by the bindings", () => {
  test.each([
    ["who has cluster-admin?", "cluster-admin"],
    ["谁有 cluster-admin 权限", "cluster-admin"],
    ["which users have the config-reader role", "config-reader"],
  ])("%s", (said, name) => expect(read(said)).toMatchObject([{ access: "role", name }]));

  test("who may do something stays another question", () =>
    expect(read("who can delete pods")).toMatchObject([{ access: "who", verb: "delete" }]));
});

test.each([
  ["what's blocking traffic into orders?", { verb: "list", resource: "networkpolicy", namespace: "orders" }],
  ["orders 做了什么网络限制", { verb: "list", resource: "networkpolicy", namespace: "orders" }],
  ["有哪些域名对外", { verb: "list", resource: "ingress" }],
  ["what's on node worker-7", { verb: "list", resource: "pod", node: "worker-7" }],
  ["节点 worker-7 上有啥", { verb: "list", resource: "pod", node: "worker-7" }],
  ["any errors in redis-0 over the last hour?", { verb: "logs", name: "redis-0", quality: "errors" }],
  ["till keeps failing, whats going on", { verb: "diagnose", name: "till" }],
  ["the scans volume is stuck in pending", { verb: "diagnose", resource: "pvc", name: "scans" }],
  ["restart counts in orders, worst first", { quality: "most_restarts", namespace: "orders" }],
  ["cpu usage per node", { verb: "top", resource: "node" }],
  ["tail -5 till", { verb: "logs", name: "till", tail: 5 }],
  ["how big is mongos' disk", { fact: "capacity", name: "mongos" }],
  ["show me what the till application has written", { verb: "logs", name: "till" }],
  ["till 外网ip多少", { resource: "service", fact: "address", name: "till" }],
  ["how's search", { view: "health", namespace: "search" }],
  ["why 502 on https://shop.example.com/cart?x=1", { verb: "diagnose", resource: "ingress", name: "shop.example.com" }],
  ["ErrImagePull on till", { verb: "diagnose", name: "till" }],
  ["有没有设置 hpa", { verb: "list", resource: "hpa" }],
  ["列一下各命名空间 pod 数", { verb: "list", counted: true, per: "namespace" }],
  ["help me fix till", { verb: "diagnose", name: "till" }],
  ["who can read secrets in orders", { access: "who", resource: "secret", namespace: "orders" }],
  ["what images run in orders", { verb: "list", resource: "pod", fact: "image", namespace: "orders" }],
  ["orders 里都用的什么镜像", { verb: "list", resource: "pod", fact: "image", namespace: "orders" }],
  ["哪些 deployment 没有 ready", { verb: "list", resource: "deployment", quality: "not_ready" }],
  ["last run of till-daily", { fact: "schedule", name: "till-daily" }],
  ["which node has the label pool=big", { verb: "list", resource: "node", labelSelector: "pool=big" }],
  ["app-settings 里有什么", { verb: "get", name: "app-settings" }],
  ["30 天以上没重启的 pod", { verb: "list", resource: "pod" }],
  ["till 的 yaml", { verb: "describe", name: "till" }],
  ["till 的环境变量", { fact: "env", name: "till" }],
  ["哪台节点最忙", { verb: "top", resource: "node", quality: "most_cpu" }],
  ["till 是什么版本", { fact: "image", name: "till" }],
])("%s", (said, request) => {
  const all = read(said);
  expect(all).toHaveLength(1);
  expect(all).toMatchObject([request]);
});

test("both sides are all clusters, one by one", () => {
  const sides = read("两边的 till 版本对比下");
  expect(sides.length).toBeGreaterThan(1);
  for (const side of sides) expect(side).toMatchObject({ compare: true, name: "till", comparedBy: ["image"] });
});

test.each(["list all workloads in orders", "查看 orders 下的所有工作负载"])(
  "workloads are of several kinds: %s",
  (said) => {
    const kinds = read(said).map(({ resource, namespace }) => `${namespace}/${resource}`);
    expect(kinds).toEqual(["orders/deployment", "orders/statefulset", "orders/daemonset"]);
  },
);

test.each(["thx that helped", "明白了", "much appreciated"])("thanks are understood: %s", (said) =>
  expect(read(said)).toMatchObject([{ kind: "thanks" }]),
);

test.each(["this thing sucks", "什么破玩意"])("anger is no request: %s", (said) =>
  expect(read(said)).toMatchObject([{ kind: "out_of_scope" }]),
);
