import { parameterOf } from "../catalog/arguments.ts";
import { sayChoice } from "../words/choice-words.ts";
import { say } from "../words/conversation-words.ts";
import { sayWhere } from "../words/where-words.ts";
import type { Gap } from "./fill-types.ts";

/** The cluster that a step is sent to: the one that it is told, else the current one of several. */
export const clusterOfStep = ({ step, entry, knowledge }: Pick<Gap, "step" | "entry" | "knowledge">) => {
  const parameter = parameterOf(entry, "cluster");
  const told = parameter && step.args[parameter.name];
  return typeof told === "string" ? told : knowledge.here;
};

/** That cluster, where who reads would take another for it: not the current one, nor the one that was begun in. */
export const otherClusterOf = (gap: Pick<Gap, "step" | "entry" | "knowledge">): string | undefined => {
  const { entities, here } = gap.knowledge;
  const cluster = clusterOfStep(gap);
  const isPlain = cluster === here || (entities.cluster?.origin === "configured" && entities.cluster.value === cluster);
  return isPlain ? undefined : cluster;
};

/** The place of a list that is shown: its cluster goes without saying where it is the usual one. */
export const placeOf = (gap: Gap): string => placeIn(gap, otherClusterOf(gap));

/** The place where something was not found: the cluster is named wherever there are several. */
export const wholePlaceOf = (gap: Gap): string => placeIn(gap, clusterOfStep(gap));

const placeIn = ({ entry, step, knowledge: { language } }: Gap, cluster: string | undefined): string => {
  const parameter = parameterOf(entry, "namespace");
  const namespace = parameter && step.args[parameter.name];
  if (typeof namespace === "string")
    return cluster === undefined
      ? say(language, "place", { namespace })
      : sayChoice(language, "inBoth", { cluster, namespace });
  if (cluster === undefined) return say(language, parameter ? "placeAll" : "placeHere");
  return parameter ? sayWhere(language, "everywhereIn", { cluster }) : say(language, "placeCluster", { cluster });
};
