import type { Language } from "../language/types.ts";
import { fill, type Slots } from "./fill.ts";

/** What is said about things that have done their work and may go. */
const words = {
  pod: { zh: "{count} 个已结束的 Pod", en: "{count} ended {count|pod|pods}" },
  job: { zh: "{count} 个已结束的 Job", en: "{count} ended {count|Job|Jobs}" },
  replicaset: {
    zh: "{count} 个副本数为 0 的 ReplicaSet",
    en: "{count} {count|ReplicaSet|ReplicaSets} with 0 replicas",
  },
  deployment: {
    zh: "{count} 个副本数为 0 的 Deployment",
    en: "{count} {count|Deployment|Deployments} with 0 replicas",
  },
  statefulset: {
    zh: "{count} 个副本数为 0 的 StatefulSet",
    en: "{count} {count|StatefulSet|StatefulSets} with 0 replicas",
  },
  endpoint: { zh: "{count} 个没有后端的 Service", en: "{count} {count|Service|Services} without endpoints" },
  pv: { zh: "{count} 个未绑定的 PV", en: "{count} unbound {count|PV|PVs}" },
  pvc: { zh: "{count} 个没有 Pod 使用的 PVC", en: "{count} {count|PVC|PVCs} that no pod uses" },
  service: {
    zh: "{count} 个选不到任何 Pod 的 Service",
    en: "{count} {count|Service|Services} that {count|selects|select} no pod",
  },
  configmap: {
    zh: "{count} 个没有 Pod 使用的 ConfigMap",
    en: "{count} {count|ConfigMap|ConfigMaps} that no pod uses",
  },
  secret: { zh: "{count} 个没有 Pod 使用的 Secret", en: "{count} {count|Secret|Secrets} that no pod uses" },
  namespace: { zh: "{count} 个没有 Pod 的命名空间", en: "{count} {count|namespace|namespaces} without pods" },
  found: { zh: "可以考虑清理：{kinds}。", en: "Worth cleaning up: {kinds}." },
  nothing: { zh: "没有需要清理的。", en: "Nothing to clean up." },
  nothingSeen: { zh: "在看得到的范围内，没有需要清理的。", en: "Nothing to clean up, as far as could be seen." },
  toDelete: { zh: "确认没用之后可以这样删：", en: "Once you are sure, this deletes them:" },
  toLookInto: { zh: "先看看里面还有什么：", en: "Look first at what else is in there:" },
  untouched: {
    zh: "以上都只是查看，什么都没有删。镜像、CRD 的对象和控制器自己读取的东西没有看。",
    en: "All of this was only looked at; nothing was deleted. Not looked at: images, objects of CRDs, and what controllers read by themselves.",
  },
  noneThere: { zh: "{where}：没有。", en: "{where}: there are none." },
  noneOf: { zh: "{where}：看了 {count} 个，没有要清理的。", en: "{where}: {count} looked at, none to clean up." },
  untold: {
    zh: "{where}：有 {count} 个看不出状态，没有算进去。",
    en: "{where}: {count} {count|does|do} not tell their state and {count|is|are} not counted.",
  },
} as const;

export type CleanUpWord = keyof typeof words;

export const say = (language: Language, word: CleanUpWord, slots: Slots = {}): string =>
  fill(words[word][language], slots);

export const isCleanUpWord = (word: string): word is CleanUpWord => word in words;
