import { resourceOfKind } from "../../catalog/resource-words.ts";
import type { EventFacts } from "../../results/event-facts.ts";
import { grouped } from "../../results/grouped.ts";
import { quoted } from "../evidence.ts";
import type { Change } from "./types.ts";

/** Events without a warning that tell of a change; the rest is a container's daily life. */
const telling =
  /^(?:ScalingReplicaSet|SuccessfulRescale|SuccessfulDelete|Killing|Preempted|Evicted|NodeReady|NodeNotReady|NodeSchedulable|NodeNotSchedulable|RegisteredNode|RemovingNode|Starting|Rebooted|Scheduled|SawCompletedJob|Completed)$/;

/** One change for each object and reason: the latest time, and how often. */
export const eventChanges = (events: readonly EventFacts[], now: number): readonly Change[] => {
  const told = events.filter(({ warning, reason }) => warning || telling.test(reason));
  return [...grouped(told, ({ namespace, object, reason }) => `${namespace} ${object} ${reason}`).values()].flatMap(
    (group): readonly Change[] => {
      const [latest] = group.toSorted((left, right) => (left.ageSeconds ?? 1e9) - (right.ageSeconds ?? 1e9));
      if (latest?.ageSeconds === undefined) return [];
      const [kind = "", name = ""] = latest.object.includes("/") ? latest.object.split("/") : ["", latest.object];
      const resource = resourceOfKind(kind)?.key ?? "pod";
      const count = Math.max(group.length, ...group.map((each) => each.count ?? 1));
      return [
        {
          at: now - latest.ageSeconds * 1000,
          thing: { resource, namespace: resource === "node" ? "" : (latest.namespace ?? ""), name },
          says: count > 1 ? "eventOften" : "event",
          slots: { reason: latest.reason, message: quoted(latest.message), count },
        },
      ];
    },
  );
};
