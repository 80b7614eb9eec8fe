import { at, listAt } from "./values.ts";

/** Where kinds keep the containers of their pods: a pod itself, workloads and jobs, cron jobs. */
const paths: readonly (readonly string[])[] = [
  ["spec", "containers"],
  ["spec", "template", "spec", "containers"],
  ["spec", "jobTemplate", "spec", "template", "spec", "containers"],
];

/** What runs in the pods of an object: a pod's own spec, or that of the pods that a workload makes. */
export const podSpecOf = (object: unknown): unknown =>
  at(object, "spec", "jobTemplate", "spec", "template", "spec") ??
  at(object, "spec", "template", "spec") ??
  at(object, "spec");

/** The containers of a pod, or of the pods that a workload makes; empty where the object does not tell. */
export function containersOf(object: unknown): readonly unknown[] {
  const path = paths.find((each) => Array.isArray(at(object, ...each)));
  return path === undefined ? [] : listAt(object, ...path);
}
