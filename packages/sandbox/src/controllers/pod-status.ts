import { stableUid } from "../names.ts";
import { type Fields, type KubernetesObject, listAt, textAt } from "../objects.ts";
import type { PodState } from "../pod-states.ts";
import { timestamp } from "../time.ts";

export interface PodLife {
  readonly state: PodState;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly now: number;
  readonly restarts: number;
  readonly podIp: string;
  readonly hostIp: string;
  /** Fills in the placeholders of the state's texts. */
  readonly fill: (text: string) => string;
}

/** The status of a pod that has reached its state; the first container has it, the others run. */
export function podStatus(pod: KubernetesObject, life: PodLife): Fields {
  const { state, startedAt } = life;
  const containers = listAt(pod, "spec.containers");
  const unready = state.ready ? [] : containers.slice(0, 1).map((container) => textAt(container, "name"));
  const base = { phase: state.phase, conditions: conditions(life, unready), qosClass: qosClass(containers) };
  if (state.scheduled === false) return base;
  return {
    ...base,
    hostIP: life.hostIp,
    hostIPs: [{ ip: life.hostIp }],
    podIP: life.podIp,
    podIPs: [{ ip: life.podIp }],
    startTime: timestamp(startedAt),
    containerStatuses: containers.map((container, index) =>
      containerStatus(pod, container, index === 0 ? life : othersOf(life)),
    ),
    ...initStatuses(pod, life),
  };
}

/** The status of a pod that was placed on a node a moment ago. */
export function startingStatus(pod: KubernetesObject, life: PodLife): Fields {
  const waiting = { waiting: { reason: "ContainerCreating" } };
  const containers = listAt(pod, "spec.containers");
  const names = containers.map((container) => textAt(container, "name"));
  return {
    phase: "Pending",
    conditions: conditions(life, names),
    qosClass: qosClass(containers),
    hostIP: life.hostIp,
    hostIPs: [{ ip: life.hostIp }],
    startTime: timestamp(life.startedAt),
    containerStatuses: containers.map((container) => ({
      ...imageOf(container),
      ready: false,
      started: false,
      restartCount: 0,
      state: waiting,
      lastState: {},
    })),
  };
}

function othersOf(life: PodLife): PodLife {
  const finished = life.state.phase === "Succeeded" || life.state.phase === "Failed";
  const pulled: PodState = { phase: "Running", ready: true };
  return { ...life, restarts: 0, state: finished ? life.state : pulled };
}

function containerStatus(pod: KubernetesObject, container: Fields, life: PodLife): Fields {
  const { state, restarts } = life;
  const id = `containerd://${stableUid(`${pod.metadata.uid}/${textAt(container, "name")}`)
    .replaceAll("-", "")
    .padEnd(64, "0")}`;
  const neverStarted = state.phase === "Pending";
  return {
    ...imageOf(container),
    ...(neverStarted
      ? {}
      : { containerID: id, imageID: `sha256:${stableUid(textAt(container, "image")).replaceAll("-", "")}` }),
    ready: state.ready,
    started:
      state.ready || (state.phase === "Running" && state.waiting === undefined && state.terminated === undefined),
    restartCount: restarts,
    state: currentState(life, id),
    lastState: lastState(life, id),
  };
}

function imageOf(container: Fields): Fields {
  return { name: textAt(container, "name"), image: textAt(container, "image") };
}

/** A container that restarts did so some minutes ago; one that runs well did at half of its life. */
function lastRestart({ state, startedAt, now, restarts }: PodLife): number {
  if (restarts === 0) return startedAt;
  return state.ready ? startedAt + (now - startedAt) / 2 : Math.max(startedAt, now - 200_000);
}

function currentState(life: PodLife, containerID: string): Fields {
  const { state, fill } = life;
  if (state.waiting !== undefined) {
    return { waiting: { reason: state.waiting.reason, message: fill(state.waiting.message) } };
  }
  if (state.terminated !== undefined) {
    const finished = state.phase === "Running" ? life.now - 20_000 : Math.min(life.startedAt + 12_000, life.now);
    return {
      terminated: termination(state.terminated, { containerID, startedAt: lastRestart(life), finishedAt: finished }),
    };
  }
  return { running: { startedAt: timestamp(lastRestart(life)) } };
}

function lastState(life: PodLife, containerID: string): Fields {
  if (life.restarts === 0) return {};
  const finishedAt = lastRestart(life);
  const ended = life.state.lastTerminated ?? { reason: "Error", exitCode: 1 };
  return { terminated: termination(ended, { containerID, startedAt: finishedAt - 9000, finishedAt }) };
}

interface Span {
  readonly containerID: string;
  readonly startedAt: number;
  readonly finishedAt: number;
}

function termination(
  ended: { reason: string; exitCode: number },
  { containerID, startedAt, finishedAt }: Span,
): Fields {
  return {
    exitCode: ended.exitCode,
    reason: ended.reason,
    startedAt: timestamp(Math.min(startedAt, finishedAt)),
    finishedAt: timestamp(finishedAt),
    containerID,
  };
}

function initStatuses(pod: KubernetesObject, life: PodLife): Fields {
  const containers = listAt(pod, "spec.initContainers");
  if (containers.length === 0) return {};
  const done: PodState = { phase: "Succeeded", ready: true, terminated: { reason: "Completed", exitCode: 0 } };
  const statuses = containers.map((container) =>
    containerStatus(pod, container, { ...life, state: done, restarts: 0 }),
  );
  return { initContainerStatuses: statuses };
}

function conditions({ state, startedAt, fill }: PodLife, unready: readonly string[]): Fields[] {
  const lastTransitionTime = timestamp(startedAt);
  if (state.scheduled === false) {
    const message = fill(state.events?.[0]?.message ?? "");
    return [
      {
        type: "PodScheduled",
        status: "False",
        reason: "Unschedulable",
        message,
        lastProbeTime: null,
        lastTransitionTime,
      },
    ];
  }
  const why = { reason: "ContainersNotReady", message: `containers with unready status: [${unready.join(" ")}]` };
  const ended = state.phase === "Succeeded" ? { reason: "PodCompleted" } : why;
  const ready = unready.length === 0 ? { status: "True" } : { status: "False", ...ended };
  return [
    { type: "PodReadyToStartContainers", status: "True" },
    { type: "Initialized", status: "True" },
    { type: "Ready", ...ready },
    { type: "ContainersReady", ...ready },
    { type: "PodScheduled", status: "True" },
  ].map((condition) => ({ ...condition, lastProbeTime: null, lastTransitionTime }));
}

function qosClass(containers: readonly Fields[]): string {
  const isGuaranteed = containers.every((container) =>
    ["cpu", "memory"].every((resource) => {
      const limit = textAt(container, `resources.limits.${resource}`);
      const request = textAt(container, `resources.requests.${resource}`);
      return limit !== "" && (request === "" || request === limit);
    }),
  );
  const asks = containers.some((container) => /requests|limits/.test(JSON.stringify(container.resources ?? {})));
  return isGuaranteed ? "Guaranteed" : asks ? "Burstable" : "BestEffort";
}
