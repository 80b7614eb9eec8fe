import type { Arguments, Tool } from "@k8s-copilot/crew";
import { brandOf } from "./brand.ts";
import { corrected } from "./correct.ts";
import { findTemplates } from "./find.ts";
import type { Overrides } from "./overrides.ts";
import { sourceTemplate } from "./sources.ts";
import type { CallTemplate, Catalog, Effect, Verb, Wanted } from "./types.ts";
import { type Understood, understand } from "./understand.ts";
import { worseEffect } from "./verb-of.ts";

export type CatalogOptions = {
  /** The user's corrections, by tool name; see `parseOverrides`. */
  readonly overrides?: Overrides;
  /** Servers whose annotations may lower an effect. Default: none. */
  readonly trustedServers?: readonly string[];
};

/**
 * What each tool does, told from its name, description, input schema and annotations alone. Of tools with the same name
 * the first counts. What is not understood counts as a write.
 */
export const createCatalog = (tools: readonly Tool[], options: CatalogOptions = {}): Catalog => {
  const { overrides = {}, trustedServers = [] } = options;
  const servers = new Set(tools.map(({ server }) => server));
  const brands = new Map(
    [...servers].map((server) => [server, brandOf(tools.filter((tool) => tool.server === server))]),
  );
  const understood = tools.map((tool) => {
    const trusted = trustedServers.includes(tool.server);
    const brand = brands.get(tool.server) ?? new Set<string>();
    return corrected(understand(tool, { brand, trusted }), overrides[tool.name], tool.annotations ?? {});
  });
  const byName = new Map(understood.toReversed().map((known) => [known.entry.tool, known]));
  return {
    entries: understood.map(({ entry }) => entry),
    get: (tool) => byName.get(tool)?.entry,
    find: remembering((wanted) => findTemplates(understood, wanted)),
    effectOf: (tool, args) => effectOfCall(byName.get(tool), args),
    sourceOf: (tool, name, args) => {
      const known = byName.get(tool);
      const parameter = known?.entry.parameters.find((candidate) => candidate.name === name);
      if (known === undefined || parameter === undefined) return undefined;
      return sourceTemplate(understood, parameter, { tool: known, verb: verbOfCall(known, args), args });
    },
  };
};

type Find = (wanted: Wanted) => readonly CallTemplate[];

/** The tools stay as they are, and a turn asks for the same ones again and again. */
const remembering = (find: Find): Find => {
  const found = new Map<string, readonly CallTemplate[]>();
  return (wanted) => {
    const { verb, resource, of, server, scope } = wanted;
    const key = [verb, resource, of, server, scope].join(" ");
    const known = found.get(key) ?? find(wanted);
    if (found.size < rememberedLimit) found.set(key, known);
    return known;
  };
};

/** More than there are verbs and kinds that people ask for. */
const rememberedLimit = 1_000;

const effectOfCall = (tool: Understood | undefined, args: Arguments): Effect => {
  if (tool === undefined) return "write";
  const { entry, chooser, operations } = tool;
  if (chooser === undefined) return entry.effect;
  const value = args[chooser.name] ?? chooser.default;
  if (value === undefined) return entry.effect;
  return (
    operationCalled(tool, value)?.effect ?? worseEffect(entry.effect, operations.length === 0 ? "destructive" : "write")
  );
};

const verbOfCall = (tool: Understood, args: Arguments): Verb =>
  tool.chooser === undefined
    ? tool.entry.verb
    : (operationCalled(tool, args[tool.chooser.name] ?? tool.chooser.default)?.verb ?? "other");

const operationCalled = ({ operations }: Understood, value: unknown) =>
  typeof value === "string"
    ? operations.find((operation) => operation.value.toLowerCase() === value.toLowerCase())
    : undefined;
