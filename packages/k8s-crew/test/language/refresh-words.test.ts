import { describe, expect, test } from "vitest";
import { readRefreshScope, readRequest } from "../../src/language/index.ts";

const names = { clusters: ["dev-cluster"], namespaces: ["dev"] };

describe("the cache is emptied by a word, and no thing is deleted or restarted for it", () => {
  test.each([
    ...[
      "删除缓存",
      "清一下缓存",
      "把缓存清了",
      "清掉缓存",
      "把所有缓存都清掉",
      "请帮我清理一下缓存",
      "重置缓存",
      "更新缓存",
    ],
    ...[
      "drop the cache",
      "empty cache",
      "delete the cache",
      "please wipe the whole cache",
      "clear all caches",
      "delete cache",
    ],
    ...[
      "重新读取",
      "重新读一下",
      "重新获取列表",
      "重新读取一下",
      "重新加载",
      "刷新下",
      "更新一下列表",
      "重新获取一下数据",
      "refresh everything",
      "刷新全部",
    ],
  ])("all of it: %s", (message) => {
    const { kind, command, commandArgument, verb } = readRequest(message, names);
    expect({ kind, command, commandArgument, verb }).toEqual({ kind: "command", command: "refresh" });
  });

  test.each([
    ["清除 dev 的缓存", { namespace: "dev" }],
    ["清空 dev 的缓存", { namespace: "dev" }],
    ["刷新 dev 命名空间的缓存", { namespace: "dev" }],
    ["把 dev 的缓存清掉", { namespace: "dev" }],
    ["refresh the cache of namespace dev", { namespace: "dev" }],
    ["clear cache for dev", { namespace: "dev" }],
    ["delete the dev cache", { namespace: "dev" }],
    ["refresh namespace dev", { namespace: "dev" }],
    ["refresh namespace shop-2", { namespace: "shop-2" }],
    ["refresh dev", { namespace: "dev" }],
    ["刷新 dev", { namespace: "dev" }],
    ["刷新一下 dev 命名空间", { namespace: "dev" }],
    ["refresh cluster dev-cluster", { cluster: "dev-cluster" }],
    ["刷新集群 dev-cluster", { cluster: "dev-cluster" }],
    ["刷新 dev-cluster", { cluster: "dev-cluster" }],
    ["清除 pod 的缓存", { resource: "pod" }],
    ["删除 pod 缓存", { resource: "pod" }],
    ["delete the pod cache", { resource: "pod" }],
    ["clear the pods cache", { resource: "pod" }],
    ["clear the pod cache in dev", { namespace: "dev", resource: "pod" }],
    ["清空 dev 的 pod 缓存", { namespace: "dev", resource: "pod" }],
  ])("a part of it: %s", (message, scope) => {
    const { kind, command, commandArgument = "" } = readRequest(message, names);
    expect({ kind, command }).toEqual({ kind: "command", command: "refresh" });
    expect(readRefreshScope(commandArgument, names)).toEqual(scope);
  });

  test("of what is not known, nothing is deleted either", () => {
    for (const message of ["清除 redis 的缓存", "删除 redis 缓存"])
      expect(readRequest(message, names)).toMatchObject({ command: "refresh", commandArgument: "redis" });
  });
});

describe("a thing that is called cache stays a thing", () => {
  test.each([
    ["delete the pod cache-0", { verb: "delete", resource: "pod", name: "cache-0" }],
    ["删除名为 cache 的 configmap", { verb: "delete", resource: "configmap", name: "cache" }],
    ["delete deployment cache", { verb: "delete", resource: "deployment", name: "cache" }],
    ["list configmaps named cache in dev", { verb: "list", resource: "configmap", name: "cache", namespace: "dev" }],
    ["列出 dev 里叫 cache 的 configmap", { verb: "list", name: "cache", namespace: "dev" }],
    ["delete the configmap called cache", { verb: "delete", resource: "configmap", name: "cache" }],
  ])("%s", (message, read) => {
    expect(readRequest(message, names)).toMatchObject(read);
  });

  test.each(["refresh the pods in dev", "刷新 dev 的 pod 列表", "reload the namespaces"])(
    "a list is no part of the cache: %s",
    (message) => {
      expect(readRequest(message, names)).toMatchObject({ verb: "list" });
    },
  );

  test.each([
    "重启缓存服务",
    "restart the cache",
    "不要删除缓存",
    "重新启动 dev 的 redis",
    "clear dev",
    "refresh namespace list",
  ])("%s", (message) => {
    expect(readRequest(message, names).command).not.toBe("refresh");
  });
});
