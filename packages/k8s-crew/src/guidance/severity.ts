import type { Trouble } from "../overview/types.ts";

/** What to look at first: what keeps dying, then what cannot start, then what waits; what has ended can wait as well. */
const order: readonly RegExp[] = [
  /CrashLoopBackOff|OOMKilled/i,
  /ImagePullBackOff|ErrImagePull|InvalidImageName|CreateContainer|RunContainerError/i,
  /Unknown|Evicted|NotReady$/i,
  /ready|Restarted|Unhealthy/i,
  /Pending|Unschedulable|Init/i,
  /Error|Failed/i,
];

const rankOf = ({ resource, what }: Trouble): number => {
  const rank = order.findIndex((words) => words.test(what));
  return (resource === "pod" ? 0 : order.length + 1) + (rank < 0 ? order.length : rank);
};

/** Pods in trouble before other things, the worst first, of equals the one that was restarted most. */
export const worstFirst = (troubles: readonly Trouble[]): readonly Trouble[] =>
  troubles
    .filter(({ resource }) => resource !== "event")
    .toSorted((one, other) => rankOf(one) - rankOf(other) || (other.restarts ?? 0) - (one.restarts ?? 0));
