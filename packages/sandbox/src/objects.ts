import { z } from "zod";

/**
 * Any Kubernetes object: what every kind has in common is typed, the rest is reached by path (`textAt(pod, "status.phase")`).
 * Paths are dotted field names; label and annotation keys hold dots themselves, so read those from `recordAt`.
 */
export type KubernetesObject = z.infer<typeof objectSchema>;
export type OwnerReference = z.infer<typeof ownerReferenceSchema>;
export type Fields = Record<string, unknown>;

const ownerReferenceSchema = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  name: z.string(),
  uid: z.string().optional(),
  controller: z.boolean().optional(),
});

export const objectSchema = z.looseObject({
  apiVersion: z.string().min(1),
  kind: z.string().min(1),
  metadata: z.looseObject({
    name: z.string().min(1),
    namespace: z.string().min(1).optional(),
    labels: z.record(z.string(), z.string()).optional(),
    annotations: z.record(z.string(), z.string()).optional(),
    ownerReferences: z.array(ownerReferenceSchema).optional(),
    creationTimestamp: z.string().optional(),
    generation: z.number().optional(),
    resourceVersion: z.string().optional(),
    uid: z.string().optional(),
  }),
});

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function valueAt(root: unknown, path: string): unknown {
  let value = root;
  for (const name of path.split(".")) {
    if (!isFields(value)) return undefined;
    value = value[name];
  }
  return value;
}

/** The text at the path, or "" when there is none. Numbers and booleans are written out. */
export function textAt(root: unknown, path: string): string {
  const value = valueAt(root, path);
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

/** The number at the path, or the fallback. */
export function numberAt(root: unknown, path: string, fallback = 0): number {
  const value = valueAt(root, path);
  return typeof value === "number" ? value : fallback;
}

/** The objects in the list at the path; an absent list is an empty one. */
export function listAt(root: unknown, path: string): Fields[] {
  const value = valueAt(root, path);
  return Array.isArray(value) ? value.filter(isFields) : [];
}

/** The texts in the list at the path; an absent list is an empty one. */
export function textsAt(root: unknown, path: string): string[] {
  const value = valueAt(root, path);
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

export function recordAt(root: unknown, path: string): Fields {
  const value = valueAt(root, path);
  return isFields(value) ? value : {};
}

/** The object without its nulls: `creationTimestamp: null`, which clients send, means absent. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isFields(value)) return value;
  const kept = Object.entries(value).filter(([, item]) => item !== null);
  return Object.fromEntries(kept.map(([name, item]) => [name, withoutNulls(item)]));
}

/** The owner that controls the object, if any. */
export function controllerOf(object: KubernetesObject): OwnerReference | undefined {
  return object.metadata.ownerReferences?.find((owner) => owner.controller !== false);
}

export function isOwnedBy(object: KubernetesObject, owner: KubernetesObject): boolean {
  const reference = controllerOf(object);
  return reference?.kind === owner.kind && reference.name === owner.metadata.name && sameNamespace(object, owner);
}

function sameNamespace(one: KubernetesObject, other: KubernetesObject): boolean {
  return one.metadata.namespace === other.metadata.namespace;
}
