import { stateRank } from "../results/severity.ts";
import type { Trouble } from "./types.ts";

/** The worse state before, of equals the one that was restarted most. */
const worseBefore = (one: Trouble, other: Trouble): number =>
  rankOf(one) - rankOf(other) || (other.restarts ?? 0) - (one.restarts ?? 0);

const rankOf = ({ what, restarts }: Trouble): number => stateRank({ state: what, restarts });

/** Pods in trouble before other things, each the worst first. */
export const worstFirst = (troubles: readonly Trouble[]): readonly Trouble[] =>
  troubles
    .filter(({ resource }) => resource !== "event")
    .toSorted((one, other) => isOther(one) - isOther(other) || worseBefore(one, other));

const isOther = ({ resource }: Trouble): number => (resource === "pod" ? 0 : 1);

/** The kinds in the order in which they come, of each the worst first. */
export const worstOfEachKind = (troubles: readonly Trouble[]): readonly Trouble[] => {
  const kinds = [...new Set(troubles.map(({ resource }) => resource))];
  const kindOf = ({ resource }: Trouble): number => kinds.indexOf(resource);
  return troubles.toSorted((one, other) => kindOf(one) - kindOf(other) || worseBefore(one, other));
};
