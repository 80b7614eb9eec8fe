import type { Said } from "../../catalog/arguments.ts";
import type { Verb } from "../../catalog/types.ts";
import type { Request } from "../../language/index.ts";

type Scoped = { readonly verb: Verb; readonly said: Said; readonly began: boolean; readonly resource?: string };

/**
 * A list without a namespace is one over all of them, unless the conversation began in one (`--namespace`). What it shows
 * may be picked out by a name; events are asked of one thing, and use is measured of it.
 */
export const scopeOf = (request: Request, { verb, said, began, resource }: Scoped): { scope: "one" | "all" } => {
  if (request.allNamespaces === true) return { scope: "all" };
  const open = said.namespace === undefined && !began;
  const isPicked = verb === "list" && resource !== "event";
  const lists = verb === "list" || verb === "top";
  return { scope: open && lists && (said.name === undefined || isPicked) ? "all" : "one" };
};
