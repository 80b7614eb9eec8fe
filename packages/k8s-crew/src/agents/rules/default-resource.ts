import type { Catalog, Verb } from "../../catalog/types.ts";
import type { Request } from "../../language/index.ts";

/** What is meant when only the verb was said. */
export const defaultResource = (verb: Verb, request: Request): string => {
  if (verb === "scale" || verb === "restart" || verb === "rollback" || verb === "set") return "deployment";
  if (request.setting !== undefined) return "deployment";
  if (verb === "cordon" || verb === "uncordon" || verb === "drain") return "node";
  if (verb === "top" && request.name === undefined) return "node";
  return "pod";
};

/**
 * Logs are written by pods, and what things use is measured of pods: where no tool takes what runs or reaches them, the
 * pods are looked for by its name.
 */
export const servedBy = (catalog: Catalog, verb: Verb, resource: string): string => {
  const isOfPods = verb === "logs" || (verb === "top" && havingPods.has(resource));
  return isOfPods && catalog.find({ verb, resource }).length === 0 ? "pod" : resource;
};

/** “Which service uses the most memory” means what runs; a Service itself uses nothing. */
const havingPods: ReadonlySet<string> = new Set([
  "deployment",
  "statefulset",
  "daemonset",
  "replicaset",
  "job",
  "cronjob",
  "service",
]);
