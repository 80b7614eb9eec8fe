import { expect, test } from "vitest";
import { podStatus } from "../../src/results/pod-status.ts";

type Json = Record<string, unknown>;

function pod({ status, spec, metadata }: { status: Json; spec?: Json; metadata?: Json }): Json {
  return { kind: "Pod", metadata: { name: "p", ...metadata }, spec: { containers: [{ name: "a" }], ...spec }, status };
}

const running = { name: "a", ready: true, restartCount: 0, state: { running: {} } };
const waiting = (reason: string) => ({ name: "a", ready: false, restartCount: 4, state: { waiting: { reason } } });
const terminated = (state: Json) => ({ name: "a", ready: false, restartCount: 1, state: { terminated: state } });
const two = { containers: [{ name: "a" }, { name: "b" }] };

/** Cases of kubectl's own printer: what its table shows for each. */
test.each<[string, Json, string, string, number]>([
  ["running", pod({ status: { phase: "Running", containerStatuses: [running] } }), "Running", "1/1", 0],
  ["pending without statuses", pod({ status: { phase: "Pending" } }), "Pending", "0/1", 0],
  [
    "crash loop",
    pod({ status: { phase: "Running", containerStatuses: [waiting("CrashLoopBackOff")] } }),
    "CrashLoopBackOff",
    "0/1",
    4,
  ],
  [
    "bad image",
    pod({ status: { phase: "Pending", containerStatuses: [waiting("ImagePullBackOff")] } }),
    "ImagePullBackOff",
    "0/1",
    4,
  ],
  [
    "ended with a reason",
    pod({ status: { phase: "Failed", containerStatuses: [terminated({ exitCode: 137, reason: "OOMKilled" })] } }),
    "OOMKilled",
    "0/1",
    1,
  ],
  [
    "ended by a signal",
    pod({ status: { phase: "Failed", containerStatuses: [terminated({ exitCode: 0, signal: 9 })] } }),
    "Signal:9",
    "0/1",
    1,
  ],
  [
    "ended with a code",
    pod({ status: { phase: "Failed", containerStatuses: [terminated({ exitCode: 3 })] } }),
    "ExitCode:3",
    "0/1",
    1,
  ],
  ["evicted", pod({ status: { phase: "Failed", reason: "Evicted" } }), "Evicted", "0/1", 0],
  [
    "completed",
    pod({ status: { phase: "Succeeded", containerStatuses: [terminated({ exitCode: 0, reason: "Completed" })] } }),
    "Completed",
    "0/1",
    1,
  ],
  [
    "one done, one running and ready",
    pod({
      spec: two,
      status: {
        phase: "Running",
        conditions: [{ type: "Ready", status: "True" }],
        containerStatuses: [terminated({ exitCode: 0, reason: "Completed" }), { ...running, name: "b" }],
      },
    }),
    "Running",
    "1/2",
    1,
  ],
  [
    "one done, one running, pod not ready",
    pod({
      spec: two,
      status: {
        phase: "Running",
        containerStatuses: [terminated({ exitCode: 0, reason: "Completed" }), { ...running, name: "b" }],
      },
    }),
    "NotReady",
    "1/2",
    1,
  ],
  [
    "the first container's word counts",
    pod({
      spec: two,
      status: {
        phase: "Running",
        containerStatuses: [waiting("ErrImagePull"), { ...waiting("CrashLoopBackOff"), name: "b" }],
      },
    }),
    "ErrImagePull",
    "0/2",
    8,
  ],
  [
    "init container running",
    pod({
      spec: { initContainers: [{ name: "i" }, { name: "j" }] },
      status: {
        phase: "Pending",
        initContainerStatuses: [
          { name: "i", restartCount: 0, state: { terminated: { exitCode: 0 } } },
          { name: "j", restartCount: 2, state: { running: {} } },
        ],
        containerStatuses: [waiting("PodInitializing")],
      },
    }),
    "Init:1/2",
    "0/1",
    2,
  ],
  [
    "init container failing",
    pod({
      spec: { initContainers: [{ name: "i" }] },
      status: {
        phase: "Pending",
        initContainerStatuses: [{ name: "i", restartCount: 5, state: { waiting: { reason: "CrashLoopBackOff" } } }],
      },
    }),
    "Init:CrashLoopBackOff",
    "0/1",
    5,
  ],
  [
    "init container ended with an error",
    pod({
      spec: { initContainers: [{ name: "i" }] },
      status: {
        phase: "Failed",
        initContainerStatuses: [
          { name: "i", restartCount: 0, state: { terminated: { exitCode: 2, reason: "Error" } } },
        ],
      },
    }),
    "Init:Error",
    "0/1",
    0,
  ],
  [
    "with a sidecar",
    pod({
      spec: { initContainers: [{ name: "s", restartPolicy: "Always" }] },
      status: {
        phase: "Running",
        initContainerStatuses: [{ name: "s", started: true, ready: true, restartCount: 1, state: { running: {} } }],
        containerStatuses: [running],
      },
    }),
    "Running",
    "2/2",
    1,
  ],
  [
    "being deleted",
    pod({
      metadata: { deletionTimestamp: "2025-01-01T00:00:00Z" },
      status: { phase: "Running", containerStatuses: [running] },
    }),
    "Terminating",
    "1/1",
    0,
  ],
  [
    "being deleted when done",
    pod({ metadata: { deletionTimestamp: "2025-01-01T00:00:00Z" }, status: { phase: "Succeeded" } }),
    "Succeeded",
    "0/1",
    0,
  ],
  [
    "on a lost node",
    pod({
      metadata: { deletionTimestamp: "2025-01-01T00:00:00Z" },
      status: { phase: "Running", reason: "NodeLost", containerStatuses: [running] },
    }),
    "Unknown",
    "1/1",
    0,
  ],
  [
    "behind a gate",
    pod({
      status: { phase: "Pending", conditions: [{ type: "PodScheduled", status: "False", reason: "SchedulingGated" }] },
    }),
    "SchedulingGated",
    "0/1",
    0,
  ],
  ["nothing known", {}, "Unknown", "0/0", 0],
])("a pod %s", (_name, ...[object, status, ready, restarts]) => {
  const found = podStatus(object);
  expect({ status: found.status, ready: `${found.ready}/${found.total}`, restarts: found.restarts }).toEqual({
    status,
    ready,
    restarts,
  });
});
