export {
  type AccountOptions,
  checkKey,
  type KeyCheck,
  type KeyFacts,
  listModels,
  type ModelFacts,
  type ModelList,
} from "./account.ts";
export type { Served } from "./answer/read-answer.ts";
export type { ModelUsage } from "./answer/usage.ts";
export { checkModel, findModel, type ModelCheck, type ModelCheckOptions } from "./check-model.ts";
export { createOpenRouterModel, defaultLimits, type OpenRouterModelOptions } from "./create-model.ts";
export { describeModelError } from "./errors/describe-model-error.ts";
export type { FailureCause, Language, ModelErrorCode } from "./errors/failures.ts";
export { ModelError, type ModelFailure } from "./errors/model-error.ts";
export type { Fetch, Limits, Retry } from "./guard-fetch.ts";
export { type PassedOverOptions, whyPassedOver } from "./passed-over.ts";
export { createPriceList, type PriceListOptions, priceOf } from "./price.ts";
export { keywords, type Treatment } from "./schema/keywords.ts";
export type { Loss } from "./schema/losses.ts";
export { type SanitizedSchema, sanitizeSchema } from "./schema/sanitize-schema.ts";
export { defaultModel } from "./succession.ts";
