import { parameterOf } from "../../catalog/arguments.ts";
import { resourceByKey } from "../../catalog/resources.ts";
import type { Catalog } from "../../catalog/types.ts";
import type { Entities } from "../../memory/entities.ts";
import { admit } from "../../plan/admit.ts";
import type { DraftStep } from "../../plan/types.ts";

/** Whether the conversation began in a namespace (`--namespace`) and things of this kind stand in one. */
export const beganIn = ({ namespace }: Entities, resource: string): boolean =>
  namespace?.origin === "configured" && resourceByKey.get(resource)?.namespaced === true;

type Conversation = { readonly entities: Entities; readonly catalog: Catalog };

/** A list over all namespaces as one that can be told the namespace in which the conversation began, where there is one. */
export const withinBegan = (draft: DraftStep, { entities, catalog }: Conversation): DraftStep => {
  const admission = admit(draft, catalog, "check");
  if (admission.kind === "rejected") return draft;
  const { verb, resource, tool } = admission.step;
  const entry = catalog.get(tool);
  const isWide = (verb === "list" || verb === "top") && entry !== undefined && !parameterOf(entry, "namespace");
  if (!isWide || !beganIn(entities, resource)) return draft;
  const narrow = catalog.find({ verb, resource, scope: "one" }).find((found) => parameterOf(found.entry, "namespace"));
  if (!narrow) return draft;
  const names = narrow.entry.parameters.map(({ name }) => name);
  const kept = Object.entries(draft.args).filter(([name]) => names.includes(name));
  return { ...draft, tool: narrow.entry.tool, args: { ...Object.fromEntries(kept), ...narrow.args } };
};
