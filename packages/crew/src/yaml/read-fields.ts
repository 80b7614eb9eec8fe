import type { Finding } from "./finding.ts";
import type { KeyRules } from "./keys.ts";
import type { Entry, Located } from "./located.ts";
import { didYouMean, nearest } from "./near.ts";
import { type FieldValue, readValue } from "./read-value.ts";

/** Fields by their type. A field that was wrong is missing here and stands among the problems. */
export type ReadEntry = {
  readonly name: string;
  readonly problems: readonly Finding[];
  readonly warnings: readonly Finding[];
  /** Makes a finding at one of its fields, at a field that was probably meant to be it, or at the entry itself. */
  readonly at: (key: string, message: string, remedy: string) => Finding;
  readonly text: (key: string) => string | undefined;
  readonly names: (key: string) => readonly string[] | undefined;
  readonly count: (key: string) => number | undefined;
  readonly flag: (key: string) => boolean | undefined;
};

/** Reads the fields by the rules. Wrong values are problems; keys that crewAI does not know either, or that have no effect here, are warnings. */
export function readFields(file: string, entries: readonly Entry[], rules: KeyRules): readonly ReadEntry[] {
  return entries.map((entry) => readEntry({ file, entry, rules }));
}

type Reading = { readonly file: string; readonly entry: Entry; readonly rules: KeyRules };

const noFields: ReadonlyMap<string, Located> = new Map();

function readEntry({ file, entry, rules }: Reading): ReadEntry {
  const { name, line, fields = noFields } = entry;
  const unknown = [...fields.keys()].filter((key) => !Object.hasOwn(rules, key));
  const at = finder({ file, entry, unknown });
  const values = new Map<string, FieldValue>();
  const problems: Finding[] = [];
  const warnings: Finding[] = unknown.map((key) => {
    const remedy = `${didYouMean(key, Object.keys(rules))}These are known: ${keysToChoose(rules)}.`;
    return at(key, `There is no key "${key}".`, remedy);
  });
  if (entry.fields === undefined) {
    const message = `"${name}" holds no fields.`;
    problems.push({ file, line, key: name, message, remedy: "Write its fields below it, indented, or take it out." });
  }
  for (const [key, rule] of Object.entries(rules)) {
    const field = fields.get(key);
    if (entry.fields !== undefined && "required" in rule && !isGiven(field, rule)) {
      problems.push(at(key, `"${name}" has no ${key}.`, `Write its ${key}, or pass it in assign, under fields.`));
    }
    if (field === undefined) continue;
    if (rule.holds === "left out" && field.value !== null && field.value !== false) {
      warnings.push(at(key, `${key} has no effect here.`, rule.instead));
    }
    const read = readValue(rule, field.value);
    if (read.kind === "value") values.set(key, read.value);
    if (read.kind === "value" && read.warning) {
      warnings.push(at(key, `${key} ${read.warning.message}`, read.warning.remedy));
    }
    if (read.kind === "wrong") problems.push(at(key, `${key} ${read.message}`, read.remedy));
  }
  return { name, at, problems, warnings, ...accessors(values) };
}

type Placing = { readonly file: string; readonly entry: Entry; readonly unknown: readonly string[] };

function finder({ file, entry: { name, line, fields = noFields }, unknown }: Placing): ReadEntry["at"] {
  return (key, message, remedy) => {
    const meant = fields.has(key) ? undefined : unknown.find((word) => nearest(word, [key]) !== undefined);
    const place = fields.get(meant ?? key)?.line ?? line;
    const hint = meant === undefined ? "" : `"${meant}" was probably meant to be "${key}". `;
    return { file, line: place, key: key === "" ? name : `${name}.${key}`, message, remedy: `${hint}${remedy}` };
  };
}

function accessors(values: ReadonlyMap<string, FieldValue>) {
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

function isGiven(field: Located | undefined, rule: KeyRules[string]): boolean {
  if (field === undefined) return false;
  if (rule.holds === "text" && rule.mayBeEmpty === true) return true;
  return field.value !== null && field.value !== "";
}

function keysToChoose(rules: KeyRules): string {
  return Object.entries(rules)
    .filter(([, rule]) => rule.holds !== "left out" && rule.holds !== "nothing")
    .map(([key]) => key)
    .join(", ");
}
