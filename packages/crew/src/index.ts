export { type Agent, type AgentDefinition, defineAgent, systemPrompt } from "./agent/define-agent.ts";
export { finalAnswerTool, runAgent } from "./agent/run-agent.ts";
export type { AgentEvent, AgentFailure, AgentRun, RunAgentOptions } from "./agent/types.ts";
export { createCachingToolNode } from "./caching-tool-node.ts";
export { CrewError } from "./errors.ts";
export { type CacheEntry, type CacheStore, createMemoryStore, type MemoryStoreOptions } from "./runner/store.ts";
export {
  type CachePolicy,
  createToolRunner,
  type RunOptions,
  type ToolRunner,
  type ToolRunnerOptions,
} from "./runner/tool-runner.ts";
export { toolFromStructuredTool } from "./structured-tool.ts";
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
