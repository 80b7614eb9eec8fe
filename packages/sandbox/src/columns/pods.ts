import { type Fields, type KubernetesObject, listAt, numberAt, textAt, valueAt } from "../objects.ts";
import { age } from "../time.ts";
import { ageColumn, type Column, nameColumn, textColumn, wide } from "./column.ts";

export const podColumns: readonly Column[] = [
  nameColumn,
  {
    name: "Ready",
    cell: (pod) =>
      `${statuses(pod).filter((status) => status.ready === true).length}/${listAt(pod, "spec.containers").length}`,
  },
  { name: "Status", cell: podReason },
  { name: "Restarts", cell: restarts },
  ageColumn,
  wide(textColumn("IP", "status.podIP")),
  wide(textColumn("Node", "spec.nodeName")),
  wide(textColumn("Nominated Node", "status.nominatedNodeName")),
  wide({ name: "Readiness Gates", cell: () => "<none>" }),
];

/** The STATUS column: the reason of the first container that is not well, else the phase. Source: kubernetes pkg/printers, printPod. */
export function podReason(pod: KubernetesObject): string {
  if (pod.metadata.deletionTimestamp !== undefined) return "Terminating";
  const init = initReason(pod);
  if (init !== undefined) return init;
  let reason = textAt(pod, "status.reason") || textAt(pod, "status.phase") || "Unknown";
  let hasRunning = false;
  for (const status of [...statuses(pod)].reverse()) {
    const waiting = textAt(status, "state.waiting.reason");
    const terminated = endReason(status);
    if (waiting !== "") reason = waiting;
    else if (terminated !== undefined) reason = terminated;
    else if (status.ready === true && valueAt(status, "state.running") !== undefined) hasRunning = true;
  }
  if (reason !== "Completed" || !hasRunning) return reason;
  return isReady(pod) ? "Running" : "NotReady";
}

function endReason(status: Fields): string | undefined {
  const terminated = valueAt(status, "state.terminated");
  if (terminated === undefined) return undefined;
  const signal = numberAt(terminated, "signal");
  return (
    textAt(terminated, "reason") || (signal > 0 ? `Signal:${signal}` : `ExitCode:${numberAt(terminated, "exitCode")}`)
  );
}

function initReason(pod: KubernetesObject): string | undefined {
  const inits = listAt(pod, "status.initContainerStatuses");
  for (const [index, status] of inits.entries()) {
    if (valueAt(status, "state.terminated") !== undefined && numberAt(status, "state.terminated.exitCode") === 0)
      continue;
    const ended = endReason(status);
    if (ended !== undefined) return `Init:${ended}`;
    const waiting = textAt(status, "state.waiting.reason");
    if (waiting !== "" && waiting !== "PodInitializing") return `Init:${waiting}`;
    return `Init:${index}/${inits.length}`;
  }
  return undefined;
}

/** `3`, or `3 (5m ago)` when the last end of a container is known. */
function restarts(pod: KubernetesObject, now: number): string {
  const count = statuses(pod).reduce((sum, status) => sum + numberAt(status, "restartCount"), 0);
  const ends = statuses(pod)
    .map((status) => textAt(status, "lastState.terminated.finishedAt"))
    .filter((end) => end !== "");
  const last = ends.sort().at(-1);
  return count === 0 || last === undefined ? String(count) : `${count} (${age(last, now)} ago)`;
}

function statuses(pod: KubernetesObject): Fields[] {
  return listAt(pod, "status.containerStatuses");
}

function isReady(pod: KubernetesObject): boolean {
  return listAt(pod, "status.conditions").some((one) => one.type === "Ready" && one.status === "True");
}
