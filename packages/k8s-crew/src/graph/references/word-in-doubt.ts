import { callKey } from "../../plan/source.ts";
import type { Step } from "../../plan/types.ts";
import type { Parts } from "../parts.ts";
import { placeOf } from "../place-of.ts";
import { rowsIn, unproven } from "../repair/evidence.ts";
import { placesLive } from "../repair/place.ts";
import type { State } from "../state.ts";
import type { Doubt } from "./place-in-doubt.ts";

/**
 * Nothing that was listed has the word in its name: something may be called so since it was listed, or a namespace is
 * called so that was made since namespaces were. Then the message is read once more, with that name known.
 */
export const wordInDoubt = (parts: Parts, state: State): Doubt | undefined => {
  const { plan, known } = state;
  const steps = plan?.view === "call" ? plan.steps : [];
  const [first] = steps;
  const word = first?.only ?? plan?.focus.name;
  if (!first || word === undefined || !steps.every((step) => lacks(parts, step, word))) return undefined;
  const { cluster } = placeOf(parts, first);
  const isPlaced = known.namespace === undefined || known.namespace.includes(word);
  const places = isPlaced ? undefined : placesLive(parts, "namespace", cluster);
  const reads = unproven(parts, [...steps, ...(places?.kind === "read" ? [places.read] : [])]);
  if (reads.length > 0) return { kind: "read", reads, about: { resource: "namespace", name: word } };
  const { repaired } = parts.turn().record;
  const cause = `read again: ${callKey(first)}`;
  if (places?.kind !== "names" || !places.names.includes(word) || repaired.includes(cause)) return undefined;
  repaired.push(cause);
  return { kind: "again", update: { plan: null, kinds: {} } };
};

const lacks = (parts: Parts, step: Step, word: string): boolean =>
  step.effect === "read" &&
  rowsIn(parts, step)?.every(({ name }) => !name.toLowerCase().includes(word.toLowerCase())) === true;
