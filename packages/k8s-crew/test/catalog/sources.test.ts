import type { Tool } from "@k8s-copilot/crew";
import { describe, expect, test } from "vitest";
import { createCatalog, describeCatalog } from "../../src/catalog/index.ts";
import { toolNamed } from "./tool-table.ts";

const text = (more: object = {}) => ({ type: "string", ...more });
const place = { cluster: text(), namespace: text() };

/** Two clusters' worth of tools: dedicated, generic, and some that make new things. */
const tools: readonly Tool[] = [
  toolNamed("list_clusters"),
  toolNamed("list_namespaces", { cluster: text() }),
  toolNamed("list_pods", place),
  toolNamed("get_pod", { ...place, name: text() }, { required: ["name"] }),
  toolNamed("list_resources", { ...place, kind: text(), apiVersion: text() }),
  toolNamed("get_pod_logs", { ...place, pod: text(), container: text() }, { required: ["pod"] }),
  toolNamed("scale_deployment", { ...place, deployment: text(), replicas: { type: "number" } }),
  toolNamed("delete_resource", { context: text(), ns: text(), kind: text(), apiVersion: text(), name: text() }),
  toolNamed("create_deployment", { ...place, name: text(), image: text() }),
  toolNamed("create_namespace", { cluster: text(), namespace: text() }),
  toolNamed("rollout", {
    operation: text({ enum: ["status", "undo"] }),
    kind: text(),
    name: text(),
    namespace: text(),
  }),
  toolNamed("set_level", { level: text({ enum: ["low", "high"] }), pod: text({ enum: ["a", "b"] }) }),
];

const source = (tool: string, parameter: string, args: Readonly<Record<string, unknown>> = {}) => {
  const template = createCatalog(tools).sourceOf(tool, parameter, args);
  return template === undefined ? undefined : [template.entry.tool, template.args];
};

describe("the choices of a parameter", () => {
  test("that is a cluster come from the list of clusters", () => {
    expect(source("get_pod_logs", "cluster")).toEqual(["list_clusters", {}]);
    expect(source("delete_resource", "context")).toEqual(["list_clusters", {}]);
  });

  test("that is a namespace come from the cluster of the call", () => {
    expect(source("get_pod_logs", "namespace", { cluster: "prod" })).toEqual(["list_namespaces", { cluster: "prod" }]);
    expect(source("delete_resource", "ns", { context: "prod" })).toEqual(["list_namespaces", { cluster: "prod" }]);
  });

  test("that is a name come from the cluster and namespace of the call", () => {
    expect(source("get_pod_logs", "pod", { cluster: "prod", namespace: "dev" })).toEqual([
      "list_pods",
      { cluster: "prod", namespace: "dev" },
    ]);
    expect(source("get_pod_logs", "pod", { cluster: "prod" })).toEqual(["list_pods", { cluster: "prod" }]);
  });

  test("that is a name without a list of its own come from the generic list", () => {
    expect(source("scale_deployment", "deployment", { namespace: "dev" })).toEqual([
      "list_resources",
      { namespace: "dev", kind: "Deployment", apiVersion: "apps/v1" },
    ]);
  });

  test("that is a name of some kind depend on the kind", () => {
    expect(source("delete_resource", "name", { ns: "dev", kind: "pods" })).toEqual(["list_pods", { namespace: "dev" }]);
    expect(source("delete_resource", "name", { kind: "StorageClass", ns: "dev" })).toEqual([
      "list_resources",
      { kind: "StorageClass", apiVersion: "storage.k8s.io/v1" },
    ]);
    expect(source("delete_resource", "name", { ns: "dev" })).toBeUndefined();
  });

  test("that is a name of a kind outside the table keep kind and version", () => {
    expect(
      source("delete_resource", "name", { kind: "VirtualService", apiVersion: "networking.istio.io/v1", ns: "dev" }),
    ).toEqual(["list_resources", { namespace: "dev", kind: "VirtualService", apiVersion: "networking.istio.io/v1" }]);
  });

  test("that is a container come from the pod, once it is known", () => {
    expect(source("get_pod_logs", "container", { namespace: "dev", pod: "cart-1" })).toEqual([
      "get_pod",
      { namespace: "dev", name: "cart-1" },
    ]);
    expect(source("get_pod_logs", "container", { namespace: "dev" })).toBeUndefined();
  });

  test("do not exist for the name of something new", () => {
    expect(source("create_deployment", "name", place)).toBeUndefined();
    expect(source("create_namespace", "namespace")).toBeUndefined();
    expect(source("create_namespace", "cluster")).toEqual(["list_clusters", {}]);
  });

  test("are in the schema where it lists values", () => {
    expect(source("set_level", "pod")).toBeUndefined();
  });

  test("do not exist for numbers, images, unknown tools and unknown parameters", () => {
    expect(source("scale_deployment", "replicas")).toBeUndefined();
    expect(source("create_deployment", "image")).toBeUndefined();
    expect(source("scale_deployment", "nothing")).toBeUndefined();
    expect(source("nothing", "name")).toBeUndefined();
  });

  test("come from the tool's own server only", () => {
    const catalog = createCatalog([
      toolNamed("list_pods", {}, { server: "a" }),
      toolNamed("delete_pod", { name: text() }, { server: "b" }),
    ]);
    expect(catalog.sourceOf("delete_pod", "name", {})).toBeUndefined();
  });
});

describe("the described catalog", () => {
  test("tells for each tool what it does and where its choices come from", () => {
    const rows = describeCatalog(createCatalog(tools));
    expect(rows.length).toBe(tools.length);
    expect(rows.find(({ tool }) => tool === "get_pod_logs")).toEqual({
      tool: "get_pod_logs",
      server: "test",
      verb: "logs",
      resource: "pod",
      effect: "read",
      parameters: [
        { name: "cluster", role: "cluster", required: false, choicesFrom: "list_clusters" },
        { name: "namespace", role: "namespace", required: false, choicesFrom: "list_namespaces" },
        { name: "pod", role: "name", of: "pod", required: true, choicesFrom: "list_pods" },
        { name: "container", role: "container", required: false, choicesFrom: "get_pod" },
      ],
    });
  });

  test("is plain data", () => {
    const rows = describeCatalog(createCatalog(tools));
    expect(JSON.parse(JSON.stringify(rows))).toEqual(rows);
  });
});
