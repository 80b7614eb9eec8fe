import type { Tool } from "@k8s-copilot/crew";
import { describe, expect, test } from "vitest";
import { createCatalog, type Wanted } from "../../src/catalog/index.ts";
import { toolNamed } from "./tool-table.ts";

const text = (description = "") => ({ type: "string", description });

/** Seven tools without annotations and without a cluster parameter. */
const sevenTools: readonly Tool[] = [
  toolNamed("list_clusters"),
  toolNamed("list_namespaces"),
  toolNamed("list_pods", { namespace: text() }, { required: ["namespace"] }),
  toolNamed("describe_pod", { namespace: text(), pod_name: text() }, { required: ["namespace", "pod_name"] }),
  toolNamed("get_pod_events", { namespace: text(), pod_name: text() }, { required: ["namespace", "pod_name"] }),
  toolNamed("get_pod_logs", { namespace: text(), pod_name: text() }, { required: ["namespace", "pod_name"] }),
  toolNamed("list_nodes"),
];

/** One tool for every kind, in three styles. */
const generic = (name: string, properties: Readonly<Record<string, unknown>>, description = "") =>
  createCatalog([toolNamed(name, properties, { description })]);

const found = (tools: readonly Tool[], wanted: Wanted) =>
  createCatalog(tools)
    .find(wanted)
    .map(({ entry, args }) => [entry.tool, args]);

const foundBySeven: readonly (readonly [Wanted, string])[] = [
  [{ verb: "list", resource: "cluster" }, "list_clusters"],
  [{ verb: "list", resource: "namespace" }, "list_namespaces"],
  [{ verb: "list", resource: "pod" }, "list_pods"],
  [{ verb: "get", resource: "pod" }, "describe_pod"],
  [{ verb: "describe", resource: "pod" }, "describe_pod"],
  [{ verb: "logs", resource: "pod" }, "get_pod_logs"],
  [{ verb: "list", resource: "event" }, "get_pod_events"],
  [{ verb: "list", resource: "event", of: "pod" }, "get_pod_events"],
  [{ verb: "list", resource: "node" }, "list_nodes"],
  [{ verb: "list", resource: "node", scope: "all" }, "list_nodes"],
];

const notFoundBySeven: readonly Wanted[] = [
  { verb: "list", resource: "deployment" },
  { verb: "list", resource: "pod", scope: "all" },
  { verb: "list", resource: "event", of: "deployment" },
  { verb: "list", resource: "event", scope: "all" },
  { verb: "delete", resource: "pod" },
  { verb: "list", resource: "no such thing" },
];

describe("a catalog of seven tools", () => {
  test.each(foundBySeven)("finds for %o: %s", (wanted, tool) => {
    expect(found(sevenTools, wanted)).toEqual([[tool, {}]]);
  });

  test.each(notFoundBySeven)("finds nothing for %o", (wanted) => {
    expect(found(sevenTools, wanted)).toEqual([]);
  });

  test("only reads", () => {
    expect(createCatalog(sevenTools).entries.map(({ effect }) => effect)).toEqual(Array(7).fill("read"));
  });
});

describe("the order of what is found", () => {
  const namespace = { namespace: text() };
  const named = { name: text(), ...namespace };

  test("is dedicated, then generic, then multiplexer, then special", () => {
    const tools = [
      toolNamed("get_pod_restart_history", named),
      toolNamed("k8s", { operation: { type: "string", enum: ["get", "delete"] }, kind: text(), ...named }),
      toolNamed("get_resource", { kind: text(), ...named }),
      toolNamed("get_pod", named, { required: ["name"] }),
    ];
    expect(found(tools, { verb: "get", resource: "pod" }).map(([tool]) => tool)).toEqual([
      "get_pod",
      "get_resource",
      "k8s",
      "get_pod_restart_history",
    ]);
  });

  test("prefers the verb itself, but describes by getting", () => {
    const tools = [
      toolNamed("get_pod", named, { required: ["name"] }),
      toolNamed("describe_resource", { kind: text(), ...named }),
    ];
    expect(found(tools, { verb: "describe", resource: "pod" })).toEqual([
      ["describe_resource", { kind: "Pod" }],
      ["get_pod", {}],
    ]);
    expect(found(tools.slice(0, 1), { verb: "describe", resource: "pod" })).toEqual([["get_pod", {}]]);
  });

  test("puts a list of the whole cluster after lists of one namespace", () => {
    const tools = [
      toolNamed("pods_list", {}, { description: "List the pods of all namespaces" }),
      toolNamed("pods_list_in_namespace", namespace, { required: ["namespace"] }),
    ];
    expect(found(tools, { verb: "list", resource: "pod" }).map(([tool]) => tool)).toEqual([
      "pods_list_in_namespace",
      "pods_list",
    ]);
    expect(found(tools, { verb: "list", resource: "pod", scope: "all" })).toEqual([["pods_list", {}]]);
  });

  test("never takes the things of one pod for the things of a namespace", () => {
    const tools = [
      toolNamed("get_pod_linked_services", { pod_name: text(), ...namespace }),
      toolNamed("list_resources", { kind: text(), ...namespace }),
    ];
    expect(found(tools, { verb: "list", resource: "service" })).toEqual([["list_resources", { kind: "Service" }]]);
    expect(found(tools, { verb: "list", resource: "service", of: "pod" })[0]?.[0]).toBe("get_pod_linked_services");
  });

  test("keeps to one server when asked", () => {
    const tools = [toolNamed("list_pods", {}, { server: "a" }), toolNamed("pods_list", {}, { server: "b" })];
    expect(found(tools, { verb: "list", resource: "pod", server: "b" })).toEqual([["pods_list", {}]]);
  });
});

describe("a list over all namespaces", () => {
  const listPods = (properties: Readonly<Record<string, unknown>>, required: readonly string[] = []) =>
    found([toolNamed("list_pods", properties, { required })], { verb: "list", resource: "pod", scope: "all" });

  test.each([
    ["an optional namespace", { namespace: text() }, {}],
    [
      "a namespace that may be left out for all",
      { namespace: { ...text("Omit for all namespaces"), default: "default" } },
      {},
    ],
    ["an empty default", { namespace: { ...text(), default: "" } }, {}],
    [
      "a flag",
      { namespace: { ...text(), default: "default" }, all_namespaces: { type: "boolean" } },
      { all_namespaces: true },
    ],
    ["a word for all", { namespace: text("The namespace, or 'all' for all namespaces") }, { namespace: "all" }],
    ["an enum with all", { namespace: { type: "string", enum: ["dev", "all"] } }, { namespace: "all" }],
  ])("is made with %s", (_, properties, args) => {
    expect(listPods(properties)).toEqual([["list_pods", args]]);
  });

  test.each([
    ["a default namespace", { namespace: { ...text(), default: "default" } }, []],
    ["a default that only the text tells", { namespace: text("Namespace (default namespace if not provided)") }, []],
    ["a default told in Chinese", { namespace: text("命名空间，默认为'default'命名空间") }, []],
    ["a required namespace", { namespace: text() }, ["namespace"]],
    ["no word of namespaces at all", {}, []],
  ])("is not made with %s", (_, properties, required) => {
    expect(listPods(properties, required)).toEqual([]);
  });

  test("is switched off for one namespace where it is the default", () => {
    const tool = toolNamed("top_pods", { namespace: text(), all_namespaces: { type: "boolean", default: true } });
    expect(found([tool], { verb: "top", resource: "pod" })).toEqual([["top_pods", { all_namespaces: false }]]);
  });
});

describe("a generic tool", () => {
  test.each([
    ["a kind", { kind: text() }, { kind: "NetworkPolicy" }],
    ["a kind by example", { kind: text("e.g. pods, deployments") }, { kind: "networkpolicies" }],
    ["a type in the singular", { resource_type: text("such as pod, deployment") }, { resource_type: "networkpolicy" }],
    ["a type", { resourceType: text() }, { resourceType: "networkpolicies" }],
    ["a Chinese example", { kind: text("资源类型，例如：'Pod'、'Deployment'") }, { kind: "NetworkPolicy" }],
    ["an enum", { kind: { type: "string", enum: ["pods", "netpol"] } }, { kind: "netpol" }],
    ["kinds", { kinds: { type: "array", items: { type: "string" } } }, { kinds: ["NetworkPolicy"] }],
    [
      "kind and apiVersion",
      { kind: text(), apiVersion: text() },
      { kind: "NetworkPolicy", apiVersion: "networking.k8s.io/v1" },
    ],
    [
      "kind, group and version",
      { kind: text(), group: text(), version: text() },
      { kind: "NetworkPolicy", group: "networking.k8s.io", version: "v1" },
    ],
  ])("is pointed at network policies by %s", (_, properties, args) => {
    const [template] = generic("list_resources", properties).find({ verb: "list", resource: "networkpolicy" });
    expect(template?.args).toEqual(args);
  });

  test("is left out when its enum has no such kind", () => {
    const catalog = generic("list_resources", { kind: { type: "string", enum: ["Pod", "Service"] } });
    expect(catalog.find({ verb: "list", resource: "deployment" })).toEqual([]);
  });

  test("serves only the kinds of the API group in its name", () => {
    const catalog = createCatalog(
      ["CORE", "APPS"].map((group) => toolNamed(`LIST_${group}_RESOURCES`, { kind: text(), apiVersion: text() })),
    );
    expect(catalog.find({ verb: "list", resource: "deployment" }).map(({ entry }) => entry.tool)).toEqual([
      "LIST_APPS_RESOURCES",
    ]);
    expect(catalog.find({ verb: "list", resource: "pod" })[0]?.args).toEqual({ kind: "Pod", apiVersion: "v1" });
    expect(catalog.find({ verb: "list", resource: "job" })).toEqual([]);
  });

  test("lists by getting without a name only when it says so", () => {
    const get = (description: string) =>
      generic("kubectl_get", { resourceType: text(), name: text() }, description).find({
        verb: "list",
        resource: "pod",
      });
    expect(get("Get one resource, or list all when no name is given")[0]?.args).toEqual({ resourceType: "pods" });
    expect(get("Get one resource")).toEqual([]);
  });

  test("applies any manifest", () => {
    const catalog = generic("apply_manifest", { yaml: text() });
    expect(catalog.find({ verb: "create", resource: "deployment" })[0]?.args).toEqual({});
    expect(catalog.find({ verb: "list", resource: "deployment" })).toEqual([]);
  });

  test("shows the events of any object, of the kind that is asked for", () => {
    const properties = { kind: text(), apiVersion: text(), name: text(), namespace: text() };
    const catalog = createCatalog([toolNamed("GET_EVENTS", properties, { required: ["kind", "apiVersion", "name"] })]);
    expect(catalog.find({ verb: "list", resource: "event", of: "deployment" })[0]?.args).toEqual({
      kind: "Deployment",
      apiVersion: "apps/v1",
    });
    expect(catalog.find({ verb: "list", resource: "event", scope: "all" })).toEqual([]);
  });
});

describe("a multiplexer", () => {
  const operation = { type: "string", enum: ["list", "restart", "delete_pod", "get_logs"] };
  const catalog = createCatalog([
    toolNamed("k8s", { operation, resource_type: text(), name: text() }, { required: ["operation"] }),
  ]);

  test("is found by its operations", () => {
    expect(catalog.find({ verb: "list", resource: "deployment" })[0]?.args).toEqual({
      operation: "list",
      resource_type: "deployments",
    });
    expect(catalog.find({ verb: "restart", resource: "deployment" })[0]?.args).toMatchObject({ operation: "restart" });
  });

  test("is found by operations that name their resource", () => {
    expect(catalog.find({ verb: "delete", resource: "pod" })[0]?.args).toMatchObject({ operation: "delete_pod" });
    expect(catalog.find({ verb: "delete", resource: "service" })).toEqual([]);
  });
});
