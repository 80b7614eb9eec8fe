import { schemaKeywords } from "./schema-keywords.ts";
import type { JsonObject, Profile } from "./types.ts";
import { isObject, isString } from "./types.ts";

const typeNames = new Set(["string", "number", "integer", "boolean", "array", "object"]);

const formatsOf: { readonly [type: string]: readonly string[] } = {
  string: ["enum", "date-time"],
  number: ["float", "double"],
  integer: ["int32", "int64"],
};

/** Google publishes no limit; 8 is a guess on the safe side. */
const deepest = 8;

/** What is wrong with a node: the rule, and Google's words; `{at}` stands for the place of the node. */
export type SchemaComplaint = { readonly rule: string; readonly path: string; readonly message: string };

/**
 * Whether Google takes a schema as the `parameters` of a function; undefined is yes. It knows nothing of how a client
 * sanitizes, so that it can judge it.
 */
export function checkToolSchema(parameters: unknown, profile: Profile = "strict"): SchemaComplaint | undefined {
  if (parameters === undefined) return undefined;
  if (!isObject(parameters) || parameters.type !== "object")
    return { rule: "tool.root_object", path: "", message: "{at}: schema must be of type OBJECT" };
  return checkNode(parameters, "", { depth: 1, profile });
}

type Situation = { readonly depth: number; readonly profile: Profile };
type Check = (node: JsonObject, situation: Situation) => { rule: string; message: string } | undefined;

function checkNode(node: unknown, path: string, situation: Situation): SchemaComplaint | undefined {
  if (!isObject(node)) return { rule: "tool.type_missing", path, message: untyped };
  for (const check of checks) {
    const complaint = check(node, situation);
    if (complaint !== undefined) return { ...complaint, path };
  }
  const deeper = { ...situation, depth: situation.depth + 1 };
  for (const [step, child] of childrenOf(node)) {
    const complaint = checkNode(child, `${path}${step}`, deeper);
    if (complaint !== undefined) return complaint;
  }
  return undefined;
}

function childrenOf(node: JsonObject): readonly (readonly [string, unknown])[] {
  const branches = Array.isArray(node.anyOf) ? node.anyOf : [];
  const properties = isObject(node.properties) ? Object.entries(node.properties) : [];
  return [
    ...branches.map((branch, index) => [`.any_of[${index}]`, branch] as const),
    ...properties.map(([name, property]) => [`.properties[${name}]`, property] as const),
    ...(node.items === undefined ? [] : [[".items", node.items] as const]),
  ];
}

const untyped =
  "Unable to submit request because functionDeclaration `{at}` schema didn't specify the schema type field.";

const checks: readonly Check[] = [
  (node, { profile }) => {
    const keyword = Object.keys(node).find((name) => !Object.hasOwn(schemaKeywords, name));
    if (keyword === undefined || profile === "observed") return undefined;
    return {
      rule: "tool.keyword",
      message: `Invalid JSON payload received. Unknown name "${keyword}" at '{at}': Cannot find field.`,
    };
  },
  (node, { profile }) =>
    node.anyOf !== undefined && Object.keys(node).length > 1 && profile !== "observed"
      ? {
          rule: "tool.anyof_siblings",
          message:
            "Unable to submit request because `{at}` schema specified other fields alongside any_of. When using any_of, it must be the only field set.",
        }
      : undefined,
  (node) =>
    Array.isArray(node.type)
      ? {
          rule: "tool.type_array",
          message:
            "Invalid JSON payload received. Unknown name \"type\" at '{at}': Proto field is not repeating, cannot start list.",
        }
      : undefined,
  (node) => {
    const hasBranches = Array.isArray(node.anyOf) && node.anyOf.length > 0;
    return node.type === undefined && !hasBranches ? { rule: "tool.type_missing", message: untyped } : undefined;
  },
  (node) =>
    node.type !== undefined && !(isString(node.type) && typeNames.has(node.type.toLowerCase()))
      ? {
          rule: "tool.type_value",
          message: `Invalid value at '{at}.type' (type.googleapis.com/google.ai.generativelanguage.v1beta.Type), ${JSON.stringify(node.type)}`,
        }
      : undefined,
  checkValues,
  checkEnum,
  checkFormat,
  (node) => {
    const items = isObject(node.items) ? node.items : {};
    return typeOf(node) === "array" && items.type === undefined && items.anyOf === undefined
      ? { rule: "tool.items_missing", message: "* {at}.items: missing field.\n" }
      : undefined;
  },
  (node, { profile, depth }) => {
    const isEmpty =
      typeOf(node) === "object" && Object.keys(isObject(node.properties) ? node.properties : {}).length === 0;
    return isEmpty && (profile !== "observed" || depth > 1)
      ? { rule: "tool.empty_properties", message: "* {at}.properties: should be non-empty for OBJECT type\n" }
      : undefined;
  },
  checkRequired,
  (node) => {
    const names = Object.keys(isObject(node.properties) ? node.properties : {});
    const bad = names.find((name) => !/^[a-zA-Z_][a-zA-Z0-9_]{0,63}$/.test(name));
    return bad === undefined
      ? undefined
      : { rule: "tool.param_name", message: `* {at}.properties: invalid property name ${bad}` };
  },
  (_, { depth, profile }) =>
    depth > deepest && profile !== "observed"
      ? { rule: "tool.depth", message: "A schema in GenerateContentRequest exceeds the maximum allowed nesting depth." }
      : undefined,
];

/** Google's own words for a type are in capitals; both are taken. */
function typeOf(node: JsonObject): string {
  return isString(node.type) ? node.type.toLowerCase() : "";
}

const onlyOn: { readonly [keyword: string]: string } = { properties: "object", required: "object", items: "array" };

function checkValues(node: JsonObject, { profile }: Situation) {
  if (profile === "observed") return undefined;
  const rule = "tool.keyword_value";
  for (const [keyword, value] of Object.entries(node)) {
    const form = schemaKeywords[keyword];
    if (form !== undefined && !form.is(value))
      return { rule, message: `Invalid value at '{at}.${keyword}' (${form.name}), ${JSON.stringify(value)}` };
    const type = onlyOn[keyword];
    if (type !== undefined && typeOf(node) !== type)
      return { rule, message: `* {at}.${keyword}: only allowed for ${type.toUpperCase()} type\n` };
  }
  return undefined;
}

function checkEnum(node: JsonObject) {
  if (node.enum === undefined) return undefined;
  const rule = "tool.enum";
  if (typeOf(node) !== "string") return { rule, message: "* {at}.enum: only allowed for STRING type\n" };
  const values: readonly unknown[] = Array.isArray(node.enum) ? node.enum : [];
  if (values.length === 0) return { rule, message: "* {at}.enum: cannot be empty\n" };
  const bad = values.findIndex((value, at) => !isString(value) || value === "" || values.indexOf(value) < at);
  if (bad < 0) return undefined;
  const value = values[bad];
  const detail =
    value === ""
      ? "cannot be empty"
      : isString(value)
        ? "duplicate value"
        : `Invalid value (TYPE_STRING), ${JSON.stringify(value)}`;
  return { rule, message: `* {at}.enum[${bad}]: ${detail}\n` };
}

function checkFormat(node: JsonObject) {
  if (node.format === undefined) return undefined;
  const allowed = formatsOf[typeOf(node)] ?? [];
  if (isString(node.format) && allowed.includes(node.format)) return undefined;
  return {
    rule: "tool.format",
    message: "* {at}.format: only 'enum' and 'date-time' are supported for STRING type\n",
  };
}

function checkRequired(node: JsonObject) {
  if (node.required === undefined) return undefined;
  const names: readonly unknown[] = Array.isArray(node.required) ? node.required : [node.required];
  const properties = isObject(node.properties) ? node.properties : {};
  const ghost = names.findIndex((name) => !isString(name) || !Object.hasOwn(properties, name));
  return ghost < 0
    ? undefined
    : { rule: "tool.required_undefined", message: `* {at}.required[${ghost}]: property is not defined\n` };
}
