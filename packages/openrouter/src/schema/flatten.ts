import { isObject, isString, type JsonSchema } from "../json.ts";
import { type SchemaType, types } from "./keywords.ts";

/** A node with its references and `allOf` resolved, seen as the types it allows. */
export type FlatNode = {
  readonly node: JsonSchema;
  readonly nullable: boolean;
  /** The types it allows, null aside; empty when it does not say. */
  readonly types: readonly SchemaType[];
  /** The branches of `anyOf` and `oneOf`, null aside. */
  readonly branches: readonly unknown[];
  /** References followed to get here, to notice that a schema contains itself. */
  readonly followed: readonly string[];
};

/** Undefined when the node leads back into itself. `true` and anything that is no schema allow everything. */
export function flatten(schema: unknown, root: JsonSchema, followed: readonly string[]): FlatNode | undefined {
  const resolved = resolve(isObject(schema) ? schema : {}, root, followed);
  if (resolved === undefined) return undefined;
  const { node } = resolved;
  const named = Array.isArray(node.type) ? node.type.filter(isString) : isString(node.type) ? [node.type] : [];
  const lower = named.map((name) => name.toLowerCase());
  const alternatives = [node.anyOf, node.oneOf].flatMap((list) => (Array.isArray(list) ? list : []));
  const branches = alternatives.filter((branch) => !isNull(branch));
  const saysShape = branches.some(
    (branch) => isObject(branch) && shapes.some((keyword) => Object.hasOwn(branch, keyword)),
  );
  return {
    node,
    nullable:
      node.nullable === true || lower.includes("null") || allowsNull(node) || branches.length < alternatives.length,
    types: types.filter((type) => lower.includes(type)),
    // Branches that only say which properties go together (`anyOf: [{required: […]}, …]`) add no kind of value.
    branches: isObject(node.properties) && !saysShape ? [] : branches,
    followed: resolved.followed,
  };
}

const shapes = ["type", "properties", "items", "$ref", "allOf", "anyOf", "oneOf", "const", "enum"];

type Resolved = { readonly node: JsonSchema; readonly followed: readonly string[] };

function resolve(schema: JsonSchema, root: JsonSchema, followed: readonly string[]): Resolved | undefined {
  if (isString(schema.$ref)) {
    if (followed.includes(schema.$ref) || followed.length > 30) return undefined;
    const { $ref, ...siblings } = schema;
    const target = pointedTo(root, $ref);
    return resolve({ ...(isObject(target) ? target : {}), ...siblings }, root, [...followed, $ref]);
  }
  if (!Array.isArray(schema.allOf)) return { node: schema, followed };
  const { allOf, ...rest } = schema;
  let merged: Resolved = { node: rest, followed };
  for (const part of allOf) {
    const resolved = isObject(part) ? resolve(part, root, merged.followed) : undefined;
    if (isObject(part) && resolved === undefined) return undefined;
    if (resolved !== undefined) merged = { node: merge(merged.node, resolved.node), followed: resolved.followed };
  }
  return merged;
}

/** Both of two nodes at once: the properties of each, required by either. The first has the last word elsewhere. */
export function merge(first: JsonSchema, second: JsonSchema): JsonSchema {
  const properties =
    isObject(first.properties) && isObject(second.properties)
      ? { ...second.properties, ...first.properties }
      : (first.properties ?? second.properties);
  const required = [first.required, second.required].flatMap((list) => (Array.isArray(list) ? list : []));
  return {
    ...second,
    ...first,
    ...(properties !== undefined && { properties }),
    ...(required.length > 0 && { required }),
  };
}

/** The type that a node without `type` must mean, told by the keywords it has. */
export function impliedType(node: JsonSchema): SchemaType {
  if (isObject(node.properties) || isObject(node.additionalProperties) || isObject(node.patternProperties))
    return "object";
  if (node.items !== undefined || node.prefixItems !== undefined) return "array";
  const bounds = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];
  return bounds.some((bound) => typeof node[bound] === "number") ? "number" : "string";
}

function allowsNull(node: JsonSchema): boolean {
  return node.const === null || (Array.isArray(node.enum) && node.enum.includes(null));
}

function isNull(branch: unknown): boolean {
  if (!isObject(branch)) return false;
  if (branch.type === "null" || branch.const === null) return true;
  return Array.isArray(branch.enum) && branch.enum.length > 0 && branch.enum.every((value) => value === null);
}

/** A local JSON Pointer, `#/$defs/Pod`. Anything else (another document, an anchor) is not found. */
function pointedTo(root: JsonSchema, pointer: string): unknown {
  if (!pointer.startsWith("#")) return undefined;
  const steps = pointer.slice(1).split("/").slice(1);
  return steps.reduce<unknown>((value, step) => {
    const key = decode(step).replaceAll("~1", "/").replaceAll("~0", "~");
    if (Array.isArray(value)) return value[Number(key)];
    return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }, root);
}

function decode(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
