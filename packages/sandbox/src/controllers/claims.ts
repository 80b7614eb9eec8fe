import type { Cluster } from "../cluster.ts";
import { kindNamed } from "../kinds.ts";
import { type KubernetesObject, recordAt, textAt, textsAt, valueAt } from "../objects.ts";
import { recordEvent } from "./events.ts";

/** Gives a claim without status a volume, or with `sandbox/state: Pending` none and the event that says why. */
export function startClaim(cluster: Cluster, claim: KubernetesObject): void {
  if (valueAt(claim, "status.phase") !== undefined) return;
  const kind = kindNamed("PersistentVolumeClaim");
  const hints = cluster.hints.of(claim);
  if (hints.state === "Pending") {
    const stored = cluster.store.put(kind, { ...claim, status: { phase: "Pending" } });
    const className = textAt(claim, "spec.storageClassName");
    recordEvent(cluster, stored, {
      type: "Warning",
      reason: "ProvisioningFailed",
      message: hints.message ?? `storageclass.storage.k8s.io "${className}" not found`,
      component: "persistentvolume-controller",
      count: 240,
      first: Date.parse(textAt(claim, "metadata.creationTimestamp")),
      last: cluster.now() - 12_000,
    });
    return;
  }
  const volume = createVolume(cluster, claim);
  cluster.store.put(kind, {
    ...claim,
    spec: { volumeMode: "Filesystem", ...recordAt(claim, "spec"), volumeName: volume.metadata.name },
    status: {
      phase: "Bound",
      accessModes: textsAt(claim, "spec.accessModes"),
      capacity: { storage: textAt(claim, "spec.resources.requests.storage") },
    },
  });
}

function createVolume(cluster: Cluster, claim: KubernetesObject): KubernetesObject {
  const { name, namespace, uid, creationTimestamp } = claim.metadata;
  return cluster.store.put(kindNamed("PersistentVolume"), {
    apiVersion: "v1",
    kind: "PersistentVolume",
    metadata: { name: `pvc-${uid}`, ...(creationTimestamp === undefined ? {} : { creationTimestamp }) },
    spec: {
      capacity: { storage: textAt(claim, "spec.resources.requests.storage") },
      accessModes: textsAt(claim, "spec.accessModes"),
      claimRef: { apiVersion: "v1", kind: "PersistentVolumeClaim", name, namespace, uid },
      persistentVolumeReclaimPolicy: "Delete",
      storageClassName: textAt(claim, "spec.storageClassName"),
      volumeMode: "Filesystem",
    },
    status: { phase: "Bound" },
  });
}
