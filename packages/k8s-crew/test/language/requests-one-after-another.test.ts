import { describe, expect, test } from "vitest";
import { readRequests } from "../../src/language/index.ts";

const context = { clusters: ["east", "west"], namespaces: ["billing", "alerts", "store"] };

/** What each part of a message comes to, in short. */
const partsOf = (message: string) =>
  readRequests(message, context).requests.map(({ request: { verb, view, resource, name, namespace, replicas } }) =>
    [view === "call" ? verb : view, resource, name, namespace, replicas].filter((part) => part !== undefined).join(" "),
  );

describe("several requests in one message", () => {
  test.each([
    ["scale shop to 3 and cashdesk to 5", ["scale shop 3", "scale cashdesk 5"]],
    ["scale shop to 3, cashdesk to 5 in store", ["scale shop store 3", "scale cashdesk store 5"]],
    ["shop 扩到 3，cashdesk 扩到 5", ["scale shop 3", "scale cashdesk 5"]],
    ["看看 billing 的 pod，顺便看下 store 的", ["list pod billing", "list pod store"]],
    ["看看 web-1 的日志，再看看 web-2 的", ["logs pod web-1", "logs pod web-2"]],
    ["how many pods in billing? and in store?", ["list pod billing", "list pod store"]],
    [
      "services in alerts, ingress in store and how many nodes",
      ["list service alerts", "list ingress store", "list node store"],
    ],
    ["nodes, pods in store, and events pls", ["list node", "list pod store", "list event store"]],
    ["pods in store and tell me which are broken", ["list pod store", "list pod store"]],
    ["why is shop slow? look at its logs", ["diagnose shop", "logs pod shop"]],
  ])("“%s”", (message, parts) => {
    expect(partsOf(message)).toEqual(parts);
  });

  test.each([
    "why is shop down? it was fine yesterday",
    "is billing ok? thanks",
    "logs of shop, container proxy",
    "what is the difference between a pod, a node and a service",
  ])("“%s” is one", (message) => {
    expect(readRequests(message, context).requests).toHaveLength(1);
  });
});

test.each([
  ["list namespaces, and which node is the fullest", "list namespaces"],
  ["列出命名空间，哪个节点最满", "列出命名空间"],
])("what several lists tell is asked by itself, and the list before it is left for later: %s", (message, list) => {
  const { requests, strange } = readRequests(message);
  expect(requests.map(({ request }) => request)).toEqual([expect.objectContaining({ beside: "capacity" })]);
  expect(strange).toEqual([list]);
});
