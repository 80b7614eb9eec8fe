import { type Failure, setTo } from "./failure-row.ts";

/** What the key, the account or the choice of the model leaves no answer for: nothing that waiting helps. */
export const accountFailures = {
  no_key: {
    code: "model_key_rejected",
    retry: "never",
    message: { en: "No API key is set, and {detail} needs one", zh: "没有设置密钥，{detail} 需要密钥" },
    remedy: {
      en: "Set the API key that the vendor of this address gives out.",
      zh: "请设置这个地址的服务商发放的 API 密钥。",
    },
  },
  key_rejected: {
    code: "model_key_rejected",
    retry: "never",
    message: { en: "The model service does not accept the API key", zh: "模型服务不接受这个 API 密钥" },
    remedy: {
      en: "Check the API key. A new OpenRouter key comes from https://openrouter.ai/settings/keys",
      zh: "请检查 API 密钥。OpenRouter 的新密钥可在 https://openrouter.ai/settings/keys 创建",
    },
  },
  no_credit: {
    code: "model_no_credit",
    retry: "never",
    message: { en: "The account has no credit left for this request", zh: "账户余额不足以完成这次请求" },
    remedy: {
      en: "Add credits with the vendor (OpenRouter: https://openrouter.ai/settings/credits), or lower the maximum of output tokens: they are reserved in advance.",
      zh: "请在服务商处充值（OpenRouter：https://openrouter.ai/settings/credits），或调低最大输出 token 数（系统会按上限预留费用）。",
    },
  },
  key_limit: {
    code: "model_key_limit",
    retry: "never",
    message: { en: "This API key has reached its own spending limit", zh: "这个 API 密钥已达到自身的消费上限" },
    remedy: {
      en: "Raise the key's limit at https://openrouter.ai/settings/keys (adding credits does not help).",
      zh: "请在 https://openrouter.ai/settings/keys 提高该密钥的上限（充值不起作用）。",
    },
  },
  region: {
    code: "model_region",
    retry: "never",
    message: { en: "This model is not offered in your region", zh: "这个模型在你所在的地区不可用" },
    remedy: {
      en: "Google, OpenAI and Anthropic refuse requests from some regions, also through OpenRouter, mainland China among them. Choose a model of another vendor, or another endpoint.",
      zh: "Google、OpenAI、Anthropic 会拒绝来自部分地区（包括中国大陆）的请求，经由 OpenRouter 也一样。请换用其他厂商的模型，或换一个接入地址。",
    },
  },
  moderation: {
    code: "model_blocked",
    retry: "never",
    message: { en: "The provider's moderation refused the request", zh: "服务商的内容审核拒绝了这次请求" },
    remedy: {
      en: "Say it in other words (a word such as “kill” can be the cause), or choose another model.",
      zh: "请换一种说法（例如“kill”一类的词可能触发审核），或换一个模型。",
    },
  },
  guardrail: {
    code: "model_blocked",
    retry: "never",
    message: {
      en: "A guardrail took text in the conversation for an attack on the model",
      zh: "防护规则把对话中的某段文字当作了对模型的攻击",
    },
    remedy: {
      en: "Leave the newest tool output (often a log line) out of the conversation and ask again.",
      zh: "请把最近一次工具输出（常常是某行日志）移出对话后再试。",
    },
  },
  safety: {
    code: "model_blocked",
    retry: "never",
    message: { en: "The model's safety filter stopped the answer", zh: "模型的安全过滤器中止了回答" },
    remedy: { en: "Say it in other words, or choose another model.", zh: "请换一种说法，或换一个模型。" },
  },
  not_found: {
    code: "model_not_found",
    retry: "never",
    message: { en: "There is no such model, or it has been retired", zh: "没有这个模型，或它已经下线" },
    remedy: {
      en: "Check the model's name, and the base URL (OpenRouter's names: https://openrouter.ai/models).",
      zh: "请检查模型的名称和 base URL（OpenRouter 的全部名称见 https://openrouter.ai/models）。",
    },
    replaced: setTo,
  },
  data_policy: {
    code: "model_data_policy",
    retry: "never",
    message: {
      en: "The privacy settings of the account leave no provider for this model",
      zh: "按照账户的隐私设置，没有服务商可以提供这个模型",
    },
    remedy: {
      en: "Allow providers that may keep or train on data at https://openrouter.ai/settings/privacy if your policy permits it, or choose another model.",
      zh: "如果贵方的数据政策允许，请在 https://openrouter.ai/settings/privacy 放行会保留数据或用于训练的服务商；或换一个模型。",
    },
  },
  no_endpoint: {
    code: "model_not_found",
    retry: "never",
    message: {
      en: "No provider of this model takes such a request",
      zh: "这个模型的服务商都不接受这样的请求",
    },
    remedy: { en: "Choose another model.", zh: "请换一个模型。" },
    replaced: setTo,
  },
  no_tools: {
    code: "model_no_tools",
    retry: "never",
    message: { en: "This model cannot call tools", zh: "这个模型不支持调用工具" },
    remedy: {
      en: "Choose a model that can, or have the server allow it.",
      zh: "请换用支持工具调用的模型，或在服务端开启工具调用。",
    },
    replaced: {
      en: "Choose a model that can, for example {replacement}.",
      zh: "请换用支持工具调用的模型，例如 {replacement}。",
    },
  },
} satisfies { readonly [cause: string]: Failure };
