import type { Field } from "../language/condition.ts";

/** What things of a kind are held side by side by, where nobody says by what. All others: by their status and age. */
const ofKind: Readonly<Record<string, readonly Field[]>> = {
  pod: ["image", "status", "restarts", "requests", "limits", "age"],
  deployment: ["image", "replicas", "requests", "limits", "age"],
  statefulset: ["image", "replicas", "requests", "limits", "age"],
  daemonset: ["image", "replicas", "requests", "limits", "age"],
  replicaset: ["image", "replicas", "age"],
  job: ["image", "status", "age"],
  cronjob: ["image", "schedule", "age"],
  node: ["capacity", "version", "status", "age"],
  configmap: ["data", "age"],
  secret: ["data", "age"],
  service: ["ports", "selector", "age"],
  ingress: ["host", "backend", "age"],
  pvc: ["capacity", "storageClass", "accessModes", "status", "age"],
  pv: ["capacity", "storageClass", "accessModes", "reclaimPolicy", "status", "age"],
  storageclass: ["reclaimPolicy", "expansion", "age"],
};

/** Fields that a kind has; where none of those asked for is among them, its usual ones. */
const others: readonly Field[] = ["env", "serviceAccount", "ports", "restarts"];

const fieldsOf = (resource: string): readonly Field[] => ofKind[resource] ?? ["status", "age"];

const runs = (resource: string): boolean => fieldsOf(resource).includes("image");

/** What two things are held side by side by: what was asked, as far as their kind has it. */
export const fieldsOfThings = (resource: string, asked: readonly Field[] = []): readonly Field[] => {
  const own = fieldsOf(resource);
  const fitting = asked.filter((field) => own.includes(field) || (runs(resource) && others.includes(field)));
  return fitting.length > 0 ? fitting : own;
};

/** What many things are held against those of the same name elsewhere by; their age tells no difference. */
export const fieldsOfMany = (resource: string, asked: readonly Field[] = []): readonly Field[] => {
  const wanted = asked.length > 0 ? fieldsOfThings(resource, asked) : runs(resource) ? many : fieldsOf(resource);
  const telling = wanted.filter((field) => field !== "age");
  return telling.length > 0 ? telling : wanted;
};

const many: readonly Field[] = ["image", "replicas"];
