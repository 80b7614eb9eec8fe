import type { Verb } from "../catalog/types.ts";

/** What is meant when only the verb was said. */
export const defaultResource = (verb: Verb, request: { readonly name?: string | undefined }): string => {
  if (verb === "scale" || verb === "restart" || verb === "rollback" || verb === "set") return "deployment";
  if (verb === "cordon" || verb === "uncordon" || verb === "drain") return "node";
  if (verb === "top" && request.name === undefined) return "node";
  return "pod";
};
