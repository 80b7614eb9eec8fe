import type { Cluster } from "../cluster.ts";
import { kindNamed } from "../kinds.ts";
import { nameSuffix } from "../names.ts";
import { isOwnedBy, type KubernetesObject, listAt, numberAt, recordAt, textAt } from "../objects.ts";
import { recordEvent } from "./events.ts";
import { createPod, isActive, isReady } from "./pods.ts";
import { putStatusIfChanged } from "./status.ts";

const component = "replicaset-controller";

export function activePodsOf(cluster: Cluster, owner: KubernetesObject): KubernetesObject[] {
  return cluster.store.list("pods", owner.metadata.namespace).filter((pod) => isOwnedBy(pod, owner) && isActive(pod));
}

/** Creates or deletes pods until there are as many as the ReplicaSet asks for, and tells its status. */
export function syncReplicaSet(cluster: Cluster, replicaSet: KubernetesObject): void {
  const pods = activePodsOf(cluster, replicaSet);
  const desired = numberAt(replicaSet, "spec.replicas", 1);
  for (const name of missingNames(cluster, replicaSet, desired - pods.length)) {
    const template = recordAt(replicaSet, "spec.template");
    createPod(cluster, { name, owner: replicaSet, template, hints: cluster.hints.of(replicaSet) });
    recordChange(cluster, replicaSet, { reason: "SuccessfulCreate", message: `Created pod: ${name}` });
  }
  for (const pod of leastUseful(pods).slice(0, Math.max(0, pods.length - desired))) {
    deletePod(cluster, pod);
    recordChange(cluster, replicaSet, { reason: "SuccessfulDelete", message: `Deleted pod: ${pod.metadata.name}` });
  }
  const left = activePodsOf(cluster, replicaSet);
  const ready = left.filter(isReady).length;
  putStatusIfChanged(cluster, replicaSet, {
    replicas: left.length,
    fullyLabeledReplicas: left.length,
    ...(ready === 0 ? {} : { readyReplicas: ready, availableReplicas: ready }),
    observedGeneration: replicaSet.metadata.generation,
  });
}

export function deletePod(cluster: Cluster, pod: KubernetesObject): void {
  cluster.store.remove(kindNamed("Pod"), pod);
  for (const fields of listAt(pod, "spec.containers")) {
    const container = textAt(fields, "name");
    const message = `Stopping container ${container}`;
    const host = textAt(pod, "spec.nodeName");
    recordEvent(cluster, pod, { reason: "Killing", message, component: "kubelet", host, container });
  }
}

function missingNames(cluster: Cluster, replicaSet: KubernetesObject, count: number): string[] {
  const given = cluster.isLoading() ? (cluster.hints.of(replicaSet)["pod-names"] ?? "").split(" ").filter(Boolean) : [];
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const seed = `${cluster.name}/${replicaSet.metadata.uid}/${index}/${cluster.isLoading() ? "" : cluster.nextNumber()}`;
    return given[index] ?? `${replicaSet.metadata.name}-${nameSuffix(seed, 5)}`;
  });
}

/** Those that are not ready first, then the youngest, as the real controller ranks them. */
function leastUseful(pods: readonly KubernetesObject[]): KubernetesObject[] {
  const birth = (pod: KubernetesObject) => Date.parse(pod.metadata.creationTimestamp ?? "");
  return [...pods].sort((one, other) => Number(isReady(one)) - Number(isReady(other)) || birth(other) - birth(one));
}

function recordChange(cluster: Cluster, about: KubernetesObject, change: { reason: string; message: string }): void {
  if (!cluster.isLoading()) recordEvent(cluster, about, { ...change, component });
}
