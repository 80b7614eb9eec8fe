import type { Language } from "../conversation/output.ts";
import { fill, type Slots } from "./fill.ts";

/** The words of the cluster survey. */
const words = {
  headline: { zh: "共 {clusters} 个集群", en: "{clusters} cluster(s)" },
  inNamespace: { zh: "（只看命名空间 {namespace}）", en: " (namespace {namespace} only)" },
  allWell: { zh: "，没有发现问题。", en: ", nothing wrong found." },
  attention: {
    zh: "，发现 {troubles} 个问题，{down} 个集群无法读取。",
    en: ", {troubles} problem(s) found, {down} cluster(s) could not be read.",
  },
  cluster: { zh: "集群", en: "CLUSTER" },
  current: { zh: "（当前）", en: " (current)" },
  theCluster: { zh: "当前集群", en: "this cluster" },
  state: { zh: "状态", en: "STATE" },
  version: { zh: "版本", en: "VERSION" },
  nodes: { zh: "节点", en: "nodes" },
  nodesReady: { zh: "节点就绪", en: "NODES READY" },
  memory: { zh: "内存", en: "MEMORY" },
  namespace: { zh: "命名空间", en: "NAMESPACE" },
  thing: { zh: "对象", en: "OBJECT" },
  what: { zh: "问题", en: "PROBLEM" },
  wrong: { zh: "有问题的地方：", en: "What is wrong, and where:" },
  more: { zh: "还有 {count} 个没有列出。", en: "{count} more are not shown." },
  unknownPods: { zh: "未知", en: "unknown" },
  podLine: { zh: "{cluster} 的 Pod：{pods}", en: "Pods of {cluster}: {pods}" },
  fine: { zh: "正常", en: "fine" },
  troubles: { zh: "{count} 个问题", en: "{count} problem(s)" },
  restarts: { zh: "重启 {count} 次", en: "{count} restarts" },
  unlisted: { zh: "此服务器未提供", en: "not listed by this server" },
  notSelectable: { zh: "此服务器不能选择集群", en: "this server cannot choose a cluster" },
  used: { zh: "已用 {value}", en: "{value} used" },
  capacity: { zh: "共 {value}", en: "{value} in all" },
  usedOf: { zh: "{used} / {capacity}（{percent}%）", en: "{used} / {capacity} ({percent}%)" },
  forbidden: { zh: "没有权限查看：{what}", en: "no permission to list: {what}" },
  forbiddenNamespaces: { zh: "没有读到这些命名空间：{names}", en: "these namespaces could not be read: {names}" },
  namespacesLeft: {
    zh: "此服务器一次只能列一个命名空间：读了 {read} 个，共 {total} 个",
    en: "this server lists one namespace at a time: {read} of {total} were read",
  },
  detailsLeft: {
    zh: "此服务器的列表不含状态，逐个读取了 {total} 个 Pod 中的 {read} 个（先读可能有问题的）",
    en: "this server's list has no states; {read} of {total} pods were read one by one, suspects first",
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
    zhRemedy: "请检查 kubeconfig 里的上下文名称。",
    enRemedy: "Check the context names in your kubeconfig.",
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
    zhRemedy: "括号里是现有的命名空间。",
    enRemedy: "The namespaces that exist are named in brackets.",
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
