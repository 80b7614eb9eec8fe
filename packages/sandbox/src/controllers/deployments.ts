import { isDeepStrictEqual } from "node:util";
import type { Cluster } from "../cluster.ts";
import type { Hints } from "../hints.ts";
import { kindNamed } from "../kinds.ts";
import { nameSuffix } from "../names.ts";
import { type Fields, isOwnedBy, type KubernetesObject, numberAt, recordAt, textAt, valueAt } from "../objects.ts";
import { deploymentStatus } from "./deployment-status.ts";
import { recordEvent } from "./events.ts";
import { isReady } from "./pods.ts";
import { activePodsOf, syncReplicaSet } from "./replica-sets.ts";
import { putStatusIfChanged } from "./status.ts";

const revisionKey = "deployment.kubernetes.io/revision";
const hashLabel = "pod-template-hash";

/** One step of a rollout: as far as surge and availability allow; pods that become ready lead to the next. */
export function syncDeployment(cluster: Cluster, deployment: KubernetesObject): void {
  const owned = cluster.store
    .list("replicasets", deployment.metadata.namespace)
    .filter((replicaSet) => isOwnedBy(replicaSet, deployment));
  const paused = valueAt(deployment, "spec.paused") === true;
  const matching = owned.find((replicaSet) => hasTemplateOf(replicaSet, deployment));
  const current = matching ?? (paused ? undefined : createReplicaSet(cluster, deployment, owned));
  const old = owned.filter((replicaSet) => replicaSet !== current);
  if (current !== undefined) {
    const target = currentTarget(cluster, deployment, { current, old });
    scale(cluster, deployment, { replicaSet: current, replicas: target });
    for (const [replicaSet, replicas] of oldTargets(cluster, deployment, { current, old })) {
      scale(cluster, deployment, { replicaSet, replicas });
    }
  }
  for (const replicaSet of [current, ...old]) {
    const latest =
      replicaSet && cluster.store.get("replicasets", replicaSet.metadata.name, replicaSet.metadata.namespace);
    if (latest !== undefined) syncReplicaSet(cluster, latest);
  }
  tellStatus(cluster, deployment, { current, old });
}

interface Sets {
  readonly current: KubernetesObject | undefined;
  readonly old: readonly KubernetesObject[];
}

function tellStatus(cluster: Cluster, deployment: KubernetesObject, { current, old }: Sets): void {
  const revision = current?.metadata.annotations?.[revisionKey];
  const stored = cluster.store.get("deployments", deployment.metadata.name, deployment.metadata.namespace);
  if (stored === undefined) return;
  const annotated =
    revision === undefined || stored.metadata.annotations?.[revisionKey] === revision
      ? stored
      : cluster.store.put(kindNamed("Deployment"), {
          ...stored,
          metadata: { ...stored.metadata, annotations: { ...stored.metadata.annotations, [revisionKey]: revision } },
        });
  const updated = current === undefined ? [] : activePodsOf(cluster, current);
  const pods = [...updated, ...old.flatMap((replicaSet) => activePodsOf(cluster, replicaSet))];
  const status = deploymentStatus(annotated, {
    updated,
    pods,
    current: current?.metadata.name ?? "",
    now: cluster.now(),
  });
  putStatusIfChanged(cluster, annotated, status);
}

function createReplicaSet(
  cluster: Cluster,
  deployment: KubernetesObject,
  owned: readonly KubernetesObject[],
): KubernetesObject {
  const { name, namespace, labels, uid, creationTimestamp } = deployment.metadata;
  const template = recordAt(deployment, "spec.template");
  const [firstPod] = (cluster.hints.of(deployment)["pod-names"] ?? "").split(" ");
  const hash = nameSuffix(JSON.stringify(template), 10);
  const isNamed = cluster.isLoading() && firstPod !== undefined && firstPod !== "";
  const setName = isNamed ? firstPod.replace(/-[^-]+$/, "") : `${name}-${hash}`;
  const withHash = (fields: Fields) => ({ ...fields, [hashLabel]: hash });
  const selector = recordAt(deployment, "spec.selector");
  const revision = Math.max(0, ...owned.map((set) => Number(set.metadata.annotations?.[revisionKey] ?? 0))) + 1;
  const replicaSet = cluster.store.put(kindNamed("ReplicaSet"), {
    apiVersion: "apps/v1",
    kind: "ReplicaSet",
    metadata: {
      name: setName,
      ...(namespace === undefined ? {} : { namespace }),
      labels: { ...labels, ...textLabels(template), [hashLabel]: hash },
      annotations: {
        "deployment.kubernetes.io/desired-replicas": textAt(deployment, "spec.replicas"),
        [revisionKey]: String(revision),
      },
      ownerReferences: [
        { apiVersion: "apps/v1", kind: "Deployment", name, uid, controller: true, blockOwnerDeletion: true },
      ],
      ...(cluster.isLoading() && creationTimestamp !== undefined ? { creationTimestamp } : {}),
    },
    spec: {
      replicas: 0,
      selector: { ...selector, matchLabels: withHash(recordAt(selector, "matchLabels")) },
      template: {
        ...template,
        metadata: { ...recordAt(template, "metadata"), labels: withHash(recordAt(template, "metadata.labels")) },
      },
    },
  });
  cluster.hints.set(replicaSet, hintsOfTemplate(cluster, deployment, owned));
  return replicaSet;
}

/** A template whose pod spec changed is taken as repaired; a mere restart, or the first one, keeps its trouble. */
function hintsOfTemplate(cluster: Cluster, deployment: KubernetesObject, owned: readonly KubernetesObject[]): Hints {
  const spec = valueAt(deployment, "spec.template.spec");
  const hints = cluster.hints.of(deployment);
  const twin = owned.find((replicaSet) => isDeepStrictEqual(valueAt(replicaSet, "spec.template.spec"), spec));
  if (owned.length === 0) return hints;
  if (twin !== undefined) return cluster.hints.of(twin);
  const { state: _state, message: _message, restarts: _restarts, ...healthy } = hints;
  return healthy;
}

function hasTemplateOf(replicaSet: KubernetesObject, deployment: KubernetesObject): boolean {
  const template = recordAt(replicaSet, "spec.template");
  const { [hashLabel]: _, ...labels } = recordAt(template, "metadata.labels");
  const metadata = { ...recordAt(template, "metadata"), labels };
  const wanted = recordAt(deployment, "spec.template");
  const wantedMetadata = { ...recordAt(wanted, "metadata"), labels: recordAt(wanted, "metadata.labels") };
  return isDeepStrictEqual({ ...template, metadata }, { ...wanted, metadata: wantedMetadata });
}

/** How many pods the new ReplicaSet may have now: never more in all than replicas and surge. */
function currentTarget(_cluster: Cluster, deployment: KubernetesObject, { current, old }: Sets): number {
  const desired = numberAt(deployment, "spec.replicas", 1);
  const present = numberAt(current, "spec.replicas");
  const oldReplicas = old.reduce((sum, replicaSet) => sum + numberAt(replicaSet, "spec.replicas"), 0);
  if (present >= desired) return desired;
  if (isRecreate(deployment)) return oldReplicas > 0 ? present : desired;
  return Math.min(desired, Math.max(present, desired + surge(deployment, desired) - oldReplicas));
}

/** How many pods each old ReplicaSet keeps: those that are not ready go first, the rest as availability allows. */
function oldTargets(
  cluster: Cluster,
  deployment: KubernetesObject,
  { current, old }: Sets,
): [KubernetesObject, number][] {
  const desired = numberAt(deployment, "spec.replicas", 1);
  const readyOf = (replicaSet: KubernetesObject | undefined) =>
    replicaSet === undefined ? 0 : activePodsOf(cluster, replicaSet).filter(isReady).length;
  const available = [current, ...old].reduce((sum, replicaSet) => sum + readyOf(replicaSet), 0);
  let spare = isRecreate(deployment)
    ? Number.POSITIVE_INFINITY
    : available - (desired - unavailable(deployment, desired));
  return old.map((replicaSet) => {
    const ready = readyOf(replicaSet);
    const removed = Math.min(ready, Math.max(0, spare));
    spare -= removed;
    return [replicaSet, ready - removed];
  });
}

function isRecreate(deployment: KubernetesObject): boolean {
  return textAt(deployment, "spec.strategy.type") === "Recreate";
}

function surge(deployment: KubernetesObject, replicas: number): number {
  return Math.ceil(share(textAt(deployment, "spec.strategy.rollingUpdate.maxSurge"), replicas));
}

/** Surge and unavailability cannot both be none. */
function unavailable(deployment: KubernetesObject, replicas: number): number {
  const count = Math.floor(share(textAt(deployment, "spec.strategy.rollingUpdate.maxUnavailable"), replicas));
  return count === 0 && surge(deployment, replicas) === 0 ? 1 : count;
}

/** Reads `2`, or `25%` of the replicas. */
function share(text: string, replicas: number): number {
  return text.endsWith("%") ? (Number.parseFloat(text) / 100) * replicas : Number(text);
}

interface Scaling {
  readonly replicaSet: KubernetesObject;
  readonly replicas: number;
}

function scale(cluster: Cluster, deployment: KubernetesObject, { replicaSet, replicas }: Scaling): void {
  const from = numberAt(replicaSet, "spec.replicas");
  if (from === replicas) return;
  cluster.store.put(kindNamed("ReplicaSet"), { ...replicaSet, spec: { ...recordAt(replicaSet, "spec"), replicas } });
  if (cluster.isLoading()) return;
  const direction = replicas > from ? "up" : "down";
  recordEvent(cluster, deployment, {
    reason: "ScalingReplicaSet",
    message: `Scaled ${direction} replica set ${replicaSet.metadata.name} from ${from} to ${replicas}`,
    component: "deployment-controller",
  });
}

function textLabels(template: Fields): Record<string, string> {
  const labels = Object.entries(recordAt(template, "metadata.labels"));
  return Object.fromEntries(labels.map(([key, value]) => [key, String(value)]));
}
