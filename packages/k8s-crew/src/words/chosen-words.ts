import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

/** What is said where a thing that was spoken of is asked for in another place. */
const words = {
  here: { zh: "这里", en: "here" },
  inNamespace: { zh: "命名空间 {namespace} 里", en: "in namespace {namespace}" },
  takenPlace: {
    zh: "（“{word}”按命名空间 {namespace} 理解。）",
    en: "(“{word}” was taken for namespace {namespace}.)",
  },
  takenPlaceIn: {
    zh: "（“{word}”按集群 {cluster} 的命名空间 {namespace} 理解。）",
    en: "(“{word}” was taken for namespace {namespace} of cluster {cluster}.)",
  },
  eitherPlace: {
    zh: "“{word}”可能指集群，也可能指命名空间，两处都有 {name}。要哪个，就用哪条 kubectl 命令：",
    en: "“{word}” may mean a cluster or a namespace, and {name} is in both. Use the kubectl command for the one that you mean:",
  },
  noSuchPod: {
    zh: "{where}没有 Pod {name}，所以没有它的事件。",
    en: "There is no pod {name} {where}, so it has no events there.",
  },
  noSuchPodButKin: {
    zh: "{where}没有 Pod {name}，所以没有它的事件。那里同一应用的 Pod：{names}。",
    en: "There is no pod {name} {where}, so it has no events there. Pods of the same application there: {names}.",
  },
  eventsOf: { zh: "看 {name} 的事件", en: "Check the events of {name}" },
  eventsOfIn: {
    zh: "看命名空间 {namespace} 里 {name} 的事件",
    en: "Check the events of {name} in namespace {namespace}",
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export const sayChosen = (language: Language, word: keyof typeof words, slots: Slots = {}): string =>
  fill(words[word][language], slots);
