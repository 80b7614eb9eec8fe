import type { State } from "@k8s-copilot/doubles";
import type { OpenRouterModelOptions } from "@k8s-copilot/openrouter";

/** A model that is used, and a service that is found. */
export type Given = {
  readonly state?: Partial<State>;
  readonly model?: Partial<OpenRouterModelOptions>;
  readonly modelTimeoutMs?: number;
};

/** What is said where a fault, an account or a setting leaves no answer: what it is, and what helps. */
type Cause = Given & { readonly fault?: string; readonly zh: readonly string[]; readonly en: readonly string[] };

export const causes: { readonly [what: string]: Cause } = {
  "a key that is wrong": {
    model: { apiKey: "sk-or-v1-wrong" },
    zh: ["模型服务不接受这个 API 密钥", "请检查 API 密钥，或换一个新的。"],
    en: ["The model service does not accept the API key", "Check the API key, or get a new one."],
  },
  "an account without credit": {
    state: { balance: 0 },
    zh: ["模型账户余额不足", "请充值，或换一个账户。"],
    en: ["The account with the model service has no credit left", "Add credit, or use another account."],
  },
  "a key that is used up": {
    state: { keyLimitRemaining: 0 },
    zh: ["这个 API 密钥已达到自己的消费上限", "给账户充值不起作用。"],
    en: ["The API key has reached its own spending limit", "adding credit to the account does not help."],
  },
  "a region without the model": {
    state: { regionBlocked: true },
    zh: ["这个模型在你所在的地区不可用", "请换一家厂商的模型"],
    en: ["The model is not offered in your region", "Choose a model of another vendor"],
  },
  "a privacy setting": {
    state: { privacyBlocked: true },
    zh: ["按照账户的隐私设置，没有服务商可以提供这个模型", "请检查账户的隐私（数据）设置"],
    en: ["The privacy settings of the account leave no provider for the model", "Check the privacy (data) settings"],
  },
  moderation: {
    fault: "fail.403_moderation",
    zh: ["服务商的内容审核没有放行这次请求", "请换一种说法"],
    en: ["The vendor's moderation refused the request", "a word such as “kill” can be the cause"],
  },
  "a guardrail": {
    fault: "fail.403_guardrail",
    zh: ["服务商的防护规则把对话里的一段文字当成了对模型的攻击", "这常常是某一行日志。"],
    en: ["The vendor's guardrail took a text in the conversation for an attack", "Often it is a line of a log."],
  },
  "a safety filter": {
    fault: "odd.safety",
    zh: ["模型的安全过滤中止了回答", "请换一种说法"],
    en: ["The model's safety filter stopped the answer", "Say it in other words"],
  },
  "a model that was withdrawn": {
    fault: "fail.model_deprecated",
    zh: ["没有这个模型，或它已经下线", "请把模型改为 google/gemini-3.5-flash-lite。"],
    en: ["There is no such model, or it has been withdrawn", "Set the model to google/gemini-3.5-flash-lite."],
  },
  "an old preview of the model": {
    model: { model: "google/gemini-2.5-flash-preview-05-20" },
    zh: ["没有这个模型，或它已经下线", "请把模型改为 google/gemini-"],
    en: ["There is no such model, or it has been withdrawn", "Set the model to google/gemini-"],
  },
  "a model that nobody knows": {
    model: { model: "google/no-such-model" },
    zh: ["没有这个模型，或它已经下线", "请检查模型的名称和服务地址。"],
    en: ["There is no such model, or it has been withdrawn", "Check the model's name and the service's address."],
  },
  "a model without tools": {
    model: { model: "test/no-tools" },
    zh: ["这个模型不能调用工具", "请换一个支持工具调用的模型"],
    en: ["The model cannot call tools", "Choose a model that can"],
  },
  "a web page in place of an answer": {
    fault: "odd.html_200",
    zh: ["回答的是一个网页，不是模型服务", "请检查服务地址、网络和代理。"],
    en: ["A web page answered, and no model service", "Check the service's address"],
  },
  "a conversation that is too long": {
    fault: "fail.400_context",
    zh: ["内容超过了模型能读的长度", "请开始新的对话"],
    en: ["It is more than the model can read at once", "Begin a new conversation"],
  },
  "a request that a provider does not take": {
    fault: "fail.400_raw_nested",
    zh: ["模型服务不接受这次请求", "exclusiveMinimum"],
    en: ["The model service did not take the request", "exclusiveMinimum"],
  },
  "a wait that is too long to be waited for": {
    fault: "fail.429_retry_after_long",
    zh: ["模型服务限流", "请在 1 小时后再试"],
    en: ["The model is receiving too many requests", "Ask again in 1 hour"],
  },
  "a service with a fault of its own": {
    fault: "fail.502",
    zh: ["模型服务自身出现了故障", "请稍后再试"],
    en: ["The model service has a fault of its own", "Try again in a moment"],
  },
  "an answer that is cut": {
    fault: "str.cut",
    zh: ["模型的回答被截断。", "请稍后再试"],
    en: ["The model's answer was cut off.", "Try again in a moment"],
  },
  "an answer at its length limit": {
    fault: "str.length_in_args",
    zh: ["模型的回答达到了长度上限。", "请一次少问一些"],
    en: ["The model's answer reached its length limit.", "Ask for less at once"],
  },
  "an answer without anything in it": {
    fault: "str.empty",
    zh: ["模型的回答是空的。", "请再问一次"],
    en: ["The model sent an empty answer.", "Ask again, in other words if need be."],
  },
  "a reply that cannot be read": {
    fault: "odd.blank_body",
    zh: ["无法读懂模型的回复", "请稍后再试"],
    en: ["The model's reply cannot be read", "Try again in a moment"],
  },
  "comments that keep a connection open, and nothing else": {
    fault: "str.comments_only",
    model: { limits: { maxRetries: 0, timeoutMs: 20_000, idleMs: 200 } },
    zh: ["模型没有了回应（0.2 s）。", "请稍后再试"],
    en: ["The model fell silent (0.2 s).", "Try again in a moment"],
  },
  "a service that says nothing at all": {
    fault: "fail.hang",
    modelTimeoutMs: 500,
    zh: ["模型没有按时回答（0.5 s）。", "请稍后再试"],
    en: ["The model did not answer in time (0.5 s).", "Try again in a moment"],
  },
};
