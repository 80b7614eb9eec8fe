import type { Catalog, CatalogEntry, Wanted } from "../types.ts";

/** What nearly every request needs: where things are, what is there, and what a thing says of itself. */
const hot: readonly Wanted[] = [
  { verb: "list", resource: "cluster" },
  { verb: "list", resource: "namespace" },
  { verb: "list", resource: "pod" },
  { verb: "list", resource: "pod", scope: "all" },
  { verb: "list", resource: "node" },
  { verb: "get", resource: "pod" },
  { verb: "logs", resource: "pod" },
  { verb: "list", resource: "event" },
];

/** Tools that are shown to a model at once: the more there are, the worse it chooses. */
export const shownLimit = 15;

/** The tools that are shown whatever is asked, sorted by name: the same for the life of a catalog. Few are all shown. */
export const hotTools = (catalog: Catalog): readonly CatalogEntry[] =>
  catalog.entries.length <= shownLimit
    ? byName(unique(catalog.entries))
    : byName(
        unique(
          hot.flatMap((wanted) =>
            catalog
              .find(wanted)
              .slice(0, 1)
              .map(({ entry }) => entry),
          ),
        ),
      );

export const unique = (entries: readonly CatalogEntry[]): readonly CatalogEntry[] => [
  ...new Map(entries.map((entry) => [entry.tool, entry])).values(),
];

export const byName = (entries: readonly CatalogEntry[]): readonly CatalogEntry[] =>
  entries.toSorted((left, right) => (left.tool < right.tool ? -1 : 1));
