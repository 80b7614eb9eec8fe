import { isDeepStrictEqual } from "node:util";
import { isObject, isString, type JsonSchema, parseJson } from "../json.ts";

/** A node that the model is shown, and how its values are turned into the server's and back. */
export type Translation = {
  readonly schema: JsonSchema;
  /** Whether a value for the server is of this form. */
  readonly accepts: (value: unknown) => boolean;
  /** Whether a value from the model is of the form that was asked for. */
  readonly receives: (value: unknown) => boolean;
  /** The server's value as the model knows it. A value of another shape passes unchanged. */
  readonly encode: (value: unknown) => unknown;
  /** The model's value as the server wants it. A value of another shape passes unchanged: validation is done elsewhere. */
  readonly decode: (value: unknown) => unknown;
  /** The values of a list of words. */
  readonly values?: readonly unknown[];
  /** It is asked for as JSON text. */
  readonly isText?: boolean;
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
  const spelled = spell(values);
  const byWord = new Map(spelled);
  const wordOf = (value: unknown) => spelled.find(([, held]) => isDeepStrictEqual(held, value))?.[0];
  return {
    schema: withDescription({ type: "string", enum: [...byWord.keys()] }, description),
    accepts: (value) => wordOf(value) !== undefined,
    receives: (value) => isString(value) && byWord.has(value),
    encode: (value) => wordOf(value) ?? value,
    decode: (value) => (isString(value) && byWord.has(value) ? byWord.get(value) : value),
    values,
  };
}

/** Words stay as they are; a value whose JSON text is one of them already says its type as well: `1 (number)`. */
function spell(values: readonly unknown[]): readonly (readonly [string, unknown])[] {
  const taken = new Set(values.filter(isString));
  const spelled: (readonly [string, unknown])[] = [...taken].map((word) => [word, word] as const);
  for (const value of values) {
    if (isString(value) || spelled.some(([, held]) => isDeepStrictEqual(held, value))) continue;
    let word = JSON.stringify(value);
    while (taken.has(word)) word += ` (${typeof value})`;
    taken.add(word);
    spelled.push([word, value]);
  }
  return spelled;
}

const hints = {
  object: 'JSON object as text, like {"key":"value"}',
  array: 'JSON array as text, like ["value"]',
  any: 'words, or any JSON value as text, like 5 or {"key":"value"}',
} as const;

export type TextKind = keyof typeof hints;

/** What a model cannot be shown (an open map, a schema that contains itself, deep nesting) is asked for as JSON text. */
export function jsonText(kind: TextKind, description?: string): Translation {
  const isKind = (value: unknown) => (kind === "any" ? value !== undefined : kindOf(value, kind));
  const hint = hints[kind];
  return {
    schema: { type: "string", description: description === undefined ? hint : `${description} (${hint})` },
    accepts: isKind,
    isText: true,
    receives: (value) => isString(value) && (kind === "any" || isKind(parseJson(value))),
    // Words that would be read as JSON are written as JSON.
    encode: (value) => (isString(value) && (kind !== "any" || !isJson(value)) ? value : JSON.stringify(value)),
    decode: (value) => {
      if (!isString(value)) return value;
      const parsed = parseJson(value);
      if (isKind(parsed)) return parsed;
      return kind === "object" ? (pairs(value) ?? value) : value;
    },
  };
}

function isJson(text: string): boolean {
  return parseJson(text) !== undefined;
}

/** Models also write a map as `app=web,tier=front`. */
function pairs(text: string): unknown {
  const parts = text.split(",").map((part) => /^\s*([^=\s]+)\s*=\s*([^=]*?)\s*$/.exec(part));
  if (parts.some((part) => part === null)) return undefined;
  return Object.fromEntries(parts.map((part) => [part?.[1] ?? "", part?.[2] ?? ""]));
}

export function withNull(translation: Translation): Translation {
  return {
    ...translation,
    schema: nullable(translation.schema),
    accepts: (value) => value === null || translation.accepts(value),
    receives: (value) => value === null || translation.receives(value),
    encode: (value) => (value === null ? null : translation.encode(value)),
    decode: (value) => (value === null ? null : translation.decode(value)),
  };
}

/** `nullable` may not stand beside `anyOf`: there each branch says it, also in a choice within a choice. */
function nullable(schema: JsonSchema): JsonSchema {
  return Array.isArray(schema.anyOf) ? { anyOf: schema.anyOf.map(nullable) } : { ...schema, nullable: true };
}

function withDescription(schema: JsonSchema, description: string | undefined): JsonSchema {
  return description === undefined ? schema : { ...schema, description };
}

export function kindOf(value: unknown, type: unknown): boolean {
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
