/** What a row of the failures holds, and words that several rows share. */
export type Language = "en" | "zh";

export type Words = { readonly [language in Language]: string };

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

export const tryAgain: Words = {
  en: "Try again in a moment. If it stays, choose another model.",
  zh: "请稍后再试。如果一直如此，请换一个模型。",
};

export const setTo: Words = { en: "Set the model to {replacement}.", zh: "请把模型改为 {replacement}。" };

export const checkAddress: Words = {
  en: "Check the base URL (for OpenRouter: https://openrouter.ai/api/v1), the network and the proxy.",
  zh: "请检查 base URL（OpenRouter 为 https://openrouter.ai/api/v1）、网络和代理。",
};
