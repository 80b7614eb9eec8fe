import { z } from "zod";
import { CrewError } from "./errors.ts";
import { type LangChainTool, toolFromStructuredTool } from "./structured-tool.ts";
import { toolsByName } from "./tools/tool-names.ts";
import type { Tool } from "./types.ts";

/** A tool of ours, or any of LangChain's. */
export type AnyTool = Tool | LangChainTool;

/** Throws `tool_schema_invalid` for a zod schema that JSON Schema cannot say: LangChain throws for it. */
export function toCrewTool(tool: AnyTool): Tool {
  if ("inputSchema" in tool) return tool;
  try {
    return toolFromStructuredTool(tool);
  } catch (error) {
    throw invalid(tool, error instanceof Error ? error.message : String(error));
  }
}

/**
 * Tools of ours and of LangChain as ours. Throws `tool_name_taken` when two have the same name, `tool_name_invalid`, and
 * `tool_schema_invalid`.
 */
export function toCrewTools(tools: readonly AnyTool[]): readonly Tool[] {
  const ours = tools.map(toCrewTool);
  for (const tool of ours) checkName(tool);
  return [...toolsByName(ours).values()];
}

/** What every vendor takes: one refuses the whole request for a single other name. */
const NAME = /^[A-Za-z0-9_-]{1,64}$/;

function checkName({ name }: Tool): void {
  if (NAME.test(name)) return;
  const message = `"${name}" cannot be the name of a tool.`;
  throw new CrewError("tool_name_invalid", message, 'Use up to 64 letters (a to z), digits, "_" and "-".');
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
    const problem = unknownType(tool.inputSchema, []);
    if (problem !== undefined) throw invalid(tool, problem);
  }
}

const TYPES: readonly unknown[] = ["string", "number", "integer", "boolean", "object", "array", "null", undefined];

const Value = z.object({
  type: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).catch({}),
  items: z.unknown().optional(),
});

/** The first type that JSON Schema does not have, for which vendors refuse a whole request. */
function unknownType(schema: unknown, path: readonly string[]): string | undefined {
  const value = Value.safeParse(schema).data;
  if (value === undefined) return undefined;
  const types: readonly unknown[] = [value.type].flat();
  const unknown = types.find((type) => !TYPES.includes(type));
  if (unknown !== undefined) return `${path.join(".")} has the type ${JSON.stringify(unknown)}, which there is not`;
  for (const [name, inner] of [...Object.entries(value.properties), ["items", value.items] as const]) {
    const problem = unknownType(inner, [...path, name]);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function invalid({ name }: AnyTool, problem: string): CrewError {
  const message = `The schema of the tool "${name}" is none of parameters: ${problem.replace(/\s+/g, " ")}.`;
  return new CrewError("tool_schema_invalid", message, "Describe its parameters as an object, in zod or JSON Schema.");
}
