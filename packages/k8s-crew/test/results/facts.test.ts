import { describe, expect, test } from "vitest";
import { pvcFacts } from "../../src/results/claim-facts.ts";
import { clusterFacts, namespaceFacts, nodeFacts } from "../../src/results/cluster-facts.ts";
import { eventFacts } from "../../src/results/event-facts.ts";
import { parseResult } from "../../src/results/parse-result.ts";
import { podFacts } from "../../src/results/pod-facts.ts";
import { serviceFacts } from "../../src/results/service-facts.ts";
import type { Row } from "../../src/results/types.ts";
import { usageFacts } from "../../src/results/usage-facts.ts";
import { jobFacts, workloadFacts } from "../../src/results/workload-facts.ts";

const now = Date.parse("2025-06-01T12:00:00Z");
const row = (fields: Record<string, string>, name = "x"): Row => ({ name, fields });

function only(text: string): Row {
  const result = parseResult({ text, verb: "list" });
  if (result.form !== "rows" || result.rows[0] === undefined) throw new Error("no row");
  return result.rows[0];
}

const objectRow = (object: Record<string, unknown>) =>
  only(JSON.stringify({ items: [{ ...object, metadata: { name: "x", creationTimestamp: "2025-06-01T11:00:00Z" } }] }));

describe("a pod", () => {
  test("is read alike from a table, an API object and a flat object", () => {
    const table = only(
      "NAME   READY   STATUS             RESTARTS      AGE   NODE\nx      0/1     CrashLoopBackOff   7 (4m ago)    60m   node-a\n",
    );
    const object = objectRow({
      kind: "Pod",
      spec: { nodeName: "node-a", containers: [{}] },
      status: {
        phase: "Running",
        containerStatuses: [
          {
            restartCount: 7,
            ready: false,
            state: { waiting: { reason: "CrashLoopBackOff" } },
            lastState: { terminated: { reason: "OOMKilled", exitCode: 137, finishedAt: "2025-06-01T11:56:00Z" } },
          },
        ],
      },
    });
    const facts = {
      name: "x",
      status: "CrashLoopBackOff",
      ready: { ready: 0, total: 1 },
      restarts: 7,
      lastRestartSeconds: 240,
      ageSeconds: 3600,
      node: "node-a",
      troubled: true,
    };
    expect(podFacts(table, now)).toMatchObject({ ...facts, reason: "CrashLoopBackOff" });
    expect(podFacts(object, now)).toMatchObject({ ...facts, reason: "CrashLoopBackOff (OOMKilled, exit code 137)" });
    expect(
      podFacts(
        only('[{"name":"x","status":"CrashLoopBackOff","restartCount":7,"createdAt":"2025-06-01T11:00:00Z"}]'),
        now,
      ),
    ).toMatchObject({ status: "CrashLoopBackOff", restarts: 7, ageSeconds: 3600, ready: undefined, troubled: true });
  });

  test.each<[Record<string, string>, boolean]>([
    [{ status: "Running", ready: "1/1", age: "5d" }, false],
    [{ status: "Running", ready: "1/2", age: "5d" }, true],
    [{ status: "Running", ready: "0/1", age: "20s" }, false],
    [{ status: "Pending", age: "10s" }, false],
    [{ status: "Pending", age: "10m" }, true],
    [{ status: "ContainerCreating", age: "30m" }, true],
    [{ status: "Init:0/1", age: "30m" }, true],
    [{ status: "Init:Error", age: "1s" }, true],
    [{ status: "Completed", ready: "0/1", age: "5d" }, false],
    [{ status: "Error" }, true],
    [{ status: "Evicted" }, true],
    [{ status: "Running", ready: "1/1", restarts: "40 (5d ago)" }, false],
    [{ status: "Running", ready: "1/1", restarts: "40 (3m ago)" }, true],
    [{}, false],
  ])("with %j is troubled: %s", (fields, troubled) => {
    const facts = podFacts(row(fields), now);
    expect(facts.troubled).toBe(troubled);
    expect(facts.reason !== "").toBe(troubled);
  });

  test("that cannot be scheduled says why", () => {
    const object = objectRow({
      kind: "Pod",
      spec: { containers: [{}] },
      status: {
        phase: "Pending",
        conditions: [
          {
            type: "PodScheduled",
            status: "False",
            reason: "Unschedulable",
            message: "0/3 nodes are available: 3 Insufficient cpu.",
          },
        ],
      },
    });
    expect(podFacts(object, now)).toMatchObject({
      status: "Pending",
      troubled: true,
      reason: "0/3 nodes are available: 3 Insufficient cpu.",
    });
  });
});

test.each<[Record<string, string>, boolean, boolean]>([
  [{ status: "Ready" }, true, false],
  [{ status: "NotReady" }, false, true],
  [{ status: "NotReady,SchedulingDisabled" }, false, true],
  [{ status: "Ready,SchedulingDisabled" }, true, false],
])("a node with %j is ready: %s, troubled: %s", (fields, ready, troubled) => {
  expect(nodeFacts(row(fields), now)).toMatchObject({
    ready,
    troubled,
    schedulable: !fields.status?.includes("Disabled"),
  });
});

test("a node under pressure is troubled though it is ready", () => {
  const node = objectRow({
    kind: "Node",
    status: {
      conditions: [
        { type: "Ready", status: "True" },
        { type: "DiskPressure", status: "True" },
      ],
    },
  });
  expect(nodeFacts(node, now)).toMatchObject({ status: "Ready", troubled: true, reason: "DiskPressure" });
});

test.each<[string, Row, number | undefined, number | undefined, boolean]>([
  ["a Deployment's cell", row({ ready: "1/3" }), 1, 3, true],
  ["a DaemonSet's columns", row({ desired: "3", ready: "3" }), 3, 3, false],
  ["lines of a server", row({ replicas: "3", available: "2" }), 2, 3, true],
  ["a Deployment scaled to none", row({ ready: "0/0" }), 0, 0, false],
  ["an object", objectRow({ kind: "StatefulSet", spec: { replicas: 2 }, status: { readyReplicas: 2 } }), 2, 2, false],
  ["names alone", row({}), undefined, undefined, false],
])("a workload from %s", (_from, input, ...[ready, desired, troubled]) => {
  expect(workloadFacts(input, now)).toMatchObject({ ready, desired, troubled });
});

test("a cluster is current by a star, a flag, or its own name as the current one", () => {
  expect(["true", "*", "x", "false", ""].map((current) => clusterFacts(row({ current })).current)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
  expect(clusterFacts(row({ server: "https://10.0.0.1" })).server).toBe("https://10.0.0.1");
});

test("events tell type, object and age", () => {
  expect(
    eventFacts(
      row({ type: "Warning", reason: "BackOff", object: "pod/web", message: "m", count: "4", "last seen": "2m" }),
      now,
    ),
  ).toMatchObject({ warning: true, object: "pod/web", count: 4, ageSeconds: 120 });
  const object = objectRow({
    kind: "Event",
    type: "Normal",
    reason: "Pulled",
    message: "ok",
    involvedObject: { kind: "Pod", name: "web" },
    lastTimestamp: "2025-06-01T11:59:00Z",
  });
  expect(eventFacts(object, now)).toMatchObject({
    warning: false,
    reason: "Pulled",
    object: "pod/web",
    ageSeconds: 60,
  });
});

test("claims, jobs, namespaces and services tell their trouble", () => {
  expect(pvcFacts(row({ status: "Pending", volume: "<none>" }), now)).toMatchObject({
    troubled: true,
    volume: undefined,
  });
  expect(pvcFacts(row({ status: "Bound", capacity: "1Gi" }), now)).toMatchObject({ troubled: false, capacity: "1Gi" });
  expect(jobFacts(row({ status: "Failed", completions: "0/1" }), now)).toMatchObject({
    troubled: true,
    completions: { ready: 0, total: 1 },
  });
  expect(
    jobFacts(objectRow({ kind: "Job", status: { failed: 2, conditions: [{ type: "Complete", status: "True" }] } }), now)
      .troubled,
  ).toBe(false);
  expect(namespaceFacts(row({ status: "Terminating", age: "5d" }), now)).toMatchObject({
    troubled: true,
    ageSeconds: 432_000,
  });
  expect(
    serviceFacts(row({ type: "LoadBalancer", "external-ip": "<pending>", ports: "80:31000/TCP,443/TCP" }), now),
  ).toMatchObject({ troubled: true, ports: ["80:31000/TCP", "443/TCP"] });
});

test("usage is read from a table and from metrics objects", () => {
  expect(usageFacts(row({ cpu: "250m", "cpu%": "12%", memory: "512Mi", "memory%": "50%" }))).toMatchObject({
    cpu: 0.25,
    cpuPercent: 12,
    memory: 536_870_912,
    memoryPercent: 50,
  });
  const metrics = objectRow({
    kind: "PodMetrics",
    containers: [{ usage: { cpu: "100m", memory: "1Mi" } }, { usage: { cpu: "150m", memory: "1Mi" } }],
  });
  expect(usageFacts(metrics)).toMatchObject({ cpu: 0.25, memory: 2_097_152 });
});
