import { accountFailures } from "./account-failures.ts";
import { checkAddress, type Failure, tryAgain } from "./failure-row.ts";

export type { Failure, Language, ModelErrorCode } from "./failure-row.ts";

/**
 * What can go wrong between us and a model, as a person should hear it.
 * One row per cause. `retry` is how often the guard tries again before it gives up: "always" up to the configured number,
 * "once", or "never". Correct the words here; nothing else depends on them.
 */
export const failures = {
  ...accountFailures,
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
