import { toolsByName } from "./tools/tool-names.ts";
import type { Tool } from "./types.ts";
import { type AnyTool, toCrewTool } from "./wrappers/any-tool.ts";

/** Tools of ours and of LangChain as ours. Throws `tool_name_taken` when two have the same name. */
export function toCrewTools(tools: readonly AnyTool[]): readonly Tool[] {
  return [...toolsByName(tools.map(toCrewTool)).values()];
}
