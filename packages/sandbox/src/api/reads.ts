import type { Cluster } from "../cluster.ts";
import type { Kind } from "../kinds.ts";
import { groupVersion } from "../kinds.ts";
import type { Fields, KubernetesObject } from "../objects.ts";
import { parseFieldSelector, parseLabelSelector, type Selector } from "../selectors.ts";
import { badRequest, notFound, type Reply } from "../status.ts";
import { renderTable } from "../table.ts";

/** What a client wants to see: `Accept` names whole objects, a table, or metadata alone. */
export interface View {
  readonly as: "objects" | "table" | "metadata";
  readonly includeObject: string;
}

export interface Scope {
  readonly kind: Kind;
  readonly namespace?: string | undefined;
}

export function viewOf(accept: string, query: URLSearchParams): View {
  const includeObject = query.get("includeObject") ?? "Metadata";
  if (/as=Table/.test(accept)) return { as: "table", includeObject };
  return { as: /as=PartialObjectMetadata/.test(accept) ? "metadata" : "objects", includeObject };
}

export function readObject(
  cluster: Cluster,
  { kind, namespace }: Scope,
  { name, view }: { name: string; view: View },
): Reply {
  const object = cluster.store.get(kind.resource, name, namespace);
  return object === undefined
    ? notFound(kind, name)
    : { code: 200, body: renderObject(cluster, object, { kind, view }) };
}

export function renderObject(
  cluster: Cluster,
  object: KubernetesObject,
  { kind, view }: { kind: Kind; view: View },
): Fields {
  if (view.as === "objects") return object;
  if (view.as === "metadata") return metadataOnly(object);
  const metadata = { resourceVersion: object.metadata.resourceVersion };
  return renderTable(kind, [object], { includeObject: view.includeObject, metadata, now: cluster.now() });
}

/** Lists with selectors and in chunks (`limit`, `continue`). A namespace that does not exist has an empty list. */
export function listObjects(
  cluster: Cluster,
  scope: Scope,
  { query, view }: { query: URLSearchParams; view: View },
): Reply {
  const { kind, namespace } = scope;
  const selector = selectorOf(kind, query);
  if ("error" in selector) return badRequest(selector.error);
  const matching = cluster.store.list(kind.resource, namespace).filter(selector.matches);
  const { items, metadata } = chunk(matching, query, cluster.store.version());
  if (view.as === "table") {
    const { includeObject } = view;
    return { code: 200, body: renderTable(kind, items, { includeObject, metadata, now: cluster.now() }) };
  }
  if (view.as === "metadata") {
    const type = { kind: "PartialObjectMetadataList", apiVersion: "meta.k8s.io/v1" };
    return { code: 200, body: { ...type, metadata, items: items.map(metadataOnly) } };
  }
  const type = { kind: `${kind.kind}List`, apiVersion: groupVersion(kind) };
  return { code: 200, body: { ...type, metadata, items: items.map(withoutType) } };
}

/** Both selectors of a request as one. */
export function selectorOf(kind: Kind, query: URLSearchParams): Selector {
  const labels = parseLabelSelector(query.get("labelSelector") ?? "");
  if ("error" in labels) return labels;
  const fields = parseFieldSelector(query.get("fieldSelector") ?? "", kind);
  if ("error" in fields) return fields;
  return { matches: (object) => labels.matches(object) && fields.matches(object) };
}

interface Chunk {
  readonly items: readonly KubernetesObject[];
  readonly metadata: Fields;
}

/** The token is the place after which the next chunk starts, so objects that come or go in between do no harm. */
function chunk(objects: readonly KubernetesObject[], query: URLSearchParams, version: number): Chunk {
  const limit = Number(query.get("limit") ?? 0);
  const token = query.get("continue");
  const after = token === null ? "" : Buffer.from(token, "base64url").toString();
  const rest = token === null ? objects : objects.filter((object) => placeOf(object) > after);
  const resourceVersion = String(version);
  if (!(limit > 0) || rest.length <= limit) return { items: rest, metadata: { resourceVersion } };
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  const next = Buffer.from(last === undefined ? "" : placeOf(last)).toString("base64url");
  // With a selector the API server does not know how many are left.
  const isSelected = ["labelSelector", "fieldSelector"].some((key) => (query.get(key) ?? "") !== "");
  const left = isSelected ? {} : { remainingItemCount: rest.length - limit };
  return { items, metadata: { resourceVersion, continue: next, ...left } };
}

function placeOf({ metadata }: KubernetesObject): string {
  return `${metadata.namespace ?? ""}/${metadata.name}`;
}

function metadataOnly({ metadata }: KubernetesObject): Fields {
  return { kind: "PartialObjectMetadata", apiVersion: "meta.k8s.io/v1", metadata };
}

/** Items of a list do not repeat its kind. */
function withoutType({ apiVersion: _apiVersion, kind: _kind, ...rest }: KubernetesObject): Fields {
  return rest;
}
