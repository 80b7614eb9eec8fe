import { isSuperlative } from "../language/quality.ts";
import { filterRows, type RowFilter, sortByQuality, tells } from "../results/filter.ts";
import type { Row } from "../results/types.ts";
import { sayDelete } from "../words/delete-words.ts";
import { nounOf } from "../words/nouns.ts";
import type { Gap, Impossible } from "./fill-types.ts";
import { wholePlaceOf } from "./where.ts";

/** What a change is to be made to, beside its name and place; undefined where nothing more was said. */
const filterOf = ({ step, plan, knowledge }: Gap, resource: string): RowFilter | undefined => {
  const { quality, conditions, node } = step.part?.focus ?? plan.focus;
  if ((quality ?? conditions ?? node) === undefined || step.effect === "read") return undefined;
  return {
    resource,
    now: knowledge.now,
    ...(quality === undefined ? {} : { quality }),
    ...(conditions === undefined ? {} : { conditions }),
    ...(node === undefined || resource !== "pod" ? {} : { node }),
  };
};

/** What is taken away is exactly what was said: where the list does not tell which that is, nothing is offered. */
export const canBeTold = (gap: Gap, resource: string, rows: readonly Row[]): boolean => {
  const filter = filterOf(gap, resource);
  const isBound = filter !== undefined && gap.step.effect === "destructive" && rows.length > 0;
  return !isBound || rows.some((row) => tells(row, filter));
};

/** A change of "the failed ones" offers only those, unless the list does not tell which they are. */
export const ofQuality = (gap: Gap, resource: string, rows: readonly Row[]): readonly Row[] => {
  const filter = filterOf(gap, resource);
  if (filter === undefined || !rows.some((row) => tells(row, filter))) return rows;
  const found = sortByQuality(filterRows(rows, filter), filter);
  const isFirst = filter.quality !== undefined && isSuperlative(filter.quality);
  return isFirst && gap.step.effect === "destructive" ? firstOf(gap, found) : found;
};

/** “The oldest pod”, “the 3 oldest”: no more of them than were said. */
const firstOf = ({ step, plan }: Gap, rows: readonly Row[]): readonly Row[] =>
  rows.slice(0, (step.part?.focus ?? plan.focus).first ?? 1);

export const untold = (gap: Gap, resource: string): Impossible => {
  const { language } = gap.knowledge;
  const slots = { resource: nounOf(resource, 2, language), place: wholePlaceOf(gap) };
  return { kind: "impossible", code: "unavailable", text: sayDelete(language, "untold", slots) };
};
