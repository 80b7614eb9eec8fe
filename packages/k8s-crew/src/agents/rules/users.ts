import type { Request } from "../../language/index.ts";
import type { PlannerReply } from "../types.ts";

/**
 * Which pods refer to what is named. Where nobody says of what kind that is, it may be a storage class as well: what is of
 * it, the claims tell.
 */
export const usersOf = (request: Request, plan: (part: Request) => PlannerReply): PlannerReply => {
  const pods = plan(request);
  if (pods.kind !== "plan" || request.usedClass !== true) return pods;
  const claims = plan({ ...request, resource: "pvc", fact: "storageClass" });
  if (claims.kind !== "plan") return pods;
  const steps = [pods, claims].flatMap(({ steps, focus = {}, allNamespaces = false }, index) =>
    steps.map((step) => ({ ...step, part: { index, focus, everywhere: allNamespaces } })),
  );
  return { ...pods, steps };
};
