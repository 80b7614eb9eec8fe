import type { Read } from "../../overview/types.ts";
import type { Filling } from "../../plan/fill-types.ts";
import type { Parts } from "../parts.ts";
import { isOfMessage, kindListed, unproven } from "./evidence.ts";

/**
 * What has to be read anew before a filling is believed that says that something is not there: all lists that it was
 * looked for in and that this message has not read itself. Before it is looked for elsewhere, those of its own kind will
 * do. Nothing is read twice, so that this comes to an end.
 */
export const denialRestsOn = (parts: Parts, filling: Filling, seen: readonly Read[]): readonly Read[] => {
  if (filling.kind === "read") {
    const { missed } = filling;
    return missed === undefined
      ? []
      : unproven(
          parts,
          seen.filter((call) => kindListed(parts, call) === missed),
        );
  }
  if (asksOfWhatIsGone(filling))
    return seen.filter((call) => kindListed(parts, call) === undefined && !isOfMessage(parts, call));
  return denies(filling)
    ? unproven(
        parts,
        seen.filter((call) => kindListed(parts, call) !== undefined),
      )
    : [];
};

export const denies = (filling: Filling): boolean =>
  (filling.kind === "ask" && filling.ask.missed === true) ||
  (filling.kind === "impossible" && filling.code === "not_found");

/** The containers of a pod that was read before a question was answered: it may have been replaced meanwhile. */
const asksOfWhatIsGone = (filling: Filling): boolean => filling.kind === "ask" && filling.ask.parameter === "container";
