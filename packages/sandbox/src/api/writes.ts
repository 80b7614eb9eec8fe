import type { Cluster } from "../cluster.ts";
import { withDefaults } from "../defaults.ts";
import { takeHints } from "../hints.ts";
import { groupVersion, type Kind, kinds } from "../kinds.ts";
import { nameSuffix } from "../names.ts";
import { isFields, type KubernetesObject, objectSchema, recordAt, textAt, valueAt, withoutNulls } from "../objects.ts";
import { jsonPatch, mergePatch, strategicMergePatch } from "../patch.ts";
import {
  alreadyExists,
  badRequest,
  conflict,
  invalid,
  namespaceNotFound,
  notFound,
  type Reply,
  success,
  unsupportedMediaType,
} from "../status.ts";
import type { Scope } from "./reads.ts";
import { findProblem } from "./validation.ts";

export interface Write {
  readonly name?: string | undefined;
  readonly body: unknown;
  readonly contentType: string;
  /** With `dryRun=All` everything is checked and nothing stored. */
  readonly dryRun: boolean;
}

export function createObject(cluster: Cluster, scope: Scope, write: Write): Reply {
  const { kind, namespace } = scope;
  const missing = missingNamespace(cluster, scope);
  if (missing !== undefined) return missing;
  const read = readBody(scope, write.body, cluster);
  if ("reply" in read) return read.reply;
  const name = read.object.metadata.name;
  if (cluster.store.get(kind.resource, name, namespace) !== undefined) return alreadyExists(kind, name);
  const { uid: _uid, resourceVersion: _version, creationTimestamp: _time, ...metadata } = read.object.metadata;
  return store(cluster, { kind, object: { ...read.object, metadata }, dryRun: write.dryRun });
}

export function replaceObject(cluster: Cluster, scope: Scope, write: Write): Reply {
  const { kind, namespace } = scope;
  const name = write.name ?? "";
  const previous = cluster.store.get(kind.resource, name, namespace);
  if (previous === undefined) return missingNamespace(cluster, scope) ?? notFound(kind, name);
  const read = readBody(scope, write.body, cluster);
  if ("reply" in read) return read.reply;
  if (read.object.metadata.name !== name) {
    return badRequest(
      `the name of the object (${read.object.metadata.name}) does not match the name on the URL (${name})`,
    );
  }
  return replace(cluster, { kind, previous, object: read.object, dryRun: write.dryRun });
}

/** All four patch formats; server-side apply (`apply-patch+yaml`) also creates. Field ownership is not tracked. */
export function patchObject(cluster: Cluster, scope: Scope, write: Write): Reply {
  const { kind, namespace } = scope;
  const name = write.name ?? "";
  const previous = cluster.store.get(kind.resource, name, namespace);
  const isApply = write.contentType.startsWith("application/apply-patch");
  if (previous === undefined) {
    if (!isApply) return missingNamespace(cluster, scope) ?? notFound(kind, name);
    return createObject(cluster, scope, write);
  }
  const patch = patches[write.contentType.split(";")[0]?.trim() ?? ""];
  if (patch === undefined) return unsupportedMediaType(write.contentType);
  const patched = patch(previous, write.body);
  if (patched === undefined) return invalid(kind, name, "the patch does not fit the object");
  const read = readBody(scope, patched, cluster);
  if ("reply" in read) return read.reply;
  return replace(cluster, { kind, previous, object: read.object, dryRun: write.dryRun });
}

const patches: Readonly<Record<string, (target: unknown, patch: unknown) => unknown>> = {
  "application/merge-patch+json": mergePatch,
  "application/strategic-merge-patch+json": strategicMergePatch,
  "application/apply-patch+yaml": strategicMergePatch,
  "application/apply-patch+cbor": () => undefined,
  "application/json-patch+json": jsonPatch,
};

/** Deletes the object and what it owns; a Namespace takes all its objects along. */
export function deleteObject(cluster: Cluster, scope: Scope, write: Write): Reply {
  const { kind, namespace } = scope;
  const name = write.name ?? "";
  const object = cluster.store.get(kind.resource, name, namespace);
  if (object === undefined) return notFound(kind, name);
  const orphans = textAt(write.body, "propagationPolicy") === "Orphan";
  if (!write.dryRun) removeWithDependents(cluster, { kind, object, orphans });
  if (kind.resource === "pods") return { code: 200, body: terminating(cluster, object) };
  return success({
    name,
    ...(kind.group === "" ? {} : { group: kind.group }),
    kind: kind.resource,
    uid: object.metadata.uid,
  });
}

export function removeWithDependents(
  cluster: Cluster,
  { kind, object, orphans }: { kind: Kind; object: KubernetesObject; orphans: boolean },
): void {
  cluster.store.remove(kind, object);
  const isOwned = ({ metadata }: KubernetesObject) =>
    metadata.ownerReferences?.some((owner) => owner.uid !== undefined && owner.uid === object.metadata.uid) ?? false;
  const isInside = ({ metadata }: KubernetesObject) => metadata.namespace === object.metadata.name;
  const goesAlong = kind.kind === "Namespace" ? isInside : isOwned;
  if (orphans) return;
  for (const candidate of kinds.filter(({ namespaced }) => namespaced)) {
    const scope = kind.kind === "Namespace" ? object.metadata.name : object.metadata.namespace;
    for (const dependent of cluster.store.list(candidate.resource, scope).filter(goesAlong)) {
      removeWithDependents(cluster, { kind: candidate, object: dependent, orphans });
    }
  }
}

/** The answer to a pod's deletion is the pod, on its way out. */
function terminating(cluster: Cluster, pod: KubernetesObject): KubernetesObject {
  const deletionTimestamp = new Date(cluster.now()).toISOString().replace(/\.\d+/, "");
  const seconds = valueAt(pod, "spec.terminationGracePeriodSeconds") ?? 30;
  return { ...pod, metadata: { ...pod.metadata, deletionTimestamp, deletionGracePeriodSeconds: seconds } };
}

interface Storing {
  readonly kind: Kind;
  readonly object: KubernetesObject;
  readonly dryRun: boolean;
}

function store(cluster: Cluster, { kind, object, dryRun }: Storing): Reply {
  const { object: bare, hints } = takeHints(object);
  const filled = withDefaults(bare);
  const problem = findProblem(kind, filled);
  if (problem !== undefined) return invalid(kind, object.metadata.name, problem);
  if (dryRun) return { code: 201, body: filled };
  const stored = cluster.store.put(kind, filled);
  cluster.hints.set(stored, hints);
  return { code: 201, body: stored };
}

function replace(
  cluster: Cluster,
  { kind, object, dryRun, previous }: Storing & { previous: KubernetesObject },
): Reply {
  const name = object.metadata.name;
  const asked = object.metadata.resourceVersion;
  if (asked !== undefined && asked !== previous.metadata.resourceVersion) return conflict(kind, name);
  const { object: bare, hints } = takeHints(object);
  const filled = withDefaults({ ...bare, ...(previous.status === undefined ? {} : { status: previous.status }) });
  const problem = findProblem(kind, filled, previous);
  if (problem !== undefined) return invalid(kind, name, problem);
  if (dryRun) return { code: 200, body: filled };
  const stored = cluster.store.put(kind, filled);
  cluster.hints.set(stored, { ...cluster.hints.of(previous), ...hints });
  return { code: 200, body: stored };
}

function missingNamespace(cluster: Cluster, { kind, namespace }: Scope): Reply | undefined {
  if (!kind.namespaced || namespace === undefined) return undefined;
  return cluster.store.get("namespaces", namespace) === undefined ? namespaceNotFound(namespace) : undefined;
}

/** Reads an object from a request: its type and namespace may be left out, but not differ from the URL. */
function readBody(
  { kind, namespace }: Scope,
  body: unknown,
  cluster: Cluster,
): { object: KubernetesObject } | { reply: Reply } {
  if (!isFields(body)) return { reply: badRequest("the request has no object in its body") };
  const given = recordAt(body, "metadata");
  if (namespace !== undefined && given.namespace !== undefined && given.namespace !== namespace) {
    const message = `the namespace of the provided object does not match the namespace sent on the request`;
    return { reply: badRequest(message) };
  }
  const generated = `${textAt(given, "generateName")}${nameSuffix(String(cluster.nextNumber()), 5)}`;
  const metadata = {
    ...(given.generateName === undefined ? {} : { name: generated }),
    ...given,
    ...(kind.namespaced && namespace !== undefined ? { namespace } : {}),
  };
  const { managedFields: _, ...kept } = recordAt({ metadata }, "metadata");
  const object = { ...body, apiVersion: groupVersion(kind), kind: kind.kind, metadata: kept };
  const parsed = objectSchema.safeParse(withoutNulls(object));
  if (parsed.success) return { object: parsed.data };
  const [issue] = parsed.error.issues;
  const path = issue?.path.join(".") ?? "metadata";
  if (path === "metadata.name") {
    return { reply: invalid(kind, "", "metadata.name: Required value: name or generateName is required") };
  }
  return {
    reply: badRequest(
      `${kind.kind} in version "${kind.version}" cannot be handled as a ${kind.kind}: ${path}: ${issue?.message}`,
    ),
  };
}
