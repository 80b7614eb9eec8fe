import { string } from "../arguments.ts";
import { failed, type Read, type SampleTool } from "../types.ts";

const cluster = string("Cluster to ask, as LIST_CLUSTERS names it");
export const namespace = string("Namespace to look in");
export const kind = string("Kind, for example Pod");
export const apiVersion = string("Group and version of the kind, for example v1 or apps/v1");
export const name = string("Name of the object");
export const labelSelector = string("Only objects with these labels");
export const fieldSelector = string("Only objects with these field values");

/** A tool of one cluster: the cluster is looked up before the read. */
export const ofCluster = (tool: Omit<SampleTool, "run">, read: Read): SampleTool => ({
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
