import type { CauseKey } from "../../words/causes/causes.ts";
import type { PlaybookStep, Said } from "../types.ts";

/** A further read that what was found calls for. */
export type FurtherRow = Pick<PlaybookStep, "verb" | "show"> & {
  /** Causes of the table in words/causes that call for it. */
  readonly causes: readonly CauseKey[];
  /** A key of the resource table. */
  readonly resource: string;
  /** Where: the namespace of what was found, as far as the plan reaches, its cluster, or a namespace by its name. */
  readonly where: "namespace" | "plan" | "cluster" | { readonly namespace: string };
  /** Which rows tell: those of what was found, those on its node, those with this in their names; all when absent. */
  readonly of?: "thing" | "node" | { readonly named: string };
  /** Why it is added. `{things}` is what was found to be so, `{count}` how many they are. */
  readonly because: Said;
  /** What is looked at. */
  readonly look: Said;
};

/**
 * Which finding leads to which further read, once a plan has found it: what an expert would look at next, beyond the
 * thing itself, its events, its log and its owners, which a diagnosis has read. The first rows come first.
 */
export const furtherRows: readonly FurtherRow[] = [
  {
    causes: ["oom_killed", "oom_node"],
    verb: "top",
    resource: "pod",
    show: "most_memory",
    where: "namespace",
    of: "thing",
    because: { zh: "{things} 因内存被杀死（OOMKilled）", en: "{things} {count|was|were} OOMKilled" },
    look: { zh: "看内存实际用量", en: "memory usage" },
  },
  {
    causes: ["evicted", "node_memory_pressure", "node_disk_pressure", "oom_node"],
    verb: "top",
    resource: "node",
    where: "cluster",
    because: { zh: "{things} 所在节点资源吃紧", en: "the node of {things} is short of resources" },
    look: { zh: "看各节点的用量", en: "what the nodes use" },
  },
  {
    causes: ["insufficient_resources", "too_many_pods"],
    verb: "top",
    resource: "node",
    where: "cluster",
    because: { zh: "没有节点放得下 {things}", en: "no node has room for {things}" },
    look: { zh: "看各节点的用量（调度看的是请求量）", en: "what the nodes use (scheduling goes by requests)" },
  },
  {
    causes: ["untolerated_taint", "node_selector", "nodes_unschedulable", "pod_affinity", "topology_spread"],
    verb: "list",
    resource: "node",
    where: "cluster",
    because: { zh: "没有节点符合 {things} 的要求", en: "no node meets what {things} {count|asks|ask} for" },
    look: { zh: "看有哪些节点、能不能调度", en: "which nodes there are, and which take pods" },
  },
  {
    causes: ["node_silent", "node_not_ready", "node_not_ready_untold", "node_network"],
    verb: "list",
    resource: "pod",
    where: "plan",
    of: "node",
    because: { zh: "{things} 不可用", en: "{things} {count|is|are} not available" },
    look: { zh: "看上面有哪些 Pod 受影响", en: "which pods run there" },
  },
  {
    causes: ["quota_exceeded", "quota_needs_requests"],
    verb: "list",
    resource: "resourcequota",
    where: "namespace",
    because: { zh: "{things} 被配额拦住", en: "a quota keeps {things} from making pods" },
    look: { zh: "看配额用了多少", en: "how much of the quotas is used" },
  },
  {
    causes: ["limit_range"],
    verb: "list",
    resource: "limitrange",
    where: "namespace",
    because: { zh: "{things} 不符合 LimitRange", en: "a LimitRange refuses the pods of {things}" },
    look: { zh: "看 LimitRange 的限制", en: "what the LimitRanges allow" },
  },
  {
    causes: ["log_dependency"],
    verb: "list",
    resource: "endpoint",
    where: "namespace",
    because: { zh: "{things} 连不上依赖的服务", en: "{things} cannot reach a service" },
    look: { zh: "看各服务有没有后端", en: "which services have backends" },
  },
  {
    causes: ["log_forbidden"],
    verb: "list",
    resource: "rolebinding",
    where: "namespace",
    because: { zh: "{things} 被 RBAC 拒绝", en: "RBAC refuses {things}" },
    look: { zh: "看有哪些 RoleBinding", en: "which RoleBindings there are" },
  },
  {
    causes: ["liveness_failed", "liveness_too_early", "readiness_failed", "startup_failed"],
    verb: "top",
    resource: "pod",
    show: "most_cpu",
    where: "namespace",
    of: "thing",
    because: { zh: "{things} 探针失败", en: "probes of {things} fail" },
    look: { zh: "看 CPU 用量是不是顶到了上限", en: "CPU usage: is it held back by its limit" },
  },
  {
    causes: [
      "image_not_found",
      "image_name_invalid",
      "image_architecture",
      "key_missing",
      "configmap_missing",
      "secret_missing",
      "exit_error",
      "log_error",
      "exit_not_found",
      "log_settings",
      "segfault",
      "rollout_stuck",
    ],
    verb: "list",
    resource: "replicaset",
    show: "newest",
    where: "namespace",
    of: "thing",
    because: { zh: "{things} 起不来，可能是刚发布引起的", en: "{things} may have failed since a release" },
    look: { zh: "看最近的版本", en: "the latest revisions" },
  },
  {
    causes: ["claim_unbound", "claim_pending", "no_volume", "provisioning_failed", "storage_class_missing"],
    verb: "list",
    resource: "pv",
    where: "cluster",
    because: { zh: "{things} 等不到存储卷", en: "{things} {count|waits|wait} for a volume" },
    look: { zh: "看有没有空闲的 PV", en: "whether a PV is free" },
  },
  {
    causes: ["hpa_no_metrics"],
    verb: "list",
    resource: "pod",
    where: { namespace: "kube-system" },
    of: { named: "metrics-server" },
    because: { zh: "{things} 拿不到指标", en: "{things} {count|gets|get} no metrics" },
    look: { zh: "看 metrics-server 是否在运行", en: "whether metrics-server runs" },
  },
  {
    causes: ["ingress_class_missing", "ingress_no_address"],
    verb: "list",
    resource: "pod",
    where: "cluster",
    of: { named: "ingress" },
    because: { zh: "没有控制器处理 {things}", en: "no controller serves {things}" },
    look: { zh: "看 Ingress 控制器是否在运行", en: "whether an ingress controller runs" },
  },
];
