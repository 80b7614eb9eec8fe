import type { CauseKey } from "./causes.ts";

/**
 * The command that mends a cause, or shows what has to be known to mend it. `{workload}` is `deployment/web`; a slot that
 * nobody filled stands as `<slot>`, to be filled in by hand. The place is put behind it.
 */
export const remedyCommands: { readonly [cause in CauseKey]?: string } = {
  back_off: "logs {pod} --previous --tail=50",
  exit_error: "logs {pod} -c {container} --previous --tail=50",
  exit_not_found: "describe pod {pod}",
  exit_not_executable: "describe pod {pod}",
  restarted: "logs {pod} -c {container} --previous --tail=50",
  killed: "describe pod {pod}",
  segfault: "rollout undo {workload}",
  oom_killed: "set resources {workload} -c {container} --limits=memory=<memory>",
  oom_node: "set resources {workload} -c {container} --requests=memory=<memory> --limits=memory=<memory>",
  log_dependency: "get services,endpoints",
  connection_refused: "get services,endpoints",
  connection_timeout: "get networkpolicies",
  name_unknown: "get services --all-namespaces",
  log_forbidden: "create rolebinding <name> --role=<role> --serviceaccount=<namespace>:<account>",
  forbidden: "create rolebinding <name> --role=<role> --serviceaccount=<namespace>:<account>",
  log_settings: "set env {workload} -c {container} <NAME>=<value>",
  image_not_found: "set image {workload} {container}=<image>",
  image_name_invalid: "set image {workload} {container}=<image>",
  image_platform: "set image {workload} {container}=<image>",
  image_architecture: "set image {workload} {container}=<image>",
  image_pull_failed: "describe pod {pod}",
  image_unauthorized:
    "create secret docker-registry <name> --docker-server=<registry> --docker-username=<user> --docker-password=<password>",
  configmap_missing: "create configmap {name} --from-literal=<key>=<value>",
  secret_missing: "create secret generic {name} --from-literal=<key>=<value>",
  key_missing: "edit {kind} {name}",
  insufficient_resources: "set resources {workload} --requests=cpu=<cpu>,memory=<memory>",
  untolerated_taint: "get nodes -o custom-columns=NAME:.metadata.name,TAINTS:.spec.taints",
  node_selector: "get nodes --show-labels",
  nodes_unschedulable: "uncordon <node>",
  node_cordoned: "uncordon {name}",
  claim_unbound: "get pvc,storageclass",
  claim_missing: "get pvc",
  claim_pending: "get pvc,storageclass",
  storage_class_missing: "get storageclass",
  storage_class_none: "get storageclass",
  quota_exceeded: "describe quota",
  quota_needs_requests: "set resources {workload} --requests=cpu=<cpu>,memory=<memory>",
  rollout_stuck: "rollout undo {workload}",
  rollout_paused: "rollout resume {workload}",
  scaled_to_zero: "scale {workload} --replicas=<count>",
  readiness_failed: "describe pod {pod}",
  liveness_failed: "describe pod {pod}",
  startup_failed: "describe pod {pod}",
  selector_mismatch: "edit service {name}",
  selector_matches_none: "edit service {name}",
  target_port: "edit service {name}",
  no_selector: "edit service {name}",
  job_backoff: "logs job/{name}",
  job_failed: "logs job/{name}",
  evicted: "describe nodes",
  node_not_ready: "describe node {name}",
  node_silent: "describe node {name}",
};

/** Commands about what stands in no namespace. */
export const wideCommands = /^(?:get nodes|describe nodes?|uncordon|get storageclass)|--all-namespaces/;
