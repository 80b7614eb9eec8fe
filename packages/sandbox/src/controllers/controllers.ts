import type { Cluster } from "../cluster.ts";
import { kindOf } from "../kinds.ts";
import { controllerOf, type KubernetesObject, valueAt } from "../objects.ts";
import type { Change } from "../store.ts";
import { startClaim } from "./claims.ts";
import { syncDeployment } from "./deployments.ts";
import { startNode } from "./nodes.ts";
import { startPod } from "./pods.ts";
import { syncReplicaSet } from "./replica-sets.ts";
import { syncService } from "./services.ts";
import { syncDaemonSet, syncJob, syncStatefulSet } from "./sets.ts";

type Sync = (cluster: Cluster, object: KubernetesObject) => void;

/** Which kinds lead to something, and to what. The others only stand in the store. */
const syncs: Readonly<Record<string, Sync>> = {
  nodes: startNode,
  persistentvolumeclaims: startClaim,
  deployments: syncDeployment,
  replicasets: (cluster, replicaSet) => {
    if (controllerOf(replicaSet) === undefined) syncReplicaSet(cluster, replicaSet);
  },
  statefulsets: syncStatefulSet,
  daemonsets: syncDaemonSet,
  jobs: syncJob,
  pods: (cluster, pod) => {
    if (valueAt(pod, "status.phase") === undefined) startPod(cluster, pod);
  },
  services: syncService,
};

/** Follows every change of the store with its consequences. */
export function createControllers(cluster: Cluster): { run: () => void; close: () => void } {
  const waiting = new Map<string, { resource: string; name: string; namespace: string | undefined }>();
  let isRunning = false;

  function add(resource: string, name: string, namespace: string | undefined): void {
    if (resource in syncs) waiting.set(`${resource}/${namespace ?? ""}/${name}`, { resource, name, namespace });
  }

  const unsubscribe = cluster.store.subscribe((change) => {
    const { name, namespace } = change.object.metadata;
    if (change.type !== "DELETED") add(change.kind.resource, name, namespace);
    for (const affected of affectedBy(cluster, change)) {
      const kind = kindOf(affected);
      if (kind !== undefined) add(kind.resource, affected.metadata.name, affected.metadata.namespace);
    }
  });

  return {
    run() {
      if (isRunning) return;
      isRunning = true;
      for (const [key, { resource, name, namespace }] of waiting) {
        waiting.delete(key);
        const object = cluster.store.get(resource, name, namespace);
        if (object !== undefined) syncs[resource]?.(cluster, object);
      }
      isRunning = false;
    },
    close: unsubscribe,
  };
}

/** A pod concerns its owner and the Services of its namespace; a ReplicaSet its Deployment. */
function affectedBy(cluster: Cluster, { kind, object }: Change): KubernetesObject[] {
  if (kind.resource !== "pods" && kind.resource !== "replicasets") return [];
  const owner = ownerOf(cluster, object);
  const owners = owner === undefined ? [] : [owner, ownerOf(cluster, owner) ?? owner];
  return kind.resource === "pods" ? [...owners, ...cluster.store.list("services", object.metadata.namespace)] : owners;
}

function ownerOf(cluster: Cluster, object: KubernetesObject): KubernetesObject | undefined {
  const reference = controllerOf(object);
  const kind = reference === undefined ? undefined : kindOf(reference);
  return kind === undefined || reference === undefined
    ? undefined
    : cluster.store.get(kind.resource, reference.name, object.metadata.namespace);
}
