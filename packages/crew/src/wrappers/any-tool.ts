import type { StructuredToolInterface } from "@langchain/core/tools";
import { toolFromStructuredTool } from "../structured-tool.ts";
import type { Tool } from "../types.ts";

/** A tool of ours, or any of LangChain's. */
export type AnyTool = Tool | StructuredToolInterface;

export function toCrewTool(tool: AnyTool): Tool {
  return "inputSchema" in tool ? tool : toolFromStructuredTool(tool);
}
