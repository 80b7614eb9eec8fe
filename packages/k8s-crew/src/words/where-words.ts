import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

/** Where something was looked for, with the cluster: of several, no answer of one is that of all. */
const words = {
  everywhereIn: { zh: "集群 {cluster} 的所有命名空间", en: "all namespaces of cluster {cluster}" },
  askNamespaceIn: {
    zh: "集群 {cluster} 有以下命名空间。你觉得{thing}可能在哪个里面？",
    en: "Cluster {cluster} has these namespaces. Where should I look for {thing}?",
  },
  askNamespaceListIn: {
    zh: "要看集群 {cluster} 的哪个命名空间？",
    en: "Which namespace of cluster {cluster} do you want to see?",
  },
  didYouMeanIn: {
    zh: "集群 {cluster} 里没有叫“{said}”的{resource}。你是不是指：",
    en: "Cluster {cluster} has no {resource} named “{said}”. Did you mean:",
  },
  noSuchIn: {
    zh: "集群 {cluster} 里没有叫“{said}”的{resource}。请从现有的里选一个，或输入“取消”放弃：",
    en: "Cluster {cluster} has no {resource} named “{said}”. Pick one of these, or type “cancel” to give up:",
  },
  sameStage: {
    zh: "集群 {cluster} 里没有命名空间 {said}，看的是那里的 {namespace}。",
    en: "Cluster {cluster} has no namespace {said}; what follows is from its {namespace}.",
  },
  anywhere: {
    zh: "集群 {cluster} 里没有命名空间 {said}，看的是那里的所有命名空间。",
    en: "Cluster {cluster} has no namespace {said}; all its namespaces were looked into.",
  },
  otherCluster: {
    zh: "集群 {cluster} 里没有命名空间 {said}，集群 {there} 里有，看的是那里的。",
    en: "Cluster {cluster} has no namespace {said}; {there} has one, and what follows is from there.",
  },
  otherClusters: {
    zh: "集群 {cluster} 里没有命名空间 {said}，这几个集群里有：{there}。要看哪个？",
    en: "Cluster {cluster} has no namespace {said}, but these clusters have one: {there}. Which one?",
  },
  onlyThere: {
    zh: "只看了之前的命名空间 {namespace}（要看全部，就说“所有命名空间”）。",
    en: "Only namespace {namespace} from before was looked at (for all of them say “in all namespaces”).",
  },
  severalLike: {
    zh: "那里没有叫 {name} 的 {noun}，名称里带它的有几个。你要的是哪个，就用哪条命令：",
    en: "No {noun} there is called {name}; several have it in their name. Use the command for the one that you mean:",
  },
  lost: {
    zh: "（没有找到叫 {said} 的命名空间，命令里的 <namespace> 要换成实际的。）",
    en: "(No namespace is called {said}: put the right one in place of <namespace>.)",
  },
} satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export const sayWhere = (language: Language, word: keyof typeof words, slots: Slots): string =>
  fill(words[word][language], slots);
