import type { Need } from "./needs.ts";

type Words = { readonly zh: string; readonly en: string };

/**
 * One thing to do next: what a person reads, and the message that does it, which the rules understand. `{name}`,
 * `{namespace}` and `{kind}` are filled in; one that cannot be filled leaves the suggestion out.
 */
export type Suggestion = {
  readonly label: Words;
  readonly message: Words;
  /** What the server has to have a tool for; one of them is enough. */
  readonly needs: readonly Need[];
  /** What it shows, `verb resource`, where that is not just what it needs: it is not offered right after that. */
  readonly shows?: readonly string[];
  /** Only when something is wrong; only when the run before the last restart has a log. */
  readonly only?: "troubled" | "restarted";
  /** Only about things of these kinds. */
  readonly of?: readonly string[];
};

const row = (label: Words, message: Words, rest: Omit<Suggestion, "label" | "message">): Suggestion => ({
  label,
  message,
  ...rest,
});

const survey: readonly Need[] = [
  ["list", "cluster"],
  ["list", "node"],
  ["list", "pod"],
];

const pod = ["pod"];
const node = ["node"];
const workloads = ["deployment", "statefulset", "daemonset"];
/** Kinds whose name is the beginning of their pods' names. */
const withPods = [...workloads, "replicaset", "job", "cronjob"];

export const suggestions = {
  logs: row(
    { zh: "查看 {name} 的日志", en: "See the logs of {name}" },
    { zh: "看一下 {namespace} 里 pod {name} 的日志", en: "show the logs of pod {name} in namespace {namespace}" },
    { needs: [["logs", "pod"]], of: [...pod, ...withPods] },
  ),
  previousLogs: row(
    { zh: "查看 {name} 上一次运行的日志", en: "See the logs of {name} before its last restart" },
    {
      zh: "看一下 {namespace} 里 pod {name} 上一次的日志",
      en: "show the previous logs of pod {name} in namespace {namespace}",
    },
    { needs: [["logs", "pod"]], shows: ["previous logs pod"], only: "restarted", of: pod },
  ),
  describe: row(
    { zh: "查看 {name} 的详细描述", en: "Describe {name}" },
    { zh: "描述 {namespace} 里的 {kind} {name}", en: "describe {kind} {name} in namespace {namespace}" },
    { needs: [["get", "{kind}"]], shows: ["describe {kind}", "get {kind}"] },
  ),
  describeWide: row(
    { zh: "查看 {name} 的详细描述", en: "Describe {name}" },
    { zh: "描述{kind} {name}", en: "describe {kind} {name}" },
    { needs: [["get", "{kind}"]], shows: ["describe {kind}", "get {kind}"], of: [...node, "pv", "namespace"] },
  ),
  events: row(
    { zh: "检查 {name} 的事件", en: "Check the events of {name}" },
    { zh: "查看 {namespace} 里 {kind} {name} 的事件", en: "show the events of {kind} {name} in namespace {namespace}" },
    { needs: [["list", "event"]], shows: ["list event", "get event"], of: [...pod, ...withPods, "pvc", "service"] },
  ),
  eventsOfNode: row(
    { zh: "检查节点 {name} 的事件", en: "Check the events of node {name}" },
    { zh: "查看节点 {name} 的事件", en: "show the events of node {name}" },
    { needs: [["list", "event"]], shows: ["list event", "get event"], of: node },
  ),
  why: row(
    { zh: "分析 {name} 出了什么问题", en: "Find out what is wrong with {name}" },
    { zh: "{namespace} 里的 {kind} {name} 为什么有问题", en: "why is {kind} {name} in namespace {namespace} failing" },
    {
      needs: [
        ["get", "{kind}"],
        ["logs", "{kind}"],
      ],
      shows: ["diagnose"],
      only: "troubled",
      of: [...pod, ...workloads],
    },
  ),
  whyNode: row(
    { zh: "分析节点 {name} 出了什么问题", en: "Find out what is wrong with node {name}" },
    { zh: "节点 {name} 为什么有问题", en: "what is wrong with node {name}" },
    { needs: [["get", "node"]], shows: ["diagnose"], only: "troubled", of: node },
  ),
  podsOnNode: row(
    { zh: "看看节点 {name} 上跑着哪些 Pod", en: "See which pods run on node {name}" },
    { zh: "节点 {name} 上有哪些 pod", en: "which pods run on node {name}" },
    { needs: [["list", "pod"]], of: node },
  ),
  pods: row(
    { zh: "列出 {namespace} 的 Pod", en: "List the pods in {namespace}" },
    { zh: "列出命名空间 {namespace} 的 pod", en: "list pods in namespace {namespace}" },
    { needs: [["list", "pod"]] },
  ),
  deployments: row(
    { zh: "列出 {namespace} 的 Deployment", en: "List the deployments in {namespace}" },
    { zh: "列出命名空间 {namespace} 的 deployment", en: "list deployments in namespace {namespace}" },
    { needs: [["list", "deployment"]] },
  ),
  services: row(
    { zh: "列出 {namespace} 的 Service", en: "List the services in {namespace}" },
    { zh: "列出命名空间 {namespace} 的 service", en: "list services in namespace {namespace}" },
    { needs: [["list", "service"]] },
  ),
  endpoints: row(
    { zh: "列出 {namespace} 的 Endpoints，看哪个 Service 背后没有 Pod", en: "List the endpoints in {namespace}" },
    { zh: "列出命名空间 {namespace} 的 endpoints", en: "list endpoints in namespace {namespace}" },
    { needs: [["list", "endpoint"]] },
  ),
  pvcs: row(
    { zh: "列出 {namespace} 的 PVC", en: "List the volume claims in {namespace}" },
    { zh: "列出命名空间 {namespace} 的 pvc", en: "list pvc in namespace {namespace}" },
    { needs: [["list", "pvc"]] },
  ),
  quotas: row(
    { zh: "查看 {namespace} 的资源配额", en: "List the quotas of {namespace}" },
    { zh: "列出命名空间 {namespace} 的 resourcequota", en: "list resourcequotas in namespace {namespace}" },
    { needs: [["list", "resourcequota"]] },
  ),
  autoscalers: row(
    { zh: "列出 {namespace} 的 HPA", en: "List the autoscalers in {namespace}" },
    { zh: "列出命名空间 {namespace} 的 hpa", en: "list hpa in namespace {namespace}" },
    { needs: [["list", "hpa"]] },
  ),
  warnings: row(
    { zh: "查看 {namespace} 最近的告警事件", en: "See the recent warnings in {namespace}" },
    { zh: "列出命名空间 {namespace} 最近的告警事件", en: "recent warning events in namespace {namespace}" },
    { needs: [["list", "event"]], shows: ["list event"] },
  ),
  check: row(
    { zh: "检查 {namespace} 的健康状况", en: "Check the health of {namespace}" },
    { zh: "检查命名空间 {namespace} 的健康状况", en: "check the health of namespace {namespace}" },
    { needs: survey, shows: ["health"] },
  ),
  bindings: row(
    { zh: "看看 {namespace} 里谁有权限（RoleBinding）", en: "See who has rights in {namespace} (role bindings)" },
    { zh: "列出命名空间 {namespace} 的 rolebinding", en: "list rolebindings in namespace {namespace}" },
    { needs: [["list", "rolebinding"]] },
  ),
  listKind: row(
    { zh: "看看 {namespace} 里有哪些 {kind}", en: "See which {kind} objects there are in {namespace}" },
    { zh: "列出命名空间 {namespace} 的 {kind}", en: "list {kind} in namespace {namespace}" },
    { needs: [["list", "{kind}"]], shows: ["list {kind}"] },
  ),
  listKindAll: row(
    { zh: "在所有命名空间里找 {kind}", en: "Look for {kind} objects in all namespaces" },
    { zh: "列出所有命名空间的 {kind}", en: "list {kind} in all namespaces" },
    { needs: [["list", "{kind}"]], shows: ["everywhere list {kind}"] },
  ),
  rollout: row(
    { zh: "确认 {name} 现在的状态", en: "See how {name} is doing now" },
    { zh: "描述 {namespace} 里的 {kind} {name}", en: "describe {kind} {name} in namespace {namespace}" },
    { needs: [["get", "{kind}"]], shows: ["describe {kind}"], of: workloads },
  ),
  undo: row(
    { zh: "回滚 {name}（须确认）", en: "Roll back {name} (asks for consent)" },
    { zh: "回滚 {namespace} 里的 {kind} {name}", en: "roll back {kind} {name} in namespace {namespace}" },
    { needs: [["rollback", "{kind}"]], of: workloads },
  ),
  uncordon: row(
    { zh: "恢复向节点 {name} 调度（须确认）", en: "Let pods onto node {name} again (asks for consent)" },
    { zh: "恢复调度节点 {name}", en: "uncordon node {name}" },
    { needs: [["uncordon", "node"]], of: node },
  ),
  /** Its controller makes a deleted pod anew, which is all that a restart is; a person has to type its name first. */
  recreate: row(
    {
      zh: "删除 {name} 的 Pod，由控制器重建（破坏性操作，须输入名称确认）",
      en: "Delete a pod of {name}, which its controller makes anew (destructive; its name has to be typed)",
    },
    { zh: "删除 {namespace} 里的 pod {name}", en: "delete pod {name} in namespace {namespace}" },
    { needs: [["delete", "pod"]], of: [...pod, ...withPods] },
  ),
  overview: row(
    { zh: "查看集群资源总览", en: "Cluster overview" },
    { zh: "查看集群资源总览", en: "cluster overview" },
    { needs: survey, shows: ["overview"] },
  ),
  status: row(
    { zh: "查看集群状态", en: "Cluster status" },
    { zh: "集群状态怎么样", en: "cluster status" },
    { needs: survey, shows: ["status"] },
  ),
  clusters: row(
    { zh: "列出所有集群", en: "List clusters" },
    { zh: "列出所有集群", en: "list all clusters" },
    { needs: [["list", "cluster"]] },
  ),
  namespaces: row(
    { zh: "显示所有命名空间", en: "List all namespaces" },
    { zh: "显示所有命名空间", en: "list all namespaces" },
    { needs: [["list", "namespace"]] },
  ),
  broken: row(
    { zh: "看看哪些 Pod 有问题", en: "See which pods are in trouble" },
    { zh: "哪些 pod 有问题", en: "which pods are broken" },
    { needs: [["list", "pod"]], shows: ["broken pods"] },
  ),
  nodes: row(
    { zh: "列出节点", en: "List the nodes" },
    { zh: "列出节点", en: "list nodes" },
    { needs: [["list", "node"]] },
  ),
  topNodes: row(
    { zh: "查看节点的资源用量", en: "See what the nodes use" },
    { zh: "查看节点的资源使用率", en: "top nodes" },
    { needs: [["top", "node"]] },
  ),
  topPods: row(
    { zh: "查看 {namespace} 里 Pod 的资源用量", en: "See what the pods in {namespace} use" },
    { zh: "查看命名空间 {namespace} 里 pod 的资源使用率", en: "top pods in namespace {namespace}" },
    { needs: [["top", "pod"]] },
  ),
  storageClasses: row(
    { zh: "列出存储类", en: "List the storage classes" },
    { zh: "列出存储类", en: "list storageclasses" },
    { needs: [["list", "storageclass"]] },
  ),
} as const satisfies { readonly [key: string]: Suggestion };

export type SuggestionKey = keyof typeof suggestions;
