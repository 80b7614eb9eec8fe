import { argumentsFor, nameParameterOf, type Said } from "../../catalog/arguments.ts";
import { resourceByKey } from "../../catalog/resources.ts";
import type { CallTemplate, Catalog, CatalogEntry, Verb } from "../../catalog/types.ts";
import type { Language } from "../../output/output.ts";
import { leftOver } from "../../plan/left-over.ts";
import type { DraftStep } from "../../plan/types.ts";
import { reasonFor } from "../../words/reasons.ts";

export type Search = {
  verb: Verb;
  resource: string;
  scope: "one" | "all";
  name: string | undefined;
  of?: string | undefined;
};

/** Verbs that stand in for one another when a server lacks the right tool, in order. */
const substitutes: { readonly [verb in Verb]?: readonly Verb[] } = {
  describe: ["get", "list"],
  get: ["describe", "list"],
  restart: ["multi"],
  health: ["diagnose"],
};

const listing: ReadonlySet<Verb> = new Set<Verb>(["list", "top"]);

export const templateFor = (catalog: Catalog, search: Search): CallTemplate | undefined => {
  for (const verb of [search.verb, ...(substitutes[search.verb] ?? [])]) {
    const of = search.of === undefined ? {} : { of: search.of };
    const found = catalog.find({ verb, resource: search.resource, scope: search.scope, ...of });
    const templates =
      found.length > 0 || search.scope === "one" ? found : catalog.find({ verb, resource: search.resource, ...of });
    const fitting =
      search.name === undefined
        ? templates.find((template) => !needsName(template, search.resource))
        : templates.find((template) => namesOne(template, search.resource));
    const template = fitting ?? templates[0];
    // What tells of one thing only is no substitute for what tells of all.
    const ofOneOnly = verb !== search.verb && search.name === undefined && listing.has(search.verb);
    if (template && !(ofOneOnly && needsName(template, search.resource))) return template;
  }
  return undefined;
};

const namesOne = ({ entry }: CallTemplate, resource: string): boolean => nameParameterOf(entry, resource) !== undefined;

export const needsName = ({ entry }: CallTemplate, resource: string): boolean =>
  nameParameterOf(entry, resource)?.required === true;

type Drafting = { resource: string; of?: string | undefined; said: Said; language: Language; verb: Verb };

export const draft = (template: CallTemplate, drafting: Drafting): DraftStep => {
  const { resource, said, language } = drafting;
  const { entry } = template;
  return {
    tool: entry.tool,
    args: { ...argumentsFor(entry, resource, said), ...template.args },
    ...(entry.verb === "list" && said.name !== undefined && !namesOne(template, resource) ? { only: said.name } : {}),
    ...(entry.resource === "event" && isClusterWide(drafting.of ?? resource) ? { wide: true } : {}),
    ...leftOver(entry, resource, said),
    reason: reasonFor(language, { ...drafting, resource: reasonedResource(entry, resource), name: said.name }),
  };
};

/** A call for events is drafted with what they happened to, because that is what its name parameter names. */
const reasonedResource = (entry: CatalogEntry, resource: string): string =>
  entry.resource === "event" ? "event" : resource;

/** What stands in no namespace has its events in one that nobody would guess (those of a node are in `default`). */
const isClusterWide = (resource: string): boolean => resourceByKey.get(resource)?.namespaced === false;

/** A whole manifest is nothing that rules can write, nor a person would type as an answer. */
export const needsManifest = ({ entry, args }: CallTemplate): boolean =>
  entry.parameters.some(({ role, required, name }) => role === "manifest" && required && !(name in args));
