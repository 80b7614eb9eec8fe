import type { ServerResponse } from "node:http";
import type { Cluster } from "../cluster.ts";
import { groupVersion } from "../kinds.ts";
import type { Selector } from "../selectors.ts";
import type { Change } from "../store.ts";
import { renderObject, type Scope, type View } from "./reads.ts";

interface WatchRequest {
  readonly scope: Scope;
  readonly query: URLSearchParams;
  readonly view: View;
  readonly matches: Extract<Selector, { matches: unknown }>["matches"];
}

/** Streams changes as JSON lines until the client leaves, `timeoutSeconds` pass or the sandbox closes. */
export function streamChanges(cluster: Cluster, response: ServerResponse, request: WatchRequest): void {
  const { scope, query, view, matches } = request;
  const { kind, namespace } = scope;
  const write = (type: string, object: unknown) => response.write(`${JSON.stringify({ type, object })}\n`);
  const show = (change: Pick<Change, "type" | "object">) =>
    write(change.type, renderObject(cluster, change.object, { kind, view }));
  const concerns = ({ object, kind: changed }: Change) =>
    changed === kind && (namespace === undefined || object.metadata.namespace === namespace) && matches(object);

  response.writeHead(200, { "content-type": "application/json" });
  response.flushHeaders();
  const since = Number(query.get("resourceVersion") ?? 0);
  const wantsInitial = query.get("sendInitialEvents") === "true";
  const missed = since === 0 || wantsInitial ? [] : cluster.store.changesSince(since);
  if (missed === undefined) {
    write("ERROR", expired(since, cluster.store.version()));
    response.end();
    return;
  }
  if (since === 0 || wantsInitial) {
    for (const object of cluster.store.list(kind.resource, namespace).filter(matches)) show({ type: "ADDED", object });
  }
  if (wantsInitial) {
    const annotations = { "k8s.io/initial-events-end": "true" };
    const metadata = { resourceVersion: String(cluster.store.version()), annotations };
    write("BOOKMARK", { kind: kind.kind, apiVersion: groupVersion(kind), metadata });
  }
  for (const change of missed.filter(concerns)) show(change);

  const unsubscribe = cluster.store.subscribe((change) => {
    if (concerns(change)) show(change);
  });
  const seconds = Number(query.get("timeoutSeconds") ?? 0);
  const timer = seconds > 0 ? setTimeout(() => response.end(), seconds * 1000) : undefined;
  response.on("close", () => {
    clearTimeout(timer);
    unsubscribe();
  });
}

function expired(asked: number, latest: number): unknown {
  const message = `too old resource version: ${asked} (${latest})`;
  return { kind: "Status", apiVersion: "v1", metadata: {}, status: "Failure", message, reason: "Expired", code: 410 };
}
