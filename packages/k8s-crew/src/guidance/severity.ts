import type { Trouble } from "../overview/types.ts";
import { stateRank } from "../results/severity.ts";

/** Pods in trouble before other things, the worst first, of equals the one that was restarted most. */
export const worstFirst = (troubles: readonly Trouble[]): readonly Trouble[] =>
  troubles
    .filter(({ resource }) => resource !== "event")
    .toSorted((one, other) => isOther(one) - isOther(other) || rankOf(one) - rankOf(other) || restarts(other, one));

const isOther = ({ resource }: Trouble): number => (resource === "pod" ? 0 : 1);

const rankOf = ({ what, restarts: times }: Trouble): number => stateRank({ state: what, restarts: times });

const restarts = (one: Trouble, other: Trouble): number => (one.restarts ?? 0) - (other.restarts ?? 0);
