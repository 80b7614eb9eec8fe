import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Sandbox, startSandbox } from "../src/index.ts";
import { eventually } from "./kubectl.ts";
import { type McpClient, startMcpServer } from "./mcp-client.ts";

let sandbox: Sandbox;
let server: McpClient;

beforeAll(async () => {
  sandbox = await startSandbox({
    contexts: [
      { name: "dev-cluster" },
      { name: "prod-cluster" },
      { name: "reader", cluster: "dev-cluster", identity: "viewer" },
      { name: "gone", cluster: "prod-cluster", identity: "viewer", fault: { kind: "refused" } },
    ],
  });
  server = await startMcpServer("kubernetes-mcp-server", ["--kubeconfig", sandbox.kubeconfig], {});
});
afterAll(async () => {
  await server.close();
  await sandbox.close();
});

const dev = { namespace: "dev" };
const deployment = { apiVersion: "apps/v1", kind: "Deployment", ...dev };

describe("kubernetes-mcp-server reads", () => {
  it.each([
    ["configuration_contexts_list", {}, /^\*dev-cluster -> http:\/\/127\.0\.0\.1:\d+\/clusters\/dev-cluster/m],
    ["configuration_view", {}, /current-context: dev-cluster/],
    ["namespaces_list", {}, /^v1 +Namespace +production +Active +38d/m],
    ["pods_list", {}, /^kube-system +v1 +Pod +coredns-\S+ +1\/1 +Running/m],
    ["pods_list", { context: "prod-cluster", labelSelector: "app=postgres" }, /^production +v1 +Pod +postgres-0/m],
    ["pods_list_in_namespace", dev, /cart-service-v1-abcdef +1\/1 +Running/],
    ["pods_list_in_namespace", { namespace: "nope" }, /^$/],
    ["pods_get", { ...dev, name: "redis-0" }, /^kind: Pod$/m],
    ["pods_log", { ...dev, name: "cart-service-v2-ghijk", tail: 1 }, /^INFO {2}GET \/healthz 200 1ms\n$/],
    ["pods_top", dev, /cart-service-v2-ghijk +cart +48m +131Mi/],
    ["nodes_top", {}, /^dev-worker-1 +\d+m/m],
    ["events_list", dev, /FailedScheduling/],
    ["resources_list", deployment, /search-api +0\/1 +1 +0/],
    ["resources_list", { apiVersion: "v1", kind: "Node" }, /dev-worker-3 +NotReady/],
    [
      "resources_list",
      { apiVersion: "v1", kind: "Pod", ...dev, fieldSelector: "status.phase=Pending" },
      /ImagePullBackOff/,
    ],
    ["resources_get", { ...deployment, name: "search-api" }, /registry.example.com\/shop\/search-api:1.5.0/],
    ["resources_scale", { ...deployment, name: "search-api" }, /kind: Scale/],
  ])("%s %j", async (tool, args, expected) => {
    const { isError, text } = await server.call(tool, args);
    expect({ isError, text }).toEqual({ isError: false, text: expect.stringMatching(expected) });
  });
});

describe("kubernetes-mcp-server is refused", () => {
  it.each([
    ["pods_get", { namespace: "nope", name: "x" }, 'pods "x" not found'],
    ["pods_log", { ...dev, name: "x" }, 'pods "x" not found'],
    [
      "pods_log",
      { ...dev, name: "redis-0", previous: true },
      'previous terminated container "redis" in pod "redis-0" not found',
    ],
    ["resources_get", { apiVersion: "v1", kind: "Namespace", name: "nope" }, 'namespaces "nope" not found'],
    ["resources_list", { apiVersion: "v1", kind: "Widget" }, 'no matches for kind "Widget" in version "v1"'],
    ["resources_scale", { ...deployment, name: "nope", scale: 2 }, 'deployments.apps "nope" not found'],
    ["pods_exec", { ...dev, name: "redis-0", command: ["ls"] }, "the sandbox does not support running a command"],
    ["nodes_log", { name: "dev-worker-1", query: "kubelet" }, "the sandbox does not support proxying"],
    ["nodes_stats_summary", { name: "dev-worker-1" }, "the sandbox does not support proxying"],
    [
      "resources_list",
      { context: "reader", apiVersion: "v1", kind: "Secret", ...dev },
      'secrets is forbidden: User "viewer" cannot list resource "secrets" in API group "" in the namespace "dev"',
    ],
    ["pods_delete", { context: "reader", ...dev, name: "redis-0" }, 'User "viewer" cannot delete resource "pods"'],
    ["pods_list", { context: "gone" }, "connect: connection refused"],
    ["pods_list", { context: "missing" }, 'context "missing" does not exist'],
  ])("%s %j", async (tool, args, words) => {
    const { isError, text } = await server.call(tool, args);
    expect({ isError, text }).toEqual({ isError: true, text: expect.stringContaining(words) });
  });
});

describe("kubernetes-mcp-server writes", () => {
  const settings = (namespace: string) =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: settings, namespace: ${namespace} }\ndata: { colour: blue }\n`;

  it("creates, changes and deletes by server-side apply", async () => {
    const created = await server.call("resources_create_or_update", { resource: settings("dev") });
    expect(created.text).toContain("colour: blue");
    await server.call("resources_create_or_update", { resource: settings("dev").replace("blue", "red") });
    const configMap = { apiVersion: "v1", kind: "ConfigMap", name: "settings", ...dev };
    expect((await server.call("resources_get", configMap)).text).toContain("colour: red");
    expect((await server.call("resources_delete", configMap)).isError).toBe(false);
    expect((await server.call("resources_get", configMap)).text).toContain('configmaps "settings" not found');
  });

  it("does not create in a namespace that does not exist", async () => {
    const { isError, text } = await server.call("resources_create_or_update", { resource: settings("nope") });
    expect([isError, text]).toEqual([true, expect.stringContaining('namespaces "nope" not found')]);
  });

  it("scales a Deployment, and its pods follow", async () => {
    const target = { apiVersion: "apps/v1", kind: "Deployment", namespace: "default", name: "hello-world" };
    expect((await server.call("resources_scale", { ...target, scale: 3 })).isError).toBe(false);
    await eventually(async () => {
      const { text } = await server.call("resources_list", { ...target, apiVersion: "apps/v1" });
      expect(text).toMatch(/hello-world +3\/3 +3 +3/);
    });
  });

  it("runs a pod with a Service and deletes it", async () => {
    await server.call("pods_run", { ...dev, name: "probe", image: "nginx:1.27.3", port: 80 });
    await eventually(async () => {
      expect((await server.call("pods_list_in_namespace", dev)).text).toMatch(/probe +1\/1 +Running/);
    });
    expect((await server.call("pods_delete", { ...dev, name: "probe" })).isError).toBe(false);
    expect((await server.call("pods_list_in_namespace", dev)).text).not.toContain("probe");
  });
});
