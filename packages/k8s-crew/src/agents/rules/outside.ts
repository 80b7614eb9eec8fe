import type { Request } from "../../language/index.ts";
import type { PlannerReply } from "../types.ts";

/** How something is reached from outside: by a service that has an address there, or an ingress that routes to it. */
export const fromOutside = (request: Request, plan: (part: Request) => PlannerReply): PlannerReply => {
  const { conditions = [], ...asked } = request;
  const reached = conditions.map((condition) => ({ ...condition, field: "reaches" as const }));
  const sides = [plan({ ...asked, resource: "service", fact: "address", conditions: reached }), plan(request)];
  const [first, other] = sides;
  if (first?.kind !== "plan" || other?.kind !== "plan") return other ?? { kind: "not_understood" };
  const steps = [first, other].flatMap(({ steps: own, focus = {}, allNamespaces = false }, index) =>
    own.map((step) => ({ ...step, part: { index, focus, everywhere: allNamespaces } })),
  );
  return { ...first, steps };
};

/** Whether the way to something is asked for, and not the host of an ingress that is named itself. */
export const asksTheWay = ({ fact, conditions = [] }: Request): boolean =>
  fact === "host" && conditions.some(({ field }) => field === "backend");
