import type { World } from "@k8s-copilot/sandbox";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage } from "./servers.ts";

const node = (name: string) => ({
  apiVersion: "v1",
  kind: "Node",
  metadata: { name },
  status: { conditions: [{ type: "Ready", status: "True" }] },
});

const pod = (name: string, spec: Record<string, unknown>, labels: Record<string, string> = {}) => ({
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name, namespace: "mill", labels },
  spec: { nodeName: "water-1", containers: [{ name: "a", image: "a:1" }], ...spec },
});

const mill: World = {
  name: "mill",
  objects: [
    { apiVersion: "v1", kind: "Namespace", metadata: { name: "mill" } },
    node("water-1"),
    node("water-2"),
    node("wind-1"),
    pod("grinder", { volumes: [{ name: "flour", emptyDir: {} }] }),
    pod("sluice-0", {}, { app: "sluice" }),
    {
      apiVersion: "policy/v1",
      kind: "PodDisruptionBudget",
      metadata: { name: "sluice-stays", namespace: "mill" },
      spec: { maxUnavailable: 0, selector: { matchLabels: { app: "sluice" } } },
      status: { currentHealthy: 1, desiredHealthy: 1, disruptionsAllowed: 0, expectedPods: 1 },
    },
  ],
};

describe("whether a node can be drained", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage("bundled", { worlds: [mill] });
  });
  afterAll(() => stage.close());
  const ask = (message: string) => stage.conversation({ guidance: "direct" }).send(message, { width: 160 });

  test.each([
    "is it safe to drain water-1",
    "can I drain water-1 without breaking anything",
    "can we safely drain node water-1?",
    "what happens if I drain water-1",
  ])("%s: what holds it up, what is lost, and the command; nothing is drained", async (message) => {
    const { answer, calls, approval } = await ask(message);
    expect(answer).toMatch(/^No, water-1 cannot simply be drained now: 2 pods would hold it up\.$/m);
    expect(answer).toMatch(/^- A PDB allows no disruption now: .*: mill\/sluice-0 \(sluice-stays\)$/m);
    expect(answer).toMatch(/^- Run by no controller: .*: .*mill\/grinder/m);
    expect(answer).toMatch(/^- Keep data in an emptyDir, which is lost .*: mill\/grinder$/m);
    expect(answer).toContain("kubectl drain water-1 --ignore-daemonsets --delete-emptydir-data");
    expect(approval).toBeNull();
    expect(calls.every(({ effect }) => effect === "read")).toBe(true);
  });

  test.each(["可以排空 water-1 吗", "能安全 drain water-1 吗", "排空 water-1 安全吗"])("%s", async (message) => {
    expect((await ask(message)).answer).toMatch(/^现在不能直接排空 water-1：有 2 个 Pod 会卡住。$/m);
  });

  test("nothing stands in the way where nothing runs", async () => {
    expect((await ask("is it safe to drain water-2")).answer).toMatch(
      /^As far as was seen, nothing stands in the way/m,
    );
  });

  test("a node that there is not is said to be none", async () => {
    expect((await ask("is it safe to drain steam-9")).answer).toMatch(/steam-9/);
  });
});
