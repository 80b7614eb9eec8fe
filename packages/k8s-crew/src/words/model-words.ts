import type { AgentError } from "@k8s-copilot/crew";
import type { Language } from "../output/output.ts";
import { bracketed } from "./fill.ts";

type Words = Readonly<Record<Language, string>>;

/** Why a model gave no answer: what it means to a person, and what helps. */
export const modelWords: Readonly<Record<AgentError["code"], { readonly problem: Words; readonly remedy: Words }>> = {
  model_key_rejected: {
    problem: { zh: "模型服务不接受这个 API 密钥", en: "The model service does not accept the API key" },
    remedy: { zh: "请检查 API 密钥，或换一个新的。", en: "Check the API key, or get a new one." },
  },
  model_no_credit: {
    problem: { zh: "模型账户余额不足", en: "The account with the model service has no credit left" },
    remedy: { zh: "请充值，或换一个账户。", en: "Add credit, or use another account." },
  },
  model_forbidden: {
    problem: { zh: "模型服务拒绝了这次请求", en: "The model service refused the request" },
    remedy: {
      zh: "请检查密钥的上限、所在地区和服务商的规定，或换一个模型。",
      en: "Check the key's limit, the region and the vendor's policies, or choose another model.",
    },
  },
  model_not_found: {
    problem: { zh: "没有这个模型", en: "There is no such model" },
    remedy: { zh: "请检查模型的名称和服务地址。", en: "Check the model's name and the service's address." },
  },
  model_request_rejected: {
    problem: { zh: "模型服务不接受这次请求", en: "The model service did not take the request" },
    remedy: { zh: "请缩短内容，或换一个模型。", en: "Say less at once, or choose another model." },
  },
  model_rate_limited: {
    problem: { zh: "模型的请求过多", en: "The model is receiving too many requests" },
    remedy: { zh: "请稍等片刻再试。", en: "Wait a little and ask again." },
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
    remedy: { zh: "请把问题拆小，或提高上限。", en: "Ask for less at once, or raise the limit." },
  },
  tool_failed: {
    problem: { zh: "模型需要的工具没有成功", en: "A tool that the model needs failed" },
    remedy: { zh: "", en: "" },
  },
  cancelled: { problem: { zh: "已停止", en: "It was stopped" }, remedy: { zh: "", en: "" } },
};

/** Why a model gave no answer, as one sentence for a person, and what helps. `detail` stands in brackets behind it. */
export const modelSentence = (
  { code, detail }: Pick<AgentError, "code" | "detail">,
  language: Language,
): { readonly code: string; readonly message: string; readonly remedy: string } => {
  const { problem, remedy } = modelWords[code];
  const end = language === "zh" ? "。" : ".";
  return { code, message: `${problem[language]}${bracketed(language, detail)}${end}`, remedy: remedy[language] };
};
