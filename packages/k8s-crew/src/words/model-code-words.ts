import type { AgentError } from "@k8s-copilot/crew";
import type { Language } from "../output/output.ts";

type Words = Readonly<Record<Language, string>>;

export type ModelRow = {
  readonly problem: Words;
  readonly remedy: Words;
  /** What helps instead where a model is known that can take its place. */
  readonly replaced?: Words;
  /** What helps instead where the service tells how long to wait. */
  readonly waited?: Words;
};

/** Why a model gave no answer, by the code of its error: what it means to a person, and what helps. */
export const modelCodeWords: Readonly<Record<AgentError["code"], ModelRow>> = {
  model_key_rejected: {
    problem: { zh: "模型服务不接受这个 API 密钥", en: "The model service does not accept the API key" },
    remedy: { zh: "请检查 API 密钥，或换一个新的。", en: "Check the API key, or get a new one." },
  },
  model_no_credit: {
    problem: { zh: "模型账户余额不足", en: "The account with the model service has no credit left" },
    remedy: { zh: "请充值，或换一个账户。", en: "Add credit, or use another account." },
  },
  model_key_limit: {
    problem: { zh: "这个 API 密钥已达到自己的消费上限", en: "The API key has reached its own spending limit" },
    remedy: {
      zh: "请提高这个密钥的上限，或换一个密钥；给账户充值不起作用。",
      en: "Raise the limit of the key, or use another one; adding credit to the account does not help.",
    },
  },
  model_region: {
    problem: { zh: "这个模型在你所在的地区不可用", en: "The model is not offered in your region" },
    remedy: {
      zh: "Google、OpenAI、Anthropic 会拒绝部分地区（包括中国大陆）的请求。请换一家厂商的模型，或换一个在当地可用的服务地址。",
      en: "Google, OpenAI and Anthropic refuse requests from some regions, mainland China among them. Choose a model of another vendor, or a service that is offered where you are.",
    },
  },
  model_blocked: {
    problem: { zh: "模型服务拦下了这次请求", en: "The model service blocked the request" },
    remedy: { zh: "请换一种说法，或换一个模型。", en: "Say it in other words, or choose another model." },
  },
  model_forbidden: {
    problem: { zh: "模型服务拒绝了这次请求", en: "The model service refused the request" },
    remedy: {
      zh: "请检查密钥的上限、所在地区和服务商的规定，或换一个模型。",
      en: "Check the key's limit, the region and the vendor's policies, or choose another model.",
    },
  },
  model_not_found: {
    problem: { zh: "没有这个模型，或它已经下线", en: "There is no such model, or it has been withdrawn" },
    remedy: { zh: "请检查模型的名称和服务地址。", en: "Check the model's name and the service's address." },
    replaced: { zh: "请把模型改为 {replacement}。", en: "Set the model to {replacement}." },
  },
  model_data_policy: {
    problem: {
      zh: "按照账户的隐私设置，没有服务商可以提供这个模型",
      en: "The privacy settings of the account leave no provider for the model",
    },
    remedy: {
      zh: "请检查账户的隐私（数据）设置，或换一个模型。",
      en: "Check the privacy (data) settings of the account, or choose another model.",
    },
  },
  model_no_tools: {
    problem: { zh: "这个模型不能调用工具", en: "The model cannot call tools" },
    remedy: { zh: "请换一个支持工具调用的模型。", en: "Choose a model that can." },
    replaced: {
      zh: "请换一个支持工具调用的模型，例如 {replacement}。",
      en: "Choose a model that can, such as {replacement}.",
    },
  },
  model_request_rejected: {
    problem: { zh: "模型服务不接受这次请求", en: "The model service did not take the request" },
    remedy: { zh: "请缩短内容，或换一个模型。", en: "Say less at once, or choose another model." },
  },
  model_context_too_long: {
    problem: { zh: "内容超过了模型能读的长度", en: "It is more than the model can read at once" },
    remedy: {
      zh: "请开始新的对话，或缩小范围（更少的日志行、一个命名空间）。",
      en: "Begin a new conversation, or ask for less (fewer lines of a log, one namespace).",
    },
  },
  model_rate_limited: {
    problem: { zh: "模型服务限流，请求过于频繁", en: "The model is receiving too many requests" },
    remedy: { zh: "请稍等片刻再试。", en: "Wait a little and ask again." },
    waited: { zh: "请在 {wait}后再试，或换一个模型。", en: "Ask again in {wait}, or choose another model." },
  },
  model_unavailable: {
    problem: { zh: "无法连接模型服务", en: "The model service cannot be reached" },
    remedy: { zh: "请检查服务地址、网络和代理。", en: "Check the service's address, the network and the proxy." },
  },
  model_bad_reply: {
    problem: { zh: "模型的回复无法使用", en: "The model's reply cannot be used" },
    remedy: { zh: "请重试，或换一个模型。", en: "Ask again, or choose another model." },
  },
  budget_exceeded: {
    problem: { zh: "模型达到了使用上限", en: "The model has reached its limit" },
    remedy: {
      zh: "请把问题拆小，或提高预算（budget）里的上限。",
      en: "Ask for less at once, or raise the limit in the budget.",
    },
  },
  tool_failed: {
    problem: { zh: "模型需要的工具没有成功", en: "A tool that the model needs failed" },
    remedy: { zh: "", en: "" },
  },
  cancelled: { problem: { zh: "已停止", en: "It was stopped" }, remedy: { zh: "", en: "" } },
};
