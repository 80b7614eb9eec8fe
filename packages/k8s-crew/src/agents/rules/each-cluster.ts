import { parameterOf } from "../../catalog/arguments.ts";
import type { CallTemplate } from "../../catalog/types.ts";
import type { Request } from "../../language/index.ts";
import type { DraftStep, Focus } from "../../plan/types.ts";
import type { PlannerInput } from "../types.ts";

/** Clusters that one list is read from. */
const mostClusters = 8;

type Wide = {
  readonly request: Request;
  readonly template: CallTemplate;
  readonly turn: Pick<PlannerInput, "known" | "otherClusters">;
  readonly focus: Focus;
  readonly allNamespaces: boolean;
};

/** A list of all clusters is one of each: no tool lists over several. Where the clusters are not known, it is one call. */
export const eachCluster = (
  step: DraftStep,
  { request, template: { entry }, turn: { known, otherClusters }, focus, allNamespaces }: Wide,
): readonly DraftStep[] => {
  const parameter = parameterOf(entry, "cluster");
  const clusters = (otherClusters ?? known.cluster ?? []).slice(0, mostClusters);
  const several = otherClusters !== undefined || (request.allClusters === true && clusters.length > 1);
  if (!several || !parameter || request.resource === "cluster") return [step];
  return clusters.map((cluster, index) => ({
    ...step,
    args: { ...step.args, [parameter.name]: cluster },
    part: { index, focus, everywhere: allNamespaces },
  }));
};
