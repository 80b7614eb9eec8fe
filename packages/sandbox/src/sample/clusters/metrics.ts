import { argument, selectorsOf, string } from "../arguments.ts";
import {
  type KubernetesClient,
  type KubernetesObject,
  listOf,
  memberOf,
  nameOf,
  textOf,
} from "../kubernetes-client.ts";
import { failed, json, type Read, type SampleTool, type ToolArguments } from "../types.ts";
import { fieldSelector, labelSelector, namespace, ofCluster } from "./of-cluster.ts";

const nodeMetrics: Read = async (client, args) => {
  const listed = await client.list(`/apis/metrics.k8s.io/v1beta1/nodes${selectorsOf(args)}`);
  if (listed.kind === "error") return failed(`failed to get node metrics: ${listed.message}`);
  const nodes = listed.value
    .map((object) => ({ name: nameOf(object), ...usageOf(object) }))
    .filter(({ name }) => argument(args, "nodeName", name) === name);
  return json({ count: nodes.length, nodes });
};

const podMetrics: Read = async (client, args) => {
  const listed = await podUsage(client, args);
  if (listed.kind === "error") return failed(`failed to get pod metrics: ${listed.message}`);
  const pods = listed.value
    .map((object) => ({ name: nameOf(object), namespace: textOf(object, "metadata", "namespace"), ...usageOf(object) }))
    .filter(({ name }) => argument(args, "podName", name) === name)
    .slice(0, Number(argument(args, "limit", "10")));
  return json({ count: pods.length, pods });
};

const topConsumers: Read = async (client, args) => {
  const listed = await podUsage(client, args);
  if (listed.kind === "error") return failed(`failed to get top consumers: ${listed.message}`);
  const resource = argument(args, "resource") === "memory" ? "memory" : "cpu";
  const pods = listed.value.map((object) => ({
    name: nameOf(object),
    namespace: textOf(object, "metadata", "namespace"),
    [resource]: usageOf(object)[resource],
  }));
  return json({ resource, consumers: pods.slice(0, Number(argument(args, "limit", "10"))) });
};

const resourceMetrics: Read = async (client, args) => {
  const listed = await client.list("/api/v1/nodes");
  if (listed.kind === "error") return failed(`failed to get metrics: ${listed.message}`);
  const resource = argument(args, "resource");
  return json({
    resource,
    nodes: listed.value.map((object) => ({
      name: nameOf(object),
      capacity: textOf(object, "status", "capacity", resource),
    })),
  });
};

const podUsage = async (client: KubernetesClient, args: ToolArguments) => {
  const namespace = argument(args, "namespace");
  return client.list(
    `/apis/metrics.k8s.io/v1beta1/${namespace === "" ? "" : `namespaces/${namespace}/`}pods${selectorsOf(args)}`,
  );
};

const usageOf = (object: KubernetesObject): { cpu: string; memory: string } => {
  const parts = [
    memberOf(object, "usage"),
    ...listOf(object, "containers").map((container) => memberOf(container, "usage")),
  ].filter((usage) => usage !== undefined);
  return { cpu: textOf(parts[0], "cpu"), memory: textOf(parts[0], "memory") };
};

export const metricTools: readonly SampleTool[] = [
  ofCluster(
    {
      name: "GET_NODE_METRICS",
      description: "Processor and memory use of nodes",
      parameters: {
        nodeName: string("Only this node"),
        labelSelector,
        fieldSelector,
        sortBy: string("cpu or memory", "cpu"),
      },
      required: [],
    },
    nodeMetrics,
  ),
  ofCluster(
    {
      name: "GET_POD_METRICS",
      description: "Processor and memory use of pods",
      parameters: {
        namespace,
        podName: string("Only this pod"),
        labelSelector,
        fieldSelector,
        sortBy: string("cpu or memory", "cpu"),
        limit: { type: "integer", description: "At most so many", default: 10 },
      },
      required: [],
    },
    podMetrics,
  ),
  ofCluster(
    {
      name: "GET_RESOURCE_METRICS",
      description: "Sum of one resource over a cluster",
      parameters: { resource: string("cpu, memory, storage or pods"), namespace, labelSelector, fieldSelector },
      required: ["resource"],
    },
    resourceMetrics,
  ),
  ofCluster(
    {
      name: "GET_TOP_CONSUMERS",
      description: "Pods that use most of a resource",
      parameters: {
        resource: string("cpu or memory"),
        namespace,
        labelSelector,
        fieldSelector,
        limit: { type: "number", description: "At most so many" },
      },
      required: ["resource"],
    },
    topConsumers,
  ),
];
