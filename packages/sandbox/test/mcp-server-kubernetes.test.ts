import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Sandbox, startSandbox } from "../src/index.ts";
import { hasKubectl } from "./kubectl.ts";
import { type McpClient, startMcpServer } from "./mcp-client.ts";

describe.skipIf(!hasKubectl())("mcp-server-kubernetes, with its read-only tools", () => {
  let sandbox: Sandbox;
  let server: McpClient;
  let home: string;

  beforeAll(async () => {
    sandbox = await startSandbox();
    home = await mkdtemp(join(tmpdir(), "home-"));
    const env = { KUBECONFIG: sandbox.kubeconfig, HOME: home, ALLOW_ONLY_READONLY_TOOLS: "true" };
    server = await startMcpServer("mcp-server-kubernetes", [], env);
  });
  afterAll(async () => {
    await server.close();
    await sandbox.close();
    await rm(home, { recursive: true, force: true });
  });

  it.each([
    ["kubectl_get", { resourceType: "pods", namespace: "dev" }, /cart-service-v2-ghijk/],
    ["kubectl_get", { resourceType: "pods", namespace: "nope" }, /"items": \[\]/],
    ["kubectl_get", { resourceType: "pod", name: "x", namespace: "dev" }, /not found/],
    ["kubectl_describe", { resourceType: "deployment", name: "search-api", namespace: "dev" }, /1 desired/],
    [
      "kubectl_logs",
      { resourceType: "pod", name: "cart-service-v2-ghijk", namespace: "dev", tail: 1 },
      /GET \/healthz 200/,
    ],
    ["kubectl_context", { operation: "list" }, /prod-cluster/],
    ["list_api_resources", {}, /deployments/],
  ])("%s %j", async (tool, args, expected) => {
    expect((await server.call(tool, args)).text).toMatch(expected);
  });
});
