import type { Request } from "../language/index.ts";
import type { PlannerReply } from "./types.ts";

/** What nothing uses is told by two lists: of the things, and of the pods with what they refer to. */
export const unusedThings = (request: Request, plan: (part: Request) => PlannerReply): PlannerReply => {
  const { unused: _, ...things } = request;
  const sides = [plan(things), plan({ ...things, resource: "pod", fact: "references" })];
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
