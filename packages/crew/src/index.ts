export { createDeadline, type Deadline, type DeadlineOptions } from "./abort.ts";
export type { AnswerTool } from "./agent/answer.ts";
export { type BreakerOptions, createBreaker } from "./agent/breaker.ts";
export type { Budget, Meter, Spent, Used } from "./agent/budget.ts";
export { type AgentDefinition, defineAgent } from "./agent/define-agent.ts";
export { createMeter } from "./agent/meter.ts";
export { noUsage } from "./agent/no-usage.ts";
export { agentPrompt, agentPromptZh, type LoopPrompts, loopPrompts, loopPromptsZh } from "./agent/prompt.ts";
export { type RunAgentOptions, runAgent } from "./agent/run-agent.ts";
export type {
  Agent,
  AgentError,
  AgentErrorCode,
  AgentEvent,
  AgentRun,
  Breaker,
  ModelErrorCause,
  ModelErrorCode,
} from "./agent/types.ts";
export { addUsage } from "./agent/usage.ts";
export { createUses, type Uses } from "./agent/uses.ts";
export { completed } from "./crew/completed.ts";
export { createCrew } from "./crew/create-crew.ts";
export { type CrewOutputs, crewChannels } from "./crew/state.ts";
export type {
  CompletedRun,
  Crew,
  CrewOptions,
  CrewRun,
  CrewStream,
  FailedRun,
  ForEachOptions,
  InputsOf,
  KickoffOptions,
  ReplayOptions,
  ResumeOptions,
  WaitingRun,
} from "./crew/types.ts";
export { CrewError, type CrewErrorCode, type CrewFailureCode } from "./errors.ts";
export { createMemory } from "./memory/create-memory.ts";
export type {
  Memory,
  MemoryOptions,
  MemorySession,
  Recall,
  RecallOptions,
  Remembered,
  ToRemember,
} from "./memory/types.ts";
export type { Inputs } from "./placeholders.ts";
export { type LangChainTool, toolFromStructuredTool } from "./structured-tool.ts";
export { defineTask, type TaskDefinition } from "./task/define-task.ts";
export { type CrewEvent, formatEvent } from "./task/events.ts";
export type { CrewFailure } from "./task/failure.ts";
export { judge } from "./task/judge.ts";
export type { Pending } from "./task/pending.ts";
export { type CrewPrompts, crewPrompts } from "./task/prompts.ts";
export type { Condition, Guardrail, GuardrailOptions, Task, TaskOutput, Verdict } from "./task/types.ts";
export { type ArgumentCheck, createArgumentCheck } from "./tools/argument-check.ts";
export {
  type CacheEntry,
  type CacheStore,
  createMemoryStore,
  type MemoryStore,
  type MemoryStoreOptions,
} from "./tools/cache-store.ts";
export { type CachingToolNode, createCachingToolNode, type ToolNodeOptions } from "./tools/caching-tool-node.ts";
export type { Generations } from "./tools/generations.ts";
export { resultForModel, toToolMessage } from "./tools/tool-message.ts";
export { isSameTool } from "./tools/tool-names.ts";
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
  CallCause,
  CallResult,
  Fault,
  InvokeOptions,
  JsonSchema,
  Outcome,
  Tool,
  ToolAnnotations,
  ToolApproval,
  ToolCall,
  ToolOutput,
  Usage,
} from "./types.ts";
export { resultAsAnswer } from "./wrappers/result-as-answer.ts";
export {
  type Approval,
  type ApprovalOptions,
  type ApprovalRequest,
  type Decide,
  withApproval,
} from "./wrappers/with-approval.ts";
export { type CacheOptions, withCache } from "./wrappers/with-cache.ts";
export { type RetryOptions, withRetry } from "./wrappers/with-retry.ts";
export { withTruncation } from "./wrappers/with-truncation.ts";
export { withUsageLimit } from "./wrappers/with-usage-limit.ts";
