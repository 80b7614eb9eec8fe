import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

/** What is said where things were asked for on a node that there is not. */
const words = {
  none: {
    zh: "节点 {node} 不存在（{where}）。现有的节点：{names}。",
    en: "There is no node {node} in {where}. There are: {names}.",
  },
  near: {
    zh: "节点 {node} 不存在（{where}）。是不是 {names}？",
    en: "There is no node {node} in {where}. Did you mean {names}?",
  },
  there: { zh: "节点 {node} 上有哪些 Pod", en: "List pods on node {node}" },
} as const;

export const sayNodeDoubt = (language: Language, word: keyof typeof words, slots: Slots = {}): string =>
  fill(words[word][language], slots);
