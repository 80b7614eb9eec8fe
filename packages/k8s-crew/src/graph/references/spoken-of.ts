import { namedResource } from "../../plan/decisive.ts";
import type { Parts } from "../parts.ts";
import { placeOf } from "../place-of.ts";
import type { State, Update } from "../state.ts";
import { askedOf } from "./asked.ts";
import { windowAfter } from "./time-window.ts";

/**
 * What was spoken of though nothing came of it: a change that was refused, a name that was not found, a question that
 * was left. “It” is that, and “in dev” asks for it once more.
 */
export const spokenOf = (parts: Parts, { plan, entities }: State, id?: string): Update => {
  const step = plan?.steps.find((each) => each.id === id) ?? plan?.steps.at(-1);
  if (plan?.view !== "call" || !step) return {};
  const kind = namedResource(step, parts.catalog);
  const said = placeOf(parts, step).name ?? step.mentions.name;
  const { [kind]: known, ...others } = entities;
  return {
    lastResource: kind,
    last: {
      view: "call",
      verb: step.verb,
      resource: step.resource,
      open: true,
      ...(said === undefined ? {} : { name: said }),
      ...askedOf(parts, plan),
    },
    // A part of a name that was never held against a list names nothing yet; it stands in `last`.
    entities: windowAfter(
      parts,
      known !== undefined && said !== undefined && known.value !== said ? others : entities,
      plan,
    ),
  };
};
