import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage, serverKinds, testWhere } from "./servers.ts";

describe.each(serverKinds)("which pods are ready on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());
  const ask = async (message: string) => {
    const here = kind === "plain" ? {} : { cluster: "dev-cluster" };
    const { answer } = await stage.conversation({ guidance: "direct", ...here }).send(message, { width: 160 });
    return answer;
  };

  test.each(["which pods are running and ready in dev", "dev 里哪些 pod 已经就绪"])(
    "%s: one that runs and is not ready is left out",
    async (message) => {
      const answer = await ask(message);
      expect(answer).toMatch(/redis-0/);
      expect(answer).not.toMatch(/search-api/);
    },
  );

  test.each(["which pods are not ready", "哪些 pod 没就绪"])(
    "%s: one that is Running is found, though a list may not tell its readiness",
    async (message) => {
      expect(await ask(message)).toMatch(/search-api-\S+ +0\/1 +Running/);
    },
  );

  test("whether one is ready is told by how much of it is", async () => {
    expect(await ask("is search-api ready")).toMatch(/0\/1 ready/);
  });

  testWhere(kind === "plain", "only the small tool list leaves readiness out")(
    "pods in trouble come with how many may be so without a word",
    async () => {
      expect(await ask("which pods are broken")).toMatch(
        /does not say whether pods are ready: of the 19 that are Running/,
      );
      expect(await ask("哪些 pod 有问题")).toMatch(/不说 Pod 是否就绪：Running 的 19 个/);
    },
  );
});
