import { type Identity, isAllowed } from "../access.ts";
import type { Cluster } from "../cluster.ts";
import { type Kind, kindOfResource, virtualKinds } from "../kinds.ts";
import { badRequest, forbidden, methodNotAllowed, notImplemented, type Reply, unknownResource } from "../status.ts";
import { discover, listResources, unknownKind } from "./discovery.ts";
import { readMetrics } from "./metrics.ts";
import { listObjects, readObject, type Scope, selectorOf, viewOf } from "./reads.ts";
import { parseTarget, type Target } from "./routes.ts";
import { answerSubresource, reviewAccess } from "./subresources.ts";
import { createObject, deleteObject, patchObject, removeWithDependents, replaceObject, type Write } from "./writes.ts";

export interface ApiRequest {
  readonly method: string;
  /** Below the server URL: `/api/v1/pods`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly accept: string;
  readonly contentType: string;
  /** Parsed JSON or YAML. */
  readonly body: unknown;
}

/** Answers a request of an identity to a cluster. Watches are streamed elsewhere. */
export function answer(cluster: Cluster, identity: Identity, request: ApiRequest): Reply {
  const { path, accept, method, query } = request;
  const known = discover(path, accept);
  if (known !== undefined) return known;
  const target = parseTarget(path);
  if (target === undefined) return unknownResource();
  if (target.resource === undefined) return listResources(target.group, target.version);
  const kind = kindOfResource(target.group, target.version, target.resource);
  if (kind === undefined) return unknownKind(target.group);
  const refusal = refuse(identity, target, verbOf(target, method, query));
  if (refusal !== undefined) return refusal;
  if (kind.group === "metrics.k8s.io")
    return method === "GET" ? readMetrics(cluster, target, query) : methodNotAllowed();
  if (virtualKinds.includes(kind)) return method === "POST" ? reviewAccess(identity, request.body) : methodNotAllowed();
  const { namespace, name, subresource } = target;
  if (name !== undefined && subresource !== undefined) {
    return answerSubresource(cluster, { kind, namespace, name, subresource, method, query, body: request.body });
  }
  return method === "GET" ? read(cluster, { kind, target }, request) : write(cluster, { kind, target }, request);
}

/** The refusal that the identity's table gives, if any. */
export function refuse(identity: Identity, target: Target, verb: string): Reply | undefined {
  const { group, namespace, name } = target;
  const subresource = target.subresource === undefined ? "" : `/${target.subresource}`;
  const attempt = { verb, group, resource: `${target.resource ?? ""}${subresource}`, namespace, name };
  return isAllowed(identity, attempt) ? undefined : forbidden({ user: identity.user, ...attempt });
}

export function verbOf({ name }: Target, method: string, query: URLSearchParams): string {
  if (method === "GET") return query.get("watch") === "true" ? "watch" : name === undefined ? "list" : "get";
  if (method === "DELETE") return name === undefined ? "deletecollection" : "delete";
  return { POST: "create", PUT: "update", PATCH: "patch" }[method] ?? method.toLowerCase();
}

interface Aim {
  readonly kind: Kind;
  readonly target: Target;
}

function read(cluster: Cluster, { kind, target }: Aim, { query, accept }: ApiRequest): Reply {
  const scope = { kind, namespace: target.namespace };
  const view = viewOf(accept, query);
  return target.name === undefined
    ? listObjects(cluster, scope, { query, view })
    : readObject(cluster, scope, { name: target.name, view });
}

const doings: Readonly<Record<string, string>> = {
  POST: "creating",
  PUT: "updating",
  PATCH: "patching",
  DELETE: "deleting",
};

function write(cluster: Cluster, { kind, target }: Aim, { method, query, contentType, body }: ApiRequest): Reply {
  const doing = doings[method];
  if (doing === undefined) return methodNotAllowed();
  const isSupported = kind.writes === "full" || (kind.writes === "delete" && method === "DELETE");
  if (!isSupported) return notImplemented(`${doing} ${kind.resource}`);
  const scope: Scope = { kind, namespace: target.namespace };
  const change: Write = { name: target.name, body, contentType, dryRun: query.getAll("dryRun").includes("All") };
  if (method === "POST") return target.name === undefined ? createObject(cluster, scope, change) : methodNotAllowed();
  if (method === "DELETE" && target.name === undefined)
    return deleteCollection(cluster, scope, { query, dryRun: change.dryRun });
  if (target.name === undefined) return methodNotAllowed();
  if (method === "DELETE") return deleteObject(cluster, scope, change);
  return method === "PUT" ? replaceObject(cluster, scope, change) : patchObject(cluster, scope, change);
}

function deleteCollection(
  cluster: Cluster,
  scope: Scope,
  { query, dryRun }: { query: URLSearchParams; dryRun: boolean },
): Reply {
  const { kind, namespace } = scope;
  const selector = selectorOf(kind, query);
  if ("error" in selector) return badRequest(selector.error);
  const gone = listObjects(cluster, scope, { query, view: { as: "objects", includeObject: "Metadata" } });
  for (const object of dryRun ? [] : cluster.store.list(kind.resource, namespace).filter(selector.matches)) {
    removeWithDependents(cluster, { kind, object, orphans: false });
  }
  return gone;
}
