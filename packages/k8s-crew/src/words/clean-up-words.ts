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
  pvc: { zh: "{count} 个未绑定的 PVC", en: "{count} unbound {count|PVC|PVCs}" },
  found: { zh: "可以考虑清理：{kinds}。", en: "Worth cleaning up: {kinds}." },
  nothing: { zh: "没有需要清理的。", en: "Nothing to clean up." },
  nothingSeen: { zh: "在看得到的范围内，没有需要清理的。", en: "Nothing to clean up, as far as could be seen." },
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
