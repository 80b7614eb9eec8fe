import { alignedTable } from "../aligned-table.ts";
import { argument, string } from "../arguments.ts";
import { isReady, type KubernetesClient, listOf, nameOf, textOf } from "../kubernetes-client.ts";
import {
  failed,
  json,
  type Read,
  type SampleResult,
  type SampleTool,
  type SampleWorld,
  type ToolArguments,
  text,
} from "../types.ts";
import { ofCluster } from "./of-cluster.ts";

const describeCluster = async (client: KubernetesClient, name: string): Promise<SampleResult> => {
  const version = await client.get("/version");
  return version.kind === "ok"
    ? json({ name, version: textOf(version.value, "gitVersion") })
    : failed(`failed to describe cluster: ${version.message}`);
};

const clusterInfo: Read = async (client) => {
  const [version, nodes] = await Promise.all([client.get("/version"), client.list("/api/v1/nodes")]);
  if (version.kind === "error") return failed(`failed to get cluster info: ${version.message}`);
  const count = nodes.kind === "ok" ? String(nodes.value.length) : "unknown";
  return text(
    `Kubernetes version: ${textOf(version.value, "gitVersion")}\nPlatform: ${textOf(version.value, "platform")}\nNodes: ${count}`,
  );
};

const listApiResources: Read = async (client, args) => {
  const group = argument(args, "group");
  const paths = group === "" ? ["/api/v1", "/apis/apps/v1", "/apis/batch/v1"] : [`/apis/${group}/v1`];
  const lists = await Promise.all(paths.map((path) => client.get(path)));
  const rows = lists.flatMap((list) =>
    list.kind === "ok"
      ? listOf(list.value, "resources").map((each) => [
          textOf(each, "name"),
          textOf(list.value, "groupVersion"),
          textOf(each, "namespaced"),
          textOf(each, "kind"),
        ])
      : [],
  );
  return text(
    alignedTable(
      ["NAME", "APIVERSION", "NAMESPACED", "KIND"],
      rows.filter(([plural]) => !plural?.includes("/")),
    ),
  );
};

const listNamespaces: Read = async (client) => {
  const listed = await client.list("/api/v1/namespaces");
  if (listed.kind === "error") return failed(`failed to list namespaces: ${listed.message}`);
  const namespaces = listed.value.map((object) => ({
    name: nameOf(object),
    status: textOf(object, "status", "phase") || "Active",
  }));
  return json({ count: namespaces.length, namespaces });
};

const listNodes: Read = async (client) => {
  const listed = await client.list("/api/v1/nodes");
  if (listed.kind === "error") return failed(`failed to list nodes: ${listed.message}`);
  const nodes = listed.value.map((object) => ({
    name: nameOf(object),
    status: isReady(object) ? "Ready" : "NotReady",
  }));
  return json({ count: nodes.length, nodes });
};

export const aboutClusters: readonly SampleTool[] = [
  {
    name: "LIST_CLUSTERS",
    description: "Names of all clusters that can be asked",
    parameters: {},
    required: [],
    run: async (_args: ToolArguments, world: SampleWorld) =>
      json({ count: world.clusters.length, clusters: world.clusters.map((each) => ({ name: each })) }),
  },
  ofCluster(
    { name: "DESCRIBE_CLUSTER", description: "What is known about a cluster", parameters: {}, required: [] },
    (client, args) => describeCluster(client, String(args.cluster)),
  ),
  ofCluster(
    { name: "GET_CLUSTER_INFO", description: "Version and size of a cluster", parameters: {}, required: [] },
    clusterInfo,
  ),
  ofCluster(
    {
      name: "GET_API_RESOURCES",
      description: "Kinds that a cluster serves",
      parameters: { group: string("Only kinds of this API group") },
      required: [],
    },
    listApiResources,
  ),
  ofCluster(
    { name: "LIST_NAMESPACES", description: "All namespaces of a cluster", parameters: {}, required: [] },
    listNamespaces,
  ),
  ofCluster({ name: "LIST_NODES", description: "All nodes of a cluster", parameters: {}, required: [] }, listNodes),
];
