/** An object read from JSON. */
export type JsonObject = { readonly [key: string]: unknown };

export type JsonSchema = JsonObject;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isString(value: unknown): value is string {
  return typeof value === "string";
}

/** The value of a JSON text, or undefined when it is none. Never repairs: half an argument is no argument. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
