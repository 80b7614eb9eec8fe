import { isObject, isString, type JsonSchema } from "../json.ts";
import { type SchemaType, types } from "./keywords.ts";
import { merge } from "./merge.ts";
import { noteAt, type Place } from "./place.ts";
import { pointedTo } from "./references.ts";

/** A node with its references and `allOf` resolved, seen as the types it allows. */
export type FlatNode = {
  readonly node: JsonSchema;
  readonly nullable: boolean;
  /** The types it allows, null aside; empty when it does not say. */
  readonly types: readonly SchemaType[];
  /** The branches of `anyOf` and `oneOf`, null aside. */
  readonly branches: readonly unknown[];
  /** References followed to get here, for the nodes inside. */
  readonly followed: readonly string[];
  /** It leads back to a node that contains it. */
  readonly isInsideItself: boolean;
};

/** `true` and anything that is no schema allow everything. */
export function flatten(schema: unknown, place: Place): FlatNode {
  const { node, followed, isInsideItself } = resolve(isObject(schema) ? schema : {}, place, []);
  const note = noteAt(place);
  const named = [node.type].flat().filter((type) => type !== undefined);
  const lower = named.filter(isString).map((name) => name.toLowerCase());
  if (named.some((name) => !isString(name) || !isKnown(name.toLowerCase())))
    note({ keyword: "type", kind: "left_out" });
  const alternatives = [node.anyOf, node.oneOf].flatMap((list) => (Array.isArray(list) ? list : []));
  const branches = alternatives.filter((branch) => !isNull(branch));
  if (Array.isArray(node.anyOf) && Array.isArray(node.oneOf)) note({ keyword: "oneOf", kind: "left_out" });
  // Branches that only say which properties go together (`anyOf: [{required: […]}, …]`) add no kind of value.
  const saysShape = !isObject(node.properties) || branches.some(isShape);
  if (!saysShape && branches.length > 0)
    note({ keyword: Array.isArray(node.anyOf) ? "anyOf" : "oneOf", kind: "left_out" });
  return {
    node,
    nullable:
      node.nullable === true || lower.includes("null") || allowsNull(node) || branches.length < alternatives.length,
    types: types.filter((type) => lower.includes(type)),
    branches: saysShape ? branches : [],
    followed,
    isInsideItself,
  };
}

function isKnown(name: string): boolean {
  return name === "null" || types.some((type) => type === name);
}

const shapes = ["type", "properties", "items", "$ref", "allOf", "anyOf", "oneOf", "const", "enum"];

function isShape(branch: unknown): boolean {
  return isObject(branch) && shapes.some((keyword) => Object.hasOwn(branch, keyword));
}

type Resolved = Pick<FlatNode, "node" | "followed" | "isInsideItself">;

const mostReferences = 20;

/** `here`: the references of this very node. One that comes again says nothing new; one of an outer node is recursion. */
function resolve(schema: JsonSchema, place: Place, here: readonly string[]): Resolved {
  const note = noteAt(place);
  const lose = (keyword: string) => note({ keyword, kind: "left_out" });
  const { $ref, allOf, ...rest } = schema;
  const isInsideItself = isString($ref) && (place.followed.includes($ref) || here.length > mostReferences);
  const done: Resolved = { node: rest, followed: [...place.followed, ...here], isInsideItself };
  const parts = Array.isArray(allOf) ? allOf.filter((part) => isObject(part)) : [];
  const resolved = parts.map((part) => resolveWithin(part, place, here));
  if (isString($ref)) {
    const target = here.includes($ref) ? undefined : pointedTo(place.root, $ref);
    if (target === undefined) lose("$ref");
    else resolved.unshift(resolveWithin(target, place, [...here, $ref]));
  }
  return resolved.reduce(
    (sum, part) => ({
      node: merge(sum.node, part.node, lose),
      followed: [...new Set([...sum.followed, ...part.followed])],
      isInsideItself: sum.isInsideItself || part.isInsideItself,
    }),
    done,
  );
}

function resolveWithin(schema: JsonSchema, place: Place, here: readonly string[]): Resolved {
  if (place.spend()) return resolve(schema, place, here);
  noteAt(place)({ keyword: "allOf", kind: "left_out" });
  return { node: {}, followed: place.followed, isInsideItself: false };
}

/** The type that a node without `type` must mean, told by the keywords it has. */
export function impliedType(node: JsonSchema): SchemaType | undefined {
  if (isObject(node.properties) || isObject(node.additionalProperties) || isObject(node.patternProperties))
    return "object";
  if (node.items !== undefined || node.prefixItems !== undefined) return "array";
  const ofNumbers = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];
  if (ofNumbers.some((bound) => typeof node[bound] === "number")) return "number";
  return ["minLength", "maxLength", "pattern", "format"].some((keyword) => Object.hasOwn(node, keyword))
    ? "string"
    : undefined;
}

function allowsNull(node: JsonSchema): boolean {
  return node.const === null || (Array.isArray(node.enum) && node.enum.includes(null));
}

function isNull(branch: unknown): boolean {
  if (!isObject(branch)) return false;
  if (branch.type === "null" || branch.const === null) return true;
  return Array.isArray(branch.enum) && branch.enum.length > 0 && branch.enum.every((value) => value === null);
}
