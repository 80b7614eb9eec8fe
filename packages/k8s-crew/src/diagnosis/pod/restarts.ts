import { secondsSince } from "../../results/age.ts";
import { podStatus } from "../../results/pod-status.ts";
import { listAt, textAt, type UnknownRecord } from "../../results/values.ts";
import type { Restarts } from "../types.ts";

/** How often the containers of some pods were restarted, and since when they could have been; undefined where a pod does not tell. */
export const restartsOf = (pods: readonly UnknownRecord[], now: number): Restarts | undefined => {
  const each = pods.map((pod) => ({
    ...podStatus(pod),
    isTold: listAt(pod, "status", "containerStatuses").length > 0,
    age: secondsSince(textAt(pod, "metadata", "creationTimestamp"), now),
  }));
  const ages = each.flatMap(({ age }) => age ?? []);
  if (each.length === 0 || ages.length < each.length || each.some(({ isTold }) => !isTold)) return undefined;
  const last = each.flatMap(({ lastRestart }) => secondsSince(lastRestart, now) ?? []);
  return {
    count: each.reduce((sum, { restarts }) => sum + restarts, 0),
    pods: each.length,
    ageSeconds: Math.max(...ages),
    ...(last.length === 0 ? {} : { lastSeconds: Math.min(...last) }),
  };
};
