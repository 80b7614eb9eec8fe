import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage } from "./servers.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage("bundled");
});
afterAll(() => stage.close());

const said = async (first: string, ...more: readonly string[]) => {
  const conversation = stage.conversation({ cluster: "dev-cluster", guidance: "guided" });
  const results = [await conversation.send(first, { width: 120 })];
  for (const message of more) results.push(await conversation.send(message, { width: 120 }));
  return results;
};

describe("a namespace that a person turned to", () => {
  test.each([
    ["use namespace dev", "list pods", /namespace dev\b/],
    ["用 dev 命名空间", "有哪些 pod", /命名空间 dev\b/],
  ])("%s: lists are of it from then on", async (turn, list, place) => {
    const [turned, listed] = await said(turn, list);
    expect(turned?.answer).toMatch(place);
    expect(turned?.calls.every(({ effect }) => effect === "read")).toBe(true);
    expect(listed?.answer).toMatch(place);
    expect(listed?.answer).not.toMatch(/all namespaces|所有命名空间/);
  });

  test("that does not exist is said to be none of the cluster that was looked at", async () => {
    const [turned] = await said("use namespace warehouse");
    expect(turned?.answer).toMatch(/cluster dev-cluster has no namespace of that name \(it has .*dev/);
  });
});

test.each([
  ["list pods in dev", "1 and 97", /^There are only \d to choose from/],
  ["列出 dev 的 pod", "1 和 97", /^下面只有 \d 项可选/],
])("%s: numbers of which a next step has not every one run nothing", async (list, numbers, told) => {
  const [, second] = await said(list, numbers);
  expect(second?.answer).toMatch(told);
  expect(second?.calls).toEqual([]);
});

test.each([
  ["show me the logs of redis, dunno where it runs", "en"],
  ["看下 redis 的日志，不晓得在哪", "zh"],
])("%s: it is looked for in all namespaces, and no namespace is asked for", async (message) => {
  const [first] = await said(message);
  expect(first?.question?.parameter).not.toBe("namespace");
});

test("the restart history of something is read, and nothing is restarted", async () => {
  const [first] = await said("restart history of redis-0");
  expect(first?.answer).toMatch(/restarted|RESTARTS/);
  expect(first?.answer).not.toMatch(/rollout restart/);
});

test("what a list has shown is meant by a word of its name", async () => {
  const [, second] = await said("list deployments in dev", "restart the analytics one");
  expect(second?.answer + (second?.question?.text ?? "")).toMatch(/Deployment analytics/);
});

test.each([
  ["kafka, why r u so slow", "kafka"],
  ["redis keeps dyin, how come", "redis"],
])("%s: the name is kept", async (message, name) => {
  const [first] = await said(message);
  expect(`${first?.answer} ${first?.question?.text}`).toContain(name);
});

test("a plan that is not understood is explained, and stays open", async () => {
  const [, second] = await said("whats broken?", "whats that supposed to mean");
  expect(second?.answer).toMatch(/none has run yet/);
  expect(second?.question?.parameter).toBe("plan");
});

test("deployments that are fully ready are picked out", async () => {
  const [first] = await said("which deployments in dev are fully ready");
  expect(first?.answer).toMatch(/^4 of 9 Deployments match/m);
});
