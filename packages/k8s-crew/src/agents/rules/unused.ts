import type { Request } from "../../language/index.ts";
import { sayUnused } from "../../words/unused-words.ts";
import type { PlannerReply } from "../types.ts";

/** What nothing uses is told by two lists: of the things, and of the pods with what they refer to. */
export const unusedThings = (request: Request, plan: (part: Request) => PlannerReply): PlannerReply => {
  // Which images a node keeps is nothing that the API server knows in full, nor what the registry has.
  if (request.resource === "image") return { kind: "answer", text: sayUnused(request.language, "images", {}) };
  const { unused: _, ...things } = request;
  const others: Request =
    things.resource === "namespace"
      ? { ...things, resource: "pod", allNamespaces: true }
      : { ...things, resource: "pod", fact: "references" };
  const sides = [plan(things), plan(others)];
  const steps = sides.flatMap((side, index) =>
    side.kind !== "plan"
      ? []
      : side.steps.map((step) => ({
          ...step,
          part: { index, focus: { ...side.focus, unused: true as const }, everywhere: side.allNamespaces === true },
        })),
  );
  const [first, other] = sides;
  if (first?.kind !== "plan") return first ?? { kind: "not_understood" };
  // The things come last: what is offered next is about them.
  return other?.kind === "plan" ? { ...first, steps: steps.toReversed() } : (other ?? first);
};
