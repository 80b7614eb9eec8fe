import { stringify } from "yaml";
import { argument, selectorsOf } from "../arguments.ts";
import { type KubernetesClient, nameOf, pathOf, textOf } from "../kubernetes-client.ts";
import { failed, json, type Read, rpcError, type SampleTool, type ToolArguments, text } from "../types.ts";
import { apiVersion, kind, labelSelector, name, namespace, ofCluster } from "./of-cluster.ts";

/** Lists that give names only, of one namespace: an empty one means `default`. */
const listNames: Read = async (client, args) => {
  const namespace = argument(args, "namespace", "default");
  const kind = argument(args, "kind");
  const listed = await client.list(
    pathOf({ apiVersion: argument(args, "apiVersion"), kind, namespace }) + selectorsOf(args),
  );
  if (listed.kind === "error") return failed(`failed to list resources: ${listed.message}`);
  const lines = listed.value.map((object) => `Name: ${nameOf(object)}`);
  return text(
    `Found ${lines.length} ${kind} resources in namespace ${namespace}:\n\n${lines.join("\n")}${lines.length === 0 ? "" : "\n"}`,
  );
};

/** Workloads tell their replicas; an empty namespace means all of them. */
const listWorkloads: Read = async (client, args) => {
  const namespace = argument(args, "namespace");
  const place = namespace === "" ? {} : { namespace };
  const listed = await client.list(
    pathOf({ apiVersion: argument(args, "apiVersion"), kind: argument(args, "kind"), ...place }) + selectorsOf(args),
  );
  if (listed.kind === "error") return rpcError(`failed to list resources: ${listed.message}`);
  const blocks = listed.value.map((object) => {
    const replicas = textOf(object, "spec", "replicas") || textOf(object, "status", "desiredNumberScheduled") || "0";
    const available =
      textOf(object, "status", "availableReplicas") ||
      textOf(object, "status", "numberAvailable") ||
      textOf(object, "status", "readyReplicas") ||
      "0";
    return `- ${nameOf(object)}\n  Replicas: ${replicas}\n  Available: ${available}`;
  });
  return text(blocks.join("\n"));
};

const getObject: Read = async (client, args) => {
  const found = await readOne(client, args);
  return found.kind === "ok" ? text(stringify(found.value, { sortMapEntries: true })) : found.result;
};

const describeObject: Read = async (client, args) => {
  const found = await readOne(client, args);
  return found.kind === "ok" ? json(found.value) : found.result;
};

const readOne = async (client: KubernetesClient, args: ToolArguments) => {
  const kind = argument(args, "kind");
  const name = argument(args, "name");
  const namespace = argument(args, "namespace", "default");
  const found = await client.get(pathOf({ apiVersion: argument(args, "apiVersion"), kind, namespace, name }));
  if (found.kind === "ok") return found;
  const missing = `resource not found (Kind: ${kind}, Name: ${name}, Namespace: ${namespace})`;
  return {
    kind: "failed" as const,
    result: failed(found.status === 404 ? missing : `failed to get resource: ${found.message}`),
  };
};

const groups: readonly { readonly word: string; readonly what: string }[] = [
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

export const objectTools: readonly SampleTool[] = groups.flatMap(({ word, what }) => [
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
