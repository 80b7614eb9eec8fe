export {
  type AccountOptions,
  checkKey,
  type KeyCheck,
  type KeyFacts,
  listModels,
  type ModelFacts,
  type ModelList,
} from "./account.ts";
export type { ModelUsage } from "./answer/usage.ts";
export { createOpenRouterModel, defaultLimits, type OpenRouterModelOptions } from "./create-model.ts";
export { describeModelError } from "./errors/describe-model-error.ts";
export type { Language, ModelErrorCode } from "./errors/failures.ts";
export { defaultModel, ModelError, type ModelFailure } from "./errors/model-error.ts";
export type { Fetch, Limits, Retry } from "./guard-fetch.ts";
export { keywords, type Treatment } from "./schema/keywords.ts";
export { type SanitizedSchema, sanitizeSchema } from "./schema/sanitize-schema.ts";
