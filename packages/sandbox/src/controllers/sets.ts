import type { Cluster } from "../cluster.ts";
import { nameSuffix } from "../names.ts";
import { type Fields, type KubernetesObject, numberAt, recordAt, textAt, valueAt } from "../objects.ts";
import { timestamp } from "../time.ts";
import { createPod, isReady } from "./pods.ts";
import { deletePod } from "./replica-sets.ts";
import { hashOf, keepRevision, revisionLabel } from "./revisions.ts";
import { putStatusIfChanged } from "./status.ts";

/** StatefulSets have pods NAME-0 to NAME-n; a changed template replaces them all at once (really: one by one). */
export function syncStatefulSet(cluster: Cluster, owner: KubernetesObject): void {
  if (!cluster.isLoading()) keepRevision(cluster, owner);
  const names = Array.from(
    { length: numberAt(owner, "spec.replicas", 1) },
    (_, index) => `${owner.metadata.name}-${index}`,
  );
  const pods = syncNamedPods(
    cluster,
    owner,
    names.map((name) => ({ name })),
  );
  const ready = pods.filter(isReady).length;
  const revision = `${owner.metadata.name}-${hashOf(owner)}`;
  putStatusIfChanged(cluster, owner, {
    observedGeneration: owner.metadata.generation,
    replicas: pods.length,
    readyReplicas: ready,
    availableReplicas: ready,
    currentReplicas: pods.length,
    updatedReplicas: pods.length,
    currentRevision: revision,
    updateRevision: revision,
    collisionCount: 0,
  });
}

/** DaemonSets have one pod on each node. */
export function syncDaemonSet(cluster: Cluster, owner: KubernetesObject): void {
  if (!cluster.isLoading()) keepRevision(cluster, owner);
  const wanted = cluster.store.list("nodes").map((node) => ({
    name: `${owner.metadata.name}-${nameSuffix(`${owner.metadata.uid}/${node.metadata.name}/${hashOf(owner)}`, 5)}`,
    node: node.metadata.name,
  }));
  const pods = syncNamedPods(cluster, owner, wanted);
  const ready = pods.filter(isReady).length;
  putStatusIfChanged(cluster, owner, {
    observedGeneration: owner.metadata.generation,
    currentNumberScheduled: pods.length,
    desiredNumberScheduled: wanted.length,
    numberMisscheduled: 0,
    numberReady: ready,
    ...(ready === 0 ? {} : { numberAvailable: ready }),
    updatedNumberScheduled: pods.length,
  });
}

/** Jobs run one pod, or as many failing ones as their backoffLimit allows. */
export function syncJob(cluster: Cluster, owner: KubernetesObject): void {
  if (valueAt(owner, "status.conditions") !== undefined) return;
  const hints = cluster.hints.of(owner);
  if (hints.state === undefined) cluster.hints.set(owner, { ...hints, state: "Completed" });
  const fails = hints.state === "Error";
  const count = fails ? numberAt(owner, "spec.backoffLimit", 6) + 1 : 1;
  const wanted = Array.from({ length: count }, (_, index) => ({
    name: `${owner.metadata.name}-${nameSuffix(`${owner.metadata.uid}/${index}`, 5)}`,
  }));
  const pods = syncNamedPods(cluster, owner, wanted);
  const phases = pods.map((pod) => textAt(pod, "status.phase"));
  const succeeded = phases.filter((phase) => phase === "Succeeded").length;
  const failed = phases.filter((phase) => phase === "Failed").length;
  putStatusIfChanged(cluster, owner, jobStatus(owner, { succeeded, failed, count: pods.length, now: cluster.now() }));
}

interface JobCounts {
  readonly succeeded: number;
  readonly failed: number;
  readonly count: number;
  readonly now: number;
}

function jobStatus(owner: KubernetesObject, { succeeded, failed, count, now }: JobCounts): Fields {
  const startTime = textAt(owner, "metadata.creationTimestamp");
  const end = Math.min(now, Date.parse(startTime) + 14_000);
  const at = { lastProbeTime: timestamp(end), lastTransitionTime: timestamp(end) };
  const active = count - succeeded - failed;
  if (active > 0) return { startTime, active, ready: active, uncountedTerminatedPods: {} };
  if (failed > 0) {
    const words = { reason: "BackoffLimitExceeded", message: "Job has reached the specified backoff limit" };
    const conditions = ["FailureTarget", "Failed"].map((type) => ({ type, status: "True", ...at, ...words }));
    return { startTime, failed, ready: 0, uncountedTerminatedPods: {}, conditions };
  }
  const words = { reason: "CompletionsReached", message: "Reached expected number of succeeded pods" };
  const conditions = ["SuccessCriteriaMet", "Complete"].map((type) => ({ type, status: "True", ...at, ...words }));
  return { startTime, completionTime: timestamp(end), succeeded, ready: 0, uncountedTerminatedPods: {}, conditions };
}

interface WantedPod {
  readonly name: string;
  readonly node?: string;
}

/** Deletes owned pods that are not wanted or of an old template, creates those that miss; answers what is there then. */
function syncNamedPods(
  cluster: Cluster,
  owner: KubernetesObject,
  wanted: readonly WantedPod[],
): readonly KubernetesObject[] {
  const revision = hashOf(owner);
  const owned = () => cluster.store.ownedBy("pods", owner);
  for (const pod of owned()) {
    const isWanted = wanted.some(({ name }) => name === pod.metadata.name);
    const label = pod.metadata.labels?.[revisionLabel];
    if (!isWanted || (label !== undefined && label !== revision)) deletePod(cluster, pod);
  }
  const present = new Set(owned().map((pod) => pod.metadata.name));
  for (const pod of wanted.filter(({ name }) => !present.has(name))) {
    createPod(cluster, {
      ...pod,
      owner,
      template: recordAt(owner, "spec.template"),
      ...(owner.kind === "Job" ? {} : { labels: { [revisionLabel]: revision } }),
      hints: cluster.hints.of(owner),
    });
  }
  return owned();
}
