import { describe, expect, test } from "vitest";
import { readRequest } from "../../src/language/requests/request.ts";

const context = { clusters: ["prod-eu", "lab"], namespaces: ["billing", "shop", "qa"] };

describe("what users complain of is looked for everywhere, since they call nothing by its name", () => {
  test.each(["customers can't log on", "users say the shop page is slow", "客户说付款页面很慢", "有人反馈网页打不开"])(
    "%s",
    (message) => {
      const request = readRequest(message, { clusters: [], namespaces: [] });
      expect(request).toMatchObject({ kind: "request", view: "health" });
      expect(request).not.toHaveProperty("name");
    },
  );

  test("but a name that is written as names are is looked into", () => {
    expect(readRequest("users say order-api is slow", context)).toMatchObject({ verb: "diagnose", name: "order-api" });
  });
});

describe("several words that name one thing are read as its name", () => {
  test.each([
    ["show the logs of the invoice mailer", "logs", "invoice-mailer"],
    ["why did the tax import fail", "diagnose", "tax-import"],
    ["the stock sync is broken", "diagnose", "stock-sync"],
  ])("%s", (message, verb, name) => {
    expect(readRequest(message, context)).toMatchObject({ verb, name });
  });

  test("but not where many things are asked for", () => {
    expect(readRequest("how many tax importers are running", context)).not.toHaveProperty("name");
  });
});

describe("what is called in Chinese is read as the name it most likely has, and that is said", () => {
  test.each([
    ["支付挂了", "diagnose", "payment"],
    ["数据备份导出的日志", "logs", "backup-export"],
    ["库存服务为什么起不来", "diagnose", "inventory"],
  ])("%s", (message, verb, name) => {
    const request = readRequest(message, context);
    expect(request).toMatchObject({ verb, name });
    expect(request.corrected?.[0]?.meant).toBe(name);
  });

  test("but a count of them is none of the cluster's", () => {
    expect(readRequest("今天有多少订单", context)).not.toHaveProperty("name");
  });
});

describe("what the lines of a log have to hold", () => {
  test.each([
    ["grep checksum in the order-api logs", "order-api", "checksum"],
    ["search for checksum in the logs of order-api", "order-api", "checksum"],
    ["show lines containing checksum in the order-api log", "order-api", "checksum"],
    ["order-api 的日志里只看包含 checksum 的行", "order-api", "checksum"],
    ["order-db-0 有没有死锁", "order-db-0", "deadlock"],
    ["are there any deadlocks in order-db-0", "order-db-0", "deadlock"],
    ["does order-api say anything about refunds?", "order-api", "refunds"],
    ["has order-api ever logged tax-17", "order-api", "tax-17"],
    ["logs of order-api mentioning stale", "order-api", "stale"],
    ["any mention of heic in the order-api logs", "order-api", "heic"],
    ["does heic show up in the order-api logs", "order-api", "heic"],
    ["order-api 有没有打印过 heic", "order-api", "heic"],
    ["order-api 的日志里有 heic 吗", "order-api", "heic"],
    ["any WARN in order-api?", "order-api", "warn"],
    ["order-api 最近有没有 WARN", "order-api", "warn"],
    ["show me the WARN lines of order-api", "order-api", "warn"],
  ])("%s", (message, name, held) => {
    expect(readRequest(message, context)).toMatchObject({ verb: "logs", name, holding: [held] });
  });

  test("“which line” is no number of lines", () => {
    expect(readRequest("order-api 的日志里错误是哪一行", context)).not.toHaveProperty("tail");
  });
});

test.each(["order-api 里 sidecar 容器的日志", "logs of container sidecar in order-api"])(
  "a container is in a pod, not in a place: %s",
  (message) => {
    const request = readRequest(message, context);
    expect(request).toMatchObject({ verb: "logs", name: "order-api", container: "sidecar" });
    expect(request).not.toHaveProperty("namespace");
  },
);

test.each([
  "did the rollout of order-api finish?",
  "has the order-api rollout completed",
  "order-api 发布成功了吗",
  "order-api 上线完成没有",
])("whether a rollout came to its end is told by its state: %s", (message) => {
  expect(readRequest(message, context)).toMatchObject({ fact: "state", name: "order-api" });
});

describe("a trouble that is told of one thing has its cause looked for", () => {
  test.each([
    "find out the reason order-api restarts all the time",
    "order-api pods say Running but 0/1 ready ???",
    "order-api 俩 pod 都是 0/1，定位一下",
    "order-feed 怎么一个 endpoint 都没有",
    "order-api 卡在 pending，啥情况",
    "order-api 502s?",
    "wy is the order-api not workng",
    "order-api 慢得要死，日志能看出点啥不",
  ])("%s", (message) => {
    expect(readRequest(message, context)).toMatchObject({ verb: "diagnose" });
  });

  test("and what users no longer get is looked for everywhere", () => {
    expect(readRequest("we're not getting any orders anymore", context)).toMatchObject({ view: "health" });
  });

  test("and a namespace that is asked whether it runs is told by what runs there", () => {
    expect(readRequest("is billing up and running", context)).toMatchObject({ view: "health", namespace: "billing" });
  });

  test.each(["早啊，昨晚太平不", "how was last night"])("how a night was is told by what happened: %s", (message) => {
    expect(readRequest(message, context)).toMatchObject({ view: "changes" });
  });
});

test.each(["有没有 pod 重启 0 次", "哪些 pod 一次都没重启过", "pods that never restarted"])(
  "what never restarted is counted, and nothing is restarted: %s",
  (message) => {
    expect(readRequest(message, context)).toMatchObject({
      verb: "list",
      conditions: [{ field: "restarts", comparison: "equal", value: "0" }],
    });
  },
);

test("and what was restarted is not read as what was not", () => {
  expect(readRequest("有没有重启过的 pod", context).conditions ?? []).toEqual([]);
});

test.each(["order-api v2 的 ERROR 日志", "logs of order-api v2"])(
  "a version beside a name tells which: %s",
  (message) => {
    const request = readRequest(message, context);
    expect(request).toMatchObject({ verb: "logs", name: "order-api-v2" });
    expect(request).not.toHaveProperty("unread");
  },
);

test("a hyphen in a name begins no supposition", () => {
  expect(readRequest("memory limit of order-db?", context)).toMatchObject({ fact: "limits", name: "order-db" });
});
