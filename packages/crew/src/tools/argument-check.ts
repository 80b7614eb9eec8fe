import type { Arguments, Tool } from "../types.ts";
import type { SchemaCheck } from "./schema-check.ts";

/** Says what is wrong with a call's arguments, naming the parameter, or undefined when nothing is. */
export type ArgumentCheck = (
  tool: Pick<Tool, "inputSchema" | "problemsOf">,
  args: Arguments,
) => string | undefined | Promise<string | undefined>;

/**
 * Checks arguments by the tool's schema (`createSchemaCheck`). Where a tool judges its arguments itself, its word counts, and
 * the schema's words only say what is wrong. What reads schemas is loaded when it is first needed: many crews have no tools,
 * or only such tools.
 */
export function createArgumentCheck(): ArgumentCheck {
  let loading: ReturnType<typeof loadCheck> | undefined;
  return (tool, args) => {
    const own = tool.problemsOf?.(args);
    if (own?.length === 0) return undefined;
    loading ??= loadCheck();
    return loading.then((check) => check(own, tool.inputSchema, args));
  };
}

async function loadCheck() {
  const { createSchemaCheck, inOneText } = await import("./schema-check.ts");
  const check = createSchemaCheck();
  return (own: readonly string[] | undefined, ...given: Parameters<SchemaCheck>) =>
    check(...given) ?? (own && inOneText(own));
}

/**
 * The arguments without those that the tool does not have: models invent some. Only where the schema lists the
 * parameters and does not say that there may be others.
 */
export function withoutUnknownArguments({ inputSchema }: Pick<Tool, "inputSchema">, args: Arguments): Arguments {
  const { properties, additionalProperties } = inputSchema;
  const open = additionalProperties !== undefined && additionalProperties !== false;
  const composed = ["$ref", "allOf", "anyOf", "oneOf", "if", "patternProperties"].some((key) => key in inputSchema);
  if (typeof properties !== "object" || properties === null || open || composed) return args;
  return Object.fromEntries(Object.entries(args).filter(([name]) => Object.hasOwn(properties, name)));
}
