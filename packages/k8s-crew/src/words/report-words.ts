import { resourceByKey } from "../catalog/resources.ts";
import type { Language } from "../conversation/output.ts";
import { fill, type Slots } from "./fill.ts";

/** Every sentence of an answer. `{slots}` are filled in; the same slots in both languages. */
export const reportWords = {
  counted: { zh: "共 {count} 个{noun}{place}：{groups}", en: "{count} {noun}{place}: {groups}" },
  countedPlain: { zh: "共 {count} 个{noun}{place}", en: "{count} {noun}{place}" },
  matched: { zh: "共 {total} 个{noun}，符合条件 {count} 个{place}", en: "{count} of {total} {noun} match{place}" },
  noneMatches: { zh: "共 {total} 个{noun}，没有符合条件的{place}。", en: "None of {total} {noun} matches{place}." },
  noneBroken: { zh: "共 {total} 个{noun}，没有发现异常{place}。", en: "No trouble found in {total} {noun}{place}." },
  empty: { zh: "没有{noun}{place}。", en: "No {noun}{place}." },
  placeNamespace: { zh: "（命名空间 {namespace}）", en: " in namespace {namespace}" },
  placeCluster: { zh: "（集群 {cluster}）", en: " in cluster {cluster}" },
  placeBoth: { zh: "（集群 {cluster}，命名空间 {namespace}）", en: " in namespace {namespace} of cluster {cluster}" },
  more: { zh: "还有 {count} 行未显示", en: "{count} more rows not shown" },
  ready: { zh: "就绪", en: "ready" },
  notReady: { zh: "未就绪", en: "not ready" },
  unknown: { zh: "未知", en: "unknown" },
  attention: { zh: "需要注意：", en: "Needs attention:" },
  current: { zh: "当前", en: "current" },
  details: { zh: "{thing} 详情：", en: "Details of {thing}:" },
  logHeading: { zh: "{thing} 的日志：", en: "Log of {thing}:" },
  previousLogHeading: { zh: "{thing} 上一次运行的日志：", en: "Log of {thing} before its last restart:" },
  logEmpty: { zh: "{thing} 没有日志输出。", en: "{thing} has logged nothing." },
  logErrors: {
    zh: "{thing} 的日志中有 {count} 行错误（共 {total} 行）：",
    en: "Error lines in the log of {thing}: {count} of {total}",
  },
  logNoErrors: {
    zh: "{thing} 的日志（共 {total} 行）中没有发现错误。",
    en: "No errors found in the log of {thing} (lines: {total}).",
  },
  linesLeftOut: { zh: "... 此处省略 {count} 行 ...", en: "... {count} lines left out ..." },
  linesShown: {
    zh: "[显示 {shown} 行，共 {total} 行；可指定行数或时间范围查看其余部分]",
    en: "[{shown} of {total} lines shown; ask for a number of lines or a time range to see the rest]",
  },
  done: { zh: "已完成。", en: "Done." },
  noContent: { zh: "工具没有返回内容。", en: "The tool returned nothing." },
  secretHidden: { zh: "（密文内容已隐藏，只显示键名）", en: "(Secret values are hidden; only their keys are shown)" },
  serverSaid: { zh: "服务器返回：{message}", en: "The server said: {message}" },
} satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export type ReportPhrase = keyof typeof reportWords;

/** A phrase in a language with its slots filled. */
export const say = (language: Language, phrase: ReportPhrase, slots: Slots = {}): string =>
  fill(reportWords[phrase][language], slots);

/** What things are called in an answer. Kinds that are not here go by their Kubernetes name. */
const nouns: Readonly<Record<string, { readonly zh: string; readonly en: string; readonly plural: string }>> = {
  pod: { zh: " Pod", en: "pod", plural: "pods" },
  node: { zh: "节点", en: "node", plural: "nodes" },
  namespace: { zh: "命名空间", en: "namespace", plural: "namespaces" },
  cluster: { zh: "集群", en: "cluster", plural: "clusters" },
  event: { zh: "事件", en: "event", plural: "events" },
  pvc: { zh: " PVC", en: "PVC", plural: "PVCs" },
  pv: { zh: " PV", en: "PV", plural: "PVs" },
  hpa: { zh: " HPA", en: "HPA", plural: "HPAs" },
  ingress: { zh: " Ingress", en: "Ingress", plural: "Ingresses" },
  networkpolicy: { zh: " NetworkPolicy", en: "NetworkPolicy", plural: "NetworkPolicies" },
  apiresource: { zh: "资源类型", en: "resource type", plural: "resource types" },
  helmrelease: { zh: " Helm Release", en: "Helm release", plural: "Helm releases" },
};

/** `Pod`, `3 pods`: the noun for so many things of a resource (key of the resource table). */
export function nounOf(resource: string, count: number, language: Language): string {
  const noun = nouns[resource];
  const kind = resourceByKey.get(resource)?.kind || "";
  if (language === "zh") return noun?.zh ?? (kind === "" ? "资源" : ` ${kind}`);
  const singular = noun?.en ?? (kind === "" ? "resource" : kind);
  return count === 1 ? singular : (noun?.plural ?? `${singular}${singular.endsWith("s") ? "es" : "s"}`);
}
