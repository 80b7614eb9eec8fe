import type { Catalog, CatalogEntry, Wanted } from "../types.ts";
import { byName, hotTools, shownLimit, unique } from "./hot-tools.ts";
import { type Known, wantsIn } from "./said-wants.ts";
import { type ToolCounts, toolCounts } from "./tool-counts.ts";
import { createAlikeInWords } from "./words-in-common.ts";

export type Selecting = Known & {
  /** What was asked, in whatever words. */
  readonly text: string;
  /** Tools that are known to be needed: of a plan, a playbook, or of what the rules read. */
  readonly tools?: readonly string[];
  /** Looks and deeds that are known to be wanted. */
  readonly wants?: readonly Wanted[];
  /** Only tools that change nothing. */
  readonly readsOnly?: boolean;
};

/** What of a catalog a model is shown. All of it is sorted by name, so that the same tools read the same. */
export type ToolSelector = {
  /** Shown whatever is asked; the same for the life of the catalog. */
  readonly hot: readonly CatalogEntry[];
  readonly counts: ToolCounts;
  /** Not every tool is shown: more may be asked for. */
  readonly hidesSome: boolean;
  /** What a request may need beside the hot ones. */
  select(selecting: Selecting): readonly CatalogEntry[];
};

/**
 * Selects by what is known to be needed, what lists the values of its parameters, what the words of the request want, and
 * what shares rare words with them.
 */
export const createToolSelector = (catalog: Catalog): ToolSelector => {
  const hot = hotTools(catalog);
  const alike = createAlikeInWords(catalog.entries);
  const isHot = ({ tool }: CatalogEntry) => hot.some((each) => each.tool === tool);
  const best = (want: Wanted) =>
    catalog
      .find(want)
      .slice(0, 1)
      .map(({ entry }) => entry);
  return {
    hot,
    counts: toolCounts(catalog),
    hidesSome: catalog.entries.length > hot.length,
    select: ({ text, tools = [], wants = [], readsOnly = false, ...about }) => {
      const known = [...tools.flatMap((tool) => catalog.get(tool) ?? []), ...wants.flatMap(best)];
      const said = wantsIn(text, about);
      const [likeliest, others] = [said.slice(0, likeliestWants), said.slice(likeliestWants)];
      const needed = [
        ...known,
        ...[...likeliest, ...anyKind].flatMap(best),
        ...alike(text).slice(0, alikeLimit),
        ...others.flatMap(best),
      ];
      const elsewhere = [...wants, ...said].flatMap((want) => onOtherServers(catalog, want));
      const isShown = (entry: CatalogEntry) => (!readsOnly || entry.effect === "read") && !isHot(entry);
      const room = shownLimit - hot.length;
      const first = unique(needed.filter(isShown)).slice(0, room - keptForSources);
      const rest = [...sourcesOf(catalog, known), ...needed, ...elsewhere].filter(isShown);
      return byName(unique([...first, ...rest]).slice(0, room));
    },
  };
};

/** Tools that only share words with the request leave room for those that do what it says. */
const alikeLimit = 2;

/** Wants that go before what is only likely. */
const likeliestWants = 3;

/** Places for what lists the values of parameters. */
const keptForSources = 1;

/** For what is called by a name alone: what looks at kinds that hardly a server has own tools for. */
const anyKind: readonly Wanted[] = [
  { verb: "describe", resource: "serviceaccount" },
  { verb: "get", resource: "serviceaccount" },
];

/** Each server may reach other clusters. */
const onOtherServers = (catalog: Catalog, want: Wanted): readonly CatalogEntry[] => {
  const entries = catalog.find(want).map(({ entry }) => entry);
  return entries.filter(
    ({ server }, index) =>
      server !== entries[0]?.server && entries.findIndex((other) => other.server === server) === index,
  );
};

/** What lists the values of the parameters that only a person decides. */
const sourcesOf = (catalog: Catalog, entries: readonly CatalogEntry[]): readonly CatalogEntry[] =>
  entries.flatMap(({ tool, parameters }) =>
    parameters
      .filter(({ role }) => role === "cluster" || role === "namespace" || role === "name" || role === "container")
      .flatMap(({ name }) => catalog.sourceOf(tool, name, {})?.entry ?? []),
  );
