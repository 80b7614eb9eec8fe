import type { Trouble } from "../overview/types.ts";
import { familyNameOf } from "../results/replicas.ts";

export type FoundTrouble = { readonly cluster: string; readonly trouble: Trouble };

/** Where things run comes first, since what runs there suffers from it; then what runs, then what that needs. */
const urgency: readonly string[] = ["node", "pod", "pvc", "service", "job", "deployment", "statefulset", "daemonset"];

/** The worst of what was found, at most one of a family: ten pods of a workload fail for one reason. */
export const worstOf = (all: readonly FoundTrouble[], limit: number): readonly FoundTrouble[] => {
  const ordered = all
    .filter(({ trouble }) => urgency.includes(trouble.resource))
    .toSorted(
      (left, right) =>
        urgency.indexOf(left.trouble.resource) - urgency.indexOf(right.trouble.resource) ||
        (right.trouble.restarts ?? 0) - (left.trouble.restarts ?? 0),
    );
  return ordered
    .filter((found, index) => !ordered.slice(0, index).some((other) => isKin(other, found)))
    .slice(0, limit);
};

const isKin = (
  { cluster, trouble: one }: FoundTrouble,
  { cluster: elsewhere, trouble: other }: FoundTrouble,
): boolean =>
  cluster === elsewhere &&
  one.namespace === other.namespace &&
  (one.resource === "pod" || other.resource === "pod"
    ? familyNameOf(one) === familyNameOf(other) || isMadeBy(one, other) || isMadeBy(other, one)
    : one.name === other.name);

/** A pod of a Job or a ReplicaSet: its name and a few letters. */
const isMadeBy = (pod: Trouble, maker: Trouble): boolean =>
  pod.resource === "pod" && pod.name.replace(/-[^-]+$/u, "") === maker.name;
