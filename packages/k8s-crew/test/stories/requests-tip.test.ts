import { afterAll, beforeAll, expect, test } from "vitest";
import { openStage, type Stage } from "./servers.ts";

const deployment = (name: string, resources: Readonly<Record<string, unknown>>) => ({
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name, namespace: "bakery", labels: { app: name } },
  spec: {
    replicas: 2,
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name } },
      spec: { containers: [{ name: "oven", image: "registry.example.com/oven:1.0", resources }] },
    },
  },
});

let stage: Stage;
beforeAll(async () => {
  const objects = [
    { apiVersion: "v1", kind: "Namespace", metadata: { name: "bakery" } },
    deployment("capped", { limits: { cpu: "1", memory: "64Mi" } }),
    deployment("unbounded", {}),
  ];
  stage = await openStage("clusters", { worlds: [{ name: "village", objects, logs: [] }] });
});
afterAll(() => stage.close());

/** Tips are given once each, so the same question brings the next one. */
const tipsOf = async (name: string): Promise<readonly (string | null)[]> => {
  const conversation = stage.conversation();
  const tips: (string | null)[] = [];
  for (let round = 0; round < 3; round += 1)
    tips.push((await conversation.send(`get deployment ${name} in bakery as yaml`)).tip);
  return tips;
};

test("a container without requests is told of, unless its limits count as requests", async () => {
  expect(await tipsOf("unbounded")).toContainEqual(expect.stringContaining("has no requests"));
  const capped = await tipsOf("capped");
  expect(capped).toContainEqual(expect.stringContaining("no readiness probe"));
  expect(capped).not.toContainEqual(expect.stringContaining("has no requests"));
});
