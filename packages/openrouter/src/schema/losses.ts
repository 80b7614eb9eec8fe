import { isObject, type JsonSchema } from "../json.ts";
import { notesOf } from "./describe.ts";
import { keywords, type SchemaType } from "./keywords.ts";

/**
 * What a model is not told of a schema, or not told as a rule: left out, said in the description alone, or asked for as
 * JSON text. Calls are validated against the original schema all the same.
 */
export type Loss = {
  /** From the root, `spec.containers[].env`; empty for the root itself. */
  readonly path: string;
  readonly keyword: string;
  readonly kind: "left_out" | "in_words" | "as_text";
};

export type NoteLoss = (loss: Pick<Loss, "keyword" | "kind">) => void;

/** Notes what the keywords of a node say that its translation does not. */
export function noteKeywords(node: JsonSchema, note: NoteLoss): void {
  for (const [keyword, value] of Object.entries(node)) {
    const treatment = Object.hasOwn(keywords, keyword) ? keywords[keyword] : "drop";
    if (saysNothing(keyword, value) || treatment === "ignore") continue;
    if (treatment === "describe") note({ keyword, kind: notesOf(keyword, value).length > 0 ? "in_words" : "left_out" });
    if (treatment === "drop") note({ keyword, kind: "left_out" });
  }
  // No word may be empty.
  if (node.const === "") note({ keyword: "const", kind: "left_out" });
  else if (Array.isArray(node.enum) && node.enum.includes("")) note({ keyword: "enum", kind: "left_out" });
}

/** The same for what only a node of one type can say. */
export function noteTyped(node: JsonSchema, type: SchemaType, note: NoteLoss): void {
  const limits = type === "number" ? ["exclusiveMinimum", "exclusiveMaximum"] : [];
  for (const keyword of limits)
    if (typeof node[keyword] === "number" || node[keyword] === true) note({ keyword, kind: "left_out" });
  if (type === "array" && (Array.isArray(node.prefixItems) || Array.isArray(node.items)))
    note({ keyword: "prefixItems", kind: "left_out" });
  if (type !== "object" || !isObject(node.properties)) return;
  for (const keyword of ["additionalProperties", "patternProperties"])
    if (isObject(node[keyword])) note({ keyword, kind: "left_out" });
}

function saysNothing(keyword: string, value: unknown): boolean {
  if (value === false) return keyword !== "default";
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}
