import { type Identity, isAllowed } from "../access.ts";
import type { Cluster } from "../cluster.ts";
import { selectorText } from "../columns/column.ts";
import { deletePod } from "../controllers/replica-sets.ts";
import { type Kind, unsupportedSubresources } from "../kinds.ts";
import { readPodLog } from "../logs.ts";
import { type Fields, isFields, type KubernetesObject, numberAt, recordAt, textAt, valueAt } from "../objects.ts";
import { mergePatch } from "../patch.ts";
import {
  conflict,
  invalid,
  methodNotAllowed,
  notFound,
  notImplemented,
  type Reply,
  unknownResource,
} from "../status.ts";

interface SubresourceRequest {
  readonly kind: Kind;
  readonly namespace: string | undefined;
  readonly name: string;
  readonly subresource: string;
  readonly method: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

/** Answers `…/NAME/SUBRESOURCE`: logs, scale and eviction; for others the sandbox says what it does not do. */
export function answerSubresource(cluster: Cluster, request: SubresourceRequest): Reply {
  const { kind, namespace, name, subresource, method, query, body } = request;
  const object = cluster.store.get(kind.resource, name, namespace);
  const unsupported = unsupportedSubresources[subresource];
  const isStatusRead = subresource === "status" && method === "GET";
  if (unsupported !== undefined && !isStatusRead) return notImplemented(unsupported);
  if (object === undefined) return notFound(kind, name);
  if (isStatusRead) return { code: 200, body: object };
  if (subresource === "log" && kind.resource === "pods") return readPodLog(cluster, object, query);
  if (subresource === "eviction" && kind.resource === "pods" && method === "POST") {
    if (query.get("dryRun") !== "All") deletePod(cluster, object);
    return { code: 201, body: { kind: "Status", apiVersion: "v1", metadata: {}, status: "Success", code: 201 } };
  }
  if (subresource !== "scale" || !kind.scales) return unknownResource();
  if (method === "GET") return { code: 200, body: scaleOf(object) };
  return method === "PUT" || method === "PATCH" ? rescale(cluster, { kind, object, body, query }) : methodNotAllowed();
}

function scaleOf(object: KubernetesObject): Fields {
  const { name, namespace, uid, resourceVersion, creationTimestamp } = object.metadata;
  return {
    kind: "Scale",
    apiVersion: "autoscaling/v1",
    metadata: { name, namespace, uid, resourceVersion, creationTimestamp },
    spec: { replicas: numberAt(object, "spec.replicas") },
    status: {
      replicas: numberAt(object, "status.replicas"),
      selector: selectorText(recordAt(object, "spec.selector")),
    },
  };
}

interface Rescaling {
  readonly kind: Kind;
  readonly object: KubernetesObject;
  readonly body: unknown;
  readonly query: URLSearchParams;
}

function rescale(cluster: Cluster, { kind, object, body, query }: Rescaling): Reply {
  const name = object.metadata.name;
  const asked = textAt(body, "metadata.resourceVersion");
  if (asked !== "" && asked !== object.metadata.resourceVersion) return conflict(kind, name);
  const replicas = numberAt(mergePatch(scaleOf(object), isFields(body) ? body : {}), "spec.replicas", Number.NaN);
  if (!Number.isInteger(replicas) || replicas < 0) {
    const problem = `spec.replicas: Invalid value: ${replicas}: must be greater than or equal to 0`;
    return invalid({ ...kind, group: "autoscaling", kind: "Scale" }, name, problem);
  }
  const changed = { ...object, spec: { ...recordAt(object, "spec"), replicas } };
  return { code: 200, body: scaleOf(query.get("dryRun") === "All" ? changed : cluster.store.put(kind, changed)) };
}

/** Answers a SelfSubjectAccessReview from the table of the identity. */
export function reviewAccess(identity: Identity, body: unknown): Reply {
  const asked = recordAt(body, "spec.resourceAttributes");
  const [resource, subresource] = [textAt(asked, "resource"), textAt(asked, "subresource")];
  const allowed = isAllowed(identity, {
    verb: textAt(asked, "verb"),
    group: textAt(asked, "group"),
    resource: subresource === "" ? resource : `${resource}/${subresource}`,
    namespace: textAt(asked, "namespace") || undefined,
  });
  const kind = "SelfSubjectAccessReview";
  const spec = valueAt(body, "spec") ?? {};
  return { code: 201, body: { kind, apiVersion: "authorization.k8s.io/v1", metadata: {}, spec, status: { allowed } } };
}
