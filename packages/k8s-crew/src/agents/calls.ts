import type { CallTemplate, Catalog, Verb } from "../catalog/types.ts";
import type { Language } from "../conversation/output.ts";
import { argumentsFor, parameterOf, type Said } from "../plan/arguments.ts";
import { leftOver } from "../plan/left-over.ts";
import type { DraftStep } from "../plan/types.ts";
import { reasonFor } from "../words/reasons.ts";

type Search = { verb: Verb; resource: string; scope: "one" | "all"; name: string | undefined; of?: string | undefined };

/** Verbs that stand in for one another when a server lacks the right tool, in order. */
const substitutes: { readonly [verb in Verb]?: readonly Verb[] } = {
  describe: ["get", "list"],
  get: ["describe", "list"],
  top: ["get"],
  restart: ["multi"],
  health: ["diagnose"],
};

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
    if (template) return template;
  }
  return undefined;
};

const namesOne = ({ entry }: CallTemplate, resource: string): boolean =>
  parameterOf(entry, "name", resource === "event" ? undefined : resource) !== undefined;

const needsName = ({ entry }: CallTemplate, resource: string): boolean =>
  parameterOf(entry, "name", resource === "event" ? undefined : resource)?.required === true;

type Drafting = { resource: string; said: Said; language: Language; verb: Verb };

export const draft = (template: CallTemplate, { resource, said, language, verb }: Drafting): DraftStep => ({
  tool: template.entry.tool,
  args: { ...argumentsFor(template.entry, resource, said), ...template.args },
  ...(template.entry.verb === "list" && said.name !== undefined && !namesOne(template, resource)
    ? { only: said.name }
    : {}),
  ...leftOver(template.entry, resource, said),
  reason: reasonFor(language, { verb, resource, name: said.name }),
});
