import type { KubernetesClient } from "./kubernetes-client.ts";
import {
  analyzeLogs,
  clusterInfo,
  describeCluster,
  describeObject,
  diffManifest,
  eventsOf,
  explain,
  getObject,
  listApiResources,
  listNames,
  listNamespaces,
  listNodes,
  listWorkloads,
  nodeMetrics,
  podLogs,
  podMetrics,
  resourceMetrics,
  searchObjects,
  topConsumers,
  validateManifest,
} from "./reads.ts";
import {
  failed,
  json,
  type Parameter,
  text as plain,
  rpcError,
  type SampleResult,
  type SampleTool,
  type SampleWorld,
  type ToolArguments,
} from "./types.ts";

/**
 * The 47 tools of a read-only server for several clusters: `cluster` is required nearly everywhere, lists are mostly
 * bare names of one namespace, events are those of one named object, and nothing is annotated.
 */

const string = (description: string, value?: string): Parameter => ({
  type: "string",
  description,
  ...(value === undefined ? {} : { default: value }),
});

const cluster = string("Cluster to ask, as LIST_CLUSTERS names it");
const namespace = string("Namespace to look in");
const kind = string("Kind, for example Pod");
const apiVersion = string("Group and version of the kind, for example v1 or apps/v1");
const name = string("Name of the object");
const labelSelector = string("Only objects with these labels");
const fieldSelector = string("Only objects with these field values");

type Read = (client: KubernetesClient, args: ToolArguments) => Promise<SampleResult>;

/** A tool of one cluster: the cluster is looked up before the read. */
const ofCluster = (tool: Omit<SampleTool, "run">, read: Read): SampleTool => ({
  ...tool,
  parameters: { cluster, ...tool.parameters },
  required: ["cluster", ...tool.required],
  run: async (args, world) => {
    const wanted = typeof args.cluster === "string" ? args.cluster : "";
    if (wanted === "") return failed("Cluster name is required");
    const client = world.client(wanted);
    if (!client) return failed(`cluster '${wanted}' not found`);
    for (const parameter of tool.required)
      if (args[parameter] === undefined || args[parameter] === "") return failed(`${parameter} is required`);
    return read(client, args);
  },
});

const groups: readonly { readonly word: string; readonly what: string; readonly clusterWide?: boolean }[] = [
  { word: "CORE", what: "core kinds such as Pod, Service, ConfigMap" },
  { word: "APPS", what: "workload kinds such as Deployment, StatefulSet, DaemonSet" },
  { word: "BATCH", what: "Job and CronJob" },
  { word: "NETWORKING", what: "Ingress and NetworkPolicy" },
  { word: "STORAGE", what: "StorageClass and volume attachments" },
  { word: "RBAC", what: "roles and bindings" },
  { word: "POLICY", what: "disruption budgets" },
  { word: "APIEXTENSIONS", what: "custom resource definitions" },
  { word: "AUTOSCALING", what: "horizontal autoscalers" },
];

const groupTools: readonly SampleTool[] = groups.flatMap(({ word, what }) => [
  ofCluster(
    {
      name: `LIST_${word}_RESOURCES`,
      description: `List objects of ${what}`,
      parameters: { kind, apiVersion, namespace, labelSelector },
      required: ["kind", "apiVersion"],
    },
    word === "APPS" ? listWorkloads : listNames,
  ),
  ofCluster(
    {
      name: `GET_${word}_RESOURCE`,
      description: `Read one object of ${what} as YAML`,
      parameters: { kind, apiVersion, name, namespace },
      required: ["kind", "apiVersion", "name"],
    },
    getObject,
  ),
  ofCluster(
    {
      name: `DESCRIBE_${word}_RESOURCE`,
      description: `Look closely at one object of ${what}`,
      parameters: { kind, apiVersion, name, namespace },
      required: ["kind", "apiVersion", "name"],
    },
    describeObject,
  ),
]);

const clusterTable: readonly SampleTool[] = [
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

const podTable: readonly SampleTool[] = [
  ofCluster(
    {
      name: "GET_POD_LOGS",
      description: "Log of a pod",
      parameters: {
        name: string("Pod whose log is read"),
        namespace: string("Namespace of the pod", "default"),
        container: string("Container, where the pod has several"),
        tailLines: { type: "integer", description: "Lines from the end", default: 500 },
        previous: { type: "boolean", description: "The run before the last restart", default: false },
        timestamps: { type: "boolean", description: "Begin each line with its time", default: true },
      },
      required: ["name"],
    },
    podLogs,
  ),
  ofCluster(
    {
      name: "ANALYZE_POD_LOGS",
      description: "Look for common faults in the log of a pod",
      parameters: {
        name: string("Pod whose log is read"),
        namespace: string("Namespace of the pod", "default"),
        container: string("Container, where the pod has several"),
        tailLines: { type: "integer", description: "Lines from the end", default: 1000 },
      },
      required: ["name"],
    },
    analyzeLogs,
  ),
  ofCluster(
    {
      name: "GET_EVENTS",
      description: "Events of one object",
      parameters: { kind, apiVersion, name, namespace },
      required: ["kind", "apiVersion", "name"],
    },
    eventsOf,
  ),
];

const metricTable: readonly SampleTool[] = [
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

const otherTable: readonly SampleTool[] = [
  ofCluster(
    {
      name: "SEARCH_RESOURCES",
      description: "Find objects whose name, labels or annotations contain a text",
      parameters: {
        query: string("Text to find"),
        kinds: string("Only these kinds, separated by commas"),
        namespaces: string("Only these namespaces, separated by commas"),
        matchLabels: { type: "boolean", description: "Look into labels too", default: true },
        matchAnnotations: { type: "boolean", description: "Look into annotations too", default: true },
      },
      required: ["query"],
    },
    searchObjects,
  ),
  ofCluster(
    {
      name: "EXPLAIN_RESOURCE",
      description: "What a kind and its fields mean",
      parameters: {
        kind,
        apiVersion,
        field: string("Path of a field"),
        recursive: { type: "boolean", description: "Fields below it too" },
      },
      required: ["kind", "apiVersion"],
    },
    explain,
  ),
  ofCluster(
    {
      name: "VALIDATE_MANIFEST",
      description: "Check a manifest without applying it",
      parameters: { yaml: string("The manifest") },
      required: ["yaml"],
    },
    validateManifest,
  ),
  ofCluster(
    {
      name: "DIFF_MANIFEST",
      description: "How a manifest differs from what is there",
      parameters: { yaml: string("The manifest") },
      required: ["yaml"],
    },
    diffManifest,
  ),
  {
    name: "LIST_ORGANIZATIONS",
    description: "Teams that own namespaces",
    parameters: {
      detail: { type: "boolean", description: "With members" },
      page: { type: "number", description: "Page, from 1" },
      size: { type: "number", description: "Teams on a page" },
      withAdmin: { type: "boolean", description: "With administrators" },
    },
    required: [],
    run: async () => json({ count: 1, organizations: [{ name: "shop" }] }),
  },
  {
    name: "DESC_ORGANIZATION",
    description: "One team",
    parameters: { name: string("Name of the team") },
    required: ["name"],
    run: async (args) =>
      args.name === "shop"
        ? json({ name: "shop", namespaces: ["dev", "production"] })
        : failed(`organization '${String(args.name)}' not found`),
  },
  {
    name: "LIST_USERS",
    description: "People whose name contains a text",
    parameters: { name: string("Text in the name") },
    required: ["name"],
    run: async (args) =>
      String(args.name) === "" ? rpcError("name is required") : plain(`Found 0 users matching ${String(args.name)}`),
  },
];

export const clusterTools: readonly SampleTool[] = [
  ...clusterTable,
  ...groupTools,
  ...podTable,
  ...metricTable,
  ...otherTable,
];
