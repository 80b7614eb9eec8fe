import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

/** What a deletion takes away, and what a change came to; one sentence about one thing. */
const writeWords = {
  madeAnew: {
    zh: "{owner} 会重新创建一个。",
    en: "{owner} will make a new one in its place.",
  },
  notMadeAnew: {
    zh: "没有控制器管理它，删除后不会重新创建。",
    en: "No controller owns it: nothing will make it anew.",
  },
  podsGo: {
    zh: "它现在有 {count} 个副本，会一起删除。",
    en: "Its {count} {count|replica goes|replicas go} with it.",
  },
  allGoes: { zh: "里面的所有对象会一起删除。", en: "Everything in it goes with it." },
  dataGoes: { zh: "数据可能随之丢失。", en: "Its data may be lost with it." },
  gone: { zh: "检查结果：{thing} 已经不在了。", en: "Checked: {thing} is gone." },
  going: { zh: "检查结果：{thing} 还在：{status}。", en: "Checked: {thing} is still there: {status}." },
  stillThere: { zh: "检查结果：{thing} 还在。", en: "Checked: {thing} is still there." },
  anew: {
    zh: "检查结果：{thing} 已经重新创建：{status}。",
    en: "Checked: {thing} was made anew: {status}.",
  },
  allReady: {
    zh: "检查结果：{thing}：{desired} 个副本全部就绪。",
    en: "Checked: {thing}: {ready} of {desired} ready.",
  },
  notYetReady: {
    zh: "检查结果：{thing}：{desired} 个副本中 {ready} 个就绪，还没有全部就绪。",
    en: "Checked: {thing}: {ready} of {desired} ready, not all of them yet.",
  },
  notYetWanted: {
    zh: "检查结果：{thing} 还没有按 {wanted} 个副本运行：{desired} 个副本中 {ready} 个就绪。",
    en: "Checked: {thing} does not run {wanted} replicas yet: {ready} of {desired} ready.",
  },
  is: { zh: "检查结果：{thing}：{status}。", en: "Checked: {thing}: {status}." },
} as const;

export const sayWrite = (language: Language, word: keyof typeof writeWords, slots: Slots = {}): string =>
  fill(writeWords[word][language], slots);
