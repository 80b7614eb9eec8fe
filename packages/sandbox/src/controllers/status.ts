import { isDeepStrictEqual } from "node:util";
import type { Cluster } from "../cluster.ts";
import { kindOf } from "../kinds.ts";
import type { Fields, KubernetesObject } from "../objects.ts";

/** Writes the status unless it is what stands there: a controller that changes nothing must not wake itself. */
export function putStatusIfChanged(cluster: Cluster, object: KubernetesObject, status: Fields): KubernetesObject {
  const kind = kindOf(object);
  if (kind === undefined || isDeepStrictEqual(object.status, status)) return object;
  const current = cluster.store.get(kind.resource, object.metadata.name, object.metadata.namespace);
  return current === undefined ? object : cluster.store.put(kind, { ...current, status });
}
