import { describe, expect, test } from "vitest";
import { pastedIn, toldBy } from "../../src/diagnosis/pasted.ts";
import { renderPasted, renderRemedies } from "../../src/diagnosis/render-remedies.ts";

const table = [
  [
    "0/6 nodes are available: 2 node(s) had untolerated taint {team: data}, 4 Insufficient cpu. preemption: 0/6 nodes are available: 6 No preemption victims found.",
    "insufficient_resources untolerated_taint",
    { what: "cpu", nodes: "6" },
  ],
  [
    "Warning FailedScheduling 2m default-scheduler 0/3 nodes are available: 3 node(s) didn't match Pod's node affinity/selector",
    "node_selector",
  ],
  ["pod has unbound immediate PersistentVolumeClaims", "claim_unbound"],
  ["Back-off restarting failed container api in pod ledger-0_billing(4f1c)", "back_off", { container: "api" }],
  [
    'Failed to pull image "cr.example/ledger:9": rpc error: code = NotFound desc = not found',
    "image_not_found",
    { image: "cr.example/ledger:9" },
  ],
  ['Back-off pulling image "cr.example/ledger:9"', "image_pull_failed"],
  ["toomanyrequests: You have reached your pull rate limit", "image_rate_limited"],
  [
    'Readiness probe failed: Get "http://10.1.2.3:8080/ready": dial tcp 10.1.2.3:8080: connect: connection refused',
    "readiness_failed",
  ],
  ["Liveness probe failed: HTTP probe failed with statuscode: 500", "liveness_failed"],
  ["Memory cgroup out of memory: Killed process 3121 (java)", "oom_killed"],
  ["State: Terminated  Reason: OOMKilled  Exit Code: 137", "oom_killed"],
  ["container exited with code 127", "exit_not_found", { code: "127" }],
  ["tls: failed to verify certificate: x509: certificate has expired or is not yet valid", "certificate"],
  ["dial tcp 10.8.0.1:6379: connect: connection refused", "connection_refused", { address: " 10.8.0.1:6379 " }],
  ["dial tcp: lookup ledger-db on 10.96.0.10:53: no such host", "name_unknown"],
  ["Error: connect ETIMEDOUT 10.0.0.9:443", "connection_timeout"],
  [
    'pods is forbidden: User "kim" cannot list resource "pods" in API group "" in the namespace "billing"',
    "forbidden",
    { who: "kim", verb: "list", resource: "pods" },
  ],
  [
    'Error creating: pods "web-1" is forbidden: exceeded quota: team, requested: pods=1, used: pods=10, limited: pods=10',
    "quota_exceeded",
    { name: "team" },
  ],
  [
    'MountVolume.SetUp failed for volume "conf" : configmap "web-conf" not found',
    "configmap_missing",
    { name: "web-conf" },
  ],
  ['Multi-Attach error for volume "pvc-1" Volume is already used by pod(s) web-0', "volume_in_use"],
  ["exec /app/start: exec format error", "image_architecture"],
  ["write /var/lib/data: no space left on device", "disk_full"],
  ["The node was low on resource: ephemeral-storage.", "evicted"],
] satisfies readonly (readonly [message: string, causes: string, slots?: Readonly<Record<string, string>>])[];

describe("an error message tells its cause by the table that a diagnosis uses", () => {
  test.each(table.map(([message, causes, slots = {}]) => ({ message, causes, slots })))(
    "$message",
    ({ message, causes, slots }) => {
      const pasted = pastedIn(message);
      expect(pasted?.causes.map(({ cause }) => cause).join(" ")).toBe(causes);
      expect(pasted?.causes[0]?.slots).toMatchObject(slots);
    },
  );

  test.each(table.map(([message]) => message))("in sentences without a gap, in both languages: %s", (message) => {
    const pasted = pastedIn(message);
    if (pasted === undefined) throw new Error("not read");
    for (const language of ["zh", "en"] as const) {
      const told = toldBy(pasted);
      const options = { language, commands: true };
      for (const text of [renderPasted(told, options), renderRemedies([told], options)]) {
        expect(text).not.toMatch(/\{\w+|undefined| {2,}\p{L}.* {2,}|\(\)|（）| of and /u);
      }
    }
  });

  test.each([
    "list pods in billing",
    "web-0 怎么了",
    "which pods are OOMKilled",
    "scale web to 3",
    "为什么连不上数据库",
  ])("what people say themselves is none: %s", (message) => {
    expect(pastedIn(message)).toBeUndefined();
  });

  test("the pod that a message names, with its namespace", () => {
    expect(pastedIn("Back-off restarting failed container api in pod ledger-0_billing(4f1c)")?.pod).toEqual({
      name: "ledger-0",
      namespace: "billing",
    });
  });
});
