import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

/** The words of the cluster survey. */
const words = {
  headline: { zh: "共 {clusters} 个集群{place}", en: "{clusters} {clusters|cluster|clusters}{place}" },
  oneOfMany: {
    zh: "此服务器不能选择集群，也不说明它连接的是哪一个（{names}）。下面是它所连接的那一个{place}",
    en: "This server cannot choose a cluster and does not say which it is connected to ({names}). Below is the one that it is{place}",
  },
  notThatOne: {
    zh: "此服务器不能选择集群。下面是它所连接的那一个{place}，不一定是 {names}",
    en: "This server cannot choose a cluster. Below is the one that it is connected to{place}, which may not be {names}",
  },
  anotherOne: {
    zh: "此服务器不能选择集群。下面是它所连接的 {one}{place}，不是 {names}",
    en: "This server cannot choose a cluster. Below is {one}, which it is connected to{place}, not {names}",
  },
  only: { zh: "（只看{what}）", en: " (only {what})" },
  inNamespace: { zh: "命名空间 {namespace}", en: "namespace {namespace}" },
  ofName: { zh: "名称含 {name} 的对象", en: "what is called {name}" },
  and: { zh: "里", en: ", " },
  or: { zh: "或", en: " or " },
  nothingJudged: { zh: "。", en: "." },
  nothingFound: { zh: "：没有找到{what}。", en: ": {what} was not found." },
  nothingAtAll: { zh: "要看的内容", en: "what was asked about" },
  attention: { zh: "，发现 {troubles} 个问题。", en: ", {troubles} {troubles|problem|problems} found." },
  noneRead: { zh: "，{down} 个集群无法读取。", en: ", {down} {down|cluster|clusters} could not be read." },
  attentionAndDown: {
    zh: "，发现 {troubles} 个问题，{down} 个集群无法读取。",
    en: ", {troubles} {troubles|problem|problems} found, {down} {down|cluster|clusters} could not be read.",
  },
  cluster: { zh: "集群", en: "CLUSTER" },
  current: { zh: "（当前）", en: " (current)" },
  sameServer: {
    zh: "{name} 和 {as} 是同一个集群（API 地址相同），所以只用 {as} 看了一遍。",
    en: "{name} leads to the same cluster as {as} (same API address), so it was looked at once, as {as}.",
  },
  listOfClusters: { zh: "集群列表", en: "list of clusters" },
  unnamed: {
    zh: "此服务器不说明它连接的集群叫什么；如果指的是集群，请问“集群状态”。",
    en: "this server does not say what its cluster is called; if a cluster was meant, ask for the cluster status",
  },
  theCluster: { zh: "当前集群", en: "this cluster" },
  state: { zh: "状态", en: "STATE" },
  version: { zh: "版本", en: "VERSION" },
  nodes: { zh: "节点", en: "nodes" },
  nodesReady: { zh: "节点就绪", en: "NODES READY" },
  nodesShort: { zh: "节点", en: "NODES" },
  pods: { zh: "Pod", en: "PODS" },
  memory: { zh: "内存", en: "MEMORY" },
  namespace: { zh: "命名空间", en: "NAMESPACE" },
  thing: { zh: "对象", en: "OBJECT" },
  what: { zh: "问题", en: "PROBLEM" },
  wrong: { zh: "有问题的地方：", en: "What is wrong, and where:" },
  more: { zh: "还有 {count} 个没有列出。", en: "{count} more are not shown." },
  unknown: { zh: "未知", en: "unknown" },
  podLine: { zh: "{cluster}：Pod {pods}", en: "Pods of {cluster}: {pods}" },
  troubles: { zh: "{count} 个问题", en: "{count} {count|problem|problems}" },
  untold: { zh: "未说明", en: "not told" },
  restarts: { zh: "重启 {count} 次", en: "{count} {count|restart|restarts}" },
  unlisted: { zh: "此服务器未提供", en: "not listed by this server" },
  notSelectable: { zh: "此服务器不能选择集群", en: "this server cannot choose a cluster" },
  capacity: { zh: "总量", en: "CAPACITY" },
  requests: { zh: "请求", en: "REQUESTS" },
  usage: { zh: "用量", en: "USAGE" },
  shareOf: { zh: "{value}（{percent}%）", en: "{value} ({percent}%)" },
  partOf: { zh: "{value}（{total} 个中的 {of} 个）", en: "{value} ({of} of {total})" },
  notRead: { zh: "没有读到：{kinds}", en: "not read: {kinds}" },
  remedy: { zh: "{cause}。{remedy}", en: "{cause}. {remedy}" },
  because: { zh: "{what}（{words}）", en: "{what} ({words})" },
  noToolFor: {
    zh: "没有看（此服务器没有列出它们的工具）：{kinds}",
    en: "Not looked at, this server has no tool that lists them: {kinds}",
  },
  namespacesFailed: {
    zh: "没有读到这些命名空间（{cause}）：{names}",
    en: "these namespaces could not be read ({cause}): {names}",
  },
  namespacesLeft: {
    zh: "此服务器一次只能列一个命名空间：读了 {read} 个，共 {total} 个",
    en: "this server lists one namespace at a time: {read} of {total} were read",
  },
  podDetailsLeft: {
    zh: "此服务器的列表不含状态，逐个读取了 {total} 个 Pod 中的 {read} 个（先读可能有问题的）",
    en: "this server's list has no states; {read} of {total} pods were read one by one, suspects first",
  },
  detailsLeft: {
    zh: "此服务器的列表不含状态，逐个读取了 {total} 个{what}中的 {read} 个",
    en: "this server's list has no states; {read} of {total} ({what}) were read one by one",
  },
  detailsFailed: {
    zh: "逐个读取时有 {failed} 个{what}没有读到（{cause}）",
    en: "{failed} {failed|single read|single reads} failed ({what}): {cause}",
  },
  readinessUntold: {
    zh: "此服务器的 Pod 列表不说容器是否就绪，Running 的 Pod 也可能没有就绪",
    en: "this server's list of pods does not say whether they are ready: some that are Running may not be",
  },
} as const;

/** Why a cluster or a kind could not be read, and what helps. */
const causes: {
  readonly [cause: string]: {
    readonly zh: string;
    readonly en: string;
    readonly zhRemedy: string;
    readonly enRemedy: string;
  };
} = {
  dead: {
    zh: "连接不上",
    en: "unreachable",
    zhRemedy: "请检查集群是否在运行、网络或 VPN 是否可用。",
    enRemedy: "Check that the cluster runs and that your network or VPN reaches it.",
  },
  timeout: {
    zh: "超时",
    en: "timed out",
    zhRemedy: "5 秒内没有回应，请检查网络或稍后再试。",
    enRemedy: "It did not answer within 5 s; check the network or try again.",
  },
  expired: {
    zh: "凭证已过期",
    en: "credentials expired",
    zhRemedy: "请重新登录该集群后再试。",
    enRemedy: "Log in to that cluster again.",
  },
  certificate: {
    zh: "证书有问题",
    en: "certificate problem",
    zhRemedy: "请更新 kubeconfig 里的证书。",
    enRemedy: "Renew the certificates in your kubeconfig.",
  },
  forbidden: {
    zh: "没有权限",
    en: "forbidden",
    zhRemedy: "请向管理员申请只读权限。",
    enRemedy: "Ask an administrator for read access.",
  },
  unknown_context: {
    zh: "没有这个集群",
    en: "unknown context",
    zhRemedy: "请检查集群的名称；有列出的话，括号里是相近的或现有的。",
    enRemedy: "Check the cluster's name; in brackets, where listed, are those that are near to it or that exist.",
  },
  failed: { zh: "读取失败", en: "could not be read", zhRemedy: "", enRemedy: "" },
  invalid: { zh: "读取失败", en: "could not be read", zhRemedy: "", enRemedy: "" },
  unreadable: { zh: "无法理解服务器的回答", en: "the answer could not be understood", zhRemedy: "", enRemedy: "" },
  not_found: { zh: "不存在", en: "not found", zhRemedy: "", enRemedy: "" },
  unknown_kind: { zh: "集群没有这种资源", en: "the cluster has no such kind", zhRemedy: "", enRemedy: "" },
  no_metrics: { zh: "集群没有指标服务", en: "the cluster has no metrics", zhRemedy: "", enRemedy: "" },
  empty: {
    zh: "列表为空",
    en: "empty list",
    zhRemedy: "运行中的集群不会一个都没有：可能没有读全，或者没有权限看到，请再试一次。",
    enRemedy: "A running cluster is never without any: it was cut off, or may not be seen. Try again.",
  },
  incomplete: { zh: "没有全部读到", en: "not all could be read", zhRemedy: "", enRemedy: "" },
  busy: {
    zh: "服务器太忙",
    en: "too many requests",
    zhRemedy: "请稍后再试。",
    enRemedy: "Try again later.",
  },
  unavailable: { zh: "服务不可用", en: "unavailable", zhRemedy: "请稍后再试。", enRemedy: "Try again later." },
  no_tool: {
    zh: "没有可用的工具",
    en: "no tool for it",
    zhRemedy: "服务器没有提供能读取它的工具，请检查 MCP 服务器。",
    enRemedy: "The server offers no tool that reads it; check the MCP server.",
  },
  no_namespace: {
    zh: "没有这个命名空间",
    en: "no such namespace",
    zhRemedy: "括号里是相近的或现有的命名空间。",
    enRemedy: "In brackets: the namespaces that exist, or those that are like it.",
  },
  nothing_there: {
    zh: "没有读到任何东西",
    en: "nothing was found there",
    zhRemedy: "命名空间是否存在无法确认。",
    enRemedy: "Whether the namespace exists could not be told.",
  },
  no_such_name: {
    zh: "没有找到这个名称",
    en: "nothing of that name",
    zhRemedy: "括号里是相近的或现有的名称。",
    enRemedy: "In brackets: the names that exist, or those that are like it.",
  },
  cancelled: { zh: "已取消", en: "cancelled", zhRemedy: "", enRemedy: "" },
};

type Word = keyof typeof words;

/** A sentence of the survey in a language, its `{slots}` filled. */
export const say = (language: Language, word: Word, slots: Slots = {}): string => fill(words[word][language], slots);

export const causeWord = (language: Language, cause: string): string =>
  causes[cause]?.[language] ?? (language === "zh" ? "读取失败" : "could not be read");

export const remedyFor = (language: Language, cause: string): string =>
  causes[cause]?.[language === "zh" ? "zhRemedy" : "enRemedy"] ?? "";
