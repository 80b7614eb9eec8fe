import { isString, type JsonSchema } from "../json.ts";
import { keywords } from "./keywords.ts";

/** The description of a node, followed by what its keywords say that the model service does not understand. */
export function describe(node: JsonSchema, notes: readonly string[] = []): string | undefined {
  const own = isString(node.description) ? node.description.trim() : "";
  const told = Object.entries(node).flatMap(([keyword, value]) =>
    keywords[keyword] === "describe" ? notesOf(keyword, value) : [],
  );
  const extra = [...told, ...notes];
  const text = extra.length === 0 ? own : `${own} (${extra.join("; ")})`.trim();
  return text === "" ? undefined : text;
}

const longestNote = 100;

/** What a keyword says in words; nothing when that would be too long. */
export function notesOf(keyword: string, value: unknown): readonly string[] {
  switch (keyword) {
    case "pattern":
      return isString(value) && value.length <= longestNote ? [`pattern: ${value}`] : [];
    case "multipleOf":
      return typeof value === "number" ? [`multiple of ${value}`] : [];
    case "examples":
      return Array.isArray(value) && value.length > 0 ? example(value.slice(0, 3)) : [];
    case "example":
      return value === undefined ? [] : example([value]);
    case "uniqueItems":
      return value === true ? ["no duplicates"] : [];
    case "deprecated":
      return value === true ? ["deprecated"] : [];
    default:
      return [];
  }
}

function example(values: readonly unknown[]): readonly string[] {
  const text = values.map((value) => (isString(value) ? value : JSON.stringify(value))).join(", ");
  return text === "" || text.length > longestNote ? [] : [`for example: ${text}`];
}
