import { describe, expect, test } from "vitest";
import { createCatalog, type Wanted } from "../../src/catalog/index.ts";
import { fieldFolder, toolsIn } from "./field-data.ts";

type Find = readonly [wanted: Wanted, tool: string, args: object];
type Source = readonly [call: readonly [tool: string, parameter: string, args: object], tool: string, args: object];

/** By server: the best template for what is wanted, and where choices come from. */
const expected: Readonly<Record<string, { readonly finds: readonly Find[]; readonly sources: readonly Source[] }>> = {
  "containers-kubernetes-mcp-server-all": {
    finds: [
      [{ verb: "list", resource: "cluster" }, "configuration_contexts_list", {}],
      [{ verb: "list", resource: "namespace" }, "namespaces_list", {}],
      [{ verb: "list", resource: "pod" }, "pods_list_in_namespace", {}],
      [{ verb: "list", resource: "pod", scope: "all" }, "pods_list", {}],
      [{ verb: "list", resource: "node" }, "resources_list", { kind: "Node", apiVersion: "v1" }],
      [{ verb: "list", resource: "deployment" }, "resources_list", { kind: "Deployment", apiVersion: "apps/v1" }],
      [{ verb: "describe", resource: "pod" }, "pods_get", {}],
      [{ verb: "describe", resource: "deployment" }, "resources_get", { kind: "Deployment", apiVersion: "apps/v1" }],
      [{ verb: "logs", resource: "pod" }, "pods_log", {}],
      [{ verb: "list", resource: "event", scope: "all" }, "events_list", {}],
      [{ verb: "top", resource: "pod" }, "pods_top", { all_namespaces: false }],
      [{ verb: "top", resource: "pod", scope: "all" }, "pods_top", { all_namespaces: true }],
      [{ verb: "top", resource: "node" }, "nodes_top", {}],
      [{ verb: "delete", resource: "pod" }, "pods_delete", {}],
      [{ verb: "scale", resource: "deployment" }, "resources_scale", { kind: "Deployment", apiVersion: "apps/v1" }],
      [{ verb: "apply", resource: "deployment" }, "resources_create_or_update", {}],
      [{ verb: "list", resource: "helmrelease" }, "helm_list", {}],
    ],
    sources: [
      [["pods_log", "context", {}], "configuration_contexts_list", {}],
      [["pods_log", "namespace", { context: "prod" }], "namespaces_list", { context: "prod" }],
      [
        ["pods_log", "name", { context: "prod", namespace: "dev" }],
        "pods_list_in_namespace",
        { context: "prod", namespace: "dev" },
      ],
      [["pods_log", "name", {}], "pods_list", {}],
      [["pods_log", "container", { namespace: "dev", name: "a-1" }], "pods_get", { namespace: "dev", name: "a-1" }],
      [
        ["resources_scale", "name", { kind: "Deployment", apiVersion: "apps/v1", namespace: "dev" }],
        "resources_list",
        { kind: "Deployment", apiVersion: "apps/v1", namespace: "dev" },
      ],
    ],
  },
  "internal-47": {
    finds: [
      [{ verb: "list", resource: "cluster" }, "LIST_CLUSTERS", {}],
      [{ verb: "list", resource: "pod" }, "LIST_CORE_RESOURCES", { kind: "Pod", apiVersion: "v1" }],
      [{ verb: "list", resource: "pod", scope: "all" }, "LIST_CORE_RESOURCES", { kind: "Pod", apiVersion: "v1" }],
      [{ verb: "list", resource: "cronjob" }, "LIST_BATCH_RESOURCES", { kind: "CronJob", apiVersion: "batch/v1" }],
      [
        { verb: "describe", resource: "deployment" },
        "DESCRIBE_APPS_RESOURCE",
        { kind: "Deployment", apiVersion: "apps/v1" },
      ],
      [{ verb: "list", resource: "event", of: "pod" }, "GET_EVENTS", { kind: "Pod", apiVersion: "v1" }],
      [{ verb: "top", resource: "node" }, "GET_NODE_METRICS", {}],
    ],
    sources: [
      [["GET_POD_LOGS", "cluster", {}], "LIST_CLUSTERS", {}],
      [["GET_POD_LOGS", "namespace", { cluster: "c" }], "LIST_NAMESPACES", { cluster: "c" }],
      [
        ["GET_POD_LOGS", "name", { cluster: "c", namespace: "dev" }],
        "LIST_CORE_RESOURCES",
        { cluster: "c", namespace: "dev", kind: "Pod", apiVersion: "v1" },
      ],
      [
        ["GET_POD_LOGS", "container", { cluster: "c", namespace: "dev", name: "a-1" }],
        "GET_CORE_RESOURCE",
        { cluster: "c", namespace: "dev", kind: "Pod", apiVersion: "v1", name: "a-1" },
      ],
    ],
  },
  "Flux159-mcp-server-kubernetes": {
    finds: [
      [{ verb: "list", resource: "cluster" }, "kubectl_context", { operation: "list" }],
      [{ verb: "list", resource: "pod" }, "kubectl_get", { resourceType: "pods" }],
      [{ verb: "list", resource: "pod", scope: "all" }, "kubectl_get", { resourceType: "pods", allNamespaces: true }],
      [{ verb: "logs", resource: "pod" }, "kubectl_logs", { resourceType: "pod" }],
      [
        { verb: "restart", resource: "deployment" },
        "kubectl_rollout",
        { subCommand: "restart", resourceType: "deployment" },
      ],
      [{ verb: "scale", resource: "statefulset" }, "kubectl_scale", { resourceType: "statefulset" }],
      [{ verb: "cordon", resource: "node" }, "node_management", { operation: "cordon" }],
      [{ verb: "uninstall", resource: "helmrelease" }, "uninstall_helm_chart", {}],
    ],
    sources: [
      [["kubectl_logs", "namespace", {}], "kubectl_get", { resourceType: "namespaces" }],
      [
        ["kubectl_logs", "name", { resourceType: "pod", namespace: "dev", context: "c" }],
        "kubectl_get",
        { resourceType: "pods", namespace: "dev", context: "c" },
      ],
      [["node_management", "nodeName", { operation: "drain" }], "kubectl_get", { resourceType: "nodes" }],
    ],
  },
  "weibaohui-kom": {
    finds: [
      [{ verb: "list", resource: "pod" }, "list_k8s_pod", {}],
      [{ verb: "list", resource: "pod", scope: "all" }, "list_k8s_resource", { kind: "Pod", version: "v1" }],
      [
        { verb: "list", resource: "deployment" },
        "list_k8s_resource",
        { kind: "Deployment", group: "apps", version: "v1" },
      ],
      [{ verb: "list", resource: "service" }, "list_k8s_resource", { kind: "Service", version: "v1" }],
      [{ verb: "list", resource: "event", of: "deployment" }, "list_k8s_deploy_event", {}],
      [{ verb: "get", resource: "pv" }, "get_k8s_resource", { kind: "PersistentVolume", version: "v1" }],
    ],
    sources: [[["taint_k8s_node", "name", { cluster: "c" }], "list_k8s_node", { cluster: "c" }]],
  },
};

describe.skipIf(fieldFolder === undefined)("the tools of real servers", () => {
  const catalogs = new Map(
    fieldFolder === undefined ? [] : [...toolsIn(fieldFolder)].map(([server, tools]) => [server, createCatalog(tools)]),
  );
  const cases = Object.entries(expected);

  const finds = cases.flatMap(([server, of]) =>
    of.finds.map(([wanted, tool, args]) => ({ server, wanted, tool, args })),
  );
  const sources = cases.flatMap(([server, of]) =>
    of.sources.map(([call, tool, args]) => ({ server, call, tool, args })),
  );

  test.each(finds)("of $server serve $wanted by $tool", ({ server, wanted, tool, args }) => {
    const [best] = catalogs.get(server)?.find(wanted) ?? [];
    expect([best?.entry.tool, best?.args]).toEqual([tool, args]);
  });

  test.each(sources)("of $server: choices for $call come from $tool", ({ server, call, tool, args }) => {
    const [caller, parameter, given] = call;
    const source = catalogs.get(server)?.sourceOf(caller, parameter, { ...given });
    expect([source?.entry.tool, source?.args]).toEqual([tool, args]);
  });

  test("never run a command line as anything but destructive", () => {
    const catalog = catalogs.get("Flux159-mcp-server-kubernetes");
    expect(catalog?.effectOf("kubectl_generic", { command: "get" })).toBe("destructive");
    expect(catalog?.effectOf("kubectl_rollout", { subCommand: "status" })).toBe("read");
    expect(catalog?.effectOf("kubectl_context", { operation: "set" })).toBe("write");
  });
});
