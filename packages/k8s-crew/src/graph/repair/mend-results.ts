import { tagOf } from "../../cache/tags.ts";
import { nameParameterOf } from "../../catalog/arguments.ts";
import type { Read } from "../../overview/types.ts";
import { namedResource } from "../../plan/decisive.ts";
import { callKey } from "../../plan/source.ts";
import type { Plan, Step } from "../../plan/types.ts";
import { sayOfThing } from "../../words/repair-words.ts";
import type { Parts } from "../parts.ts";
import { placeOf } from "../place-of.ts";
import { withoutArguments } from "../replies/correct-plan.ts";
import type { State, Update } from "../state.ts";
import { rowsIn, unproven } from "./evidence.ts";

/**
 * A look at a thing that a list or a choice had, and that the server does not find: its list is read anew, and the look
 * is filled from that, once. Still there: it is looked at again. Replaced: the other is. Gone: what there is now is told.
 * Nothing that changes something is ever sent again.
 */
export const mendMissing = (parts: Parts, state: State, plan: Plan): Update | undefined => {
  const lost = plan.view === "call" ? plan.steps.flatMap((step) => lostIn(parts, step)) : [];
  const [first] = lost;
  if (first === undefined) return undefined;
  const reads = unproven(
    parts,
    lost.map(({ list }) => list),
  );
  if (reads.length > 0) {
    // What was kept of a thing that is gone says that it is there.
    const tags = lost.map(({ step, resource }) => tagOf({ ...namespaceOf(parts, step), resource }));
    parts.runner.drop(tags);
    return { work: { kind: "reads", for: "executor", reads, fresh: true } };
  }
  const { repaired, notes } = parts.turn().record;
  repaired.push(...lost.map(({ step }) => causeOf(step)));
  const listed = lost.flatMap((each) => {
    const rows = rowsIn(parts, each.list);
    return rows === undefined ? [] : [{ ...each, isThere: rows.some(({ name }) => name === each.name) }];
  });
  if (listed.length === 0) return undefined;
  for (const { resource, name, isThere } of listed)
    if (!isThere) notes.push(sayOfThing(state.language, "vanished", { resource, name }));
  return { plan: opened(parts, plan, listed), retry: null };
};

const namespaceOf = (parts: Parts, step: Step): { readonly namespace?: string } => {
  const { namespace } = placeOf(parts, step);
  return namespace === undefined ? {} : { namespace };
};

type Lost = { readonly step: Step; readonly resource: string; readonly name: string; readonly list: Read };

/** A step that looked for one thing and was told that there is none, with the list that tells which there are. */
const lostIn = (parts: Parts, step: Step): readonly Lost[] => {
  const { shelf, record } = parts.turn();
  const isOpen = step.done && step.effect === "read" && step.failed === undefined;
  const isNotFound = shelf.results.get(callKey(step))?.outcome === "not_found";
  if (!isOpen || !isNotFound || record.repaired.includes(causeOf(step))) return [];
  const entry = parts.catalog.get(step.tool);
  const parameter = entry && nameParameterOf(entry, step.resource);
  const { name } = placeOf(parts, step);
  if (parameter === undefined || name === undefined) return [];
  const { args } = withoutArguments(parts, step, "name");
  const template = parts.catalog.sourceOf(step.tool, parameter.name, args);
  const resource = namedResource(step, parts.catalog);
  return template ? [{ step, resource, name, list: { tool: template.entry.tool, args: template.args } }] : [];
};

const causeOf = (step: Step): string => `not found: ${callKey(step)}`;

/** The steps as they were before their names were settled. */
const opened = (parts: Parts, plan: Plan, lost: readonly (Lost & { readonly isThere: boolean })[]): Plan => ({
  ...plan,
  steps: plan.steps.map((step) => {
    const found = lost.find((each) => each.step === step);
    if (found === undefined) return step;
    const { name, isThere } = found;
    return {
      ...withoutArguments(parts, step, "name"),
      mentions: { ...step.mentions, name },
      ready: false,
      done: false,
      ...(isThere ? {} : { lost: true as const }),
    };
  }),
});
