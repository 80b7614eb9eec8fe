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

/** Where not all are shown, what only repeats what a pod of it tells comes last. */
export const newsFirst = (troubles: readonly Trouble[]): readonly Trouble[] => {
  const pods = troubles.filter(({ resource }) => resource === "pod");
  const repeats = ({ resource, namespace, name }: Trouble): number =>
    runners.has(resource) && pods.some((pod) => pod.namespace === namespace && pod.name.startsWith(`${name}-`)) ? 1 : 0;
  return troubles.toSorted((one, other) => repeats(one) - repeats(other));
};

const runners: ReadonlySet<string> = new Set(["deployment", "statefulset", "daemonset", "replicaset", "job"]);
