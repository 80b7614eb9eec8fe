import { describe, expect, test } from "vitest";
import type { Condition } from "../../src/language/condition.ts";
import { readRequest } from "../../src/language/index.ts";

const context = { clusters: ["eu"], namespaces: ["shop", "billing", "lab"] };
const namespace = (value: string): Condition => ({ field: "namespace", comparison: "not", value });
const status = (value: string): Condition => ({ field: "status", comparison: "not", value });
const name = (value: string): Condition => ({ field: "name", comparison: "not", value });

describe("what is said to be left out of a list is left out", () => {
  test.each([
    ["show pods in all namespaces but kube-system", [namespace("kube-system")]],
    ["list deployments except shop and billing", [namespace("shop"), namespace("billing")]],
    ["pods, not the ones in lab", [namespace("lab")]],
    ["除了 shop 以外的 pod", [namespace("shop")]],
    ["除了shop和lab的pod", [namespace("shop"), namespace("lab")]],
    ["看看所有 pod，别看 staging", [namespace("staging")]],
    ["所有 deployment，不包括 kube-system 和 lab", [namespace("kube-system"), namespace("lab")]],
  ])("a namespace, so that all others are meant: “%s”", (message, conditions) => {
    expect(readRequest(message, context)).toMatchObject({ verb: "list", allNamespaces: true, conditions });
  });

  test.each([
    ["pods in shop, not the completed ones", [status("completed")]],
    ["shop 里的 pod，已完成的不算", [status("completed")]],
    ["all pods except redis-0 in shop", [name("redis-0")]],
  ])("a state or a name: “%s”", (message, conditions) => {
    expect(readRequest(message, context)).toMatchObject({ verb: "list", namespace: "shop", conditions });
  });

  test("a change is narrowed by it as well", () => {
    expect(readRequest("delete all the completed pods in shop except database-migration", context)).toMatchObject({
      verb: "delete",
      conditions: [name("database-migration"), { field: "status", comparison: "is", value: "completed" }],
    });
  });
});

describe("what “but” leaves out of all there are is never taken for what is meant", () => {
  test.each([
    ["delete all pods in shop but redis-0", "delete", [name("redis-0")]],
    ["delete all deployments but storefront in shop", "delete", [name("storefront")]],
    ["delete everything in shop but web-frontend", "delete", [name("web-frontend")]],
    ["delete all pods in shop but redis-0 and redis-1", "delete", [name("redis-0"), name("redis-1")]],
    ["restart every deployment but web-frontend in shop", "restart", [name("web-frontend")]],
    ["scale all deployments except web-frontend in shop to 2", "scale", [name("web-frontend")]],
    ["把 shop 里除 web-frontend 外的 deployment 都缩到 0", "scale", [name("web-frontend")]],
    ["list all pods in shop but redis-0", "list", [name("redis-0")]],
    ["all deployments but web-frontend in shop", "list", [name("web-frontend")]],
    ["list pods in shop but redis-0", "list", [name("redis-0")]],
  ])("“%s”", (message, verb, conditions) => {
    const request = readRequest(message, context);
    expect(request).toMatchObject({ verb, namespace: "shop", conditions });
    expect(request).not.toHaveProperty("name");
    expect(request).not.toHaveProperty("keeps");
  });

  test.each([
    ["delete all pods in shop but leave redis-0", "leave redis-0"],
    ["delete everything in shop and keep redis-0", "keep redis-0"],
    ["删除 shop 里所有 pod，保留 redis-0", "保留 redis-0"],
    ["restart all deployments in shop except the old ones", "except the old"],
  ])("a change that cannot be narrowed so is not made: “%s”", (message, said) => {
    expect(readRequest(message, context).keeps?.join(" ")).toContain(said);
  });

  test.each([
    ["delete redis-1 but not redis-0", "redis-1"],
    ["restart web-frontend in shop and keep all replicas", "web-frontend"],
    ["scale web-frontend in shop to 3", "web-frontend"],
  ])("what names its object leaves nothing to spare: “%s”", (message, meant) => {
    const request = readRequest(message, context);
    expect(request).toMatchObject({ name: meant });
    expect(request).not.toHaveProperty("keeps");
  });

  test.each([
    ["pods that are not on eu-worker-2", "eu-worker-2"],
    ["pods not on node kiwi", "kiwi"],
    ["list pods except those on eu-worker-2", "eu-worker-2"],
    ["不在 eu-worker-2 上的 pod", "eu-worker-2"],
  ])("a node, so that all others are meant: “%s”", (message, value) => {
    const request = readRequest(message, context);
    expect(request).toMatchObject({ verb: "list", conditions: [{ field: "node", comparison: "not", value }] });
    expect(request).not.toHaveProperty("node");
  });

  test.each([
    ["list pods in shop but not the running ones", [status("running")]],
    ["列出 shop 的 pod，Running 的不要", [status("running")]],
    ["pods in trouble in shop but not analytics", [name("analytics")]],
  ])("what “not” is said of: “%s”", (message, conditions) => {
    expect(readRequest(message, context)).toMatchObject({ verb: "list", namespace: "shop", conditions });
  });

  test.each([
    "which pods are running but not ready",
    "how many pods are running but not ready",
    "Running 但未就绪的 pod",
  ])("two states at once are both meant: “%s”", (message) =>
    expect(readRequest(message, context)).toMatchObject({
      verb: "list",
      quality: "not_ready",
      conditions: [{ field: "status", comparison: "equal", value: "Running" }],
    }),
  );

  test("namespaces that hold no pods are asked for, and no pods", () => {
    expect(readRequest("which namespaces have no pods", context)).toMatchObject({
      resource: "namespace",
      unused: true,
    });
  });

  test("a list that goes on behind “but” leaves nothing out", () => {
    expect(readRequest("show all pods in shop but sort by restarts", context)).not.toHaveProperty("conditions");
  });
});

test.each([
  ["logs of redis-0 except health checks", "except health"],
  ["what is wrong everywhere except kube-system", "except kube-system"],
])("what cannot be left out is told: “%s”", (message, said) => {
  expect(readRequest(message, context).unread?.join(" ")).toContain(said);
});

test.each(["not shop, billing", "no, not shop", "不是 shop，是 billing", "I meant billing, not shop"])(
  "a correction leaves nothing out: “%s”",
  (message) => expect(readRequest(message, context)).not.toHaveProperty("conditions"),
);
