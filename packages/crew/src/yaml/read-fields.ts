import type { KeyRule, KeyRules } from "./keys.ts";
import type { Entry, Finding, Located, LocatedFile } from "./located.ts";

/** A file whose fields are what their keys say, and what is wrong with those that are not. */
export type ReadFile = {
  readonly entries: readonly ReadEntry[];
  readonly problems: readonly Finding[];
  readonly warnings: readonly Finding[];
};

/** Fields by their type. A field that was wrong is missing here and stands among the problems. */
export type ReadEntry = {
  readonly name: string;
  /** Makes a finding at one of its fields, or at the entry itself where it has no such field. */
  readonly at: (key: string, message: string, remedy: string) => Finding;
  readonly text: (key: string) => string | undefined;
  readonly names: (key: string) => readonly string[] | undefined;
  readonly count: (key: string) => number | undefined;
  readonly flag: (key: string) => boolean | undefined;
};

/** Reads the fields by the rules. Wrong values are problems; keys that crewAI does not know either, or that have no effect here, are warnings. */
export function readFields({ file, entries, problems, warnings }: LocatedFile, rules: KeyRules): ReadFile {
  const read = entries.map((entry) => readEntry({ file, entry, rules }));
  return {
    entries: read.map(({ entry }) => entry),
    problems: [...problems, ...read.flatMap((one) => one.problems)],
    warnings: [...warnings, ...read.flatMap((one) => one.warnings)],
  };
}

type Reading = { readonly file: string; readonly entry: Entry; readonly rules: KeyRules };

function readEntry({ file, entry, rules }: Reading) {
  const { name, line, fields } = entry;
  const at = (key: string, message: string, remedy: string): Finding => {
    const field = fields.get(key);
    return { file, line: field?.line ?? line, key: key === "" ? name : `${name}.${key}`, message, remedy };
  };
  const values = new Map<string, string | boolean | number | readonly string[]>();
  const problems: Finding[] = [];
  const warnings: Finding[] = [];
  for (const [key, rule] of Object.entries(rules)) {
    if (!("required" in rule) || isGiven(fields.get(key), rule)) continue;
    problems.push(at(key, `"${name}" has no ${key}.`, `Write its ${key}.`));
  }
  for (const [key, { value }] of fields) {
    const rule = Object.hasOwn(rules, key) ? rules[key] : undefined;
    if (rule === undefined) {
      warnings.push(at(key, `There is no key "${key}".`, `These are known: ${keysToChoose(rules)}.`));
      continue;
    }
    if (rule.holds === "left out" && value !== null && value !== false) {
      warnings.push(at(key, `${key} has no effect here.`, rule.instead));
    }
    const result = readValue(rule, value);
    if (result.kind === "value") values.set(key, result.value);
    if (result.kind === "wrong") problems.push(at(key, `${key} ${result.message}`, result.remedy));
  }
  return { entry: { name, at, ...accessors(values) }, problems, warnings };
}

function accessors(values: ReadonlyMap<string, string | boolean | number | readonly string[]>) {
  return {
    text: (key: string) => {
      const value = values.get(key);
      return typeof value === "string" ? value : undefined;
    },
    names: (key: string) => {
      const value = values.get(key);
      return typeof value === "object" ? value : undefined;
    },
    count: (key: string) => {
      const value = values.get(key);
      return typeof value === "number" ? value : undefined;
    },
    flag: (key: string) => {
      const value = values.get(key);
      return typeof value === "boolean" ? value : undefined;
    },
  };
}

function isGiven(field: Located | undefined, rule: KeyRule): boolean {
  if (field === undefined) return false;
  if (rule.holds === "text" && rule.mayBeEmpty === true) return true;
  return field.value !== null && field.value !== "";
}

type ReadValue =
  | { readonly kind: "value"; readonly value: string | boolean | number | readonly string[] }
  | { readonly kind: "none" }
  | { readonly kind: "wrong"; readonly message: string; readonly remedy: string };

function readValue(rule: KeyRule, value: unknown): ReadValue {
  if (value === null) return rule.holds === "text" ? { kind: "value", value: "" } : { kind: "none" };
  switch (rule.holds) {
    case "text":
      return readText(value);
    case "name":
      return readName(value);
    case "names":
      return readNames(value);
    case "flag":
      return typeof value === "boolean"
        ? { kind: "value", value }
        : { kind: "wrong", message: `is ${shown(value)}.`, remedy: "Write true or false." };
    case "count":
      return typeof value === "number" && Number.isInteger(value) && value >= rule.least
        ? { kind: "value", value }
        : { kind: "wrong", message: `is ${shown(value)}.`, remedy: `Write a whole number of at least ${rule.least}.` };
    default:
      return { kind: "none" };
  }
}

function readText(value: unknown): ReadValue {
  if (typeof value === "string") return { kind: "value", value: value.trim() };
  if (typeof value === "number" || typeof value === "boolean") return { kind: "value", value: String(value) };
  const remedy =
    "Put the text in quotes, or below the key after `>`: a value that begins with { or [ is not read as text.";
  return { kind: "wrong", message: "is not a text.", remedy };
}

function readName(value: unknown): ReadValue {
  if (typeof value === "string" && value.trim() !== "") return { kind: "value", value: value.trim() };
  if (value === false || value === true || value === "") return { kind: "none" };
  return { kind: "wrong", message: `is ${shown(value)}.`, remedy: "Write one name." };
}

function readNames(value: unknown): ReadValue {
  const list = typeof value === "string" ? [value] : value;
  const names = Array.isArray(list) ? list.filter((item) => typeof item === "string").map((item) => item.trim()) : [];
  return Array.isArray(list) && names.length === list.length
    ? { kind: "value", value: names }
    : { kind: "wrong", message: "is not a list of names.", remedy: "Write names: [first, second]." };
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function keysToChoose(rules: KeyRules): string {
  return Object.entries(rules)
    .filter(([, rule]) => rule.holds !== "left out" && rule.holds !== "nothing")
    .map(([key]) => key)
    .join(", ");
}
