import type { Said } from "../../catalog/arguments.ts";
import type { Verb } from "../../catalog/types.ts";
import type { Request } from "../../language/index.ts";

type Scoped = {
  readonly verb: Verb;
  readonly said: Said;
  readonly began: boolean;
  readonly resource?: string;
  readonly placed?: boolean;
};

/**
 * A list without a namespace is one over all of them, unless the conversation began in one (`--namespace`). So is one that
 * is picked out by a name, where no namespace was spoken of (`placed`); events are asked of one thing, and use is measured
 * of it.
 */
export const scopeOf = (
  request: Request,
  { verb, said, began, resource, placed }: Scoped,
): { scope: "one" | "all" } => {
  if (request.allNamespaces === true) return { scope: "all" };
  const open = said.namespace === undefined && !began;
  const isPicked = verb === "list" && resource !== "event" && request.name !== undefined && placed !== true;
  const lists = verb === "list" || verb === "top";
  return { scope: open && lists && (said.name === undefined || isPicked) ? "all" : "one" };
};
