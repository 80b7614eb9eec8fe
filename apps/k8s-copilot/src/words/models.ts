import type { WordTable } from "./table.ts";

/** What `/models` tells, and the line of `-v` about what a model used. */
export const modelsWords = {
  modelsOf: { en: "Models of {host}, in the order in which they are asked:", zh: "{host} 的模型，按询问顺序：" },
  modelsLine: { en: "  {number}. {text}", zh: "  {number}. {text}" },
  modelsTrouble: { en: "{model}: {message}. {remedy}", zh: "{model}：{message}。{remedy}" },
  modelsContext: { en: "context of {tokens} tokens", zh: "上下文 {tokens} 个词元" },
  modelsPrice: {
    en: "{prompt} in, {completion} out for a million tokens",
    zh: "每百万词元 {prompt} 入、{completion} 出",
  },
  modelsComma: { en: "; ", zh: "；" },
  modelsThenRules: {
    en: "When none of them answers, the built-in language rules do.",
    zh: "都没有应答时，由内置语言规则回答。",
  },
  usageTokens: { en: "tokens {prompt} in{kept} {completion} out", zh: "词元 {prompt} 入{kept} {completion} 出" },
  usageKept: { en: " ({count} cached)", zh: "（缓存 {count}）" },
  usageUntold: { en: "usage not told", zh: "用量未知" },
  usageBrokenOff: {
    en: "(an answer that was broken off may still be billed)",
    zh: "（中断的回答可能仍会计费）",
  },
  usageListed: { en: "{cost} by list price", zh: "{cost}（按价目表）" },
} satisfies WordTable;
