import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

/** What `/cost` and `/models` say. */
const words = {
  last: { zh: "上一个回答：{used}", en: "Last answer: {used}" },
  session: { zh: "本次对话：{used}", en: "This conversation: {used}" },
  noModel: {
    zh: "没有设置模型：由内置语言规则回答，不产生模型费用。",
    en: "No model is set: the built-in language rules answer, which costs nothing.",
  },
  notAsked: { zh: "还没有问过模型，没有费用", en: "no model was asked, nothing to pay" },
  used: {
    zh: "模型调用 {calls} 次，{tokens}，{cost}",
    en: "{calls} model {calls|call|calls}, {tokens}, {cost}",
  },
  tokens: {
    zh: "词元 {prompt} 入{cached}、{completion} 出{thinking}",
    en: "tokens {prompt} in{cached}, {completion} out{thinking}",
  },
  cached: { zh: "（其中缓存 {count}）", en: " ({count} cached)" },
  thinking: { zh: "（其中思考 {count}）", en: " ({count} of them thinking)" },
  untold: { zh: "服务没有告知用量", en: "usage not told by the service" },
  charged: { zh: "费用 {usd}", en: "{usd}" },
  listed: { zh: "费用 {usd}（按价目表计算）", en: "{usd} by list price" },
  atLeast: { zh: "费用至少 {usd}，其余未知", en: "at least {usd}, the rest is unknown" },
  atLeastBrokenOff: {
    zh: "费用至少 {usd}，中断的回答可能仍会计费",
    en: "at least {usd}, an answer that was broken off may still be billed",
  },
  unknownBrokenOff: {
    zh: "费用未知，中断的回答可能仍会计费",
    en: "cost unknown, an answer that was broken off may still be billed",
  },
  unknown: { zh: "费用未知", en: "cost unknown" },
  toolCalls: {
    zh: "工具调用 {count} 次，其中 {cached} 次由缓存回答，没有再问服务器。",
    en: "{count} tool {count|call|calls}, {cached} of them answered from the cache without asking the server.",
  },
  left: { zh: "本次对话还可以用：{rest}", en: "Left in this conversation: {rest}" },
  each: { zh: "每轮上限：{limits}", en: "Limit of each turn: {limits}" },
  of: { zh: "{rest}（上限 {amount}）", en: "{rest} of {amount}" },
  usd: { zh: "{amount}", en: "{amount}" },
  tokensLimit: { zh: "{amount} 个词元", en: "{amount} {amount|token|tokens}" },
  modelCalls: { zh: "{amount} 次模型调用", en: "{amount} model {amount|call|calls}" },
  toolCallsLimit: { zh: "{amount} 步", en: "{amount} {amount|step|steps}" },
  seconds: { zh: "{amount} 秒", en: "{amount} s" },
  noDescription: { zh: "没有关于所用模型的信息。", en: "Nothing is known here about the model that is set." },
  noModelHelp: {
    zh: "没有设置模型：由内置语言规则回答。如需模型，请在 .env 或环境变量中设置 OPENROUTER_API_KEY=…",
    en: "No model is set: the built-in language rules answer. For a model, put OPENROUTER_API_KEY=… in .env or the environment.",
  },
} satisfies { readonly [word: string]: { readonly [language in Language]: string } };

export type CostWord = keyof typeof words;

export const sayCost = (language: Language, word: CostWord, slots: Slots = {}): string =>
  fill(words[word][language], slots);
