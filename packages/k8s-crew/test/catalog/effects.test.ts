import { describe, expect, test } from "vitest";
import { createCatalog } from "../../src/catalog/index.ts";
import { toolNamed } from "./tool-table.ts";

const operation = (...values: readonly string[]) => ({ operation: { type: "string", enum: values } });

describe("the effect of a call", () => {
  test("of a tool that nobody knows is a write", () => {
    expect(createCatalog([]).effectOf("nothing", {})).toBe("write");
  });

  test("of a multiplexer is that of its operation", () => {
    const catalog = createCatalog([toolNamed("node_ops", operation("status", "cordon", "drain"))]);
    expect(catalog.get("node_ops")).toMatchObject({ verb: "multi", effect: "destructive" });
    expect(catalog.effectOf("node_ops", { operation: "status" })).toBe("read");
    expect(catalog.effectOf("node_ops", { operation: "CORDON" })).toBe("write");
    expect(catalog.effectOf("node_ops", { operation: "drain" })).toBe("destructive");
  });

  test.each([{}, { operation: "reboot" }, { operation: ["status", "drain"] }, { operation: 1 }, { operation: null }])(
    "of a multiplexer counts as the worst for %o",
    (args) => {
      const catalog = createCatalog([toolNamed("node_ops", operation("status", "cordon", "drain"))]);
      expect(catalog.effectOf("node_ops", args)).toBe("destructive");
    },
  );

  test("of an operation that a reading multiplexer does not list is no read", () => {
    const catalog = createCatalog([toolNamed("pod_ops", operation("list", "get"))]);
    expect(catalog.effectOf("pod_ops", { operation: "list" })).toBe("read");
    expect(catalog.effectOf("pod_ops", { operation: "eat" })).toBe("write");
  });

  test("of a multiplexer takes the operation's default", () => {
    const { operation: schema } = operation("status", "restart");
    const catalog = createCatalog([toolNamed("rollout", { operation: { ...schema, default: "status" } })]);
    expect(catalog.effectOf("rollout", {})).toBe("read");
  });

  test("reads operations from a description", () => {
    const schema = { type: "string", description: "Operation to perform: get, describe or delete" };
    const catalog = createCatalog([toolNamed("k8s_pods", { operation: schema })]);
    expect(catalog.effectOf("k8s_pods", { operation: "describe" })).toBe("read");
    expect(catalog.effectOf("k8s_pods", { operation: "delete" })).toBe("destructive");
  });

  test("of a command line is destructive whatever the command", () => {
    const command = { type: "string", description: "get, describe, logs, top" };
    const catalog = createCatalog([toolNamed("kubectl", { command }, { required: ["command"] })]);
    expect(catalog.effectOf("kubectl", { command: "get" })).toBe("destructive");
  });

  test("of a tool that looks like a read but runs a command is destructive", () => {
    const properties = { pod_name: { type: "string" }, command: { type: "string" } };
    const catalog = createCatalog([toolNamed("check_pod", properties, { required: ["pod_name", "command"] })]);
    expect(catalog.get("check_pod")?.effect).toBe("destructive");
  });

  test("of a multiplexer that has to be given a command is destructive for every operation", () => {
    const properties = { ...operation("list", "get"), pod_name: { type: "string" }, command: { type: "string" } };
    const catalog = createCatalog([toolNamed("pod_ops", properties, { required: ["operation", "command"] })]);
    expect(catalog.effectOf("pod_ops", { operation: "list", command: "rm" })).toBe("destructive");
  });

  test("of a read with a filter named command stays a read", () => {
    const command = { type: "string", description: "Filter by command" };
    expect(createCatalog([toolNamed("list_processes", { command })]).effectOf("list_processes", {})).toBe("read");
  });

  test("of a deleting tool is no read for any operation", () => {
    const catalog = createCatalog([toolNamed("delete_pod", operation("get", "now"))]);
    expect(catalog.effectOf("delete_pod", { operation: "get" })).toBe("write");
  });
});

describe("an annotation", () => {
  const effect = (name: string, annotations: object, trustedServers: readonly string[] = []) =>
    createCatalog([toolNamed(name, {}, { annotations })], { trustedServers }).get(name)?.effect;

  test("raises an effect", () => {
    expect(effect("list_pods", { readOnlyHint: false })).toBe("write");
    expect(effect("list_pods", { destructiveHint: true })).toBe("write");
    expect(effect("frobnicate", { destructiveHint: true })).toBe("destructive");
  });

  test.each([
    "delete_pod",
    "restart_deployment",
    "frobnicate",
    "wipe_all",
    "exec",
    "pod_zorcher",
    "generate_token",
    "debug_pod",
    "backup_etcd",
    "log_zorch",
    "status_run",
  ])("does not make a read of %s", (name) => {
    expect(effect(name, { readOnlyHint: true, destructiveHint: false, title: "List pods" })).not.toBe("read");
  });

  test("lowers an effect when the user trusts the server", () => {
    expect(effect("frobnicate", { readOnlyHint: true }, ["test"])).toBe("read");
    expect(effect("drain_node", { readOnlyHint: false, destructiveHint: false }, ["test"])).toBe("write");
    expect(effect("frobnicate", { readOnlyHint: true }, ["another"])).toBe("write");
  });

  test("of a trusted server also holds for the operations of a multiplexer", () => {
    const tool = toolNamed("node_ops", operation("status", "drain"), { annotations: { readOnlyHint: true } });
    expect(createCatalog([tool], { trustedServers: ["test"] }).effectOf("node_ops", { operation: "drain" })).toBe(
      "read",
    );
  });
});

describe("a description", () => {
  const effect = (name: string, description: string) =>
    createCatalog([toolNamed(name, {}, { description })]).get(name)?.effect;

  test.each([
    ["get_pods", "Deletes pods", "destructive"],
    ["get_pods", "Gets pods. Restarts them afterwards.", "write"],
    ["get_pods", "Gets pods. Restarts the broken ones.", "write"],
    ["get_pods", "查询并重启Pod", "write"],
    ["get_pods", "This tool allows you to drain nodes", "destructive"],
    ["get_pods", "List pods, for example those that you want to delete", "read"],
    ["pod_watcher", "Shows pods", "read"],
    ["pod_watcher", "Shows pods and restarts them", "write"],
    ["pod_watcher", "Shows what deleting a pod would do", "write"],
    ["node_screen", "查看节点", "read"],
    ["node_screen", "查看节点并重启", "write"],
    ["node_screen", "List of nodes to frobnicate", "write"],
  ])("%s: “%s” makes it %s", (name, description, expected) => {
    expect(effect(name, description)).toBe(expected);
  });
});
