/**
 * What the runners on one store have dropped, told by numbers that only grow: what was read under one generation is past
 * as soon as its tags have another one.
 */
export type Generations = {
  /** The generation of what has these tags. */
  of(tags: readonly string[]): number | Promise<number>;
  /** Begins another one of everything that has one of these tags. */
  advance(tags: readonly string[]): void | Promise<void>;
};

/** More than a runner meets in a day of clusters, namespaces and kinds. */
const TAGS_REMEMBERED = 20_000;

/** Generations in memory. Where there are too many tags to remember, all of them begin anew, which costs calls only. */
export function createGenerations(limit = TAGS_REMEMBERED): Generations {
  const advanced = new Map<string, number>();
  let newest = 0;
  let oldest = 0;
  return {
    of: (tags) => tags.reduce((latest, tag) => Math.max(latest, advanced.get(tag) ?? oldest), oldest),
    advance(tags) {
      newest += 1;
      if (advanced.size + tags.length > limit) {
        advanced.clear();
        oldest = newest;
      }
      for (const tag of tags) advanced.set(tag, newest);
    },
  };
}
