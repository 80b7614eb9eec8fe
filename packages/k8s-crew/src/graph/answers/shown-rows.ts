import { type ShownRow, shownRow } from "../../memory/shown.ts";
import type { Step } from "../../plan/types.ts";
import { eventFacts } from "../../results/event-facts.ts";
import type { Row } from "../../results/types.ts";
import type { Parts } from "../parts.ts";
import { placeOf } from "../place-of.ts";
import { isPodOfTalk } from "../references/pod-in-doubt.ts";
import type { State } from "../state.ts";
import { asRead, layOut, layOutTogether } from "./lay-out.ts";

/** The rows that the answer shows, in its order: what “the second one” is counted by. Events are no things of their own. */
export const shownRows = (parts: Parts, state: State): readonly ShownRow[] =>
  asRead(
    parts,
    (state.plan?.steps ?? []).filter(({ resource }) => resource !== "event"),
  ).flatMap((group) => {
    if (group.kind === "together")
      return layOutTogether(parts, state, group.steps).rows.map((row) =>
        shownRow(group.steps[0].resource, row, undefined),
      );
    const { step } = group;
    const { namespace } = placeOf(parts, step);
    return (layOut(parts, state, step)?.rows ?? []).map((row) => shownRow(step.resource, row, namespace));
  });

/** The rows that the answer shows of a step, in its order. */
export const rowsShown = (parts: Parts, state: State, step: Step): readonly Row[] =>
  layOut(parts, state, step)?.rows ?? [];

/** Where the list goes on that the answer cut, if it was the only one. */
export const goesOnAt = (parts: Parts, state: State): number | null => {
  const nexts = (state.plan?.steps ?? []).flatMap((step) => layOut(parts, state, step)?.next ?? []);
  return nexts.length === 1 ? (nexts[0] ?? null) : null;
};

/** The one pod that the events happened to that were picked out by a name: what is asked next may be about it. */
export const podOfEvents = (parts: Parts, state: State, step: Step): string | undefined => {
  if (step.resource !== "event" || step.only === undefined) return undefined;
  const rows = layOut(parts, state, step)?.rows ?? [];
  const objects = new Set(rows.map((row) => eventFacts(row, parts.settings.now()).object));
  const [object] = objects;
  // Where none happened, the name is known for one when the conversation is about it.
  if (objects.size === 0) return isPodOfTalk(state, step.only) ? step.only : undefined;
  return objects.size === 1 ? /^pod\/(.+)$/i.exec(object ?? "")?.[1] : undefined;
};
