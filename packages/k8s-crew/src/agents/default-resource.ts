import type { Verb } from "../catalog/types.ts";
import type { Request } from "../language/index.ts";

/** What is meant when only the verb was said. */
export const defaultResource = (verb: Verb, request: Request): string => {
  if (verb === "scale" || verb === "restart" || verb === "rollback" || verb === "set") return "deployment";
  if (verb === "cordon" || verb === "uncordon" || verb === "drain") return "node";
  if (verb === "top" && request.name === undefined) return "node";
  return "pod";
};
