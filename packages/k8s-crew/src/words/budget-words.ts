import type { Language } from "../output/output.ts";
import { fill } from "./fill.ts";

/** What is said when the model may not be asked any more, because it used what it was given. */
const table = {
  turn: {
    zh: "本轮的模型上限（{limit}）已用完，由内置规则处理。",
    en: "The model's limit for a turn ({limit}) is used up: the built-in rules take over.",
  },
  session: {
    zh: "本次对话的模型上限（{limit}）已用完，由内置规则处理；新的对话重新计算。",
    en: "The model's limit for this conversation ({limit}) is used up: the built-in rules take over. A new conversation counts anew.",
  },
  usd: { zh: "{amount} 美元", en: "{amount} USD" },
  tokens: { zh: "{amount} 个词元", en: "{amount} {amount|token|tokens}" },
  modelCalls: { zh: "{amount} 次模型调用", en: "{amount} model {amount|call|calls}" },
  toolCalls: { zh: "{amount} 步", en: "{amount} {amount|step|steps}" },
  timeMs: { zh: "{amount} 秒", en: "{amount} {amount|second|seconds}" },
} satisfies { readonly [key: string]: { readonly [language in Language]: string } };

type Limit = { readonly limit: Exclude<keyof typeof table, "turn" | "session">; readonly amount: number };

type Spent = Limit & { readonly of: "turn" | "session" };

export const saySpent = (language: Language, spent: Spent): string =>
  fill(table[spent.of][language], { limit: sayLimit(language, spent) });

export const sayLimit = (language: Language, { limit, amount }: Limit): string =>
  fill(table[limit][language], { amount: limit === "timeMs" ? amount / 1000 : amount });
