import { isObject, isString, type JsonSchema } from "../json.ts";
import { convertNode } from "./convert-node.ts";
import { flatten } from "./flatten.ts";
import { type Loss, noteKeywords } from "./losses.ts";
import { joinProperties } from "./merge.ts";
import { createBudget, noteAt, type Place } from "./place.ts";

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

const mostSteps = 3000;
/** Levels of the document that are read at all, as it is written; a model is shown far fewer. */
const deepestRead = 64;

/**
 * A JSON Schema of any draft as one that Gemini (and so every other provider) takes, by the table in `keywords.ts`.
 * The original schema stays what a call is validated against. Never fails: what cannot be said is left out or put in words.
 */
export function sanitizeSchema(schema: unknown): SanitizedSchema {
  const read = cut(schema, deepestRead);
  const original = isObject(read) ? read : {};
  const losses = new Map<string, Loss>();
  const lose = (loss: Loss) => losses.set(JSON.stringify(loss), loss);
  const place = { root: original, level: 1, followed: [], path: "", lose, spend: createBudget(mostSteps) };
  const root = objectRoot(original, place);
  const properties = isObject(root.properties) ? root.properties : {};
  if (Object.values(properties).every((value) => value === false)) {
    noteKeywords(root, noteAt(place));
    for (const keyword of ["additionalProperties", "patternProperties"])
      if (isOpen(root[keyword])) lose({ path: "", keyword, kind: "left_out" });
    return { encode: (args) => args, decode: (args) => args, losses: [...losses.values()] };
  }
  const { schema: parameters, encode, decode } = convertNode(root, place);
  return {
    parameters,
    encode: (args) => objectOr(encode(args), args),
    decode: (args) => objectOr(decode(args), args),
    losses: [...losses.values()],
  };
}

/**
 * Arguments are always an object. The properties of all branches are shown, with what all of them require; which of them
 * go together is not.
 */
function objectRoot(schema: JsonSchema, place: Place): JsonSchema {
  const flat = flatten(schema, place);
  const { anyOf, oneOf, const: constant, enum: list, nullable, ...own } = flat.node;
  for (const [keyword, held] of Object.entries({ anyOf, oneOf, const: constant, enum: list }))
    if (held !== undefined) noteAt(place)({ keyword, kind: "left_out" });
  const inside = { ...place, followed: flat.followed };
  const branches = flat.branches.map((branch) => flatten(branch, inside).node);
  const conditional = [own.then, own.else].filter(isObject).map((branch) => flatten(branch, inside).node);
  const properties = [...branches, ...conditional]
    .map((branch) => (isObject(branch.properties) ? branch.properties : {}))
    .reduce((sum, held) => joinProperties(sum, held, "anyOf"), {});
  const ownProperties = isObject(own.properties) ? own.properties : {};
  const requiredByAll = stringsIn(branches[0]?.required).filter((name) =>
    branches.every((branch) => stringsIn(branch.required).includes(name)),
  );
  return {
    ...own,
    type: "object",
    properties: joinProperties(ownProperties, properties, "allOf"),
    required: [...stringsIn(own.required), ...requiredByAll],
  };
}

/** Nothing recurses deeper into a document than it is kept here; what lies deeper allows everything. */
function cut(value: unknown, levels: number): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (levels === 0) return true;
  if (Array.isArray(value)) return value.map((held: unknown) => cut(held, levels - 1));
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, cut(held, levels - 1)]));
}

function isOpen(others: unknown): boolean {
  return others === true || isObject(others);
}

function stringsIn(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.filter(isString) : [];
}

function objectOr(value: unknown, otherwise: Arguments): Arguments {
  return isObject(value) ? value : otherwise;
}
