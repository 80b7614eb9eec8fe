import { describe, expect, test } from "vitest";
import { readRequests } from "../../src/language/requests/requests.ts";

const context = {
  clusters: ["eu-live", "eu-spare", "trial"],
  cluster: "eu-live",
  namespaces: ["orders", "alerts", "web"],
};
const read = (message: string) => readRequests(message, context).requests.map(({ request }) => request);

describe("who may get in is told by the policies", () => {
  test.each([
    "can anything other than till-api connect to till-db",
    "can other pods reach till-db",
    "what's allowed to talk to till-db",
    "is till-db locked down",
    "is there anything stopping pods from reaching till-db",
    "is anything keeping the other apps from connecting to till-db",
    "is there a network policy on till-db",
    "till-db 现在放行了谁来连",
    "till-db 谁都能访问吗",
    "orders 里谁能访问 till-db",
    "除了 till-api 还有谁能连 till-db",
    "till-db 有没有被网络策略限制",
  ])("around a workload: %s", (said) =>
    expect(read(said)).toMatchObject([{ verb: "diagnose", name: "till-db", reach: {} }]),
  );

  test.each(["who can reach orders", "谁能访问 orders", "is there a network policy on orders"])(
    "of a namespace: %s",
    (said) => expect(read(said)).toMatchObject([{ resource: "networkpolicy", namespace: "orders", fact: "traffic" }]),
  );

  test.each([
    "is all traffic in orders blocked",
    "is all traffic blocked in orders",
    "does orders block all incoming traffic",
    "orders 是不是把进出流量都给封了",
    "orders 的流量都被禁了吗",
  ])("a yes or no of what is closed: %s", (said) =>
    expect(read(said)).toMatchObject([{ resource: "networkpolicy", namespace: "orders", yesNo: { asks: "is" } }]),
  );
});

describe("where, on what and over what", () => {
  test.each([
    "where does till-mail live",
    "where the hell is till-mail hosted",
    "where is till-mail hiding",
    "where do i find till-mail",
  ])("where a thing is: %s", (said) => expect(read(said)).toMatchObject([{ verb: "search", name: "till-mail" }]));

  test.each(["everything sitting on eu-w-04 please", "what's running on eu-w-04", "eu-w-04 上都跑着啥"])(
    "what is on a node: %s",
    (said) => expect(read(said)).toMatchObject([{ verb: "list", resource: "pod", node: "eu-w-04" }]),
  );

  test.each(["三个集群都替我看一眼", "take a quick look at all the clusters", "把所有集群都检查一遍"])(
    "how every cluster is: %s",
    (said) => expect(read(said)[0]).toMatchObject({ allClusters: true }),
  );

  test.each(["eu-spare 的 till-api 比主集群落后吗", "is till-api in eu-spare behind the main cluster"])(
    "the cluster of the conversation is the other side: %s",
    (said) =>
      expect(read(said).map(({ cluster, name, compare }) => ({ cluster, name, compare }))).toEqual([
        { cluster: "eu-live", name: "till-api", compare: true },
        { cluster: "eu-spare", name: "till-api", compare: true },
      ]),
  );
});

describe("what is not asked of a cluster, and what is to be none", () => {
  test.each(["thx ur a lifesaver", "you're a legend"])("thanks: %s", (said) =>
    expect(read(said)[0]?.kind).toBe("thanks"),
  );
  test.each(["你都会干点啥呀", "你能做点什么"])("help: %s", (said) => expect(read(said)[0]?.kind).toBe("help"));
  test.each(["till-worker 先停掉，副本归零", "把 till-worker 的副本数归零"])("no replicas: %s", (said) =>
    expect(read(said)).toMatchObject([{ verb: "scale", name: "till-worker", replicas: 0 }]),
  );
});

test.each(["till-disk-class 是谁在用", "who uses till-disk-class"])("what is used may be a class: %s", (said) =>
  expect(read(said)).toMatchObject([{ usedThing: "till-disk-class", usedClass: true }]),
);

test.each(["on which node port can i reach till-web", "at what node port do we access till-web"])(
  "the port of a node: %s",
  (said) => expect(read(said)).toMatchObject([{ resource: "service", fact: "nodePort", name: "till-web" }]),
);

test.each(["who's hogging the gpu", "which pods are using gpus", "谁占着 gpu", "gpu 都被谁用了"])(
  "what may use a GPU, its limits tell: %s",
  (said) =>
    expect(read(said)).toMatchObject([
      { verb: "list", resource: "pod", conditions: [{ field: "limits", comparison: "contains", value: "gpu" }] },
    ]),
);

test.each(["till-feed 怎么一个 endpoint 都没有", "till-feed 为啥端点是空的"])(
  "why there is none is looked into: %s",
  (said) => expect(read(said)).toMatchObject([{ verb: "diagnose", resource: "service", name: "till-feed" }]),
);
