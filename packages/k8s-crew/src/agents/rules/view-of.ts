import type { Request, View } from "../../language/index.ts";
import type { Entities } from "../../memory/entities.ts";

/** What is wrong with a place, with nothing that was named, or which places are in trouble, is told by what is there. */
export const viewOf = (request: Request, entities: Entities): View => {
  const { view = "call", verb, resource, name, refersBack, quality, cluster, namespace } = request;
  const isPlace = resource === "cluster" || resource === "namespace";
  if (view !== "call" || name !== undefined || refersBack === true) return view;
  if (verb === "list" && isPlace && quality === "broken") return "health";
  const open = resource === undefined && ((cluster ?? namespace) !== undefined || !things.some((key) => entities[key]));
  return verb === "diagnose" && (isPlace || open) ? "health" : view;
};

/** What a question for a cause that names nothing may be about, where the conversation is about one. */
const things: readonly string[] = ["pod", "deployment", "statefulset", "daemonset", "job", "service", "node"];
