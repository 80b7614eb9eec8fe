import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

/** What is said when a person turns to another place. */
const words = {
  switched: { zh: "好的，接下来看{place}。", en: "All right, I look at {place} from now on." },
  cluster: { zh: "集群 {name}", en: "cluster {name}" },
  namespace: { zh: "命名空间 {name}", en: "namespace {name}" },
  which: { zh: "要切换到哪个集群？现在可以看：{names}。", en: "Which cluster? There are: {names}." },
  unknown: {
    zh: "没有叫“{name}”的集群或命名空间。现有的集群：{names}。",
    en: "There is no cluster or namespace named “{name}”. Clusters: {names}.",
  },
  unknownHere: {
    zh: "没有叫“{name}”的集群，当前集群里也没有这个命名空间（有 {namespaces}）。现有的集群：{names}。",
    en: "No cluster is named “{name}”, and the current one has no namespace of that name (it has {namespaces}). Clusters: {names}.",
  },
  unknownIn: {
    zh: "没有叫“{name}”的集群，集群 {cluster} 里也没有这个命名空间（有 {namespaces}）。现有的集群：{names}。",
    en: "No cluster is named “{name}”, and cluster {cluster} has no namespace of that name (it has {namespaces}). Clusters: {names}.",
  },
  elsewhere: {
    zh: "集群 {cluster} 里没有命名空间 {name}，{there} 里有。要看那里，先切换集群；现在还没有切换。",
    en: "Cluster {cluster} has no namespace {name}; {there} {count|has|have} one. Switch to that cluster to look there; nothing is switched yet.",
  },
  one: { zh: "只有一个集群：{names}。", en: "There is one cluster only: {names}." },
  switchTo: { zh: "切换到 {name}", en: "Switch to {name}" },
  switchMessage: { zh: "切换到 {name} 集群", en: "switch to {name}" },
} as const;

export const saySwitch = (language: Language, word: keyof typeof words, slots: Slots = {}): string =>
  fill(words[word][language], slots);
