import { bindingsCommand, canICommand, rightsCommand } from "../guidance/access.ts";
import type { Request } from "../language/index.ts";
import { sayAccess } from "../words/access-words.ts";
import { defaultResource } from "./default-resource.ts";
import type { PlannerInput, PlannerReply } from "./types.ts";

/** What somebody may do is asked of the API server, for which no tool is known: the command that does it, filled in. */
export const aboutAccess = (request: Request, { language, entities }: PlannerInput): PlannerReply => {
  const { verb = "get", name, access } = request;
  const resource = request.resource ?? defaultResource(verb, request);
  const namespace = request.namespace ?? entities.namespace?.value;
  const cluster = request.cluster ?? entities.cluster?.value;
  const right = { verb, resource, name, namespace, cluster };
  if (access === "list") {
    const command = rightsCommand(right) ?? "";
    return { kind: "answer", text: sayAccess(language, "list", { command }) };
  }
  const check = canICommand(right, access === "who" ? "<account>" : undefined) ?? "";
  const text =
    access === "who"
      ? sayAccess(language, "who", { command: bindingsCommand(cluster) ?? "", check })
      : sayAccess(language, "self", { command: check });
  return { kind: "answer", text };
};
