import { isObject, isString, type JsonSchema } from "../json.ts";
import { convertNode } from "./convert-node.ts";
import { flatten, merge } from "./flatten.ts";
import type { Loss } from "./losses.ts";

export type Arguments = { readonly [parameter: string]: unknown };

export type SanitizedSchema = {
  /** What to send as `parameters`; absent when the tool takes none, because an empty object is refused. */
  readonly parameters?: JsonSchema;
  /** Arguments for the server as the model wrote them under `parameters`. */
  readonly encode: (args: Arguments) => Arguments;
  /** Arguments from the model as the server wants them: its own names, numbers and objects again. Does not validate. */
  readonly decode: (args: Arguments) => Arguments;
  /** What the schema says and `parameters` does not, each once. */
  readonly losses: readonly Loss[];
};

/**
 * A JSON Schema of any draft as one that Gemini (and so every other provider) takes, by the table in `keywords.ts`.
 * The original schema stays what a call is validated against. Never fails: what cannot be said is left out or put in words.
 */
export function sanitizeSchema(schema: unknown): SanitizedSchema {
  const original = isObject(schema) ? schema : {};
  const root = objectRoot(original);
  const properties = isObject(root.properties) ? root.properties : {};
  if (Object.values(properties).every((value) => value === false))
    return { encode: (args) => args, decode: (args) => args, losses: [] };
  const losses = new Map<string, Loss>();
  const lose = (loss: Loss) => losses.set(JSON.stringify(loss), loss);
  // The properties of all branches are shown; which of them go together is not.
  for (const keyword of ["anyOf", "oneOf"])
    if (Array.isArray(original[keyword])) lose({ path: "", keyword, kind: "left_out" });
  const place = { root: original, level: 1, followed: [], path: "", lose };
  const { schema: parameters, encode, decode } = convertNode(root, place);
  return {
    parameters,
    encode: (args) => objectOr(encode(args), args),
    decode: (args) => objectOr(decode(args), args),
    losses: [...losses.values()],
  };
}

/** Arguments are always an object. A root that is a choice of objects has the properties of all, and requires what all do. */
function objectRoot(schema: JsonSchema): JsonSchema {
  const flat = flatten(schema, schema, []);
  if (flat === undefined) return {};
  const { anyOf, oneOf, const: constant, enum: list, nullable, ...own } = flat.node;
  const branches = flat.branches.map((branch): JsonSchema => flatten(branch, schema, flat.followed)?.node ?? {});
  const joined = branches.reduce((sum, branch) => merge(sum, { properties: branch.properties }), own);
  const requiredByAll = stringsIn(branches[0]?.required).filter((name) =>
    branches.every((branch) => stringsIn(branch.required).includes(name)),
  );
  return { ...joined, type: "object", required: [...stringsIn(own.required), ...requiredByAll] };
}

function stringsIn(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.filter(isString) : [];
}

function objectOr(value: unknown, otherwise: Arguments): Arguments {
  return isObject(value) ? value : otherwise;
}
