import { at, isRecord, listAt, numberAt, textAt } from "./values.ts";

/** What `kubectl get pods` prints of a pod object. `lastRestart` is a timestamp, "" when no container was restarted. */
export type PodStatus = {
  readonly status: string;
  readonly ready: number;
  readonly total: number;
  readonly restarts: number;
  readonly lastRestart: string;
};

/**
 * STATUS, READY and RESTARTS of a pod, computed as kubectl's own printer does
 * (kubernetes/pkg/printers/internalversion/printers.go, printPod).
 */
export function podStatus(pod: unknown): PodStatus {
  const initial = textAt(pod, "status", "reason") || gateReason(pod) || textAt(pod, "status", "phase") || "Unknown";
  const sidecars = listAt(pod, "spec", "initContainers").filter(isSidecar);
  const init = initStatus(pod);
  const containers = listAt(pod, "status", "containerStatuses");
  const started = init.word === undefined || conditionIsTrue(pod, "Initialized");
  const main = started ? mainStatus(pod, containers) : { word: undefined, ready: 0 };
  const counted = started ? [...init.sidecarStatuses, ...containers] : listAt(pod, "status", "initContainerStatuses");
  return {
    status: deletionWord(pod) ?? main.word ?? init.word ?? initial,
    ready: main.ready + init.sidecarsReady,
    total: Math.max(listAt(pod, "spec", "containers").length + sidecars.length, containers.length),
    restarts: counted.reduce<number>((sum, status) => sum + (numberAt(status, "restartCount") ?? 0), 0),
    lastRestart: lastRestartOf(counted),
  };
}

function gateReason(pod: unknown): string {
  const gated = listAt(pod, "status", "conditions").some(
    (condition) => textAt(condition, "type") === "PodScheduled" && textAt(condition, "reason") === "SchedulingGated",
  );
  return gated ? "SchedulingGated" : "";
}

type InitStatus = {
  readonly word: string | undefined;
  readonly sidecarsReady: number;
  readonly sidecarStatuses: readonly unknown[];
};

/** The first init container that is not done decides; a started sidecar (restartPolicy Always) counts as done. */
function initStatus(pod: unknown): InitStatus {
  const specs = listAt(pod, "spec", "initContainers");
  const sidecarNames = new Set(specs.filter(isSidecar).map((spec) => textAt(spec, "name")));
  const statuses = listAt(pod, "status", "initContainerStatuses");
  const sidecarStatuses = statuses.filter((status) => sidecarNames.has(textAt(status, "name")));
  let sidecarsReady = 0;
  for (const [index, status] of statuses.entries()) {
    if (isRecord(at(status, "state", "terminated")) && numberAt(status, "state", "terminated", "exitCode") === 0) {
      continue;
    }
    if (sidecarNames.has(textAt(status, "name")) && at(status, "started") === true) {
      if (at(status, "ready") === true) sidecarsReady += 1;
      continue;
    }
    return { word: initWord(status, `${index}/${specs.length}`), sidecarsReady, sidecarStatuses };
  }
  return { word: undefined, sidecarsReady, sidecarStatuses };
}

function initWord(status: unknown, progress: string): string {
  if (isRecord(at(status, "state", "terminated"))) return `Init:${terminatedWord(status)}`;
  const waiting = textAt(status, "state", "waiting", "reason");
  return waiting !== "" && waiting !== "PodInitializing" ? `Init:${waiting}` : `Init:${progress}`;
}

function mainStatus(pod: unknown, containers: readonly unknown[]): { word: string | undefined; ready: number } {
  let word: string | undefined;
  let ready = 0;
  let running = false;
  for (const status of containers.toReversed()) {
    const waiting = textAt(status, "state", "waiting", "reason");
    if (waiting !== "") word = waiting;
    else if (isRecord(at(status, "state", "terminated"))) word = terminatedWord(status);
    else if (at(status, "ready") === true && isRecord(at(status, "state", "running"))) {
      running = true;
      ready += 1;
    }
  }
  if (word === "Completed" && running) word = conditionIsTrue(pod, "Ready") ? "Running" : "NotReady";
  return { word, ready };
}

function terminatedWord(status: unknown): string {
  const reason = textAt(status, "state", "terminated", "reason");
  if (reason !== "") return reason;
  const signal = numberAt(status, "state", "terminated", "signal") ?? 0;
  return signal !== 0 ? `Signal:${signal}` : `ExitCode:${textAt(status, "state", "terminated", "exitCode")}`;
}

function deletionWord(pod: unknown): string | undefined {
  if (textAt(pod, "metadata", "deletionTimestamp") === "") return undefined;
  if (textAt(pod, "status", "reason") === "NodeLost") return "Unknown";
  return ["Succeeded", "Failed"].includes(textAt(pod, "status", "phase")) ? undefined : "Terminating";
}

function lastRestartOf(statuses: readonly unknown[]): string {
  return (
    statuses
      .map((status) => textAt(status, "lastState", "terminated", "finishedAt"))
      .toSorted()
      .at(-1) ?? ""
  );
}

function conditionIsTrue(pod: unknown, type: string): boolean {
  return listAt(pod, "status", "conditions").some(
    (condition) => textAt(condition, "type") === type && textAt(condition, "status").toLowerCase() === "true",
  );
}

function isSidecar(container: unknown): boolean {
  return textAt(container, "restartPolicy") === "Always";
}
