import { describe, expect, test } from "vitest";
import { readFreshWish, readRefreshScope } from "../../src/language/index.ts";

describe("a wish for how things are now", () => {
  test.each([
    ["不要用缓存，列出 dev 的 pod", "列出 dev 的 pod"],
    ["列出 dev 的 pod，别用缓存", "列出 dev 的 pod"],
    ["跳过缓存 看看节点", "看看节点"],
    ["list pods in dev, no cache please", "list pods in dev please"],
    ["list pods in dev without the cache", "list pods in dev"],
    ["don't use the cache, list nodes", "list nodes"],
  ])("leaves the cache aside, and is no part of the request: %s", (message, asked) => {
    expect(readFreshWish(message)).toEqual({ message: asked, fresh: true });
  });

  test.each(["刷新 dev 的 pod 列表", "重新读取 dev 的 pod", "refresh the pods in dev", "reload the namespaces"])(
    "is said by the verb: %s",
    (message) => {
      expect(readFreshWish(message)).toEqual({ message, fresh: true });
    },
  );

  test.each([
    "list pods in dev",
    "最新的 pod 是哪个",
    "logs of the no-cache-proxy pod",
    "cache 服务的 pod",
    "is redis-cache healthy",
    "重启缓存服务",
    "without cache",
  ])("is not read in: %s", (message) => {
    const { message: asked, fresh } = readFreshWish(message);
    expect(asked).toBe(message);
    expect(fresh).toBe(message === "without cache");
  });
});

const names = { clusters: ["eu-1"], namespaces: ["billing"] };

test.each([
  ["namespace billing", { namespace: "billing" }],
  ["命名空间 gone", { namespace: "gone" }],
  ["ns: shop", { namespace: "shop" }],
  ["billing", { namespace: "billing" }],
  ["cluster eu-1", { cluster: "eu-1" }],
  ["集群 eu-1", { cluster: "eu-1" }],
  ["pods", { resource: "pod" }],
  ["节点", { resource: "node" }],
  ["pods in billing", { namespace: "billing", resource: "pod" }],
  ["whatnot", undefined],
])("what is to be read anew: %s", (text, scope) => {
  expect(readRefreshScope(text, names)).toEqual(scope);
});
