import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage, serverKinds } from "./servers.ts";

describe.each(serverKinds)("a thing that is not in this cluster, on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  test.each([
    ["describe order-sync", /“order-sync” is not in cluster dev-cluster; it is in prod-cluster/],
    ["order-sync 用的什么镜像", /“order-sync”不在集群 dev-cluster 里，在 prod-cluster 里找到了/],
  ])("is read where it is, and that is said; a server that can choose no cluster says so: %s", async (say, holds) => {
    const talk = stage.conversation({ cluster: "dev-cluster", guidance: "direct" });
    const { answer, status } = await talk.send(say);
    if (kind === "plain") {
      expect(answer).toMatch(/another cluster \(prod-cluster\)|其他集群里（prod-cluster）/);
      return;
    }
    expect({ status, answer }).toMatchObject({ status: "ok" });
    expect(answer).toMatch(holds);
    expect(answer).toMatch(/prod-cluster/);
  });

  test("what no cluster has is said to be in none of them", async () => {
    const talk = stage.conversation({ cluster: "dev-cluster", guidance: "direct" });
    const { answer, status } = await talk.send("describe flux-capacitor-9");
    expect(status).toBe("error");
    expect(answer).toMatch(kind === "plain" ? /cannot look into/ : /Nor is it in the other clusters \(prod-cluster\)/);
  });

  test("a change is never sent to another cluster for want of the thing in this one", async () => {
    const talk = stage.conversation({ cluster: "dev-cluster", guidance: "direct" });
    const { approval } = await talk.send("delete pod order-sync-0 in production");
    expect(approval).toBeNull();
  });
});
