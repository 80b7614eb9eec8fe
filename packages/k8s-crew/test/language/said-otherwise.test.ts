import { describe, expect, test } from "vitest";
import { readRequests } from "../../src/language/index.ts";

const context = { clusters: ["east", "west"], namespaces: ["default", "billing", "staging"] };

const readingOf = (message: string) => readRequests(message, context).requests[0]?.request;

describe("to stop a workload is to scale it to nothing", () => {
  test.each([
    "turn off web-shop in billing for now",
    "shut down web-shop in billing",
    "switch web-shop off in billing",
    "please power down web-shop in billing",
    "take web-shop offline in billing",
    "billing的web-shop先停掉吧",
    "billing 的 web-shop 暂时关掉",
  ])("%s", (message) => {
    expect(readingOf(message)).toMatchObject({ verb: "scale", name: "web-shop", namespace: "billing", replicas: 0 });
  });

  test.each(["为什么 web-shop 停了", "web-shop 停了吗", "why was web-shop shut down", "谁把 web-shop 停掉"])(
    "a question for it changes nothing: %s",
    (message) => {
      expect(readingOf(message)?.verb).not.toBe("scale");
    },
  );
});

describe("what runs somewhere is told by its pods, in whatever state", () => {
  test.each([
    "whats running in billing",
    "what's currently deployed in billing",
    "what runs in billing",
    "billing下面跑了些啥",
    "billing 里都在跑什么",
    "billing 上部署了哪些东西",
  ])("%s", (message) => {
    const request = readingOf(message);
    expect(request).toMatchObject({ verb: "list", resource: "pod", namespace: "billing" });
    expect(request).not.toHaveProperty("quality");
  });
});

describe("whether something has limits, and which, is one fact of it", () => {
  test.each([
    "does web-shop in billing have limits set?",
    "does web-shop have any memory limit",
    "are there limits on web-shop",
    "web-shop request和limit分别是多少",
    "web-shop 的请求和限制各是多少",
    "web-shop 设了资源限制吗",
  ])("%s", (message) => {
    expect(readingOf(message)).toMatchObject({ fact: "limits", name: "web-shop" });
  });
});

describe("whether it went well is the state of one thing", () => {
  test.each([
    "did last nights backup work?",
    "did the backup succeed",
    "has the backup finished yet",
    "backup 昨晚跑完了吗",
    "backup 执行成功了吗",
  ])("%s", (message) => {
    expect(readingOf(message)).toMatchObject({ fact: "state", name: "backup" });
  });
});

describe("what is worst asks for the health of all", () => {
  test.each(["what is most urgent right now", "anything that needs my attention?", "现在啥最要紧", "最紧急的是什么"])(
    "%s",
    (message) => {
      expect(readingOf(message)).toMatchObject({ view: "health" });
    },
  );
});

describe("errors that are looked at, and what was printed, are of the log", () => {
  test.each([
    ["show me errors from the stock api over the last 10 minutes", "stock-api"],
    ["捞一下 stock-api 的报错", "stock-api"],
    ["看看 stock-api 的报错", "stock-api"],
    ["stock-api 的标准输出", "stock-api"],
    ["stderr of stock-api", "stock-api"],
  ])("%s", (message, name) => {
    expect(readingOf(message)).toMatchObject({ verb: "logs", name });
  });
});

test.each(["east跟west的web-shop差在哪", "east 和 west 的 web-shop 哪里不一样", "east 和 west 的 web-shop 有啥不同"])(
  "the same of two places, side by side: %s",
  (message) => {
    const { requests } = readRequests(message, context);
    expect(requests.map(({ request }) => [request.cluster, request.compare])).toEqual([
      ["east", true],
      ["west", true],
    ]);
  },
);

test.each([
  ["yo", "greeting"],
  ["hey folks", "greeting"],
  ["thx, that's all for today", "thanks"],
  ["good night", "thanks"],
  ["辛苦啦，下班了", "thanks"],
  ["没别的事了，谢谢", "thanks"],
])("talk that asks for nothing: %s", (message, kind) => {
  expect(readingOf(message)?.kind).toBe(kind);
});

test.each(["whats unused here that we can throw away", "有没有啥没人用的东西可以清掉", "which jobs can be deleted"])(
  "what could go is a question and no deletion: %s",
  (message) => {
    expect(readingOf(message)?.verb).not.toBe("delete");
  },
);

test("a number of replicas makes a bump a scaling", () => {
  expect(readingOf("bump web-shop in billing to three replicas")).toMatchObject({ verb: "scale", replicas: 3 });
});

describe("where something is reached from outside", () => {
  test.each([
    "how do i reach web-shop from outside",
    "is web-shop exposed to the internet",
    "where can customers reach web-shop from the internet",
    "web-shop从外面怎么访问",
    "web-shop 能从外网访问吗",
    "web-shop 的访问地址是啥",
  ])("by what leads to it: %s", (message) => {
    expect(readingOf(message)).toMatchObject({
      fact: "host",
      conditions: [{ field: "backend", comparison: "contains", value: "web-shop" }],
    });
  });

  test.each([
    "external ip of web-shop",
    "what's the public ip of web-shop",
    "web-shop公网ip多少",
    "web-shop 的负载均衡地址是什么",
  ])("by the address of its service: %s", (message) => {
    expect(readingOf(message)).toMatchObject({ resource: "service", name: "web-shop", fact: "address" });
  });

  test.each([
    "chart的ingress域名是啥",
    "what host does the chart ingress serve",
    "which domain does the chart ingress have",
  ])("an ingress that is named itself: %s", (message) => {
    expect(readingOf(message)).toMatchObject({ resource: "ingress", name: "chart", fact: "host" });
  });
});

describe("what an account may do is asked of the account", () => {
  test.each([
    [
      "can the web-bot service account read secrets in billing",
      { verb: "get", resource: "secret", name: "web-bot", namespace: "billing" },
    ],
    ["web-bot这个sa能读secret吗", { verb: "get", resource: "secret", name: "web-bot" }],
    ["web-bot 这个服务账号能不能删 pod", { verb: "delete", resource: "pod", name: "web-bot" }],
  ])("%s", (message, right) => {
    expect(readingOf(message)).toMatchObject({ ...right, access: "account" });
  });
});

describe("how it was is told by no list", () => {
  test.each([
    "how many pods were running last tuesday",
    "上周二有多少 pod 在跑",
    "cpu usage of all pods yesterday",
    "三天前有几个 pod",
  ])("%s", (message) => {
    expect(readingOf(message)).toMatchObject({ past: true });
  });

  test.each([
    "pods created yesterday",
    "events of the last week",
    "昨天创建的 pod 有几个",
    "how many pods are running",
  ])("what has a time of its own is: %s", (message) => {
    expect(readingOf(message)).not.toHaveProperty("past");
  });
});

test.each([
  ["web-node3怎么不调度pod了", { verb: "diagnose", name: "web-node3" }],
  ["web-node3 为什么不接收 pod", { verb: "diagnose", name: "web-node3" }],
])("what a kind is only said of is not its own kind: %s", (message, expected) => {
  expect(readingOf(message)).toMatchObject(expected);
  expect(readingOf(message)).not.toHaveProperty("resource");
});

test.each(["列一下 billing 的 pvc 和容量", "list the pvcs in billing and their capacity"])(
  "how big things are stands in their list: %s",
  (message) => {
    expect(readingOf(message)).toMatchObject({ verb: "list", resource: "pvc", namespace: "billing" });
  },
);

test.each([
  ["which storage class is the default one", { verb: "list", resource: "storageclass" }],
  ["which cluster has a node down", { verb: "list", resource: "node", quality: "broken", allClusters: true }],
  ["三个集群里哪个有节点挂了", { verb: "list", resource: "node", quality: "broken", allClusters: true }],
])("which of them: %s", (message, expected) => {
  expect(readingOf(message)).toMatchObject(expected);
  expect(readingOf(message)).not.toHaveProperty("name");
});
