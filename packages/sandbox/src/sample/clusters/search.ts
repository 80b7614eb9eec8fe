import { alignedTable } from "../aligned-table.ts";
import { argument, string } from "../arguments.ts";
import { type KubernetesObject, memberOf, nameOf, pathOf, textOf } from "../kubernetes-client.ts";
import { type Read, rpcError, type SampleTool, text } from "../types.ts";
import { ofCluster } from "./of-cluster.ts";

const searchObjects: Read = async (client, args) => {
  const query = argument(args, "query").toLowerCase();
  const kinds = argument(args, "kinds", "Pod,Deployment,Service,ConfigMap")
    .split(",")
    .map((kind) => kind.trim());
  const lists = await Promise.all(
    kinds.map(async (kind) => ({
      kind,
      listed: await client.list(pathOf({ apiVersion: kind === "Deployment" ? "apps/v1" : "v1", kind })),
    })),
  );
  const broken = lists.find(({ listed }) => listed.kind === "error");
  if (broken?.listed.kind === "error") return rpcError(`failed to search: ${broken.listed.message}`);
  const only = argument(args, "namespaces")
    .split(",")
    .filter((each) => each !== "");
  const rows = lists.flatMap(({ kind, listed }) =>
    listed.kind === "ok"
      ? listed.value
          .filter((object) => matches(object, query))
          .map((object) => [kind, textOf(object, "metadata", "namespace"), nameOf(object)])
      : [],
  );
  return text(
    alignedTable(
      ["KIND", "NAMESPACE", "NAME"],
      rows.filter(([, namespace]) => only.length === 0 || only.includes(namespace ?? "")),
    ),
  );
};

const matches = (object: KubernetesObject, query: string): boolean =>
  nameOf(object).toLowerCase().includes(query) ||
  JSON.stringify(memberOf(object, "metadata", "labels") ?? {})
    .toLowerCase()
    .includes(query);

export const searchTools: readonly SampleTool[] = [
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
];
