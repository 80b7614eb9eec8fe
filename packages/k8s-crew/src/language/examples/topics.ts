import { readPieces } from "../text/phrases.ts";
import { slots } from "./units.ts";

/**
 * What a text is about beyond its wording: the kinds of things in it, and what is measured. However alike two
 * sentences are, one about pods means nothing of nodes, and one about memory nothing of CPU.
 */
export const topicsOf = (text: string): ReadonlySet<string> =>
  new Set(
    readPieces(slots.reduce((written, slot) => written.replaceAll(slot, " x-1 "), text)).flatMap(({ meaning }) =>
      meaning.is === "resource" ? [meaning.resource] : meaning.is === "measure" ? [meaning.measure] : [],
    ),
  );

/** Nothing that was said is left out, and nothing is taken that was not said. `also`: what may be said besides. */
export const agree = (said: ReadonlySet<string>, example: ReadonlySet<string>, also: ReadonlySet<string>): boolean =>
  [...example].every((topic) => said.has(topic)) && [...said].every((topic) => example.has(topic) || also.has(topic));
