/**
 * What the conversation is about. Only values that a person typed or picked, or that a list returned, ever get here:
 * text out of logs, events or a model does not.
 */
export type Origin = "typed" | "picked" | "single" | "result" | "configured";

export type Entity = { readonly value: string; readonly origin: Origin };

/** Keys: `cluster`, `namespace`, `container`, and every resource key (`pod`, `deployment`, `node`, …). */
export type Entities = { readonly [key: string]: Entity };

/**
 * Remembers a value. A new cluster forgets the namespace and all below it, a new namespace what was in it, and a new
 * thing its container: a pod named in `dev` means nothing in `production`.
 */
export const remember = (entities: Entities, key: string, entity: Entity): Entities => {
  if (entities[key]?.value === entity.value) return { ...entities, [key]: entity };
  const kept = Object.entries(entities).filter(([other]) => !belongsUnder(other, key));
  return { ...Object.fromEntries(kept), [key]: entity };
};

const belongsUnder = (other: string, key: string): boolean => {
  if (other === key) return false;
  if (key === "cluster") return true;
  if (key === "namespace") return other !== "cluster";
  return other === "container" && key !== "container";
};
