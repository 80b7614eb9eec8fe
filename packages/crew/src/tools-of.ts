import type { StructuredToolInterface } from "@langchain/core/tools";
import { toolFromStructuredTool } from "./structured-tool.ts";
import { toolsByName } from "./tools/tool-names.ts";
import type { Tool } from "./types.ts";

/** Tools of ours and of LangChain as ours. Throws `tool_name_taken` when two have the same name. */
export function toCrewTools(tools: readonly (Tool | StructuredToolInterface)[]): readonly Tool[] {
  return [...toolsByName(tools.map((tool) => ("inputSchema" in tool ? tool : toolFromStructuredTool(tool)))).values()];
}
