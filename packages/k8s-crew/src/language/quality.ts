/** Qualities to filter or order by. `errors`: in a log; `warnings`: among events. */
export const qualities = [
  "broken",
  "errors",
  "warnings",
  "newest",
  "oldest",
  "most_restarts",
  "most_cpu",
  "most_memory",
  "largest",
  "not_ready",
  "ready",
  "pending",
  "running",
] as const;

export type Quality = (typeof qualities)[number];

/** Qualities that only the first in their order has. */
const superlatives: ReadonlySet<Quality> = new Set<Quality>([
  "newest",
  "oldest",
  "most_restarts",
  "most_cpu",
  "most_memory",
  "largest",
]);

export const isSuperlative = (quality: Quality): boolean => superlatives.has(quality);
