import type { CallTemplate } from "../catalog/types.ts";
import type { Request } from "../language/index.ts";
import { parameterOf } from "../plan/arguments.ts";
import type { DraftStep, Focus } from "../plan/types.ts";
import type { PlannerInput } from "./types.ts";

/** Clusters that one list is read from. */
const mostClusters = 8;

type Wide = {
  readonly request: Request;
  readonly template: CallTemplate;
  readonly known: PlannerInput["known"];
  readonly focus: Focus;
  readonly allNamespaces: boolean;
};

/** A list of all clusters is one of each: no tool lists over several. Where the clusters are not known, it is one call. */
export const eachCluster = (
  step: DraftStep,
  { request, template: { entry }, known, focus, allNamespaces }: Wide,
): readonly DraftStep[] => {
  const parameter = parameterOf(entry, "cluster");
  const clusters = (known.cluster ?? []).slice(0, mostClusters);
  if (request.allClusters !== true || !parameter || clusters.length < 2 || request.resource === "cluster")
    return [step];
  return clusters.map((cluster, index) => ({
    ...step,
    args: { ...step.args, [parameter.name]: cluster },
    part: { index, focus, everywhere: allNamespaces },
  }));
};
