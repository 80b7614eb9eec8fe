import { describe, expect, test } from "vitest";
import { readRequests } from "../../src/language/requests/requests.ts";

const context = { clusters: ["eu-live", "trial"], namespaces: ["orders", "alerts", "web"] };
const read = (message: string) => readRequests(message, context).requests.map(({ request }) => request);

describe("one fact of what leads where is asked in many ways", () => {
  test.each<[string, object]>([
    ["nodeport of till?", { resource: "service", fact: "nodePort", name: "till" }],
    ["which node port does till use", { resource: "service", fact: "nodePort", name: "till" }],
    ["till 的 nodeport 是多少", { resource: "service", fact: "nodePort", name: "till" }],
    ["dns name of the till service", { resource: "service", fact: "dns", name: "till" }],
    [
      "how do other pods reach till-api from inside the cluster",
      { resource: "service", fact: "dns", name: "till-api" },
    ],
    ["till-api 的集群内部地址是什么", { resource: "service", fact: "dns", name: "till-api" }],
    ["does the till-api service have endpoints", { resource: "endpoint", fact: "endpoints", name: "till-api" }],
    ["what's behind till-api", { resource: "endpoint", fact: "endpoints", name: "till-api" }],
    ["till-api 有没有后端", { resource: "endpoint", fact: "endpoints", name: "till-api" }],
    ["till-api 的 endpoints 是空的吗", { resource: "endpoint", fact: "endpoints", name: "till-api" }],
    ["orders 的 networkpolicy 放行了哪个端口", { resource: "networkpolicy", fact: "traffic", namespace: "orders" }],
    ["what does networkpolicy only-web allow", { resource: "networkpolicy", fact: "traffic", name: "only-web" }],
    ["which hostname leads to till-api?", { resource: "ingress", fact: "host" }],
    ["till-api 走的哪个域名", { resource: "ingress", fact: "host" }],
    ["what's the backend for /pay on the shop ingress", { resource: "ingress", fact: "backend", name: "shop" }],
    ["shop 这个 ingress 里 /pay 转到哪个服务", { resource: "ingress", fact: "backend", name: "shop" }],
    ["are all replicas of till-db up", { fact: "replicas", name: "till-db" }],
    ["till-db 副本齐了吗", { fact: "replicas", name: "till-db" }],
    ["env of till-api", { fact: "env", name: "till-api" }],
    ["what env vars does till-api have", { fact: "env", name: "till-api" }],
  ])("%s", (said, expected) => expect(read(said)).toMatchObject([expected]));

  test("a path is held against the rules of the ingress", () =>
    expect(read("where does /pay go")[0]?.conditions).toEqual([
      { field: "backend", comparison: "contains", value: "/pay → " },
    ]));
});

describe("what a role allows and what a binding gives are read from them, not from accounts", () => {
  test.each<[string, object]>([
    ["what does the role till-keeper allow", { ask: "rules", role: "till-keeper" }],
    ["what can clusterrole night-shift do", { ask: "rules", role: "night-shift" }],
    ["what's in the till-keeper role", { ask: "rules", role: "till-keeper" }],
    ["till-keeper 这个角色有哪些权限", { ask: "rules", role: "till-keeper" }],
    ["clusterrole night-shift 能干什么", { ask: "rules", role: "night-shift" }],
    ["which role does till-keepers give", { ask: "binding", binding: "till-keepers" }],
    ["clusterrolebinding on-duty 绑的哪个角色", { ask: "binding", binding: "on-duty" }],
    ["who is rolebinding till-keepers for", { ask: "binding", binding: "till-keepers" }],
    ["what can till-bot do", { ask: "list", subject: "till-bot" }],
    ["who has the role till-keeper", { ask: "holders", role: "till-keeper" }],
  ])("%s", (said, rights) => expect(read(said)[0]?.rights).toMatchObject(rights));
});

test.each<[string, object]>([
  ["how many pods on rack-7", { resource: "pod", node: "rack-7", counted: true }],
  ["rack-7 上有几个 pod", { resource: "pod", node: "rack-7", counted: true }],
  ["pods on trial", { resource: "pod", cluster: "trial" }],
  ["the rules on the shop ingress", { resource: "ingress", name: "shop" }],
  ["board-0 里 sync 这个容器打了啥日志", { verb: "logs", name: "board-0", container: "sync" }],
])("what stands behind “on” or “里” is told by its kind: %s", (said, expected) =>
  expect(read(said)).toMatchObject([expected]),
);
