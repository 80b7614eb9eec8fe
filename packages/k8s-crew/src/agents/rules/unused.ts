import type { Request } from "../../language/index.ts";
import { sayUnused } from "../../words/unused-words.ts";
import type { PlannerReply } from "../types.ts";

/** What nothing uses: the things are listed, and held against whatever may use them. */
export const unusedThings = (request: Request, plan: (part: Request) => PlannerReply): PlannerReply => {
  // Which images a node keeps is nothing that the API server knows in full, nor what the registry has.
  if (request.resource === "image") return { kind: "answer", text: sayUnused(request.language, "images", {}) };
  const { unused: _, ...things } = request;
  const listed = plan(things);
  if (listed.kind !== "plan") return listed;
  const part = {
    index: 0,
    focus: { ...listed.focus, unused: true as const },
    everywhere: listed.allNamespaces === true,
  };
  return { ...listed, steps: listed.steps.map((step) => ({ ...step, part })) };
};
