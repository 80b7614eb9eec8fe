import { describe, expect, it } from "vitest";
import { columnsOf } from "../src/columns/columns.ts";
import { kindNamed } from "../src/kinds.ts";
import type { KubernetesObject } from "../src/objects.ts";

const now = Date.parse("2026-03-01T12:00:00Z");

/** The cells of an object by their column, those of `-o wide` included. */
function cells(object: Partial<KubernetesObject> & { kind: string }): Record<string, unknown> {
  const whole = { apiVersion: "v1", metadata: { name: "x", creationTimestamp: "2026-03-01T11:00:00Z" }, ...object };
  return Object.fromEntries(columnsOf(kindNamed(object.kind)).map(({ name, cell }) => [name, cell(whole, now)]));
}

function pod(status: Record<string, unknown>) {
  return { kind: "Pod", spec: { containers: [{ name: "a" }, { name: "b" }] }, status };
}

const up = { ready: true, restartCount: 0, state: { running: {} } };

describe("pods", () => {
  it.each([
    [
      "a running one",
      pod({ phase: "Running", containerStatuses: [up, up] }),
      { Ready: "2/2", Status: "Running", Restarts: "0", Age: "60m" },
    ],
    [
      "one that crashes",
      pod({
        phase: "Running",
        containerStatuses: [
          {
            ready: false,
            restartCount: 4,
            state: { waiting: { reason: "CrashLoopBackOff" } },
            lastState: { terminated: { finishedAt: "2026-03-01T11:55:00Z" } },
          },
          up,
        ],
      }),
      { Ready: "1/2", Status: "CrashLoopBackOff", Restarts: "4 (5m ago)" },
    ],
    [
      "a killed one",
      pod({ phase: "Running", containerStatuses: [{ state: { terminated: { reason: "OOMKilled" } } }] }),
      { Status: "OOMKilled" },
    ],
    [
      "one that ended without a reason",
      pod({ phase: "Failed", containerStatuses: [{ state: { terminated: { exitCode: 3 } } }] }),
      { Status: "ExitCode:3" },
    ],
    ["an evicted one", pod({ phase: "Failed", reason: "Evicted" }), { Status: "Evicted" }],
    ["one without a node", pod({ phase: "Pending" }), { Status: "Pending", Node: "<none>", IP: "<none>" }],
    [
      "one that initialises",
      pod({ phase: "Pending", initContainerStatuses: [{ state: { running: {} } }, {}] }),
      { Status: "Init:0/2" },
    ],
    [
      "one whose first init container fails",
      pod({ phase: "Pending", initContainerStatuses: [{ state: { terminated: { exitCode: 1, reason: "Error" } } }] }),
      { Status: "Init:Error" },
    ],
  ])("%s", (_title, object, expected) => {
    expect(cells(object)).toMatchObject(expected);
  });

  it("on their way out are Terminating", () => {
    const metadata = { name: "x", deletionTimestamp: "2026-03-01T11:59:00Z" };
    expect(cells({ ...pod({ phase: "Running", containerStatuses: [up, up] }), metadata }).Status).toBe("Terminating");
  });
});

describe("other kinds", () => {
  const template = {
    spec: {
      containers: [
        { name: "a", image: "a:1" },
        { name: "b", image: "b:2" },
      ],
    },
  };
  it.each([
    [
      {
        kind: "Deployment",
        spec: { replicas: 3, selector: { matchLabels: { app: "x" } }, template },
        status: { readyReplicas: 2, updatedReplicas: 1 },
      },
      { Ready: "2/3", "Up-to-date": 1, Available: 0, Containers: "a,b", Images: "a:1,b:2", Selector: "app=x" },
    ],
    [{ kind: "StatefulSet", spec: { replicas: 2 }, status: {} }, { Ready: "0/2" }],
    [
      {
        kind: "Job",
        status: {
          startTime: "2026-03-01T11:00:00Z",
          completionTime: "2026-03-01T11:00:42Z",
          succeeded: 1,
          conditions: [{ type: "Complete", status: "True" }],
        },
      },
      { Status: "Complete", Completions: "1/1", Duration: "42s" },
    ],
    [
      { kind: "CronJob", spec: { schedule: "* * * * *" }, status: {} },
      { Schedule: "* * * * *", Suspend: "False", Active: 0, "Last Schedule": "<none>" },
    ],
    [
      {
        kind: "Service",
        spec: {
          type: "NodePort",
          clusterIP: "10.0.0.1",
          ports: [
            { port: 80, nodePort: 30080 },
            { port: 53, protocol: "UDP" },
          ],
        },
      },
      { Type: "NodePort", "External-IP": "<none>", "Port(s)": "80:30080/TCP,53/UDP" },
    ],
    [
      { kind: "Service", spec: { type: "LoadBalancer", ports: [] } },
      { "External-IP": "<pending>", "Port(s)": "<none>" },
    ],
    [
      {
        kind: "Endpoints",
        subsets: [{ addresses: ["1", "2", "3", "4"].map((ip) => ({ ip })), ports: [{ port: 80 }] }],
      },
      { Endpoints: "1:80,2:80,3:80 + 1 more..." },
    ],
    [
      { kind: "Node", spec: { unschedulable: true }, status: { conditions: [{ type: "Ready", status: "Unknown" }] } },
      { Status: "NotReady,SchedulingDisabled", Roles: "<none>" },
    ],
    [{ kind: "ConfigMap", data: { a: "1", b: "2" } }, { Data: 2 }],
    [
      { kind: "PersistentVolumeClaim", status: { phase: "Bound", accessModes: ["ReadWriteOnce", "ReadOnlyMany"] } },
      { Status: "Bound", "Access Modes": "RWO,ROX" },
    ],
    [
      {
        kind: "Event",
        involvedObject: { kind: "Pod", name: "p" },
        lastTimestamp: "2026-03-01T11:59:00Z",
        message: "m\n",
      },
      { "Last Seen": "60s", Object: "pod/p", Message: "m" },
    ],
    [
      { kind: "Ingress", spec: { rules: [{ host: "a" }, {}], tls: [{}] } },
      { Hosts: "a,*", Ports: "80, 443", Class: "<none>" },
    ],
  ])("%j", (object, expected) => {
    expect(cells(object)).toMatchObject(expected);
  });
});
