import { together } from "../overview/chains.ts";
import type { Chain, Trouble } from "../overview/types.ts";
import { stateRank } from "../results/severity.ts";
import { canDiagnose, type DiagnosisPlace, diagnose } from "./diagnose.ts";
import type { Diagnosis, Thing } from "./types.ts";

/** What was looked into of many troubles, and what was left. */
export type Causes = { readonly diagnoses: readonly Diagnosis[]; readonly left: readonly Thing[] };

/** Troubles of one survey that are looked into. */
export const worstLimit = 3;

/** A machine that fails takes everything on it along; a service or a claim waits for others. */
const order: readonly string[] = [
  "node",
  "deployment",
  "statefulset",
  "daemonset",
  "pod",
  "job",
  "cronjob",
  "service",
  "ingress",
  "pvc",
];

/** The causes of the worst of what a survey found, one look for each thing. */
export function* diagnoseWorst(place: DiagnosisPlace, troubles: readonly Trouble[]): Chain<Causes> {
  const things = distinct(troubles).toSorted(
    (left, right) => rank(left) - rank(right) || stateOf(left, troubles) - stateOf(right, troubles),
  );
  const chosen = things.slice(0, worstLimit);
  const diagnoses = yield* together(chosen.map((thing) => diagnose(place, thing)));
  return { diagnoses, left: things.slice(worstLimit) };
}

/** Of workloads that one comes first whose pods are worst. */
const stateOf = ({ namespace, name }: Thing, troubles: readonly Trouble[]): number =>
  Math.min(
    ...troubles
      .filter((each) => each.namespace === namespace && (each.name === name || each.name.startsWith(`${name}-`)))
      .map(({ what, restarts }) => stateRank({ state: what, restarts })),
  );

const rank = ({ resource }: Thing): number => order.indexOf(resource);

/** Pods in trouble whose workload is in trouble as well are one matter with it. */
const distinct = (troubles: readonly Trouble[]): readonly Thing[] => {
  const things = troubles.filter(({ resource }) => canDiagnose(resource)).map(thingOf);
  const owners = things.filter(({ resource }) => withPods.includes(resource));
  const isOwned = (pod: Thing) =>
    owners.some(({ namespace, name }) => namespace === pod.namespace && pod.name.startsWith(`${name}-`));
  const isFirst = (thing: Thing, index: number) =>
    things.findIndex(
      (other) => other.resource === thing.resource && other.name === thing.name && other.namespace === thing.namespace,
    ) === index;
  return things.filter((thing, index) => isFirst(thing, index) && !(thing.resource === "pod" && isOwned(thing)));
};

const withPods: readonly string[] = ["deployment", "statefulset", "daemonset", "job"];

export const thingOf = ({ resource, namespace, name }: Trouble): Thing => ({ resource, namespace, name });
