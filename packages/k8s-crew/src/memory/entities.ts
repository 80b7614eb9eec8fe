import { workloadOf } from "../results/replicas.ts";

/**
 * What the conversation is about. Only values that a person typed or picked, or that a list returned, ever get here:
 * text out of logs, events or a model does not.
 */
export type Origin = "typed" | "picked" | "single" | "result" | "configured";

export type Entity = { readonly value: string; readonly origin: Origin };

/** Keys: `cluster`, `namespace`, `container`, `since` (a time window), and every resource key (`pod`, `deployment`, `node`, …). */
export type Entities = { readonly [key: string]: Entity };

/** The key under which the time window of logs and events is kept. */
export const windowKey = "since";

/** The key of what a message was read as, where that was a guess. It is undone like other guesses, and not remembered. */
export const readingKey = "reading";

/**
 * Remembers a value. A new cluster forgets the namespace and all below it, a new namespace what was in it, and a new
 * thing its container: a pod named in `dev` means nothing in `production`.
 */
export const remember = (entities: Entities, key: string, entity: Entity): Entities => {
  if (entities[key]?.value === entity.value) return { ...entities, [key]: entity };
  const isReplica = key === "pod" && isOfSameWorkload(entities.pod?.value, entity.value);
  const kept = Object.entries(entities).filter(([other]) => isReplica || !belongsUnder(other, key));
  return { ...Object.fromEntries(kept), [key]: entity };
};

/** Takes values back, with all that stands below them: of a pod also the node that it was seen on. */
export const forget = (entities: Entities, keys: readonly string[]): Entities => {
  const isTaken = (key: string) =>
    keys.some((taken) => key === taken || belongsUnder(key, taken) || (taken === "pod" && key === "node"));
  return Object.fromEntries(Object.entries(entities).filter(([key]) => !isTaken(key)));
};

/** Another replica has the same containers. */
const isOfSameWorkload = (one: string | undefined, other: string): boolean =>
  one !== undefined && workloadOf({ name: one }) === workloadOf({ name: other });

const belongsUnder = (other: string, key: string): boolean => {
  // How far back is looked is of no place.
  if (other === key || other === windowKey || key === windowKey) return false;
  if (key === "cluster") return true;
  if (key === "namespace") return other !== "cluster";
  return other === "container" && key !== "container";
};
