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
 * Looks at things that a list or a choice had, and that the server does not find: their lists are read anew, and the
 * looks are filled from those, once. Still there: it is looked at again. Replaced: the other is. Gone: what there is now
 * is told. Nothing that changes something is ever sent again.
 */
export const mendMissing = (parts: Parts, state: State, plan: Plan): Update | undefined => {
  const looked = plan.view === "call" ? plan.steps.filter(({ done, failed }) => done && failed === undefined) : [];
  const lost = looked.flatMap((step) =>
    step.effect === "read" && isNotFound(parts, step) ? lostBy(parts, step, "executor") : [],
  );
  return mend(parts, state, { plan, lost });
};

/** The same for what a change is meant for, before it is asked about: `looked` is how it was found missing. */
export const mendTarget = (
  parts: Parts,
  state: State,
  { step, looked }: { readonly step: Step; readonly looked: Read | undefined },
): Update | undefined => {
  const { plan } = state;
  if (!plan || looked === undefined || !isNotFound(parts, looked)) return undefined;
  return mend(parts, state, { plan, lost: lostBy(parts, step, "clarifier") });
};

const isNotFound = (parts: Parts, call: Read): boolean =>
  parts.turn().shelf.results.get(callKey(call))?.outcome === "not_found";

/** A step, the thing that it named, and the list that tells which there are. */
type Lost = {
  readonly step: Step;
  readonly resource: string;
  readonly name: string;
  readonly list: Read;
  readonly for: "clarifier" | "executor";
};

const lostBy = (parts: Parts, step: Step, goesOn: Lost["for"]): readonly Lost[] => {
  const entry = parts.catalog.get(step.tool);
  const parameter = entry && nameParameterOf(entry, step.resource);
  const { name } = placeOf(parts, step);
  if (parts.turn().record.repaired.includes(causeOf(step)) || !parameter || name === undefined) return [];
  const { args } = withoutArguments(parts, step, "name");
  const template = parts.catalog.sourceOf(step.tool, parameter.name, args);
  if (!template) return [];
  const list = { tool: template.entry.tool, args: template.args };
  return [{ step, resource: namedResource(step, parts.catalog), name, list, for: goesOn }];
};

const causeOf = (step: Step): string => `not found: ${callKey(step)}`;

type Mending = { readonly plan: Plan; readonly lost: readonly Lost[] };

const mend = (parts: Parts, state: State, { plan, lost }: Mending): Update | undefined => {
  const [first] = lost;
  if (first === undefined) return undefined;
  const lists = lost.map(({ list }) => list);
  const reads = unproven(parts, lists);
  if (reads.length > 0) {
    // What was kept of a thing that is gone says that it is there.
    parts.runner.drop(lost.map(({ step, resource }) => tagOf({ ...namespaceOf(parts, step), resource })));
    return { work: { kind: "reads", for: first.for, reads, fresh: true } };
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

/** The steps as they were before their names were settled. */
const opened = (parts: Parts, plan: Plan, lost: readonly (Lost & { readonly isThere: boolean })[]): Plan => ({
  ...plan,
  steps: plan.steps.map((step) => {
    const found = lost.find((each) => each.step.id === step.id);
    if (found === undefined) return step;
    return {
      ...withoutArguments(parts, step, "name"),
      mentions: { ...step.mentions, name: found.name },
      ready: false,
      done: false,
      ...(found.isThere ? {} : { lost: true as const }),
    };
  }),
});
