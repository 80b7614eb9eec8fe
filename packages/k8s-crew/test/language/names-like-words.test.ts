import { describe, expect, test } from "vitest";
import { readRequests, wordsThatMayName } from "../../src/language/index.ts";

const names = [
  "search",
  "events",
  "status",
  "image",
  "latest",
  "top",
  "config",
  "monitor",
  "hello",
  "help",
  "new",
  "watch",
];
const places = { clusters: ["north", "lab"], namespaces: ["default", "billing"] };
const readingOf = (message: string, context: object = { ...places, names }) =>
  readRequests(message, context).requests[0]?.request;

describe("a word of another meaning is a name where something is called so and a name would stand", () => {
  test.each([
    ["what image does search run", "search", "list"],
    ["search 跑的是哪个镜像", "search", "list"],
    ["给 search 加到 3 个副本", "search", "scale"],
    ["is search up", "search", "list"],
    ["search logs", "search", "logs"],
    ["search 的日志", "search", "logs"],
    ["restart search", "search", "restart"],
    ["把 search 重启一下", "search", "restart"],
    ["describe the search deployment", "search", "describe"],
    ["whats wrong with search", "search", "diagnose"],
    ["search is down", "search", "diagnose"],
    ["logs of events", "events", "logs"],
    ["events 的日志", "events", "logs"],
    ["logs of status", "status", "logs"],
    ["status of status", "status", "get"],
    ["logs of latest", "latest", "logs"],
    ["logs of top", "top", "logs"],
    ["logs of help", "help", "logs"],
    ["logs of hello", "hello", "logs"],
    ["logs of new", "new", "logs"],
    ["restart watch", "watch", "restart"],
  ])("%s: %s", (message, name, verb) => {
    expect(readingOf(message)).toMatchObject({ kind: "request", name, verb });
    expect(readingOf(message)?.unread).toBeUndefined();
  });

  test.each([
    "search for ledger",
    "search pods",
    "list events",
    "events in billing",
    "whats the status",
    "cluster status",
    "what image does ledger run",
    "top pods in billing",
    "top 一下 billing 的 pod",
    "watch pods",
    "new pods",
    "hello",
    "hello, list pods",
    "help",
  ])("the same word elsewhere means what it meant: %s", (message) => {
    expect(readingOf(message)).toEqual(readingOf(message, places));
  });

  test.each([
    ["search logs", ["search"]],
    ["is search up", ["search"]],
    ["show logs", []],
    ["list events", []],
    ["lemme see the nodes", []],
    ["ok ok list the nodes", []],
    ["check whether my services are healthy", []],
    ["which pods restart the most", []],
    ["get pods that are not ready", []],
    ["cluster status", []],
  ])("what there is has to be looked up for a name's place only: %s", (message, words) => {
    expect(wordsThatMayName(message, places)).toEqual(words);
  });
});

describe("what is said to be a place is one, whatever the word means, and whether it exists or not", () => {
  test.each([
    ["list pods in the weather namespace", { namespace: "weather" }],
    ["weather 这个命名空间的 pod 列出来", { namespace: "weather" }],
    ["weather 命名空间有哪些 pod", { namespace: "weather" }],
    ["events in namespace weather", { namespace: "weather" }],
    ["pods in status namespace", { namespace: "status" }],
    ["pods in the search namespace", { namespace: "search" }],
    ["pods in the jobs namespace", { namespace: "jobs" }],
    ["pods in the music cluster", { cluster: "music" }],
    ["hello 集群的 pod", { cluster: "hello" }],
    ["pods on node weather", { node: "weather" }],
    ["pods on the weather node", { node: "weather" }],
    ["edge-w-77 节点上的 pod", { node: "edge-w-77" }],
    ["pods in the images namespace plz", { namespace: "images" }],
    ["pods in the apps namespace", { namespace: "apps" }],
    ["deployments in the alerts namespace", { namespace: "alerts" }],
    ["images 这个命名空间里有啥", { namespace: "images" }],
    ["pods in the folks namespace", { namespace: "folks" }],
    ["describe node hello", { name: "hello" }],
  ])("%s", (message, place) => {
    expect(readingOf(message, places)).toMatchObject({ kind: "request", ...place });
  });

  test.each([
    "cluster status",
    "show namespace status",
    "node usage",
    "list jobs in the current namespace",
    "top node",
  ])("a word that says what is wanted names none: %s", (message) => {
    expect(readingOf(message, places)?.namespace).toBeUndefined();
    expect(readingOf(message, places)?.cluster).toBeUndefined();
    expect(readingOf(message, places)?.name).toBeUndefined();
  });
});

test("“the default limits” speak of no namespace", () => {
  expect(readingOf("billing 有没有默认的资源限制", places)?.name).toBeUndefined();
  expect(readingOf("billing 有没有默认的资源限制", places)?.namespace).toBe("billing");
});

test("where something lives is asked, and nothing is followed live", () => {
  expect(readingOf("where does ledger live", places)).toMatchObject({ verb: "search", name: "ledger" });
  expect(readingOf("everything sitting on edge-w-04 please", places)).toMatchObject({
    verb: "list",
    resource: "pod",
    node: "edge-w-04",
  });
});
