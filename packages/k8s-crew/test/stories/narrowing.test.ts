import { fileURLToPath } from "node:url";
import { defaultWorldFolder, loadWorlds } from "@k8s-copilot/sandbox";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openStage, type Stage } from "./servers.ts";

/** The plain server's log tool knows lines and containers; it can neither go back before a restart nor tell time. */
let stage: Stage;
beforeAll(async () => {
  stage = await openStage("plain");
});
afterAll(() => stage.close());

test.each([
  ["看一下 dev 里 cart-service-v2-ghijk 上一次的日志", /get_pod_logs.*读不到重启之前的日志/],
  [
    "show the previous logs of cart-service-v2-ghijk in dev",
    /get_pod_logs.*cannot read the log from before the restart/,
  ],
  ["看一下 dev 里 cart-service-v2-ghijk 最近 10 分钟的日志", /get_pod_logs.*不能限定时间范围/],
  ["logs of cart-service-v2-ghijk in dev since 10m", /get_pod_logs.*cannot be told a time range/],
] as const)("what the server's tool cannot be told is said: %s", async (message, note) => {
  const result = await stage.conversation().send(message);
  expect(result.status).toBe("ok");
  expect(result.answer).toMatch(note);
  expect(result.warnings).toEqual([expect.stringMatching(note)]);
});

test.each([
  ["列出 prod-cluster 集群 production 的 pod", "这个服务器不能选择集群，看不到 prod-cluster。"],
  [
    "list pods in production on prod-cluster",
    "This server cannot choose a cluster, so it cannot look at prod-cluster.",
  ],
])("another cluster is not shown in the place of the one that was named: %s", async (message, refusal) => {
  const result = await stage.conversation({ cluster: "dev-cluster" }).send(message);
  expect(result).toMatchObject({ status: "ok", answer: expect.stringContaining(refusal) });
  expect(result.answer).toContain("kubectl get pods -n production --context prod-cluster");
  expect(result.calls.filter(({ resource }) => resource === "pod")).toEqual([]);
});

test("what is looked for in every cluster is looked for in the one that can be reached, and that is said", async () => {
  const { answer } = await stage.conversation().send("which cluster runs checkout");
  expect(answer).toContain("below is only the one that it is connected to");
  expect(answer).toContain("checkout-");
});

test("nothing is said where the tool could be told", async () => {
  const result = await stage.conversation().send("last 3 lines of cart-service-v2-ghijk in dev");
  expect({ status: result.status, warnings: result.warnings }).toEqual({ status: "ok", warnings: [] });
});

test("nothing is said of the cluster that is the only one", async () => {
  const worlds = await loadWorlds(fileURLToPath(defaultWorldFolder));
  const one = await openStage("plain", { worlds: worlds.filter(({ name }) => name === "dev-cluster") });
  const result = await one.conversation().send("list pods in dev on dev-cluster");
  await one.close();
  expect({ status: result.status, warnings: result.warnings }).toEqual({ status: "ok", warnings: [] });
});
