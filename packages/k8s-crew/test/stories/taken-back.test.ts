import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lastAnswer } from "./last-answer.ts";
import { openStage, type Stage, serverKinds, testWhere } from "./servers.ts";

describe.each(serverKinds)("what was wrong is taken back, on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  const after = (...messages: readonly string[]) => lastAnswer(stage, messages);

  test.each([
    ["pods in dev", "logs of redis", "undo", "cancel", "/context"],
    ["列出 dev 的 pod", "redis 的日志", "撤销", "取消", "/context"],
  ])("“%s”, “%s”, “%s”: the context has it no more", async (...messages) => {
    const result = await after(...messages);
    expect(result.answer).not.toMatch(/^ {2}(?:pod|Pod|node|节点|namespace|命名空间)[:：]/m);
  });

  testWhere(kind !== "plain", "the plain server knows one cluster").each([
    ["pods in kube-system", "wrong cluster"],
    ["列出 kube-system 的 pod", "集群不对"],
  ])("“%s”, “%s”: the clusters are told, and the same is read in the one that is taken", async (...messages) => {
    const asked = await after(...messages);
    expect(asked.calls.every(({ resource }) => resource === "cluster")).toBe(true);
    expect(asked.answer).toMatch(/prod-cluster/);
    const taken = await after(...messages, "1");
    const read = taken.calls.find(({ verb, resource }) => verb === "list" && resource === "pod");
    expect(JSON.stringify(read?.args)).toMatch(/prod-cluster[\s\S]*kube-system|kube-system[\s\S]*prod-cluster/);
  });

  test.each([
    ["pods in dev", "wrong namespace", "production"],
    ["列出 dev 的 pod", "命名空间不对", "production"],
  ])("“%s”, “%s”, “%s” reads the same there", async (...messages) => {
    const result = await after(...messages);
    const read = result.calls.find(({ verb, resource }) => verb === "list" && resource === "pod");
    expect(read?.args).toMatchObject({ namespace: "production" });
  });

  test.each([
    ["restart web-frontend in dev", "did it work?", /changed nothing/],
    ["重启 dev 的 web-frontend", "成功了没", /没有改动/],
  ])("“%s”, which no tool does, “%s”", async (first, message, says) => {
    expect((await after(first, message)).answer).toMatch(says);
  });

  test.each([
    ["what is a PDB", "explain that", /documentation goes further: https:\/\/kubernetes\.io/],
    ["什么是 PDB", "什么意思", /文档里讲得更细：https:\/\/kubernetes\.io/],
  ])("“%s”, “%s” tells where more stands, and nothing else", async (first, message, says) => {
    for (const messages of [[message], [message, message]]) {
      const result = await after(first, ...messages);
      expect(result.answer).toMatch(says);
      expect(result.answer).not.toMatch(/CrashLoopBackOff/);
    }
  });
});
