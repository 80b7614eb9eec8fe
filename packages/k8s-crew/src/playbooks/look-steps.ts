import { resourceByKey } from "../catalog/resources.ts";
import type { CallTemplate, Catalog } from "../catalog/types.ts";
import { effectOfVerb } from "../catalog/verbs.ts";
import { readDuration } from "../language/text/quantities.ts";
import type { Language } from "../language/types.ts";
import type { DraftStep, Followed, Look } from "../plan/types.ts";
import { inLanguage, type Playbook, type PlaybookStep, resourcesOf } from "./types.ts";

type Looks = { readonly steps: readonly DraftStep[]; readonly unable: Followed["unable"] };

/** The steps of a playbook about a place as looks of this server's tools, and what none of its tools can do. */
export const lookSteps = (playbook: Playbook, catalog: Catalog, language: Language): Looks => {
  const each = playbook.steps.map((step, index): Looks => {
    // What changes something is no look: it is asked for on its own.
    if (effectOfVerb(step.verb) !== "read") return { steps: [], unable: [] };
    return lookOf(step, index + 1, { catalog, language });
  });
  return { steps: each.flatMap(({ steps }) => steps), unable: each.flatMap(({ unable }) => unable) };
};

type At = { readonly catalog: Catalog; readonly language: Language };

const lookOf = (step: PlaybookStep, number: number, { catalog, language }: At): Looks => {
  if (step.verb === "diagnose") return closerLook(step, number, { catalog, language });
  const found = resourcesOf(step).map((resource) => ({
    resource,
    template: lookTemplate(catalog, step.verb, resource),
  }));
  return {
    steps: found.flatMap(({ resource, template }) =>
      template ? [draftOf(template, { step, number, resource, language })] : [],
    ),
    unable: found.flatMap(({ resource, template }) => (template ? [] : [{ number, verb: step.verb, resource }])),
  };
};

/** The call that a look makes in each place: over all namespaces at once where the server can. */
export const lookTemplate = (catalog: Catalog, verb: Look["verb"], resource: string): CallTemplate | undefined =>
  [...catalog.find({ verb, resource, scope: "all" }), ...catalog.find({ verb, resource })].find(isPlaceless);

/** The call that a look makes in one namespace, where it is one of a kind that stands in namespaces. */
export const narrowTemplate = (
  catalog: Catalog,
  { verb, resource }: Pick<Look, "verb" | "resource">,
): CallTemplate | undefined =>
  resourceByKey.get(resource)?.namespaced === true
    ? catalog.find({ verb, resource, scope: "one" }).find(isPlaceless)
    : undefined;

/** It needs to be told nothing but the place. */
const isPlaceless = ({ entry, args }: CallTemplate): boolean =>
  entry.parameters.every(
    ({ name, required, role }) => !required || name in args || role === "cluster" || role === "namespace",
  );

type Drawn = {
  readonly step: PlaybookStep;
  readonly number: number;
  readonly resource: string;
  readonly language: Language;
};

const draftOf = ({ entry, args }: CallTemplate, { step, number, resource, language }: Drawn): DraftStep => {
  const since = step.since === undefined ? undefined : readDuration(step.since);
  const read = inLanguage(step.read ?? {}, language);
  return {
    tool: entry.tool,
    args,
    reason: inLanguage(step.reason, language),
    look: {
      number,
      verb: step.verb,
      resource,
      ...(step.show === undefined ? {} : { show: step.show }),
      ...(step.leftovers === undefined ? {} : { leftovers: step.leftovers }),
      ...(step.type === undefined ? {} : { type: step.type }),
      ...(since === undefined ? {} : { sinceSeconds: since }),
      ...(read === "" ? {} : { read }),
    },
  };
};

/** A closer look begins with the events or the log of what was found. */
const closerLook = (step: PlaybookStep, number: number, { catalog, language }: At): Looks => {
  const template =
    catalog.find({ verb: "list", resource: "event", of: "pod" })[0] ??
    catalog.find({ verb: "logs", resource: "pod" })[0];
  if (!template) return { steps: [], unable: [{ number, verb: "diagnose", resource: "pod" }] };
  const drawn = draftOf(template, { step, number, resource: "pod", language });
  return { steps: drawn.look ? [{ ...drawn, look: { ...drawn.look, atFindings: true } }] : [], unable: [] };
};
