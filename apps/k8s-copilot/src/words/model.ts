import type { WordTable } from "./table.ts";

/** What `doctor` finds of the model's service, and what the terminal says while one is waited for. */
export const modelWords = {
  stageModelWaiting: {
    en: "model busy, asking again in {seconds} s",
    zh: "模型繁忙，{seconds} 秒后重试",
  },
  stageModelAgain: {
    en: "no answer from the model, asking again in {seconds} s",
    zh: "模型没有给出回答，{seconds} 秒后重试",
  },
  stageModelPlanner: { en: "the model is planning", zh: "模型正在规划" },
  stageModelClarifier: { en: "the model is reading your reply", zh: "模型正在理解你的回复" },
  stageModelExecutor: { en: "the model is looking for the cause", zh: "模型正在分析原因" },
  stageModelLong: {
    en: "still waiting for the model, {seconds} s (Ctrl-C stops)",
    zh: "仍在等待模型，已 {seconds} 秒（按 Ctrl-C 停止）",
  },
  modelIsBack: { en: "{asked} answers again.", zh: "{asked} 恢复作答。" },
  modelStandsInFor: {
    en: "{asked} did not answer ({cause}): {model} answers in its place.",
    zh: "{asked} 没有作答（{cause}），由 {model} 代为回答。",
  },
  modelStandsIn: {
    en: "{model} answers in the place of {asked}, and the service has not said why. /models tells whether {asked} is still offered.",
    zh: "{asked} 没有作答，由 {model} 代为回答，服务没有说明原因。输入 /models 可查看 {asked} 是否仍可用。",
  },
  checkModelService: { en: "Model service", zh: "模型服务" },
  checkModelKey: { en: "Model key", zh: "模型密钥" },
  checkModel: { en: "Model", zh: "模型" },
  checkModelNext: { en: "Stand-in model", zh: "备用模型" },
  checkModelReply: { en: "Model's answer", zh: "模型回答" },
  modelNoKey: {
    en: "no key: built-in language rules only. For a model, put OPENROUTER_API_KEY=… in .env or the environment.",
    zh: "没有密钥：只用内置语言规则。如需模型，请在 .env 或环境变量中设置 OPENROUTER_API_KEY=…",
  },
  modelOffline: { en: "not checked (--offline)", zh: "未检查（--offline）" },
  modelServiceFine: { en: "{host} answers", zh: "{host} 有应答" },
  keyNone: { en: "none given; {host} wants none", zh: "未提供；{host} 不需要密钥" },
  keyUntold: { en: "given; {host} tells nothing about keys", zh: "已提供；{host} 不提供密钥信息" },
  keyFine: { en: "accepted, no spending limit of its own", zh: "有效，没有单独的消费上限" },
  keyLeft: { en: "accepted, {left} of {limit} left", zh: "有效，上限 {limit}，还剩 {left}" },
  keyFree: { en: "{text}; free tier, with few requests a day", zh: "{text}；免费额度，每天请求次数有限" },
  keyEnds: { en: "{text}; ends on {day}", zh: "{text}；{day} 到期" },
  keyPut: {
    en: "Put the key of that service as OPENROUTER_API_KEY=… in .env or the environment.",
    zh: "请在 .env 或环境变量中设置 OPENROUTER_API_KEY=…（填写该服务商的密钥）。",
  },
  keyEnded: { en: "this key ended on {day}", zh: "这个密钥已于 {day} 到期" },
  keyEndedRemedy: {
    en: "Set OPENROUTER_API_KEY to a new one, from https://openrouter.ai/settings/keys",
    zh: "请在 https://openrouter.ai/settings/keys 创建新密钥，并设置 OPENROUTER_API_KEY。",
  },
  keyUsedUp: {
    en: "this key has reached its own spending limit of {limit}",
    zh: "这个密钥已达到自身的消费上限 {limit}",
  },
  keyUsedUpRemedy: {
    en: "Raise the key's limit at https://openrouter.ai/settings/keys (adding credits does not help).",
    zh: "请在 https://openrouter.ai/settings/keys 提高该密钥的上限（充值不起作用）。",
  },
  modelFine: { en: "{model}: can call tools", zh: "{model}：支持工具调用" },
  modelListed: { en: "{model}: listed there", zh: "{model}：在模型列表中" },
  modelUnlisted: { en: "{model}: {host} has no list of its models", zh: "{model}：{host} 不提供模型列表" },
  modelEnds: {
    en: "{text}; will be withdrawn on {day}, in {days} days",
    zh: "{text}；将于 {day} 下线，还有 {days} 天",
  },
  modelEndsToday: { en: "{text}; will be withdrawn today", zh: "{text}；今天下线" },
  modelThen: { en: "{text}. After that: {successor}", zh: "{text}。之后请用 {successor}" },
  modelEnded: { en: "{model} was withdrawn on {day}", zh: "{model} 已于 {day} 下线" },
  modelUnknown: { en: "{host} has no model {model}", zh: "{host} 没有模型 {model}" },
  modelRetired: { en: "{model} has been withdrawn", zh: "{model} 已经下线" },
  modelNoTools: {
    en: "{model} cannot call tools, which this assistant needs",
    zh: "{model} 不支持工具调用，而本助手需要它",
  },
  modelSetTo: { en: "Set {setting} to {models}.", zh: "请把 {setting} 改为 {models}。" },
  modelOrModel: { en: " or ", zh: " 或 " },
  modelChoose: {
    en: "Look for the name in the list of {host}, and set {setting} to it.",
    zh: "请在 {host} 的模型列表中查找名称，并设置 {setting}。",
  },
  modelChooseTools: {
    en: "Look in the list of {host} for a model that can call tools, and set {setting} to its name.",
    zh: "请在 {host} 的模型列表中查找支持工具调用的模型，并把 {setting} 设为它的名称。",
  },
  replyFine: { en: "came in {seconds} s", zh: "用时 {seconds} 秒" },
  replyCost: { en: "{text}, for {cost}", zh: "{text}，费用 {cost}" },
  replyFrom: { en: "{text}, from {model}", zh: "{text}，由 {model} 回答" },
} satisfies WordTable;
