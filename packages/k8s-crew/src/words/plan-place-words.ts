import type { Language } from "../language/types.ts";
import { fill, type Slots } from "./fill.ts";

/** What a word for a place was taken for, before a plan is shown. */
const words = {
  takenAsNamespace: {
    zh: "“{word}”按命名空间理解；要看集群 {clusters}，请说“只看集群 {clusters}”。",
    en: "I take “{word}” for the namespace; for the cluster {clusters} say “only cluster {clusters}”.",
  },
  takenAsCluster: {
    zh: "没有叫 {word} 的命名空间，按集群 {clusters} 理解。",
    en: "No namespace is called {word}: I take it for the cluster {clusters}.",
  },
  takenAsClusterNot: {
    zh: "没有叫 {word} 的命名空间，按集群 {clusters} 理解；如果是指命名空间 {namespaces}，请说“只看 {namespace}”。",
    en: "No namespace is called {word}: I take it for the cluster {clusters}; if you mean the namespace {namespaces}, say “only {namespace}”.",
  },
  takenAsNearest: {
    zh: "没有叫 {word} 的命名空间，按 {namespace} 理解。",
    en: "No namespace is called {word}: I take it for {namespace}.",
  },
} as const;

export const sayPlace = (language: Language, word: keyof typeof words, slots: Slots): string =>
  fill(words[word][language], slots);
