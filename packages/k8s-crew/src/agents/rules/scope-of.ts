import type { Said } from "../../catalog/arguments.ts";
import type { Verb } from "../../catalog/types.ts";
import type { Request } from "../../language/index.ts";

type Scoped = { readonly verb: Verb; readonly said: Said; readonly began: boolean };

/** A list without a namespace is one over all of them, unless the conversation began in one (`--namespace`). */
export const scopeOf = (request: Request, { verb, said, began }: Scoped): { scope: "one" | "all" } => {
  if (request.allNamespaces === true) return { scope: "all" };
  const lists = verb === "list" || verb === "top";
  return { scope: lists && said.namespace === undefined && said.name === undefined && !began ? "all" : "one" };
};
