import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

const sentences = {
  howFull: {
    zh: "Kubernetes 的 API 只说卷有多大，不说用了多少。用了多少要看监控（kubelet_volume_stats_used_bytes），或在挂载它的容器里执行 df -h。",
    en: "The Kubernetes API tells how large a volume is, not how full. See metrics (kubelet_volume_stats_used_bytes), or run df -h in a container that mounts it.",
  },
  together: { zh: "合计 {amount}。", en: "Together {amount}." },
  users: { zh: "用到 {name} 的 Pod 有 {count} 个：", en: "{name} is used by {count} {count|pod|pods}:" },
  ofClass: {
    zh: "{name} 是一个 StorageClass：有 {claims} 个 PVC 用它，其中的卷由 {pods} 个 Pod 挂载。",
    en: "{name} is a StorageClass: {claims} {claims|claim is|claims are} of it, used by {pods} {pods|pod|pods}.",
  },
  noUser: {
    zh: "没有 Pod 用到叫 {name} 的 PVC、ConfigMap、Secret 或 ServiceAccount（看了 {count} 个 Pod）。",
    en: "No pod refers to a PVC, ConfigMap, Secret or ServiceAccount named {name} ({count} pods looked at).",
  },
  beyond: {
    zh: "没算在内：CronJob、缩到 0 的工作负载、Ingress 证书和控制器自己读取的。删除前请再确认。",
    en: "CronJobs, workloads scaled to 0, certificates of Ingresses and what controllers read by themselves do not count: check before you delete.",
  },
  silent: {
    zh: "另有 {count} 个 Pod 没有说明引用了什么，不能排除。",
    en: "{count} {count|pod|pods} did not tell what {count|it refers|they refer} to and may use it.",
  },
} satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export const sayStorage = (language: Language, sentence: keyof typeof sentences, slots: Slots = {}): string =>
  fill(sentences[sentence][language], slots);
