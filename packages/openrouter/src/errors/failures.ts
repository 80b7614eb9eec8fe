/**
 * What can go wrong between us and a model, as a person should hear it.
 * One row per cause. `retry` is how often the guard tries again before it gives up: "always" up to the configured number,
 * "once", or "never". Correct the words here; nothing else depends on them.
 */

export type Language = "en" | "zh";

type Words = { readonly [language in Language]: string };

export type ModelErrorCode =
  | "model_key_rejected"
  | "model_no_credit"
  | "model_key_limit"
  | "model_region"
  | "model_blocked"
  | "model_not_found"
  | "model_data_policy"
  | "model_no_tools"
  | "model_rate_limited"
  | "model_request_rejected"
  | "model_context_too_long"
  | "model_unavailable"
  | "model_bad_reply";

export type Failure = {
  readonly code: ModelErrorCode;
  readonly retry: "always" | "once" | "never";
  /** `{detail}` is where the detail stands; else it follows in brackets. */
  readonly message: Words;
  readonly remedy: Words;
  /** What helps instead where a model is known that can take the place of the one that was asked. */
  readonly replaced?: Words;
};

const tryAgain: Words = {
  en: "Try again in a moment. If it stays, choose another model.",
  zh: "请稍后再试。如果一直如此，请换一个模型。",
};

const setTo: Words = { en: "Set the model to {replacement}.", zh: "请把模型改为 {replacement}。" };

const checkAddress: Words = {
  en: "Check the base URL (for OpenRouter: https://openrouter.ai/api/v1), the network and the proxy.",
  zh: "请检查 base URL（OpenRouter 为 https://openrouter.ai/api/v1）、网络和代理。",
};

export const failures = {
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
  rate_limited: {
    code: "model_rate_limited",
    retry: "always",
    message: { en: "The model is receiving too many requests", zh: "模型服务限流，请求过于频繁" },
    remedy: {
      en: "Wait a moment and try again, or choose another model.",
      zh: "请稍等片刻再试，或换一个模型。",
    },
  },
  context_too_long: {
    code: "model_context_too_long",
    retry: "never",
    message: { en: "The conversation is longer than the model can read", zh: "对话内容超过了模型的上下文长度" },
    remedy: {
      en: "Start a new conversation, or ask for less output (fewer log lines, one namespace).",
      zh: "请开始一个新对话，或减少输出（更少的日志行、单个命名空间）。",
    },
  },
  overloaded: {
    code: "model_unavailable",
    retry: "always",
    message: { en: "The model service has a fault of its own", zh: "模型服务自身出现故障" },
    remedy: tryAgain,
  },
  timeout: {
    code: "model_unavailable",
    retry: "always",
    message: { en: "The model did not answer in time", zh: "模型没有在规定时间内回答" },
    remedy: tryAgain,
  },
  stalled: {
    code: "model_unavailable",
    retry: "always",
    message: { en: "The model fell silent", zh: "模型没有了回应" },
    remedy: tryAgain,
  },
  // Nobody takes the connection at all: a second wait would end as the first.
  no_connection: {
    code: "model_unavailable",
    retry: "never",
    message: { en: "The model service cannot be reached", zh: "无法连接模型服务" },
    remedy: checkAddress,
  },
  unreachable: {
    code: "model_unavailable",
    retry: "always",
    message: { en: "The model service cannot be reached", zh: "无法连接模型服务" },
    remedy: checkAddress,
  },
  bad_address: {
    code: "model_unavailable",
    retry: "never",
    message: { en: "The base URL of the model service is no address", zh: "模型服务的 base URL 不是有效的地址" },
    remedy: checkAddress,
  },
  bad_header: {
    code: "model_key_rejected",
    retry: "never",
    message: {
      en: "The API key, or a header, holds characters that cannot be sent",
      zh: "API 密钥或请求头里有不能发送的字符",
    },
    remedy: {
      en: "Copy the API key again: letters, digits and marks of one line, without blanks.",
      zh: "请重新复制 API 密钥：只有一行，只含英文字母、数字和符号，没有空格。",
    },
  },
  cancelled: {
    code: "model_unavailable",
    retry: "never",
    message: { en: "The request to the model was cancelled", zh: "对模型的请求已取消" },
    remedy: {
      en: "Ask again when you like. A cancelled answer may still be billed.",
      zh: "可以随时重新提问。已取消的回答仍可能计费。",
    },
  },
  not_a_model_service: {
    code: "model_bad_reply",
    retry: "never",
    message: {
      en: "A web page answered instead of the model service",
      zh: "回答的是一个网页，而不是模型服务",
    },
    remedy: checkAddress,
  },
  no_models: {
    code: "model_bad_reply",
    retry: "never",
    message: { en: "What answers there is no model service", zh: "应答的不是模型服务" },
    remedy: checkAddress,
  },
  redirected: {
    code: "model_unavailable",
    retry: "never",
    message: {
      en: "The model service points to another address, to which nothing was sent",
      zh: "模型服务把请求转到了另一个地址，没有向那里发送任何内容",
    },
    remedy: {
      en: "If you trust that address, set the base URL to it; else check the base URL, the network and the proxy.",
      zh: "如果信任该地址，请把 base URL 设为它；否则请检查 base URL、网络和代理。",
    },
  },
  not_offered: {
    code: "model_request_rejected",
    retry: "never",
    message: { en: "This endpoint does not tell this", zh: "这个接入地址不提供这项信息" },
    remedy: {
      en: "Nothing needs to be done: only OpenRouter tells everything about keys and models.",
      zh: "无需处理：只有 OpenRouter 会提供密钥和模型的全部信息。",
    },
  },
  request_refused: {
    code: "model_request_rejected",
    retry: "never",
    message: { en: "The provider refused the request", zh: "服务商拒绝了这次请求" },
    remedy: {
      en: "Choose another model, or start a new conversation. If it stays, this text belongs in a bug report.",
      zh: "请换一个模型，或开始一个新对话。如果一直如此，请把这段文字附在问题报告中。",
    },
  },
  malformed: {
    code: "model_bad_reply",
    retry: "once",
    message: { en: "The model's reply cannot be read", zh: "无法读懂模型的回复" },
    remedy: tryAgain,
  },
  cut: {
    code: "model_bad_reply",
    retry: "once",
    message: { en: "The model's answer was cut off", zh: "模型的回答被截断" },
    remedy: tryAgain,
  },
  too_long: {
    code: "model_bad_reply",
    retry: "once",
    message: { en: "The model's answer hit the limit of output tokens", zh: "模型的回答达到了输出 token 上限" },
    remedy: {
      en: "Raise the maximum of output tokens, or ask for less at once.",
      zh: "请调高最大输出 token 数，或一次少问一些。",
    },
  },
  empty: {
    code: "model_bad_reply",
    retry: "once",
    message: { en: "The model sent an empty answer", zh: "模型返回了空回答" },
    remedy: { en: "Ask again, in other words if need be.", zh: "请再问一次，必要时换一种说法。" },
  },
} satisfies { readonly [cause: string]: Failure };

export type FailureCause = keyof typeof failures;

export function failureOf(cause: FailureCause): Failure {
  return failures[cause];
}
