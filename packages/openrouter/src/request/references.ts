import { isObject, isString } from "../json.ts";

/** The key `$ref` as JSON may hold it: each of its characters as it is or by its number. */
const reference = /"(?:\$|\\u0024)(?:r|\\u0072)(?:e|\\u0065)(?:f|\\u0066)"(\s*:)/g;

/** Google refuses a result that is JSON with the key `$ref`, as custom resource definitions and OpenAPI texts have it. */
export function withoutReferences(content: unknown): unknown {
  if (isString(content)) return content.replace(reference, '"ref"$1');
  if (!Array.isArray(content)) return content;
  return content.map((part) =>
    isObject(part) && isString(part.text) ? { ...part, text: part.text.replace(reference, '"ref"$1') } : part,
  );
}
