import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

const sentences = {
  most: { zh: "{what}最多的是{place}{name}：{value}。", en: "Most {what}: {name} ({value})." },
  fewest: {
    zh: "{what}最少的是{place}{name}：{value}（一个都没有的没列出）。",
    en: "Fewest {what}: {name} ({value}; places without any are not listed).",
  },
  uses: { zh: "{what}用得最多的是{place}{name}：{value}。", en: "Most {what} is used by {name}: {value}." },
  usesLeast: { zh: "{what}用得最少的是{place}{name}：{value}。", en: "Least {what} is used by {name}: {value}." },
  none: { zh: "都没有{what}。", en: "None has any {what}." },
  namespace: { zh: "命名空间 ", en: "namespace " },
  node: { zh: "节点 ", en: "node " },
  restarts: { zh: "重启次数", en: "restarts" },
  memory: { zh: "内存", en: "memory" },
  cpu: { zh: "CPU", en: "CPU" },
  oldest: { zh: "最早创建的是 {names}（{value}）。", en: "The oldest: {names} ({value})." },
  newest: { zh: "最新创建的是 {names}（{value}）。", en: "The newest: {names} ({value})." },
  most_restarts: {
    zh: "重启最多的是 {names}（{value} 次）。",
    en: "Restarted most: {names} ({value} {value|time|times}).",
  },
  noRestarts: { zh: "都没有重启过。", en: "None was ever restarted." },
  largest: { zh: "最大的是 {names}（{value}）。", en: "The largest: {names} ({value})." },
  most_cpu: { zh: "CPU 用得最多的是 {names}（{value}）。", en: "Most CPU is used by {names} ({value})." },
  most_memory: { zh: "内存用得最多的是 {names}（{value}）。", en: "Most memory is used by {names} ({value})." },
  andOthers: { zh: "等 {count} 个", en: " and {count} more" },
} satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export type RankingSentence = keyof typeof sentences;

export const sayRanked = (language: Language, sentence: RankingSentence, slots: Slots = {}): string =>
  fill(sentences[sentence][language], slots);
