/** Words of tool names and descriptions that are neither verbs nor resources, and words that belong together. */

const split = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Says nothing about what a tool does. */
export const noise = split(
  "kubernetes k8s kube kubectl mcp tool all every the a an any one multiple v1 v2 current namespaced please via into within using specific single given specified available existing new latest real live active connected registered 所有 全部 指定 中 的 下 里 上 某个 当前 与 和 及 该 个 从 为 将 对 在 按 可用 已",
);

/** What follows places or qualifies the thing: `pods_list_in_namespace`, `get_logs_from_pod`. */
export const prepositions = split(
  "in on of for from by with to at across inside under per about running where that which",
);

/** Joins two deeds: `get_or_create`, `list_and_delete`. */
export const conjunctions = split("and or then 并 并且 然后 再 且 或 和 与 以及");

/** What is said about a thing, not another thing: `pod_status` speaks of a pod. */
export const aspects = split(
  "info information detail details status state history summary overview list name names count usage yaml json wide full rollout health log logs metric metrics stats statistics top 列表 详情 状态 信息 历史 概览 名称 数量",
);

/** Words that stand for whatever kind a parameter names. */
export const anyResource = split("resource resources object objects manifest manifests yaml crs 资源 对象 清单");

/** Make another thing of the noun before them: a node pool is no node. */
export const compoundHeads = split(
  "pool pools policy policies template templates group groups mesh monitor operator operators repo repos repository claim class snapshot snapshots token tokens entry entries plugin plugins",
);

/** Texts that can be written without touching a cluster: `generate_manifest`, but not `generate_token`. */
export const texts = split(
  "manifest manifests yaml prompt report command commands script summary plan documentation docs template text diagram 清单 报告 命令 脚本 文档",
);

/** API groups as tools shorten them in names: `LIST_APPS_RESOURCES` serves kinds of the group `apps` only. */
export const groupWords: ReadonlyMap<string, string> = new Map([
  ["core", ""],
  ["apps", "apps"],
  ["batch", "batch"],
  ["networking", "networking.k8s.io"],
  ["storage", "storage.k8s.io"],
  ["rbac", "rbac.authorization.k8s.io"],
  ["policy", "policy"],
  ["apiextensions", "apiextensions.k8s.io"],
  ["autoscaling", "autoscaling"],
  ["discovery", "discovery.k8s.io"],
  ["coordination", "coordination.k8s.io"],
  ["scheduling", "scheduling.k8s.io"],
]);

/** Words that mean something else together. The names of resources in several words are added to these. */
export const phrases: ReadonlyMap<string, string> = new Map([
  ["port forward", "portforward"],
  ["create or update", "createorupdate"],
  ["create or replace", "createorreplace"],
  ["run command", "runcommand"],
  ["roll back", "rollback"],
  ["clean up", "cleanup"],
  ["tear down", "teardown"],
  ["take down", "takedown"],
  ["shut down", "shutdown"],
  ["get rid of", "getridof"],
  ["kick off", "kickoff"],
  ["set up", "provision"],
  ["look up", "lookup"],
  ["health check", "healthcheck"],
  ["resource usage", "usage"],
  ["resource utilization", "usage"],
  ["resource consumption", "usage"],
  ["all namespaces", "all"],
  ["all namespace", "all"],
  ["dry run", "diff"],
  ["service mesh", "servicemesh"],
  ["virtual service", "virtualservice"],
  ["event bus", "eventbus"],
  ["event source", "eventsource"],
  ["api server", "apiserver"],
  ["api version", "apiversion"],
  ["api versions", "apiversions"],
  ["git ops", "gitops"],
]);

/** Openings of a description that say nothing: “This tool allows you to list …”. */
export const openings = split(
  "this tool tools a an the to that which used use for allow allows you your users user will can lets let helps help please kubernetes k8s kubectl it is be able one provides provide utility",
);

/** Clauses that tell by what means, not what: “通过集群和名称，重启 …”. */
export const meansClauses = /^(?:通过|根据|基于|按照?|针对|使用|利用)/;
