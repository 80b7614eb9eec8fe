/**
 * What becomes of each JSON Schema keyword on its way to a model.
 * - keep: sent as it is when its value is well formed.
 * - translate: said in other keywords; `convert-node.ts` knows how.
 * - describe: not understood by Gemini, but useful: told in words at the end of the description.
 * - drop: cannot be said, and is lost.
 * - ignore: says nothing about values.
 * A keyword that is not listed is dropped. What Gemini takes: https://ai.google.dev/api/caching#Schema; every other one
 * is answered with 400 “Unknown name … Cannot find field” by Google, or leads to wrong arguments through OpenRouter.
 */
export type Treatment = "keep" | "translate" | "describe" | "drop" | "ignore";

export const keywords: { readonly [keyword: string]: Treatment } = {
  // One type as a word; a list of types becomes `nullable` or `anyOf`.
  type: "translate",
  description: "translate",
  nullable: "translate",
  // Non-empty words on a string only; other values are sent as words and turned back.
  enum: "translate",
  const: "translate",
  properties: "translate",
  // Without names that `properties` does not have.
  required: "translate",
  // Every array needs them.
  items: "translate",
  prefixItems: "translate",
  // Alone in its node, without null.
  anyOf: "translate",
  oneOf: "translate",
  allOf: "translate",
  $ref: "translate",
  // An open map cannot be said: it is sent as JSON text and turned back.
  additionalProperties: "translate",
  patternProperties: "translate",
  // `date-time`, `int32`, `int64`, `float`, `double` only; others in words.
  format: "translate",
  minimum: "keep",
  maximum: "keep",
  exclusiveMinimum: "translate",
  exclusiveMaximum: "translate",
  minLength: "keep",
  maxLength: "keep",
  minItems: "keep",
  maxItems: "keep",
  minProperties: "keep",
  maxProperties: "keep",
  multipleOf: "describe",
  // Understood, but it helps to the error “too many states for serving”.
  pattern: "describe",
  examples: "describe",
  example: "describe",
  uniqueItems: "describe",
  deprecated: "describe",
  // A server's default is not the user's answer: a model that sees it fills it in.
  default: "drop",
  title: "ignore",
  propertyOrdering: "ignore",
  $schema: "ignore",
  $id: "ignore",
  $defs: "ignore",
  definitions: "ignore",
  $comment: "ignore",
  $anchor: "ignore",
  ref: "ignore",
  not: "drop",
  if: "drop",
  // biome-ignore lint/suspicious/noThenProperty: it is a JSON Schema keyword.
  then: "drop",
  else: "drop",
  contains: "drop",
  minContains: "drop",
  maxContains: "drop",
  additionalItems: "drop",
  unevaluatedProperties: "drop",
  unevaluatedItems: "drop",
  propertyNames: "drop",
  dependentRequired: "drop",
  dependentSchemas: "drop",
  dependencies: "drop",
  discriminator: "drop",
  readOnly: "drop",
  writeOnly: "drop",
  contentEncoding: "drop",
  contentMediaType: "drop",
  xml: "ignore",
  externalDocs: "ignore",
  strict: "ignore",
};

export const types = ["string", "number", "integer", "boolean", "array", "object"] as const;

export type SchemaType = (typeof types)[number];

/** Formats that Google takes, by type. */
export const formats: { readonly [type in SchemaType]?: readonly string[] } = {
  string: ["date-time"],
  integer: ["int32", "int64"],
  number: ["float", "double"],
};

/** Bounds by the type they belong to; on any other type they mean nothing. */
export const bounds: { readonly [type in SchemaType]: readonly string[] } = {
  string: ["minLength", "maxLength"],
  number: ["minimum", "maximum"],
  integer: ["minimum", "maximum"],
  boolean: [],
  array: ["minItems", "maxItems"],
  object: ["minProperties", "maxProperties"],
};

/** Nodes below each other that a model is shown; what lies deeper is asked for as JSON text. Google's limit is not published. */
export const deepestLevel = 5;
