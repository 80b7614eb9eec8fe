import { z } from "zod";
import { CrewError } from "./errors.ts";
import { messageOf } from "./message-of.ts";
import { type LangChainTool, toolFromStructuredTool } from "./structured-tool.ts";
import { toolsByName } from "./tools/tool-names.ts";
import type { JsonSchema, Tool } from "./types.ts";

/** A tool of ours, or any of LangChain's. */
export type AnyTool = Tool | LangChainTool;

/** Throws `tool_schema_invalid` for a zod schema that JSON Schema cannot say: LangChain throws for it. */
export function toCrewTool(tool: AnyTool): Tool {
  if ("inputSchema" in tool) return tool;
  try {
    return toolFromStructuredTool(tool);
  } catch (error) {
    throw invalid(tool, messageOf(error));
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
const NAME = /^[A-Za-z_][A-Za-z0-9_-]{0,63}$/;

function checkName({ name }: Tool): void {
  if (NAME.test(name)) return;
  const message = `"${name}" cannot be the name of a tool.`;
  throw new CrewError(
    "tool_name_invalid",
    message,
    `Use up to 64 letters (a to z), digits, "_" and "-", a letter or "_" first.`,
  );
}

const Parameters = z.looseObject({
  type: z.literal("object").optional(),
  properties: z.record(z.string(), z.union([z.looseObject({}), z.boolean()])).optional(),
  required: z.array(z.string()).optional(),
});

/**
 * Throws `tool_schema_invalid` for parameters that are no object, or have a type that there is not, once `prepareSchema` has
 * made them fit: no model can be offered such a tool.
 */
export function checkSchemas(
  tools: readonly Tool[],
  prepareSchema: (schema: JsonSchema) => JsonSchema = (schema) => schema,
): void {
  for (const tool of tools) {
    const problem = problemIn(() => prepareSchema(tool.inputSchema));
    if (problem !== undefined)
      throw invalid(tool, problem, "Describe its parameters as an object, or have prepareSchema mend them.");
  }
}

function problemIn(prepare: () => unknown): string | undefined {
  try {
    const schema = prepare();
    const { error } = Parameters.safeParse(schema);
    return error === undefined ? unknownType(schema, []) : z.prettifyError(error);
  } catch (error) {
    return `prepareSchema failed with ${error}`;
  }
}

const TYPES: readonly unknown[] = ["string", "number", "integer", "boolean", "object", "array", "null", undefined];

const named = z.record(z.string(), z.unknown()).catch({});
const several = z.array(z.unknown()).catch([]);

/** A schema, with all that schemas stand in. */
const Value = z.object({
  type: z.unknown().optional(),
  properties: named,
  patternProperties: named,
  $defs: named,
  definitions: named,
  items: z.unknown().optional(),
  prefixItems: several,
  anyOf: several,
  oneOf: several,
  allOf: several,
  not: z.unknown().optional(),
  additionalProperties: z.unknown().optional(),
});

/** The first type that JSON Schema does not have, for which vendors refuse a whole request. */
function unknownType(schema: unknown, path: readonly string[]): string | undefined {
  const value = Value.safeParse(schema).data;
  if (value === undefined) return undefined;
  const types: readonly unknown[] = [value.type].flat();
  const unknown = types.find((type) => !TYPES.includes(type));
  if (unknown !== undefined) return `${path.join(".")} has the type ${JSON.stringify(unknown)}, which there is not`;
  for (const [name, inner] of schemasIn(value)) {
    const problem = unknownType(inner, [...path, name]);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function schemasIn(value: z.infer<typeof Value>): readonly (readonly [where: string, schema: unknown])[] {
  const { properties, patternProperties, $defs, definitions, not, additionalProperties } = value;
  const { items, prefixItems, anyOf, oneOf, allOf } = value;
  const lists = Object.entries({ items: [items].flat(), prefixItems, anyOf, oneOf, allOf });
  return [
    ...[properties, patternProperties, $defs, definitions].flatMap((schemas) => Object.entries(schemas)),
    ...lists.flatMap(([where, schemas]) => schemas.map((schema) => [where, schema] as const)),
    ["not", not],
    ["additionalProperties", additionalProperties],
  ];
}

const DESCRIBE = "Describe its parameters as an object, in zod or JSON Schema.";

function invalid(tool: AnyTool, problem: string, remedy = DESCRIBE): CrewError {
  const whose = "server" in tool ? ` (server "${tool.server}")` : "";
  const said = problem.replace(/\s+/g, " ");
  const message = `The schema of the tool "${tool.name}"${whose} is none of parameters: ${said}.`;
  return new CrewError("tool_schema_invalid", message, remedy);
}
