export { CrewError, type CrewErrorCode } from "./errors.ts";
export {
  type CacheEntry,
  type CacheStore,
  createMemoryStore,
  type MemoryStore,
  type MemoryStoreOptions,
} from "./tools/cache-store.ts";
export { resultForModel, toToolMessage } from "./tools/tool-message.ts";
export { createToolRunner } from "./tools/tool-runner.ts";
export type {
  CachedEntry,
  CachePolicy,
  RunnerStats,
  RunOptions,
  ToolRunner,
  ToolRunnerOptions,
} from "./tools/types.ts";
export type {
  Arguments,
  CallResult,
  InvokeOptions,
  JsonSchema,
  Outcome,
  Tool,
  ToolAnnotations,
  ToolCall,
  ToolOutput,
  Usage,
} from "./types.ts";
