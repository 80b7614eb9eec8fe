import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

/** What leaves no room, as measures tell it. */
const words = {
  head: { zh: "可能有关的：", en: "What may have to do with it:" },
  nodeCpu: {
    zh: "节点 {name} 的 CPU 用到了 {percent}%：上面的一切都会变慢",
    en: "node {name} uses {percent}% of its CPU: everything on it gets slower",
  },
  nodeMemory: {
    zh: "节点 {name} 的内存用到了 {percent}%：接近驱逐 Pod 的程度",
    en: "node {name} uses {percent}% of its memory: close to evicting pods",
  },
  atMaximum: {
    zh: "HPA {name} 已到上限（{count} 个副本），不会再扩",
    en: "HPA {name} is at its maximum ({count} replicas) and adds no more",
  },
} as const;

export const sayPressure = (language: Language, word: keyof typeof words, slots: Slots = {}): string =>
  fill(words[word][language], slots);
