import { isDeepStrictEqual } from "node:util";
import { isObject, type JsonSchema } from "../json.ts";
import { flatten } from "./flatten.ts";
import { createBudget, type Place } from "./place.ts";
import { kindOf } from "./translation.ts";

/**
 * Whether a schema may mean a value: enough to tell the branches of a choice apart. What it does not know (`not`, `if`,
 * patterns) it lets pass, since arguments are validated against the schema elsewhere.
 */
export function allows(schema: unknown, value: unknown, root: JsonSchema): boolean {
  const place = { root, level: 1, followed: [], path: "", lose: () => undefined, spend: createBudget(1000) };
  return fits(schema, value, place);
}

function fits(schema: unknown, value: unknown, place: Place): boolean {
  if (schema === false) return false;
  if (!isObject(schema) || !place.spend()) return true;
  const flat = flatten(schema, place);
  const { node } = flat;
  if (value === null && flat.nullable) return true;
  if (flat.isInsideItself && !isObject(value) && !Array.isArray(value)) return true;
  if (node.const !== undefined && !isDeepStrictEqual(node.const, value)) return false;
  if (Array.isArray(node.enum) && !node.enum.some((held) => isDeepStrictEqual(held, value))) return false;
  const isOnlyNull = node.type === "null";
  if ((isOnlyNull || flat.types.length > 0) && !flat.types.some((type) => kindOf(value, type))) return false;
  for (const branches of [node.anyOf, node.oneOf])
    if (
      Array.isArray(branches) &&
      !branches.some((branch) => fits(branch, value, { ...place, followed: flat.followed }))
    )
      return false;
  const inside = { ...place, followed: [] };
  if (isObject(value)) return fitsObject(node, value, inside);
  return Array.isArray(value) ? fitsList(node, value, inside) : isWithin(node, value);
}

function fitsObject(node: JsonSchema, value: JsonSchema, place: Place): boolean {
  const properties = isObject(node.properties) ? node.properties : {};
  const required: readonly unknown[] = Array.isArray(node.required) ? node.required : [];
  if (required.some((name) => typeof name === "string" && !Object.hasOwn(value, name))) return false;
  // Names with a pattern of their own are not read.
  const others = isObject(node.patternProperties) ? true : node.additionalProperties;
  return Object.entries(value).every(([name, held]) =>
    fits(Object.hasOwn(properties, name) ? properties[name] : others, held, place),
  );
}

function fitsList(node: JsonSchema, value: readonly unknown[], place: Place): boolean {
  const { first, rest } = tupleOf(node);
  return value.every((held, index) => fits(index < first.length ? first[index] : rest, held, place));
}

/** The schemas of the first elements, and that of the others. */
export function tupleOf(node: JsonSchema): { readonly first: readonly unknown[]; readonly rest: unknown } {
  if (Array.isArray(node.prefixItems)) return { first: node.prefixItems, rest: node.items };
  return Array.isArray(node.items)
    ? { first: node.items, rest: node.additionalItems }
    : { first: [], rest: node.items };
}

function isWithin(node: JsonSchema, value: unknown): boolean {
  const size = typeof value === "string" ? [...value].length : value;
  if (typeof size !== "number") return true;
  const [least, most] = typeof value === "string" ? ["minLength", "maxLength"] : ["minimum", "maximum"];
  const [low, high] = [node[least ?? ""], node[most ?? ""]];
  return !(typeof low === "number" && size < low) && !(typeof high === "number" && size > high);
}
