export { startFaultyMcpServer } from "./mcp/start-faulty-mcp-server.ts";
export { stdioDouble } from "./mcp/stdio-double.ts";
export type {
  CallFault,
  DoubleTool,
  FaultyMcpOptions,
  FaultyMcpServer,
  McpFaults,
  ReceivedCall,
  ReceivedMessage,
  StartFault,
} from "./mcp/types.ts";
export { type EndHook, useOpenRouter } from "./openrouter/checked.ts";
export { openRouterCuts } from "./openrouter/cuts.ts";
export type { Dialect, DialectName } from "./openrouter/dialects/dialect.ts";
export { dialects } from "./openrouter/dialects/table.ts";
export type { Fault, Faults } from "./openrouter/fault.ts";
export { openRouterFaults } from "./openrouter/faults.ts";
export { finishReasons } from "./openrouter/finish-reasons.ts";
export { catalog } from "./openrouter/models.ts";
export { checkToolSchema, type SchemaComplaint } from "./openrouter/schema-rules.ts";
export { guardrailWhile, repeatedCall } from "./openrouter/scripts.ts";
export { type OpenRouterDouble, type OpenRouterOptions, startOpenRouter } from "./openrouter/start.ts";
export type {
  ChatRequest,
  CutName,
  CutPlace,
  Family,
  LogEntry,
  Profile,
  Reply,
  Script,
  State,
  Violation,
} from "./openrouter/types.ts";
export { createScriptedModel, type ModelRequest, type ScriptedModel, type ScriptedTurn } from "./scripted-model.ts";
export type { ScriptedCall, ScriptedReply } from "./scripted-reply.ts";
