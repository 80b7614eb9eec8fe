import { stringify } from "yaml";
import { alignedTable } from "./aligned-table.ts";
import { argument, string } from "./arguments.ts";
import { isReady, listOf, nameOf, pathOf, textOf } from "./kubernetes-client.ts";
import {
  failed,
  json,
  type Read,
  type SampleResult,
  type SampleTool,
  type SampleWorld,
  type ToolArguments,
  text,
} from "./types.ts";

/** A small server that knows of one cluster only: no cluster parameter, no annotations, short lower-case names. */

const namespace = string("Namespace");
const pod_name = string("Pod name");

const current =
  (read: Read) =>
  async (args: ToolArguments, world: SampleWorld): Promise<SampleResult> => {
    const client = world.client(world.current);
    return client ? read(client, args) : failed("no cluster");
  };

const named =
  (path: string, key: string): Read =>
  async (client) => {
    const listed = await client.list(path);
    if (listed.kind === "error") return failed(listed.message);
    return json({ [key]: listed.value.map((object) => nameOf(object)) });
  };

const listNodes: Read = async (client) => {
  const listed = await client.list("/api/v1/nodes");
  if (listed.kind === "error") return failed(listed.message);
  const rows = listed.value.map((object) => [
    nameOf(object),
    isReady(object) ? "Ready" : "NotReady",
    textOf(object, "status", "nodeInfo", "kubeletVersion"),
  ]);
  return text(alignedTable(["NAME", "STATUS", "VERSION"], rows));
};

const listPods: Read = async (client, args) => {
  const listed = await client.list(pathOf({ apiVersion: "v1", kind: "Pod", namespace: argument(args, "namespace") }));
  if (listed.kind === "error") return failed(listed.message);
  return json(
    listed.value.map((object) => ({
      name: nameOf(object),
      status: waitingReason(object) || textOf(object, "status", "phase"),
      restarts: listOf(object, "status", "containerStatuses").reduce(
        (sum, status) => sum + Number(status.restartCount ?? 0),
        0,
      ),
    })),
  );
};

const waitingReason = (pod: unknown): string =>
  listOf(pod, "status", "containerStatuses")
    .map((status) => textOf(status, "state", "waiting", "reason") || textOf(status, "state", "terminated", "reason"))
    .find((reason) => reason !== "" && reason !== "Completed") ?? "";

const describePod: Read = async (client, args) => {
  const found = await client.get(
    pathOf({ apiVersion: "v1", kind: "Pod", namespace: argument(args, "namespace"), name: argument(args, "pod_name") }),
  );
  return found.kind === "ok" ? text(stringify(found.value)) : failed(found.message);
};

const podEvents: Read = async (client, args) => {
  const listed = await client.list(pathOf({ apiVersion: "v1", kind: "Event", namespace: argument(args, "namespace") }));
  if (listed.kind === "error") return failed(listed.message);
  const own = listed.value.filter((event) => textOf(event, "involvedObject", "name") === argument(args, "pod_name"));
  return json(
    own.map((event) => ({
      type: textOf(event, "type"),
      reason: textOf(event, "reason"),
      message: textOf(event, "message"),
      lastTimestamp: textOf(event, "lastTimestamp"),
    })),
  );
};

const podLogs: Read = async (client, args) => {
  const path = pathOf({
    apiVersion: "v1",
    kind: "Pod",
    namespace: argument(args, "namespace"),
    name: argument(args, "pod_name"),
  });
  const query = new URLSearchParams({ tailLines: argument(args, "tail_lines", "200") });
  if (argument(args, "container") !== "") query.set("container", argument(args, "container"));
  const log = await client.text(`${path}/log?${query}`);
  return log.kind === "ok" ? text(log.value) : failed(log.message);
};

const listDeployments: Read = async (client, args) => {
  const listed = await client.list(
    pathOf({ apiVersion: "apps/v1", kind: "Deployment", namespace: argument(args, "namespace") }),
  );
  if (listed.kind === "error") return failed(listed.message);
  return json(
    listed.value.map((object) => ({
      name: nameOf(object),
      ready: `${textOf(object, "status", "readyReplicas") || "0"}/${textOf(object, "spec", "replicas")}`,
    })),
  );
};

const tool = (
  name: string,
  [description, parameters, run]: readonly [string, SampleTool["parameters"], SampleTool["run"]],
): SampleTool => ({
  name,
  description,
  parameters,
  required: Object.keys(parameters).filter((parameter) => parameter === "namespace" || parameter === "pod_name"),
  run,
});

export const plainTools: readonly SampleTool[] = [
  tool("list_clusters", ["List clusters", {}, async (_args, world) => json({ clusters: world.clusters })]),
  tool("list_namespaces", ["List namespaces", {}, current(named("/api/v1/namespaces", "namespaces"))]),
  tool("list_nodes", ["List nodes", {}, current(listNodes)]),
  tool("list_pods", ["List pods in a namespace", { namespace }, current(listPods)]),
  tool("list_deployments", ["List deployments in a namespace", { namespace }, current(listDeployments)]),
  tool("describe_pod", ["Describe a pod", { namespace, pod_name }, current(describePod)]),
  tool("get_pod_events", ["Get events of a pod", { namespace, pod_name }, current(podEvents)]),
  tool("get_pod_logs", [
    "Get logs of a pod",
    {
      namespace,
      pod_name,
      container: string("Container name"),
      tail_lines: { type: "integer", description: "Number of lines from the end", default: 200 },
    },
    current(podLogs),
  ]),
];
