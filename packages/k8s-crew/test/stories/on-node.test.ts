import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage, serverKinds } from "./servers.ts";

describe.each(serverKinds)("the pods of a node, on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  test.each([
    "节点 dev-worker-1 上有哪些 pod",
    "dev-worker-1 上有哪些 pod",
    "list pods on dev-worker-1",
    "which pods run on node dev-worker-1?",
    "show me the pods in dev on dev-worker-1",
  ])("are those that run there, or it is said that the server does not tell: %s", async (message) => {
    const conversation = stage.conversation({ cluster: "dev-cluster", guidance: "direct" });
    const { status, answer } = await conversation.send(message);
    expect(status).toBe("ok");
    expect(answer).toContain("dev-worker-1");
    expect(answer).not.toContain("redis-0");
    if (kind === "plain") expect(answer).toMatch(/web-frontend|所在节点|nodes/);
    else expect(answer).toContain("web-frontend");
  });
});
