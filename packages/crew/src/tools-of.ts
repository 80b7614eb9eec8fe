import { z } from "zod";
import { CrewError } from "./errors.ts";
import { type LangChainTool, toolFromStructuredTool } from "./structured-tool.ts";
import { toolsByName } from "./tools/tool-names.ts";
import type { Tool } from "./types.ts";

/** A tool of ours, or any of LangChain's. */
export type AnyTool = Tool | LangChainTool;

export function toCrewTool(tool: AnyTool): Tool {
  return "inputSchema" in tool ? tool : toolFromStructuredTool(tool);
}

/** Tools of ours and of LangChain as ours. Throws `tool_name_taken` when two have the same name, and `tool_schema_invalid`. */
export function toCrewTools(tools: readonly AnyTool[]): readonly Tool[] {
  return [...toolsByName(tools.map(converted)).values()];
}

/** LangChain throws for a zod schema that JSON Schema cannot say. */
function converted(tool: AnyTool): Tool {
  try {
    return toCrewTool(tool);
  } catch (error) {
    throw invalid(tool, error instanceof Error ? error.message : String(error));
  }
}

const Parameters = z.looseObject({
  type: z.literal("object").optional(),
  properties: z.record(z.string(), z.union([z.looseObject({}), z.boolean()])).optional(),
  required: z.array(z.string()).optional(),
});

/** Throws `tool_schema_invalid` for parameters that are no object: no model can be offered such a tool. */
export function checkSchemas(tools: readonly Tool[]): void {
  for (const tool of tools) {
    const { error } = Parameters.safeParse(tool.inputSchema);
    if (error !== undefined) throw invalid(tool, z.prettifyError(error));
  }
}

function invalid({ name }: AnyTool, problem: string): CrewError {
  const message = `The schema of the tool "${name}" is none of parameters: ${problem.replace(/\s+/g, " ")}.`;
  return new CrewError("tool_schema_invalid", message, "Describe its parameters as an object, in zod or JSON Schema.");
}
