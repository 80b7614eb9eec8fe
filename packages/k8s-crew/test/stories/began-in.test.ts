import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage, serverKinds } from "./servers.ts";

describe.each(serverKinds)("a conversation that began in a namespace, on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  const ask = (message: string) =>
    stage.conversation({ cluster: "dev-cluster", namespace: "production" }).send(message);

  test.each(["list pods", "列出 pod", "which pods are broken?", "get deployments", "kubectl get pods"])(
    "reads that one for “%s”",
    async (message) => {
      const { calls, answer } = await ask(message);
      const reads = calls.filter(({ resource }) => resource !== "cluster" && resource !== "namespace");
      expect(reads.length).toBeGreaterThan(0);
      for (const { args } of reads) expect(args.namespace).toBe("production");
      expect(answer).not.toMatch(/kube-system|redis-0/);
    },
  );

  test("leaves it when a message names another, or all", async () => {
    expect((await ask("list pods in dev")).answer).toContain("redis-0");
    const { answer } = await ask("list pods in all namespaces");
    expect(answer).toContain("redis-0");
    expect(answer).toContain("coredns");
  });

  test("asks for what is in no namespace without one", async () => {
    const { status, answer } = await ask("list nodes");
    expect(status).toBe("ok");
    expect(answer).toContain("dev-worker-1");
  });
});
