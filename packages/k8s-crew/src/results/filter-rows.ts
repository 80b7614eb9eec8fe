import type { Request } from "../language/types.ts";
import { eventFacts, nodeFacts, podFacts } from "./facts.ts";
import type { Row } from "./types.ts";

export type RowFocus = { readonly name?: string | undefined; readonly quality?: Request["quality"] | undefined };

/** The rows that a person asked to see, in the order that they asked for. */
export const filterRows = (
  rows: readonly Row[],
  focus: RowFocus,
  about: { resource: string; now: number },
): readonly Row[] => {
  const word = focus.name?.toLowerCase();
  const named = word === undefined ? rows : rows.filter((row) => row.name.toLowerCase().includes(word));
  return focus.quality === undefined ? byDefault(named, about) : byQuality(named, focus.quality, about);
};

const byQuality = (
  rows: readonly Row[],
  quality: NonNullable<Request["quality"]>,
  about: { resource: string; now: number },
): readonly Row[] => {
  const pod = (row: Row) => podFacts(row, about.now);
  switch (quality) {
    case "broken":
      return rows.filter((row) => isTroubled(row, about));
    case "errors":
      return about.resource === "event" ? rows.filter((row) => eventFacts(row, about.now).type !== "Normal") : rows;
    case "not_ready":
      return rows.filter((row) => isTroubled(row, about));
    case "pending":
      return rows.filter((row) => /pending/i.test(pod(row).status));
    case "running":
      return rows.filter((row) => pod(row).status === "Running");
    case "most_restarts":
      return sorted(rows, (row) => pod(row).restarts ?? 0);
    case "newest":
      return sorted(rows, (row) => -(pod(row).ageSeconds ?? Number.POSITIVE_INFINITY));
    case "oldest":
      return sorted(rows, (row) => pod(row).ageSeconds ?? 0);
    case "most_cpu":
    case "most_memory":
      return rows;
  }
};

const sorted = (rows: readonly Row[], score: (row: Row) => number): readonly Row[] =>
  [...rows].sort((left, right) => score(right) - score(left));

export const isTroubled = (row: Row, { resource, now }: { resource: string; now: number }): boolean => {
  if (resource === "node") return !nodeFacts(row, now).ready;
  if (resource === "event") return eventFacts(row, now).type === "Warning";
  return podFacts(row, now).troubled;
};

/** Warnings before what is normal; everything else as the server listed it. */
const byDefault = (rows: readonly Row[], about: { resource: string; now: number }): readonly Row[] =>
  about.resource === "event" ? sorted(rows, (row) => (eventFacts(row, about.now).type === "Warning" ? 1 : 0)) : rows;
