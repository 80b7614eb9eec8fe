import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

/** What is said where a reply to a question is taken by another way than a name or a number. */
const words = {
  holds: { zh: "{what} 在 {place}，就看那里。", en: "{what} is in {place}; that is taken." },
  holdSeveral: { zh: "好几处都有 {what}，是哪一个？", en: "{what} is in several places. Which one?" },
  holdsNone: { zh: "哪里都没有找到 {what}。", en: "Found {what} nowhere." },
  isNamespace: {
    zh: "“{word}”是集群 {cluster} 里的命名空间，就看那里。",
    en: "“{word}” is a namespace of cluster {cluster}; that is taken.",
  },
  isNamespaceOf: {
    zh: "“{word}”是命名空间，这几个集群里都有，是哪个集群？",
    en: "“{word}” is a namespace, and several clusters have one. Which cluster?",
  },
  isThing: {
    zh: "“{word}”不是{asked}，是{place}里的 {noun}，就看它。",
    en: "“{word}” is no {asked} but a {noun} in {place}; that is looked at.",
  },
  isThingInstead: {
    zh: "“{word}”不是{asked}，是{place}里的 {noun}，改为看它，不看 {before}。",
    en: "“{word}” is no {asked} but a {noun} in {place}; that is looked at instead of {before}.",
  },
  isThingIn: {
    zh: "“{word}”不是{asked}，是 {noun}，在几处都有，是哪一个？",
    en: "“{word}” is no {asked} but a {noun}, and it is in several places. Which one?",
  },
  inNamespace: { zh: "命名空间 {namespace}", en: "namespace {namespace}" },
  inCluster: { zh: "集群 {cluster}", en: "cluster {cluster}" },
  inBoth: { zh: "集群 {cluster} 的命名空间 {namespace}", en: "namespace {namespace} of cluster {cluster}" },
  noPrevious: {
    zh: "这次对话里还没有用过别的，请从列表里选。",
    en: "Nothing was used before in this conversation; pick one of these.",
  },
  tookPrevious: { zh: "用上一次的：{value}。", en: "The one from before: {value}." },
  tookAny: { zh: "选了 {value}。", en: "Took {value}." },
  atFirst: {
    zh: "这已经是第一个问题了，前面没有可以回去的。",
    en: "This is the first question; there is none before it.",
  },
  equal: { zh: "在这一点上它们都一样。", en: "They are all alike in that." },
  isCurrent: { zh: "当前的是 {choice}。", en: "The current one is {choice}." },
  skipped: {
    zh: "集群 {cluster} 里没有命名空间 {namespace}，跳过了。",
    en: "Cluster {cluster} has no namespace {namespace}; it was left out.",
  },
} as const;

export const sayChoice = (language: Language, word: keyof typeof words, slots: Slots = {}): string =>
  fill(words[word][language], slots);
