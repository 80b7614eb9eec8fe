import { isObject, isString, type JsonSchema, parseJson } from "../json.ts";

/** A node that the model is shown, and how its values are turned into the server's and back. */
export type Translation = {
  readonly schema: JsonSchema;
  /** Whether a value for the server is of this kind. */
  readonly accepts: (value: unknown) => boolean;
  /** Whether a value from the model is of this kind. */
  readonly receives: (value: unknown) => boolean;
  /** The server's value as the model knows it. A value of another shape passes unchanged. */
  readonly encode: (value: unknown) => unknown;
  /** The model's value as the server wants it. A value of another shape passes unchanged: validation is done elsewhere. */
  readonly decode: (value: unknown) => unknown;
};

/** Values that need no turning. */
export function asIs(schema: JsonSchema, description?: string): Translation {
  const isKind = (value: unknown) => kindOf(value, schema.type);
  return {
    schema: withDescription(schema, description),
    accepts: isKind,
    receives: isKind,
    encode: (value) => value,
    decode: (value) => value,
  };
}

/** A list of allowed values. Gemini knows words only: a number, a boolean or an object goes as its JSON text. */
export function words(values: readonly unknown[], description?: string): Translation {
  const byWord = new Map(values.map((value) => [wordFor(value), value]));
  return {
    schema: withDescription({ type: "string", enum: [...byWord.keys()] }, description),
    accepts: (value) => byWord.has(wordFor(value)),
    receives: (value) => isString(value) && byWord.has(value),
    encode: wordFor,
    decode: (value) => (isString(value) && byWord.has(value) ? byWord.get(value) : value),
  };
}

/** What a model cannot be shown (an open map, a schema that contains itself, deep nesting) is asked for as JSON text. */
export function jsonText(type: "object" | "array", description?: string): Translation {
  const isKind = (value: unknown) => kindOf(value, type);
  const hint = type === "object" ? 'JSON object as text, like {"key":"value"}' : 'JSON array as text, like ["value"]';
  return {
    schema: { type: "string", description: description === undefined ? hint : `${description} (${hint})` },
    accepts: isKind,
    receives: isString,
    encode: (value) => (isString(value) ? value : JSON.stringify(value)),
    decode: (value) => {
      if (!isString(value)) return value;
      const parsed = parseJson(value);
      if (isKind(parsed)) return parsed;
      return type === "object" ? (pairs(value) ?? value) : value;
    },
  };
}

/** Models also write a map as `app=web,tier=front`. */
function pairs(text: string): unknown {
  const parts = text.split(",").map((part) => /^\s*([^=\s]+)\s*=\s*([^=]*?)\s*$/.exec(part));
  if (parts.some((part) => part === null)) return undefined;
  return Object.fromEntries(parts.map((part) => [part?.[1] ?? "", part?.[2] ?? ""]));
}

function wordFor(value: unknown): string {
  return isString(value) ? value : JSON.stringify(value);
}

function withDescription(schema: JsonSchema, description: string | undefined): JsonSchema {
  return description === undefined ? schema : { ...schema, description };
}

function kindOf(value: unknown, type: unknown): boolean {
  switch (type) {
    case "object":
      return isObject(value);
    case "array":
      return Array.isArray(value);
    case "integer":
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}
