import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

/** Every sentence that quick commands, tips, explanations and the commands about them say. */
export const guidanceWords = {
  helpCommands: { zh: "命令：", en: "Commands:" },
  tipsOn: {
    zh: "小贴士已打开：每个回答最多一条，同一条不会重复。输入 /tips off 关闭。",
    en: "Tips are on: at most one an answer, none twice. /tips off turns them off.",
  },
  tipsOff: { zh: "小贴士已关闭。输入 /tips on 打开。", en: "Tips are off. /tips on turns them on." },
  kubectlOn: {
    zh: "回答会附上等价的 kubectl 命令。输入 /kubectl off 关闭。",
    en: "Answers come with the kubectl commands that do the same. /kubectl off turns them off.",
  },
  kubectlOff: {
    zh: "回答不再附上 kubectl 命令。输入 /kubectl on 打开。",
    en: "Answers come without kubectl commands. /kubectl on turns them on.",
  },
  onOrOff: { zh: "请输入 /{command} on 或 /{command} off。", en: "Type /{command} on or /{command} off." },
  nearestCommand: {
    zh: "没有命令 /{command}。你是不是想输入 /{nearest}？输入 /help 查看所有命令。",
    en: "There is no command /{command}. Did you mean /{nearest}? /help shows them all.",
  },
  tipOffer: {
    zh: "{tip}要我{label}吗？回复“好”就行。",
    en: "{tip} Say “yes” to {label}.",
  },
  source: { zh: "出处：{page}", en: "Source: {page}" },
  explainedUnknown: {
    zh: "“{said}”不在我的词汇表里，我不想乱猜。可以查 Kubernetes 文档：{page}",
    en: "“{said}” is not in my glossary, and I would rather not guess. The Kubernetes documentation may tell: {page}",
  },
  explainNothing: {
    zh: "上一个回答里没有我能解释的状态。可以问具体的词，例如“什么是 CrashLoopBackOff”。",
    en: "The last answer shows no state that I can explain. Ask about a word, for example “what is CrashLoopBackOff”.",
  },
} as const;

export type GuidanceWord = keyof typeof guidanceWords;

/** The sentence in a language, its `{slots}` filled. */
export const guide = (language: Language, word: GuidanceWord, slots: Slots = {}): string =>
  fill(guidanceWords[word][language], slots);

/** The commands of a conversation, one line each, in the order in which help lists them. */
export const commandLines = {
  help: { zh: "显示这段说明", en: "show this" },
  context: { zh: "查看本次对话记住的内容", en: "what this conversation is about" },
  forget: { zh: "忘记这些内容", en: "forget that" },
  refresh: {
    zh: "清空缓存，重新读取；/refresh namespace dev、/refresh pods 只清除一部分",
    en: "empty the cache and read anew; /refresh namespace dev, /refresh pods: a part of it",
  },
  cache: { zh: "查看缓存里有什么、省了多少", en: "what is kept in the cache, and what that saved" },
  tips: { zh: "小贴士：/tips on 打开，/tips off 关闭", en: "tips: /tips on, /tips off" },
  kubectl: {
    zh: "等价的 kubectl 命令：/kubectl on 打开，/kubectl off 关闭",
    en: "kubectl commands beside answers: /kubectl on, /kubectl off",
  },
  guided: { zh: "一步步引导我选", en: "lead me step by step" },
  direct: { zh: "直接查找，有几个匹配时才问", en: "search right away, ask only among matches" },
  cost: { zh: "查看模型用量、费用和剩余额度", en: "what the model used and cost, and what is left" },
  models: { zh: "查看所用的模型", en: "the models that are set" },
  tools: { zh: "列出已连接的工具", en: "list the connected tools" },
} as const;

export type CommandName = keyof typeof commandLines;
