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

/** Logs are written by pods: where no tool takes what runs them, its pods are looked for by its name. */
export const servedBy = (catalog: Catalog, verb: Verb, resource: string): string =>
  verb === "logs" && catalog.find({ verb, resource }).length === 0 ? "pod" : resource;
