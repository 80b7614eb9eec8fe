import type { Beside, Request } from "../../language/index.ts";
import type { PlannerReply } from "../types.ts";

/** What has to be read for each, in the order in which its answer takes them. */
const readsFor: Readonly<Record<Beside, (request: Request) => readonly Request[]>> = {
  limits: useAndBounds,
  requests: useAndBounds,
  capacity: (request) => [request, ofNodes(request), podsOf(request)],
  room: (request) => [ofNodes(request), { ...podsOf(request), fact: "requests" }],
  services: (request) => [
    { ...unnamed(request), fact: "selector" },
    { ...request, resource: "pod", fact: "label" },
  ],
};

/** The pods of the place, with what they may use. */
function useAndBounds({ comparedBy: _, ...request }: Request): readonly Request[] {
  return [request, { ...request, verb: "list", fact: "limits" }];
}

const unnamed = ({ name: _, ...request }: Request): Request => request;

const ofNodes = ({ name: _, namespace: __, more: ___, verb: ____, ...request }: Request): Request => ({
  ...request,
  verb: "list",
  resource: "node",
  fact: "capacity",
});

/** All pods, wherever they are: what fills a node. */
const podsOf = ({ name: _, namespace: __, more: ___, verb: ____, ...request }: Request): Request => ({
  ...request,
  verb: "list",
  resource: "pod",
  allNamespaces: true,
});

/** Several lists, read side by side and told together. What the server cannot list is left out, but for the first. */
export const heldBeside = (request: Request, plan: (part: Request) => PlannerReply): PlannerReply => {
  const { beside } = request;
  const sides = beside === undefined ? [] : readsFor[beside](request).map(plan);
  const [first] = sides;
  if (first?.kind !== "plan") return first ?? { kind: "not_understood" };
  const steps = sides.flatMap((side, index) =>
    side.kind !== "plan"
      ? []
      : side.steps.map((step) => ({
          ...step,
          part: { index, focus: { ...side.focus, ...focusOf(request) }, everywhere: side.allNamespaces === true },
        })),
  );
  return { ...first, steps };
};

const focusOf = ({ beside, more, comparedBy }: Request) => ({
  ...(beside === undefined ? {} : { beside }),
  ...(more === undefined ? {} : { more }),
  ...(comparedBy === undefined ? {} : { comparedBy }),
});
