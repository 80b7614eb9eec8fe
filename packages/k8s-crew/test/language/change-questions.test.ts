import { describe, expect, test } from "vitest";
import { readRequest } from "../../src/language/requests/request.ts";
import { readRequests } from "../../src/language/requests/requests.ts";

const context = { clusters: ["eu", "us"], namespaces: ["shop", "billing"] };
const read = (message: string) => readRequest(message, context);

describe("a question about a change is no request for it", () => {
  test.each([
    ["what happens if I delete deployment web in shop", "delete", "web"],
    ["what happens when I scale web in shop to 0", "scale", "web"],
    ["what would restarting web do", "restart", "web"],
    ["would deleting db-0 break the shop", "delete", "db-0"],
    ["is restarting web in shop risky?", "restart", "web"],
    ["if i drain node-1 will anything break", "drain", "node-1"],
    ["will anything break if i drain node-1", "drain", "node-1"],
    ["can you tell me what happens if I delete pod db-0", "delete", "db-0"],
    ["should I restart web", "restart", "web"],
    ["删除 shop 的 deployment web 会影响什么", "delete", "web"],
    ["可以删除 shop 的 pod db-0 吗", "delete", "db-0"],
    ["如果把 web 缩到 0 会怎样", "scale", "web"],
    ["如果删了 db-0 会丢数据吗", "delete", "db-0"],
    ["重启一下 web 会不会中断", "restart", "web"],
    ["要不要重启 web", "restart", "web"],
    ["你觉得该重启 web 吗", "restart", "web"],
    ["什么时候该重启 web", "restart", "web"],
    ["db-0 可以删吗", "delete", "db-0"],
    ["能不能删 db-0", "delete", "db-0"],
    ["is it safe to drain node-1", "drain", "node-1"],
    ["can we drain node-1 without downtime", "drain", "node-1"],
    ["把 node-1 排空会影响谁", "drain", "node-1"],
    ["node-1 可以安全排空吗", "drain", "node-1"],
  ])("“%s”", (message, verb, name) => {
    expect(read(message)).toMatchObject({ verb, name, considered: { of: "effect" } });
  });

  test("“能不能删”, which names nothing", () => {
    expect(read("能不能删")).toMatchObject({ verb: "delete", considered: { of: "effect" } });
  });
});

test.each([
  ["how do I scale web in shop to 5", "scale web in shop to 5"],
  ["what's the command to restart web", "restart web"],
  ["怎么把 web 扩到 5", "把 web 扩到 5"],
  ["如何回滚 web", "回滚 web"],
])("how a change is made is asked, with what would ask for it: “%s”", (message, change) => {
  expect(read(message)).toMatchObject({ considered: { of: "way", change } });
});

test.each([
  ["can you delete pod db-0", "delete"],
  ["could you please restart web", "restart"],
  ["帮我删一下 db-0 可以吗", "delete"],
  ["能帮我把 web 扩到 3 吗", "scale"],
  ["麻烦重启一下 web 可以吗", "restart"],
  ["delete the pods that are failing", "delete"],
])("who asks politely asks for the change: “%s”", (message, verb) => {
  const request = read(message);
  expect(request).toMatchObject({ kind: "request", verb });
  expect(request.considered).toBeUndefined();
});

test.each([
  ["can I delete pods in shop", { access: "self" }],
  ["why was web restarted", { verb: "diagnose" }],
  ["pod 怎么重启了", { verb: "diagnose" }],
  ["怎么重启一个 deployment", { verb: "explain" }],
])("other questions stay what they are: “%s”", (message, request) => {
  expect(read(message)).toMatchObject(request);
  expect(read(message).considered).toBeUndefined();
});

test.each(["before I delete pod db-0 in shop, show its logs", "删除 shop 的 pod db-0 之前先看下它的日志"])(
  "what is asked before a change is all that is done: “%s”",
  (message) => {
    const { requests } = readRequests(message, context);
    expect(requests.map(({ request: { verb, name, namespace } }) => ({ verb, name, namespace }))).toEqual([
      { verb: "logs", name: "db-0", namespace: "shop" },
    ]);
  },
);
