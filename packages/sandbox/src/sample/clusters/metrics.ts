import { argument, selectorsOf, string } from "../arguments.ts";
import { type KubernetesClient, type KubernetesObject, memberOf, nameOf, textOf } from "../kubernetes-client.ts";
import { failed, json, type Read, type SampleTool, type ToolArguments } from "../types.ts";
import { amountsIn, percentagesOf, quantitiesOf, sizedOf, sorted } from "./amounts.ts";
import { fieldSelector, labelSelector, namespace, ofCluster } from "./of-cluster.ts";

const unknownOrder = (sortBy: string, known: readonly string[]) =>
  known.includes(sortBy) ? undefined : failed(`invalid sortBy '${sortBy}', expected one of: ${known.join(", ")}`);

const nodeOrders = ["cpu", "memory", "cpu_percent", "memory_percent", "name"];
const podOrders = ["cpu", "memory", "name"];

const nodeMetrics: Read = async (client, args) => {
  const sortBy = argument(args, "sortBy", "cpu");
  const refused = unknownOrder(sortBy, nodeOrders);
  if (refused) return refused;
  const [used, all] = await Promise.all([
    client.list(`/apis/metrics.k8s.io/v1beta1/nodes${selectorsOf(args)}`),
    client.list("/api/v1/nodes"),
  ]);
  if (used.kind === "error") return failed(`failed to get node metrics: ${used.message}`);
  const capacities = new Map(
    all.kind === "ok" ? all.value.map((node) => [nameOf(node), amountsIn(memberOf(node, "status", "capacity"))]) : [],
  );
  const rows = used.value
    .map((object) => ({ name: nameOf(object), sized: sizedOf(object, capacities.get(nameOf(object))) }))
    .filter(({ name }) => argument(args, "nodeName", name) === name);
  const nodes = sorted(rows, sortBy).map(({ name, sized }) => ({
    name,
    ...quantitiesOf(sized),
    ...percentagesOf(sized),
  }));
  return json({ count: nodes.length, nodes });
};

const podMetrics: Read = async (client, args) => {
  const sortBy = argument(args, "sortBy", "cpu");
  const refused = unknownOrder(sortBy, podOrders);
  if (refused) return refused;
  const listed = await podUsage(client, args);
  if (listed.kind === "error") return failed(`failed to get pod metrics: ${listed.message}`);
  const rows = listed.value
    .map((object) => ({ name: nameOf(object), namespace: namespaceOf(object), sized: sizedOf(object) }))
    .filter(({ name }) => argument(args, "podName", name) === name);
  const pods = sorted(rows, sortBy)
    .slice(0, Number(argument(args, "limit", "10")))
    .map(({ sized, ...pod }) => ({ ...pod, ...quantitiesOf(sized) }));
  return json({ count: pods.length, pods });
};

const topConsumers: Read = async (client, args) => {
  const resource = argument(args, "resource");
  if (resource !== "cpu" && resource !== "memory")
    return failed(`invalid resource '${resource}', expected one of: cpu, memory`);
  const listed = await podUsage(client, args);
  if (listed.kind === "error") return failed(`failed to get top consumers: ${listed.message}`);
  const rows = listed.value.map((object) => ({
    name: nameOf(object),
    namespace: namespaceOf(object),
    sized: sizedOf(object),
  }));
  const consumers = sorted(rows, resource)
    .slice(0, Number(argument(args, "limit", "10")))
    .map(({ sized, ...pod }) => ({ ...pod, [resource]: quantitiesOf(sized)[resource] }));
  return json({ resource, consumers });
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

const namespaceOf = (object: KubernetesObject): string => textOf(object, "metadata", "namespace");

export const metricTools: readonly SampleTool[] = [
  ofCluster(
    {
      name: "GET_NODE_METRICS",
      description: "Processor and memory use of nodes",
      parameters: {
        nodeName: string("Only this node"),
        labelSelector,
        fieldSelector,
        sortBy: string(`What comes first: most ${nodeOrders.join(", ")}`, "cpu"),
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
        sortBy: string(`What comes first: most ${podOrders.join(", ")}`, "cpu"),
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
        limit: { type: "number", description: "At most so many", default: 10 },
      },
      required: ["resource"],
    },
    topConsumers,
  ),
];
