import { isObject, isString } from "./types.ts";

type Form = { readonly is: (value: unknown) => boolean; readonly name: string };

const text: Form = { is: isString, name: "TYPE_STRING" };
const flag: Form = { is: (value) => typeof value === "boolean", name: "TYPE_BOOL" };
const number: Form = { is: (value) => typeof value === "number" && Number.isFinite(value), name: "TYPE_DOUBLE" };
const size: Form = { is: (value) => Number.isInteger(value) && Number(value) >= 0, name: "TYPE_INT64" };
const names: Form = { is: (value) => Array.isArray(value) && value.every(isString), name: "TYPE_STRING" };
const schema: Form = { is: isObject, name: "Schema" };
const schemas: Form = { is: (value) => Array.isArray(value) && value.every(isObject), name: "Schema" };
const map: Form = { is: isObject, name: "map" };
const anything: Form = { is: () => true, name: "Value" };

/**
 * The fields of Google's Schema (https://ai.google.dev/api/caching#Schema) and the form of their values. Any other keyword
 * is answered with “Unknown name … Cannot find field”; through OpenRouter `$defs`, `$ref` and `anyOf` with null were seen to
 * lead to wrong arguments instead. Keywords with a rule of their own have no form here.
 */
export const schemaKeywords: { readonly [keyword: string]: Form } = {
  type: anything,
  enum: anything,
  format: anything,
  required: anything,
  items: anything,
  description: text,
  nullable: flag,
  properties: map,
  anyOf: schemas,
  minimum: number,
  maximum: number,
  minLength: size,
  maxLength: size,
  minItems: size,
  maxItems: size,
  minProperties: size,
  maxProperties: size,
  // Fields that help nobody, but are taken.
  title: text,
  pattern: text,
  default: anything,
  example: anything,
  propertyOrdering: names,
  additionalProperties: { is: (value) => flag.is(value) || schema.is(value), name: "Schema" },
};
