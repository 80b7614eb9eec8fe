import { isString, type JsonSchema } from "../json.ts";
import { bounds, formats, type SchemaType } from "./keywords.ts";

/** The bounds and the format of a node, as far as its type has them. */
export function limits(node: JsonSchema, type: SchemaType): JsonSchema {
  const kept = bounds[type].map((keyword) => [keyword, bound(node, keyword, type)] as const);
  const format = isString(node.format) && formats[type]?.includes(node.format) ? node.format : undefined;
  return Object.fromEntries([...kept, ["format", format] as const].filter(([, value]) => value !== undefined));
}

function bound(node: JsonSchema, keyword: string, type: SchemaType): number | undefined {
  if (keyword === "minimum") return narrowest([numberAt(node, keyword), above(node, type)], Math.max);
  if (keyword === "maximum") return narrowest([numberAt(node, keyword), below(node, type)], Math.min);
  const size = numberAt(node, keyword);
  return size !== undefined && size >= 0 && Number.isInteger(size) ? size : undefined;
}

function narrowest(limits: readonly (number | undefined)[], choose: (...of: number[]) => number): number | undefined {
  const given = limits.filter((limit) => limit !== undefined);
  return given.length === 0 ? undefined : choose(...given);
}

function above(node: JsonSchema, type: SchemaType): number | undefined {
  const limit = exclusive(node, "minimum", "exclusiveMinimum");
  return limit === undefined || type !== "integer" ? limit : Math.floor(limit) + 1;
}

function below(node: JsonSchema, type: SchemaType): number | undefined {
  const limit = exclusive(node, "maximum", "exclusiveMaximum");
  return limit === undefined || type !== "integer" ? limit : Math.ceil(limit) - 1;
}

/** Draft 4 writes `exclusiveMinimum: true` beside `minimum`. */
function exclusive(node: JsonSchema, limit: string, keyword: string): number | undefined {
  return numberAt(node, node[keyword] === true ? limit : keyword);
}

function numberAt(node: JsonSchema, keyword: string): number | undefined {
  const value = node[keyword];
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}
