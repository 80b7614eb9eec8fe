import type { Asked } from "../../src/diagnosis/diagnose.ts";

/** File, kind and name of what is looked into, then the causes that have to be named, and words of the report. */
export const table: readonly (readonly [file: string, thing: string, causes: string, words: RegExp])[] = [
  ["bakery-init", "statefulset sourdough", "exit_not_found", /container schema.*127[\s\S]*flyway: not found/],
  ["orchard-config", "pod pear", "configmap_missing", /ConfigMap pear-settings/],
  ["orchard-config", "pod plum", "key_missing", /plum-access has no key apiToken/],
  ["harbor-images", "pod crane", "image_unauthorized", /401 Unauthorized[\s\S]*imagePullSecrets/],
  ["harbor-images", "pod winch", "image_rate_limited", /limits pulls/],
  ["harbor-images", "pod buoy", "image_registry_unreachable", /no such host/],
  ["harbor-images", "pod pilot", "image_name_invalid", /Pilot:Latest is not a valid image name/],
  ["foundry-ends", "pod anvil", "image_architecture", /exec format error/],
  ["foundry-ends", "pod tongs", "exit_not_found", /executable file not found/],
  ["foundry-ends", "pod bellows", "liveness_failed", /connection refused[\s\S]*httpGet :8080\/alive/],
  ["foundry-ends", "pod kiln", "exit_done", /ends normally/],
  ["foundry-ends", "pod lathe", "segfault", /SIGSEGV/],
  ["foundry-ends", "pod clerk", "log_forbidden", /cannot list resource "configmaps"[\s\S]*RoleBinding/],
  [
    "quarry-quota",
    "deployment drill",
    "quota_exceeded rollout_stuck",
    /Quota stone.*[\s\S]*requests.cpu=7[\s\S]*300 s/,
  ],
  ["quarry-quota", "job blast", "job_deadline", /120 s/],
  ["quarry-quota", "statefulset vault", "pod_security", /allowPrivilegeEscalation/],
  ["valley-placing", "pod gpu-job", "node_selector", /hardware=gpu/],
  ["valley-placing", "pod guest", "untolerated_taint", /team: payments/],
  ["valley-placing", "pod apart", "pod_affinity", /anti-affinity/],
  ["valley-placing", "pod writer", "claim_unbound storage_class_none", /PVC writer-data[\s\S]*slow/],
  ["valley-placing", "pod reader", "claim_missing", /PVC reader-data/],
  ["river-traffic", "service ferry", "selector_mismatch", /tier=web[\s\S]*tier=frontend/],
  ["river-traffic", "service bridge", "target_port", /targetPort web[\s\S]*http/],
  [
    "river-traffic",
    "ingress gate",
    "ingress_class_missing ingress_backend_port target_port ingress_backend_missing tls_secret_missing",
    /traefik[\s\S]*haproxy[\s\S]*port 8080[\s\S]*Service boats[\s\S]*gate-certificate/,
  ],
  ["river-traffic", "ingress ford", "ingress_no_class target_port", /names no class/],
  ["tower-scaling", "hpa bell", "hpa_no_metrics", /metrics-server/],
  ["tower-scaling", "hpa clock", "hpa_no_requests", /no request for cpu/],
  ["tower-scaling", "hpa spire", "hpa_target_missing", /Deployment spire/],
  ["tower-scaling", "cronjob chime", "cronjob_suspended", /suspended/],
  ["cellar-volumes", "pod barrel", "secret_missing node_disk_pressure", /Secret barrel-tls/],
  ["cellar-volumes", "pod cask", "volume_in_use node_disk_pressure", /Multi-Attach/],
  ["cellar-volumes", "pod ghost", "stuck_finalizer node_disk_pressure", /example\.com\/release-address/],
  ["cellar-volumes", "pod drained", "evicted node_disk_pressure", /ephemeral-storage/],
  ["cellar-volumes", "node vault-1", "node_disk_pressure node_cordoned", /DiskPressure/],
  ["meadow-healthy", "daemonset thistle", "no_nodes_wanted", /soil=chalk/],
  ["meadow-healthy", "deployment fallow", "scaled_to_zero", /scaled to 0/],
];

export const thingOf = (file: string, thing: string): Asked => {
  const [resource = "", name = ""] = thing.split(" ");
  return { resource, name, namespace: resource === "node" ? "" : (file.split("-")[0] ?? "") };
};
