import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

/** Every sentence of an answer. `{slots}` are filled in; the same slots in both languages. */
export const reportWords = {
  counted: { zh: "共 {count} 个{noun}{place}：{groups}", en: "{count} {noun}{place}: {groups}" },
  countedPlain: { zh: "共 {count} 个{noun}{place}", en: "{count} {noun}{place}" },
  matched: { zh: "共 {total} 个{noun}，符合条件 {count} 个{place}", en: "{count} of {total} {noun} match{place}" },
  noneMatches: { zh: "共 {total} 个{noun}，没有符合条件的{place}。", en: "None of {total} {noun} matches{place}." },
  calledByNone: {
    zh: "没有名称含“{name}”的{noun}{place}；不看名称的话，有这些：",
    en: "No {noun} has “{name}” in its name{place}; without that word there is this:",
  },
  noneBroken: { zh: "共 {total} 个{noun}，没有发现异常{place}。", en: "No trouble found in {total} {noun}{place}." },
  untoldAll: {
    zh: "共 {total} 个{noun}{place}。此服务器的列表不含{what}，无法判断哪些符合条件。",
    en: "{total} {noun}{place}. This server's list shows no {what}, so which of them match cannot be told.",
  },
  untoldSome: {
    zh: "另有 {count} 个{noun}没有读到{what}，是否符合条件未知。",
    en: "Of {count} more {noun} no {what} could be read; whether they match is unknown.",
  },
  serverLimit: {
    zh: "服务器默认最多返回 {count} 个{noun}，可能还有更多没有列出。",
    en: "The server stops at {count} {noun} unless told otherwise; there may be more.",
  },
  askedReady: { zh: "是否就绪", en: "readiness" },
  askedState: { zh: "状态", en: "states" },
  askedType: { zh: "事件类型", en: "types" },
  askedAge: { zh: "创建时间", en: "ages" },
  askedRestarts: { zh: "重启次数", en: "restart counts" },
  askedNode: { zh: "所在节点", en: "nodes" },
  onNode: { zh: "节点 {node} 上", en: "on node {node}" },
  askedUsage: { zh: "用量", en: "usage" },
  empty: { zh: "没有{noun}{place}。", en: "No {noun}{place}." },
  emptyInDoubt: {
    zh: "服务器没有列出任何{noun}{place}。运行中的集群不会一个都没有：可能没有读全，或者没有权限看到，请再试一次。",
    en: "The server listed no {noun}{place}. A running cluster is never without any: the list was cut off, or may not be seen. Try again.",
  },
  inNamespace: { zh: "命名空间 {namespace}", en: "namespace {namespace}" },
  inAllNamespaces: { zh: "所有命名空间", en: "all namespaces" },
  inCluster: { zh: "集群 {cluster}", en: "cluster {cluster}" },
  inCurrentCluster: { zh: "当前集群", en: "the current cluster" },
  ofThing: { zh: "{thing}", en: "of {thing}" },
  named: { zh: "{name}", en: "named {name}" },
  nameContains: { zh: "名称含“{name}”", en: "(name contains “{name}”)" },
  more: { zh: "还有 {count} 行未显示", en: "{count} more {count|row|rows} not shown" },
  ready: { zh: "就绪", en: "ready" },
  notReady: { zh: "未就绪", en: "not ready" },
  unknown: { zh: "未知", en: "unknown" },
  attention: { zh: "需要注意：", en: "Needs attention:" },
  current: { zh: "当前", en: "current" },
  details: { zh: "{thing} 详情{place}：", en: "Details of {thing}{place}:" },
  logHeading: { zh: "{thing} 的日志{place}：", en: "Log of {thing}{place}:" },
  previousLogHeading: {
    zh: "{thing} 上一次运行的日志{place}：",
    en: "Log of {thing} before its last restart{place}:",
  },
  logEmpty: { zh: "{thing} 没有日志输出{place}。", en: "No log output of {thing}{place}." },
  logErrors: {
    zh: "{thing} 的日志{place}共 {total} 行，其中 {count} 行错误：",
    en: "Error lines in the log of {thing}{place}: {count} of {total}",
  },
  logNoErrors: {
    zh: "{thing} 的日志{place}共 {total} 行，没有发现错误。",
    en: "No errors found in the log of {thing}{place} (lines: {total}).",
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
