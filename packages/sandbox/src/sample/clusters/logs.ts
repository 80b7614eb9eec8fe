import { argument, string } from "../arguments.ts";
import { type KubernetesClient, listOf, pathOf, textOf } from "../kubernetes-client.ts";
import { failed, json, type Read, type SampleTool, type ToolArguments } from "../types.ts";
import { ofCluster } from "./of-cluster.ts";

const podLogs: Read = async (client, args) => {
  const found = await logOf(client, args, { tail: 500 });
  if (found.kind === "failed") return found.result;
  const { name, namespace, container, log } = found;
  return json({ pod: name, namespace, container, logs: log, lineCount: linesOf(log).length, truncated: false });
};

const analyzeLogs: Read = async (client, args) => {
  const found = await logOf(client, args, { tail: 1000 });
  if (found.kind === "failed") return found.result;
  const faults = linesOf(found.log).filter((line) => /error|exception|fatal|panic/i.test(line));
  return json({ pod: found.name, namespace: found.namespace, errorCount: faults.length, errors: faults.slice(-20) });
};

const logOf = async (client: KubernetesClient, args: ToolArguments, defaults: { tail: number }) => {
  const name = argument(args, "name");
  const namespace = argument(args, "namespace", "default");
  const query = new URLSearchParams({ tailLines: argument(args, "tailLines", String(defaults.tail)) });
  if (argument(args, "previous") === "true") query.set("previous", "true");
  if (argument(args, "timestamps", "true") === "true") query.set("timestamps", "true");
  const pod = await client.get(pathOf({ apiVersion: "v1", kind: "Pod", namespace, name }));
  if (pod.kind === "error")
    return {
      kind: "failed" as const,
      result: failed(pod.status === 404 ? `Pod '${name}' not found in namespace '${namespace}'` : pod.message),
    };
  const container = argument(args, "container", textOf(listOf(pod.value, "spec", "containers")[0], "name"));
  query.set("container", container);
  const log = await client.text(`/api/v1/namespaces/${namespace}/pods/${name}/log?${query}`);
  if (log.kind === "error") return { kind: "failed" as const, result: failed(`failed to get logs: ${log.message}`) };
  return { kind: "ok" as const, name, namespace, container, log: log.value };
};

const linesOf = (log: string): readonly string[] => log.split("\n").filter((line) => line !== "");

export const logTools: readonly SampleTool[] = [
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
];
