import type { Arguments } from "@k8s-copilot/crew";
import { describe, expect, test } from "vitest";
import { policyFrom } from "../../src/cache/policy.ts";
import { createCatalog } from "../../src/catalog/index.ts";
import { toolNamed } from "../catalog/tool-table.ts";

const text = { type: "string" };
const place = { cluster: text, namespace: text };
const thing = { ...place, name: text };

const a = (name: string, properties: Readonly<Record<string, unknown>>) => toolNamed(name, properties, { server: "a" });
const b = (name: string, properties: Readonly<Record<string, unknown>>) => toolNamed(name, properties, { server: "b" });

const tools = [
  a("list_pods", place),
  a("list_deployments", place),
  a("list_statefulsets", place),
  a("list_services", place),
  a("list_ingresses", place),
  a("list_roles", place),
  a("list_nodes", { cluster: text }),
  a("list_namespaces", { cluster: text }),
  a("list_clusters", {}),
  a("list_secrets", place),
  a("describe_service", thing),
  a("get_events", { ...place, kind: text, name: text }),
  a("get_pod_logs", thing),
  a("top_pods", place),
  a("list_limit_ranges", place),
  a("list_resources", { ...place, kind: text, api_version: text }),
  a("list_pods_anywhere", { namespace: text, all_namespaces: { type: "boolean" } }),
  a("scale_deployment", { ...thing, replicas: { type: "integer" } }),
  a("delete_resource", { ...thing, kind: text, api_version: text }),
  a("apply_manifest", { ...place, manifest: text }),
  a("create_namespace", { cluster: text, name: text }),
  a("drain_node", { cluster: text, name: text }),
  a("install_helm_release", thing),
  a("exec_in_pod", { ...thing, command: text }),
  a("frobnicate", place),
  a("create_role", { source_namespace: text, target_namespace: text, name: text }),
  b("pods_list", {}),
  b("roles_list", {}),
];
const policy = policyFrom(createCatalog(tools));

type Call = { readonly tool: string; readonly args: Arguments };
const policyOf = (tool: string, args: Arguments = {}) => policy({ id: "", tool, args });

const prodDev = { cluster: "prod", namespace: "dev" };

/** Reads that are warm before each write, by a short name. */
const reads: { readonly [name: string]: Call } = {
  pods: { tool: "list_pods", args: prodDev },
  "pods everywhere": { tool: "list_pods", args: { cluster: "prod" } },
  "pods of the server's own cluster": { tool: "list_pods", args: { namespace: "dev" } },
  "pods of all namespaces by a flag": { tool: "list_pods_anywhere", args: { namespace: "web", all_namespaces: true } },
  "pods of another namespace": { tool: "list_pods", args: { cluster: "prod", namespace: "web" } },
  "pods of another cluster": { tool: "list_pods", args: { cluster: "test", namespace: "dev" } },
  "pods by another server": { tool: "pods_list", args: {} },
  "roles by another server": { tool: "roles_list", args: {} },
  deployments: { tool: "list_deployments", args: prodDev },
  statefulsets: { tool: "list_statefulsets", args: prodDev },
  services: { tool: "list_services", args: prodDev },
  "a service described": { tool: "describe_service", args: { ...prodDev, name: "web" } },
  ingresses: { tool: "list_ingresses", args: prodDev },
  roles: { tool: "list_roles", args: prodDev },
  nodes: { tool: "list_nodes", args: { cluster: "prod" } },
  "nodes, with a namespace that says nothing": {
    tool: "list_resources",
    args: { cluster: "prod", namespace: "web", kind: "Node" },
  },
  namespaces: { tool: "list_namespaces", args: { cluster: "prod" } },
  clusters: { tool: "list_clusters", args: {} },
  "what is not known": { tool: "list_resources", args: { ...prodDev, kind: "Widget" } },
};

const forgottenBy = (tool: string, args: Arguments): readonly string[] => {
  const { drops = [] } = policyOf(tool, args) ?? {};
  const dropped = new Set(drops);
  return Object.entries(reads)
    .filter(([, read]) => policyOf(read.tool, read.args)?.tags.some((tag) => dropped.has(tag)))
    .map(([name]) => name);
};

const everything = Object.keys(reads);
const without = (...names: readonly string[]) => everything.filter((name) => !names.includes(name));
const elsewhere = ["pods of another namespace", "pods of another cluster"];
const deployment = { kind: "Deployment", apiVersion: "apps/v1", metadata: { name: "web", namespace: "dev" } };

describe("a write forgets what it may have changed, and nothing else:", () => {
  test.each<readonly [string, string, Arguments, readonly string[]]>([
    [
      "a Deployment scaled",
      "scale_deployment",
      { ...prodDev, name: "web", replicas: 3 },
      without(...elsewhere, "roles", "roles by another server", "statefulsets", "ingresses", "namespaces", "clusters"),
    ],
    [
      "one of which no namespace is named",
      "scale_deployment",
      { cluster: "prod", name: "web" },
      without(
        "pods of another cluster",
        "roles",
        "roles by another server",
        "statefulsets",
        "ingresses",
        "namespaces",
        "clusters",
      ),
    ],
    [
      "one of which no cluster is named",
      "scale_deployment",
      { namespace: "dev", name: "web" },
      without(
        "pods of another namespace",
        "roles",
        "roles by another server",
        "statefulsets",
        "ingresses",
        "namespaces",
        "clusters",
      ),
    ],
    [
      "a Service deleted, by its kind",
      "delete_resource",
      { ...prodDev, kind: "services", name: "web" },
      ["services", "a service described", "ingresses", "what is not known"],
    ],
    [
      "a Role deleted",
      "delete_resource",
      { ...prodDev, kind: "Role", api_version: "rbac.authorization.k8s.io/v1", name: "reader" },
      ["roles by another server", "roles", "what is not known"],
    ],
    [
      "a node drained, which has pods of all namespaces",
      "drain_node",
      { cluster: "prod", name: "worker-1" },
      without("pods of another cluster", "services", "ingresses", "roles", "roles by another server", "namespaces"),
    ],
    [
      "a Service of another API group",
      "delete_resource",
      { ...prodDev, kind: "Service", api_version: "serving.knative.dev/v1" },
      without("pods of another cluster"),
    ],
    [
      "several kinds at once",
      "delete_resource",
      { ...prodDev, kind: "services,roles" },
      ["roles by another server", "services", "a service described", "ingresses", "roles", "what is not known"],
    ],
    ["a namespace made", "create_namespace", { cluster: "prod", name: "billing" }, without("pods of another cluster")],
    ["a chart installed", "install_helm_release", { ...prodDev, name: "web" }, without("pods of another cluster")],
    [
      "a command run in a pod",
      "exec_in_pod",
      { ...prodDev, name: "web", command: "true" },
      without("pods of another cluster"),
    ],
    ["something that nobody knows", "frobnicate", prodDev, without("pods of another cluster")],
    ["something that nobody knows, anywhere", "frobnicate", {}, everything],
    [
      "a Role made from one in another namespace",
      "create_role",
      { source_namespace: "dev", target_namespace: "web" },
      ["roles by another server", "roles", "what is not known"],
    ],
    [
      "a manifest of two documents",
      "apply_manifest",
      {
        cluster: "prod",
        manifest: `${JSON.stringify(deployment)}\n---\nkind: Role\napiVersion: rbac.authorization.k8s.io/v1\nmetadata: {name: r, namespace: dev}\n`,
      },
      without(...elsewhere, "statefulsets", "ingresses", "namespaces", "clusters"),
    ],
    [
      "a list as a manifest",
      "apply_manifest",
      { cluster: "prod", manifest: JSON.stringify({ kind: "List", apiVersion: "v1", items: [deployment] }) },
      without(...elsewhere, "roles", "roles by another server", "statefulsets", "ingresses", "namespaces", "clusters"),
    ],
    [
      "a manifest that nobody can read",
      "apply_manifest",
      { cluster: "prod", manifest: "kind: [" },
      without("pods of another cluster"),
    ],
    [
      "a manifest of a kind that nobody knows",
      "apply_manifest",
      { cluster: "prod", manifest: "kind: Widget" },
      without("pods of another cluster"),
    ],
    [
      "a manifest that is empty",
      "apply_manifest",
      { cluster: "prod", manifest: "" },
      without("pods of another cluster"),
    ],
    [
      "a manifest that is no object",
      "apply_manifest",
      { cluster: "prod", manifest: "web" },
      without("pods of another cluster"),
    ],
  ])("%s", (_what, tool, args, forgotten) => expect(forgottenBy(tool, args)).toEqual(forgotten));

  test("and for half a minute what it changed goes on changing", () =>
    expect(policyOf("scale_deployment", prodDev)?.settleMs).toBe(30_000));
});

describe("however wide the rules are that a person wrote,", () => {
  const ruled = policyFrom(createCatalog(tools), [{ ttlMs: 60_000 }, { server: "a", ttlMs: 60_000 }]);
  const named = policyFrom(createCatalog(tools), [{ tool: "list_resources", ttlMs: 60_000 }]);
  const kept = (kind: string, by = ruled) => by({ id: "", tool: "list_resources", args: { kind } })?.ttlMs ?? 0;

  test.each([
    "Secret",
    "secrets.v1",
    "secret/db",
    "v1/secrets",
    "pods;secrets",
    "SealedSecret",
    "Ｓecret",
    "ſecret",
    "密钥/db",
  ])("secrets are never kept, not as “%s” either, nor where the tool is named", (kind) => {
    expect([kept(kind), kept(kind, named)]).toEqual([0, 0]);
  });

  test("what is of no known kind is kept only where its tool is named", () => {
    expect([kept("Frobnication"), kept("Frobnication", named), kept("Pod")]).toEqual([0, 60_000, 60_000]);
  });
});

describe("of the rules that a person wrote, the last one that fits counts:", () => {
  const ruled = policyFrom(createCatalog(tools), [
    { resource: "pod", ttlMs: 1_000 },
    { server: "b", ttlMs: 2_000 },
    { tool: "list_resources", ttlMs: 3_000 },
    { verb: "logs", resource: "pod", ttlMs: 4_000 },
    { resource: "event", ttlMs: 0 },
  ]);
  test.each([
    ["a kind", "list_pods", {}, 1_000],
    ["a server, named after the kind", "pods_list", {}, 2_000],
    ["a tool, whatever it is asked for", "list_resources", { kind: "Widget" }, 3_000],
    ["logs never, whatever a rule says", "get_pod_logs", {}, 0],
    ["one of several kinds that a call is about", "get_events", { kind: "Pod" }, 0],
    ["no rule at all", "list_deployments", {}, 30_000],
  ])("%s", (_what, tool, args, ttlMs) => expect(ruled({ id: "", tool, args })?.ttlMs).toBe(ttlMs));

  test("secrets and writes are beyond them", () => {
    expect(ruled({ id: "", tool: "list_resources", args: { kind: "Secret" } })).toBeUndefined();
    expect(ruled({ id: "", tool: "scale_deployment", args: {} })?.ttlMs).toBe(0);
  });
});

describe("a read is kept", () => {
  test.each([
    ["for a kind's own time", "list_namespaces", {}, 300_000],
    ["a description only as long as the events that it tells of", "describe_service", { name: "web" }, 5_000],
    ["metrics for five seconds, whatever they are of", "top_pods", {}, 5_000],
    ["events of something for their own time", "get_events", { kind: "Pod", name: "web" }, 5_000],
    ["logs never", "get_pod_logs", { name: "web" }, 0],
    ["a kind without a row never", "list_limit_ranges", {}, 0],
    ["an unknown kind never", "list_resources", { kind: "Widget" }, 0],
    [
      "a kind of a foreign group never",
      "list_resources",
      { kind: "Service", api_version: "serving.knative.dev/v1" },
      0,
    ],
    [
      "a kind with its group and version as its own",
      "list_resources",
      { kind: "deployments.apps", api_version: "apps/v1" },
      30_000,
    ],
  ])("%s", (_what, tool, args, ttlMs) => expect(policyOf(tool, args)).toMatchObject({ ttlMs, drops: [] }));

  test.each([
    ["list_secrets", {}],
    ["list_resources", { kind: "secrets" }],
    ["list_resources", { kind: "configmaps,secrets" }],
  ])("never when it is of secrets, which are not even shared: %s %j", (tool, args) =>
    expect(policyOf(tool, args)).toBeUndefined(),
  );
});

test("a write through one name of a cluster forgets what was read through its others", () => {
  const sameCluster = (server: string, cluster: string) => (server === "a" && cluster === "prod" ? ["test"] : []);
  const aware = policyFrom(createCatalog(tools), [], sameCluster);
  const read = aware({ id: "", tool: "list_pods", args: { cluster: "test", namespace: "dev" } });
  const drops = (policyFor: typeof aware, cluster: string) =>
    policyFor({ id: "", tool: "scale_deployment", args: { cluster, namespace: "dev", name: "web", replicas: 3 } })
      ?.drops;
  const isForgotten = (dropped: readonly string[] = []) => read?.tags.some((tag) => dropped.includes(tag));
  expect([drops(aware, "prod"), drops(policy, "prod"), drops(aware, "other")].map(isForgotten)).toEqual([
    true,
    false,
    false,
  ]);
});
