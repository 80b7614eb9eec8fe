import { alignedTable } from "../aligned-table.ts";
import { argument } from "../arguments.ts";
import { textOf } from "../kubernetes-client.ts";
import { type Read, rpcError, type SampleTool, text } from "../types.ts";
import { apiVersion, kind, name, namespace, ofCluster } from "./of-cluster.ts";

const eventsOf: Read = async (client, args) => {
  const namespace = argument(args, "namespace", "default");
  const listed = await client.list(`/api/v1/namespaces/${namespace}/events`);
  if (listed.kind === "error") return rpcError(`failed to get events: ${listed.message}`);
  const own = listed.value.filter(
    (event) =>
      textOf(event, "involvedObject", "kind") === argument(args, "kind") &&
      textOf(event, "involvedObject", "name") === argument(args, "name"),
  );
  if (own.length === 0)
    return text(`No events found for ${argument(args, "kind")} ${argument(args, "name")} in namespace ${namespace}`);
  const rows = own.map((event) => [
    textOf(event, "lastTimestamp"),
    textOf(event, "type"),
    textOf(event, "reason"),
    textOf(event, "message"),
  ]);
  return text(alignedTable(["LAST SEEN", "TYPE", "REASON", "MESSAGE"], rows));
};

export const eventTools: readonly SampleTool[] = [
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
