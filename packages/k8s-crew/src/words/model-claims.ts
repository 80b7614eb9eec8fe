import type { Language } from "../language/types.ts";
import { fill, type Slots } from "./fill.ts";

/** What is said about what a model says: that it was cut, could not be used, or was not held against the cluster. */
const words = {
  planCut: {
    zh: "模型规划了 {count} 个步骤，只执行前 {limit} 个。",
    en: "The model planned {count} steps; only the first {limit} are made.",
  },
  askInstead: {
    zh: "我没能把这句话变成可以执行的计划。你想看什么？可以换个说法，也可以选一个：",
    en: "I could not make a plan of that. What do you want to see? Say it in other words, or pick one:",
  },
  nothingDone: {
    zh: "模型说它做了什么，但它什么都没有改变；它的话没有显示。",
    en: "The model said that it had done something, but nothing has changed by it; its words are left out.",
  },
  lookedInstead: {
    zh: "模型没有查看集群就回答了，它的话没有显示；这里以内置规则的理解为准。",
    en: "The model answered without looking at the cluster; its words are left out, and the request is taken as the built-in rules read it.",
  },
  cutShort: { zh: "{text}……（模型的话太长，后面的没有显示）", en: "{text} … (the model said more than is shown)" },
  commandLeftOut: {
    zh: "（这里有一条会改动东西的命令“{command}”，没有核对过，已去掉）",
    en: "(a command that changes things, “{command}”: nothing of it was checked, so it is left out)",
  },
  otherState: {
    zh: "{text}（读到的结果里没有这个状态）",
    en: "{text} (no result says so)",
  },
  unverified: {
    zh: "未经核实——模型没有查看集群就这样说：\n{text}",
    en: "Not verified: the model says this without having looked at the cluster:\n{text}",
  },
  notInLanguage: {
    zh: "模型的说明不是中文，没有显示；以上是读到的事实。",
    en: "The model's explanation was not in English and is left out; the facts above are what was read.",
  },
  partNotInLanguage: {
    zh: "模型的说明有一部分不是中文，没有显示。",
    en: "A part of the model's explanation was not in English and is left out.",
  },
  otherCount: {
    zh: "{text}（读到的结果里没有这个数目）",
    en: "{text} (no result says so many)",
  },
  notAllFine: {
    zh: "{text}（读到的结果里有异常）",
    en: "{text} (the results show trouble)",
  },
  quarantined: {
    zh: "模型服务拒绝处理 {tool} 返回的内容；已去掉这部分再问了一次。",
    en: "The model service refused what {tool} returned; it was asked once more without that.",
  },
  quarantinedData: {
    zh: "模型服务拒绝处理附带的数据或之前的对话；已去掉这部分再问了一次。",
    en: "The model service refused the data or the earlier conversation that came with it; it was asked once more without that.",
  },
} as const;

type ModelClaimWord = keyof typeof words;

export const sayOfModel = (language: Language, word: ModelClaimWord, slots: Slots = {}): string =>
  fill(words[word][language], slots);
