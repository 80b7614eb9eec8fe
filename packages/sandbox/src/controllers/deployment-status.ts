import { type Fields, type KubernetesObject, listAt, numberAt, textAt } from "../objects.ts";
import { timestamp } from "../time.ts";
import { isReady } from "./pods.ts";

interface RolloutState {
  /** Pods of the new template. */
  readonly updated: readonly KubernetesObject[];
  /** All active pods. */
  readonly pods: readonly KubernetesObject[];
  /** The name of the new ReplicaSet. */
  readonly current: string;
  readonly now: number;
}

/** The status of a Deployment as its controller tells it; counts that are zero are left out, as Kubernetes does. */
export function deploymentStatus(deployment: KubernetesObject, { updated, pods, current, now }: RolloutState): Fields {
  const desired = numberAt(deployment, "spec.replicas", 1);
  const ready = pods.filter(isReady).length;
  const missing = Math.max(0, desired - ready);
  const isDone = updated.length === desired && updated.every(isReady) && pods.length === updated.length;
  const isAvailable = ready >= desired - Math.floor(desired / 4);
  return {
    observedGeneration: deployment.metadata.generation,
    ...positive({ replicas: pods.length, updatedReplicas: updated.length, readyReplicas: ready }),
    ...positive({ availableReplicas: ready, unavailableReplicas: missing }),
    conditions: [
      condition(deployment, now, isAvailable ? available : unavailable),
      condition(deployment, now, progress(deployment, current, isDone)),
    ],
  };
}

interface Condition {
  readonly type: string;
  readonly status: string;
  readonly reason: string;
  readonly message: string;
}

const available: Condition = {
  type: "Available",
  status: "True",
  reason: "MinimumReplicasAvailable",
  message: "Deployment has minimum availability.",
};
const unavailable: Condition = {
  type: "Available",
  status: "False",
  reason: "MinimumReplicasUnavailable",
  message: "Deployment does not have minimum availability.",
};

function progress(deployment: KubernetesObject, current: string, isDone: boolean): Condition {
  const name = deployment.metadata.name;
  if (textAt(deployment, "spec.paused") === "true") {
    return { type: "Progressing", status: "Unknown", reason: "DeploymentPaused", message: "Deployment is paused" };
  }
  return isDone
    ? done(`ReplicaSet "${current}" has successfully progressed.`)
    : {
        type: "Progressing",
        status: "True",
        reason: "ReplicaSetUpdated",
        message: `ReplicaSet "${current}" of ${name} is progressing.`,
      };
}

function done(message: string): Condition {
  return { type: "Progressing", status: "True", reason: "NewReplicaSetAvailable", message };
}

/** Keeps the times of a condition that has not changed. */
function condition(deployment: KubernetesObject, now: number, { type, status, reason, message }: Condition): Fields {
  const previous = listAt(deployment, "status.conditions").find((candidate) => candidate.type === type);
  const birth = textAt(deployment, "metadata.creationTimestamp");
  const moment = previous === undefined ? birth : timestamp(now);
  const isSame = previous?.status === status;
  const isEqual = isSame && previous.reason === reason && previous.message === message;
  return {
    type,
    status,
    lastUpdateTime: isEqual ? previous.lastUpdateTime : moment,
    lastTransitionTime: isSame ? previous.lastTransitionTime : moment,
    reason,
    message,
  };
}

function positive(counts: Readonly<Record<string, number>>): Fields {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}
