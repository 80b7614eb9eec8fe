import { expect, test } from "vitest";
import { bearing } from "../../src/diagnosis/bearing.ts";
import { type CauseKey, causes } from "../../src/words/causes/causes.ts";

/** What nobody supposes by the name of a suspect: whoever asks about the image is told of it as what it is instead. */
const onNone: readonly CauseKey[] = [
  "restarted",
  "webhook_denied",
  "create_failed",
  "readiness_gate",
  "pod_affinity",
  "topology_spread",
  "host_port",
  "scheduling_gated",
  "not_scheduled_yet",
  "stuck_finalizer",
  "stuck_terminating",
  "starting",
  "rollout_stuck",
  "rollout_paused",
  "ordinal_waits",
  "pdb_blocks",
  "pdb_never",
  "scaled_to_zero",
  "replicas_missing",
  "no_nodes_wanted",
  "job_backoff",
  "job_deadline",
  "job_failed",
  "job_suspended",
  "cronjob_suspended",
  "cronjob_never",
  "cronjob_missed",
  "hpa_no_metrics",
  "hpa_no_requests",
  "hpa_target_missing",
  "hpa_cannot_scale",
  "namespace_stuck",
  "endpoints_lag",
  "load_balancer_pending",
  "ingress_class_missing",
  "ingress_no_class",
  "ingress_backend_missing",
  "ingress_backend_port",
  "ingress_no_address",
  "back_off",
];

const onSome = new Set<string>(Object.values(bearing).flatMap(({ is, open = [] }) => [...is, ...open]));

test("every cause bears on something that people suspect, or is known to bear on nothing of it", () => {
  expect([...onSome, ...onNone].toSorted()).toEqual(Object.keys(causes).toSorted());
});

test("no cause settles a suspicion and leaves it open as well", () => {
  for (const [suspect, { is, open = [] }] of Object.entries(bearing))
    expect([suspect, is.filter((cause) => open.includes(cause))]).toEqual([suspect, []]);
});
