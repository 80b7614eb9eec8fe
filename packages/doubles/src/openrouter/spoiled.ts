import { checkToolSchema } from "./schema-rules.ts";
import { type ChatRequest, isObject, type JsonObject, type ScriptedCall } from "./types.ts";

/**
 * What became of arguments whose schema has keywords that Gemini does not know, where OpenRouter let them pass: lists and
 * objects came as text, other values not at all (pydantic/pydantic-ai issues 3617 and 3618).
 */
export function spoiledCalls(
  calls: readonly ScriptedCall[] | undefined,
  { tools }: ChatRequest,
): readonly ScriptedCall[] | undefined {
  return calls?.map((call) => {
    const properties = propertiesOf(tools, call.name);
    const args = Object.entries(call.args).flatMap(([name, value]) => {
      if (!isForeign(properties[name])) return [[name, value] as const];
      return typeof value === "object" && value !== null ? [[name, JSON.stringify(value)] as const] : [];
    });
    return { ...call, args: Object.fromEntries(args) };
  });
}

function isForeign(property: unknown): boolean {
  if (property === undefined) return false;
  const complaint = checkToolSchema({ type: "object", properties: { property } });
  return complaint?.rule === "tool.keyword" || complaint?.rule === "tool.anyof_siblings";
}

function propertiesOf(tools: readonly JsonObject[], name: string): JsonObject {
  const declared = tools.map((tool) => (isObject(tool.function) ? tool.function : {})).find((one) => one.name === name);
  const parameters = isObject(declared?.parameters) ? declared.parameters : {};
  return isObject(parameters.properties) ? parameters.properties : {};
}
