import type { Catalog } from "../types.ts";

export type ToolCounts = {
  readonly total: number;
  readonly verbs: Counts;
  readonly resources: Counts;
  readonly servers: Counts;
};

/** How many tools there are of each, most first. */
export type Counts = readonly (readonly [word: string, count: number])[];

/** What a catalog holds, in numbers: so much of it is told where not every tool can be shown. */
export const toolCounts = ({ entries }: Catalog): ToolCounts => ({
  total: entries.length,
  verbs: counted(entries.map(({ verb }) => verb)),
  resources: counted(entries.map(({ resource }) => resource)),
  servers: counted(entries.map(({ server }) => server)),
});

const counted = (words: readonly string[]): Counts => {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].toSorted(([left, some], [right, more]) => more - some || (left < right ? -1 : 1));
};
