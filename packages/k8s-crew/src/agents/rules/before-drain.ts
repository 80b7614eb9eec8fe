import type { Request } from "../../language/index.ts";
import type { PlannerReply } from "../types.ts";
import { diagnosis } from "./follow-playbook.ts";
import type { Context } from "./plan-context.ts";
import { saidIn } from "./said.ts";

/** “Is it safe to drain worker-1”: what runs there is looked at, and nothing is drained. Undefined for other questions. */
export const beforeDrain = (request: Request, context: Context): PlannerReply | undefined => {
  const { considered, verb, name, refersBack } = request;
  if (considered?.of !== "effect" || verb !== "drain" || (name === undefined && refersBack !== true)) return undefined;
  const { considered: _, ...rest } = request;
  const asked: Request = { ...rest, kind: "request", view: "call", verb: "diagnose", resource: "node" };
  const { entities, last } = context.turn;
  const said = saidIn(asked, { entities, resource: "node", last });
  const reply = diagnosis(asked, { said, resource: "node", guessed: {}, context });
  if (reply.kind !== "plan") return reply;
  return { ...reply, steps: reply.steps.map((step) => ({ ...step, drain: true as const })) };
};
