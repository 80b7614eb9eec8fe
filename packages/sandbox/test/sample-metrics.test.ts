import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { type Sandbox, startSandbox } from "../src/index.ts";
import { metricTools } from "../src/sample/clusters/metrics.ts";
import { createKubernetesClient } from "../src/sample/kubernetes-client.ts";
import type { ToolArguments } from "../src/sample/types.ts";

const pod = (name: string, usage: Readonly<Record<string, string>>, containers: readonly string[] = ["app"]) => ({
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name, namespace: "shop", annotations: usage },
  spec: { containers: containers.map((container) => ({ name: container, image: "app:1" })) },
});
const node = (name: string, usage: Readonly<Record<string, string>>, capacity: Readonly<Record<string, string>>) => ({
  apiVersion: "v1",
  kind: "Node",
  metadata: { name, annotations: usage },
  status: { capacity },
});

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({
    worlds: [
      {
        name: "c",
        objects: [
          { apiVersion: "v1", kind: "Namespace", metadata: { name: "shop" } },
          node("large", { "sandbox/cpu": "900m", "sandbox/memory": "2Gi" }, { cpu: "16", memory: "64Gi" }),
          node("small", { "sandbox/cpu": "800m", "sandbox/memory": "3Gi" }, { cpu: "2", memory: "4Gi" }),
          pod("a-idle", { "sandbox/cpu": "5m", "sandbox/memory": "900Mi" }),
          pod("b-busy", { "sandbox/cpu": "700m", "sandbox/memory": "100Mi" }),
          pod("c-pair", { "sandbox/cpu": "90m", "sandbox/cpu.proxy": "80m", "sandbox/memory": "50Mi" }, [
            "app",
            "proxy",
          ]),
          pod("d-some", { "sandbox/cpu": "100m", "sandbox/memory": "400Mi" }),
        ],
      },
    ],
  });
});
afterAll(() => sandbox.close());

const rows = z.array(z.object({ name: z.string(), cpuPercent: z.string().optional() }));
const ask = async (name: string, args: ToolArguments) => {
  const found = metricTools.find((tool) => tool.name === name);
  const result = await found?.run(
    { cluster: "c", ...args },
    {
      clusters: ["c"],
      current: "c",
      client: () => createKubernetesClient(sandbox.contexts[0]?.server ?? ""),
    },
  );
  if (result?.kind !== "text") return result;
  const { nodes, pods, consumers } = z
    .object({ nodes: rows.optional(), pods: rows.optional(), consumers: rows.optional() })
    .parse(JSON.parse(result.text));
  return nodes ?? pods ?? consumers ?? [];
};
const namesFor = async (name: string, args: ToolArguments) => {
  const found = await ask(name, args);
  return Array.isArray(found) ? found.map((row) => row.name).join(" ") : found;
};

test.each([
  ["GET_TOP_CONSUMERS", { resource: "cpu" }, "b-busy c-pair d-some a-idle"],
  ["GET_TOP_CONSUMERS", { resource: "memory", limit: 2 }, "a-idle d-some"],
  ["GET_POD_METRICS", {}, "b-busy c-pair d-some a-idle"],
  ["GET_POD_METRICS", { sortBy: "name", limit: 3 }, "a-idle b-busy c-pair"],
  ["GET_POD_METRICS", { sortBy: "memory", limit: 1 }, "a-idle"],
  ["GET_NODE_METRICS", {}, "large small"],
  ["GET_NODE_METRICS", { sortBy: "memory" }, "small large"],
  ["GET_NODE_METRICS", { sortBy: "cpu_percent" }, "small large"],
  ["GET_NODE_METRICS", { sortBy: "name" }, "large small"],
])("%s with %j answers the largest first, all containers of a pod together: %s", async (tool, args, names) => {
  expect(await namesFor(tool, args)).toBe(names);
});

test("a node's share is that of its own capacity", async () => {
  expect(await ask("GET_NODE_METRICS", { sortBy: "cpu_percent" })).toMatchObject([
    { name: "small", cpuPercent: "40%" },
    { name: "large", cpuPercent: "6%" },
  ]);
});

test.each([
  ["GET_TOP_CONSUMERS", { resource: "disk" }],
  ["GET_POD_METRICS", { sortBy: "cpu_percent" }],
  ["GET_NODE_METRICS", { sortBy: "age" }],
])("%s refuses %j rather than to answer in some order", async (tool, args) => {
  expect(await ask(tool, args)).toMatchObject({ kind: "error" });
});
