import type { KeyRule } from "./keys.ts";

export type FieldValue = string | boolean | number | readonly string[];

export type ReadValue =
  | { readonly kind: "value"; readonly value: FieldValue; readonly warning?: Said }
  | { readonly kind: "none" }
  | ({ readonly kind: "wrong" } & Said);

type Said = { readonly message: string; readonly remedy: string };

/** A value as its key wants it, read as leniently as crewAI reads it: `"16"` is a number, and `"no"` is false. */
export function readValue(rule: KeyRule, value: unknown): ReadValue {
  switch (rule.holds) {
    case "text":
      return readText(value);
    case "name":
      return readName(value);
    case "model":
      return readModel(value);
    case "names":
      return readNames(value);
    case "flag":
      return readFlag(value);
    case "count":
      return rule.unlimited === value ? { kind: "none" } : readCount(value, rule.least);
    default:
      return { kind: "none" };
  }
}

function readText(value: unknown): ReadValue {
  if (value === null) return { kind: "value", value: "" };
  if (typeof value === "string") return { kind: "value", value: value.trim() };
  if (typeof value === "number" || typeof value === "boolean") return { kind: "value", value: String(value) };
  const remedy =
    "Put the text in quotes, or below the key after `>`: a value that begins with {, [ or - is not read as text.";
  return { kind: "wrong", message: `is ${Array.isArray(value) ? "a list" : "a table"}, not a text.`, remedy };
}

function readName(value: unknown): ReadValue {
  if (typeof value === "number") return { kind: "value", value: String(value) };
  if (typeof value === "string" && value.trim() !== "") return { kind: "value", value: value.trim() };
  if (typeof value === "boolean" || value === "" || value === null) return { kind: "none" };
  return { kind: "wrong", message: `is ${shown(value)}.`, remedy: "Write one name." };
}

function readModel(value: unknown): ReadValue {
  const isTable = typeof value === "object" && value !== null && "model" in value;
  if (!isTable || typeof value.model !== "string") return readName(value);
  const message = "is a table, of which only the model counts.";
  return { kind: "value", value: value.model, warning: { message, remedy: "Set the rest on the model in models." } };
}

function readNames(value: unknown): ReadValue {
  if (value === null) return { kind: "value", value: [] };
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  const names = items.flatMap((item) =>
    typeof item === "string" || typeof item === "number" ? [String(item).trim()] : [],
  );
  return names.length === items.length
    ? { kind: "value", value: names }
    : { kind: "wrong", message: "is not a list of names.", remedy: "Write names: [first, second]." };
}

const FLAGS: { readonly [word: string]: boolean } = {
  ...{ true: true, yes: true, on: true, t: true, y: true, 1: true },
  ...{ false: false, no: false, off: false, f: false, n: false, 0: false },
};

function readFlag(value: unknown): ReadValue {
  if (value === null) return { kind: "none" };
  const word = typeof value === "object" ? "" : String(value).toLowerCase();
  const flag = Object.hasOwn(FLAGS, word) ? FLAGS[word] : undefined;
  return flag === undefined
    ? { kind: "wrong", message: `is ${shown(value)}.`, remedy: "Write true or false." }
    : { kind: "value", value: flag };
}

function readCount(value: unknown, least: number): ReadValue {
  if (value === null) return { kind: "none" };
  const count = typeof value === "string" && /^\s*\d+\s*$/.test(value) ? Number(value) : value;
  return typeof count === "number" && Number.isSafeInteger(count) && count >= least
    ? { kind: "value", value: count }
    : { kind: "wrong", message: `is ${shown(value)}.`, remedy: `Write a whole number of at least ${least}.` };
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
