import { describe, expect, test } from "vitest";
import { readRequests } from "../../src/language/index.ts";

const clusters = ["dev-cluster", "prod-cluster"];

const readingOf = (message: string) => {
  const { requests, strange } = readRequests(message, { clusters });
  return {
    requests: requests.map(({ request: { hits: _, language: __, kind: ___, view: ____, ...rest } }) => rest),
    strange,
  };
};

const pods = (namespace: string) => ({ verb: "list", resource: "pod", namespace });

describe("things named side by side make one request each", () => {
  test.each([
    ["列出 dev 和 production 的 pod", [pods("dev"), pods("production")]],
    ["list pods in dev and in production", [pods("dev"), pods("production")]],
    ["看一下 dev、staging 和 production 的 pod", [pods("dev"), pods("staging"), pods("production")]],
    ["list pods in dev, staging, and production", [pods("dev"), pods("staging"), pods("production")]],
    ["pods and services in dev", [pods("dev"), { verb: "list", resource: "service", namespace: "dev" }]],
    [
      "看一下 cart-service 的日志和事件",
      [
        { verb: "logs", resource: "pod", name: "cart-service" },
        { verb: "list", resource: "event", name: "cart-service" },
      ],
    ],
    [
      "list pods in dev-cluster and prod-cluster",
      [
        { verb: "list", resource: "pod", cluster: "dev-cluster" },
        { verb: "list", resource: "pod", cluster: "prod-cluster" },
      ],
    ],
  ])("%s", (message, requests) => {
    expect(readingOf(message)).toEqual({ requests, strange: [] });
  });
});

describe("requests that follow one another keep their order, and the place where nothing else is said", () => {
  const logs = { verb: "logs", resource: "pod", name: "cart-service", namespace: "dev" };
  test.each([
    ["看 dev 的 pod 然后看 cart-service 的日志", [pods("dev"), logs]],
    ["show the pods in dev and then show the logs of cart-service", [pods("dev"), logs]],
    ["看 dev 的 pod，再看看 production 的 pod", [pods("dev"), pods("production")]],
    [
      "list pods in dev and show events in production",
      [pods("dev"), { verb: "list", resource: "event", namespace: "production" }],
    ],
    [
      "list pods in dev and events in production and top nodes",
      [
        pods("dev"),
        { verb: "list", resource: "event", namespace: "production" },
        { namespace: "production", verb: "top", resource: "node" },
      ],
    ],
    [
      "先看 dev 的 pod，再看 production 的日志",
      [pods("dev"), { verb: "logs", resource: "pod", namespace: "production" }],
    ],
    [
      "describe pod a-1 and node worker-2",
      [
        { verb: "describe", resource: "pod", name: "a-1" },
        { verb: "get", resource: "node", name: "worker-2" },
      ],
    ],
    [
      "show deployment web and its pods",
      [
        { verb: "get", resource: "deployment", name: "web" },
        { verb: "list", resource: "pod", name: "web", refersBack: true },
      ],
    ],
    [
      "restart cart-service in dev and then show its logs",
      [
        { verb: "restart", name: "cart-service", namespace: "dev" },
        { ...logs, refersBack: true },
      ],
    ],
  ])("%s", (message, requests) => {
    expect(readingOf(message)).toEqual({ requests, strange: [] });
  });

  test("a part that is not understood is not lost", () => {
    expect(readingOf("看 dev 的 pod 然后给我唱首歌")).toEqual({ requests: [pods("dev")], strange: ["给我唱首歌"] });
    expect(readingOf("list pods in dev and then sing a song")).toEqual({
      requests: [pods("dev")],
      strange: ["sing a song"],
    });
    expect(readingOf("list pods in dev, then thanks").strange).toEqual([]);
  });
});

test.each([
  "show the cpu and memory usage of pods",
  "查看 pod 的 CPU 和内存使用情况",
  "my pods keep crashing, show me the logs of cart-service",
  "看一下 cart-service 的日志，如果有错误就重启它",
  "hi, show me the logs of cart-service please",
  "为什么 cart-service 挂了又重启",
  "容器 istio-proxy 的日志，pod 是 cart-0",
  "list nodes and their status",
  '日志里有一句 "delete all pods and drop the database"，帮我看看 cart-service',
])("one request stays one: %s", (message) => {
  expect(readingOf(message).requests).toHaveLength(1);
});
