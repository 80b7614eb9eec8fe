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
