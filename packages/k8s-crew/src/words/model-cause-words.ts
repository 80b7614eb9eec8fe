import type { ModelErrorCause } from "@k8s-copilot/crew";
import type { ModelRow } from "./model-code-words.ts";

const later = {
  remedy: {
    zh: "请稍后再试；如果一直如此，请换一个模型。",
    en: "Try again in a moment; if it stays so, choose another model.",
  },
  waited: { zh: "请在 {wait}后再试，或换一个模型。", en: "Ask again in {wait}, or choose another model." },
};

/** Why a model gave no answer, where more is known than the code of its error says. */
export const modelCauseWords: Readonly<Partial<Record<ModelErrorCause, ModelRow>>> = {
  no_key: {
    problem: { zh: "没有设置密钥，而模型服务需要密钥", en: "No key is set, and the model service needs one" },
    remedy: {
      zh: "请在 .env 或环境变量中设置 OPENROUTER_API_KEY=…（填写该服务商的密钥）。",
      en: "Put the key of that service as OPENROUTER_API_KEY=… in .env or the environment.",
    },
  },
  bad_header: {
    problem: { zh: "API 密钥里有不能发送的字符", en: "The API key holds characters that cannot be sent" },
    remedy: {
      zh: "请重新复制密钥：只有一行，只含英文字母、数字和符号，没有空格。",
      en: "Copy it again: letters, digits and marks of one line, without blanks.",
    },
  },
  bad_address: {
    problem: { zh: "模型服务的地址（base URL）无效", en: "The base URL of the model service is no address" },
    remedy: { zh: "请改正 base URL。", en: "Correct the base URL." },
  },
  moderation: {
    problem: { zh: "服务商的内容审核没有放行这次请求", en: "The vendor's moderation refused the request" },
    remedy: {
      zh: "请换一种说法（“kill”这样的词也可能触发审核），或换一个模型。",
      en: "Say it in other words (a word such as “kill” can be the cause), or choose another model.",
    },
  },
  guardrail: {
    problem: {
      zh: "服务商的防护规则把对话里的一段文字当成了对模型的攻击",
      en: "The vendor's guardrail took a text in the conversation for an attack on the model",
    },
    remedy: {
      zh: "这常常是某一行日志。请在新的对话里再问，或换一个模型。",
      en: "Often it is a line of a log. Ask again in a new conversation, or choose another model.",
    },
  },
  safety: {
    problem: { zh: "模型的安全过滤中止了回答", en: "The model's safety filter stopped the answer" },
    remedy: { zh: "请换一种说法，或换一个模型。", en: "Say it in other words, or choose another model." },
  },
  no_endpoint: {
    problem: {
      zh: "这个模型的服务商都不接受这样的请求",
      en: "No provider of the model takes such a request",
    },
    remedy: { zh: "请换一个模型。", en: "Choose another model." },
  },
  overloaded: {
    problem: { zh: "模型服务自身出现了故障", en: "The model service has a fault of its own" },
    ...later,
  },
  timeout: { problem: { zh: "模型没有按时回答", en: "The model did not answer in time" }, ...later },
  stalled: { problem: { zh: "模型没有了回应", en: "The model fell silent" }, ...later },
  not_a_model_service: {
    problem: { zh: "回答的是一个网页，不是模型服务", en: "A web page answered, and no model service" },
    remedy: { zh: "请检查服务地址、网络和代理。", en: "Check the service's address, the network and the proxy." },
  },
  redirected: {
    problem: {
      zh: "模型服务把请求转到了另一个地址，没有向那里发送任何内容",
      en: "The model service points to another address, to which nothing was sent",
    },
    remedy: {
      zh: "如果信任该地址，请把服务地址（base URL）设为它；否则请检查服务地址、网络和代理。",
      en: "If you trust that address, set the base URL to it; else check the base URL, the network and the proxy.",
    },
  },
  malformed: { problem: { zh: "无法读懂模型的回复", en: "The model's reply cannot be read" }, ...later },
  cut: { problem: { zh: "模型的回答被截断", en: "The model's answer was cut off" }, ...later },
  too_long: {
    problem: { zh: "模型的回答达到了长度上限", en: "The model's answer reached its length limit" },
    remedy: { zh: "请一次少问一些，或换一个模型。", en: "Ask for less at once, or choose another model." },
  },
  empty: {
    problem: { zh: "模型的回答是空的", en: "The model sent an empty answer" },
    remedy: { zh: "请再问一次，必要时换一种说法。", en: "Ask again, in other words if need be." },
  },
};
