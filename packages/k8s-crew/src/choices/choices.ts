import type { Choice } from "../conversation/output.ts";
import { formatAge } from "../results/age.ts";
import { podFacts } from "../results/pod-facts.ts";
import type { Row } from "../results/types.ts";
import { nearNames } from "./near-names.ts";

/** A value that may be offered: printable, of a length that names have, free of control and direction characters. */
export const isOfferable = (value: string): boolean =>
  value.length > 0 &&
  value.length <= 253 &&
  !/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/.test(value);

export type Candidate = { readonly row: Row; readonly choice: Choice };

/** The rows as choices, most likely first: those in trouble, then the youngest; values are data, never sentences. */
export const candidatesFrom = (
  rows: readonly Row[],
  options: { resource: string; now: number; withNamespace: boolean },
): readonly Candidate[] =>
  rows
    .filter((row) => isOfferable(row.name))
    .map((row) => ({ row, choice: choiceOf(row, options) }))
    .filter(
      (candidate, index, all) => all.findIndex(({ choice }) => choice.value === candidate.choice.value) === index,
    );

const choiceOf = (row: Row, options: { resource: string; now: number; withNamespace: boolean }): Choice => {
  const value = options.withNamespace && row.namespace !== undefined ? `${row.namespace}/${row.name}` : row.name;
  return { value, label: value, reason: reasonOf(row, options) };
};

const reasonOf = (row: Row, { resource, now }: { resource: string; now: number }): string => {
  if (resource === "pod") {
    const facts = podFacts(row, now);
    const restarts = facts.restarts ? `${facts.restarts} ${facts.restarts === 1 ? "restart" : "restarts"}` : undefined;
    const age = facts.ageSeconds === undefined ? undefined : formatAge(facts.ageSeconds);
    return [facts.status, restarts, age].filter((part) => part !== undefined && part !== "").join(" · ");
  }
  if (resource === "cluster") return row.fields.current === "true" ? "current" : "";
  return [row.fields.status, row.fields.ready, row.fields.age]
    .filter((part) => part !== undefined && part !== "")
    .join(" · ");
};

/** The candidates that a fragment fits: the exact one alone, else those that contain it. Case does not matter. */
export const matching = (candidates: readonly Candidate[], said: string): readonly Candidate[] => {
  const word = said.toLowerCase();
  const exact = candidates.filter(({ row, choice }) => row.name === said || choice.value === said);
  if (exact.length > 0) return exact;
  const own = candidates.filter(({ row }) => row.name.toLowerCase().startsWith(word));
  return own.length > 0 ? own : candidates.filter(({ row }) => row.name.toLowerCase().includes(word));
};

/** The candidates whose name is a slip of the pen away. */
export const nearMisses = (candidates: readonly Candidate[], said: string): readonly Candidate[] => {
  const near = nearNames(
    candidates.map(({ row }) => row.name),
    said,
  );
  return candidates.filter(({ row }) => near.includes(row.name));
};
