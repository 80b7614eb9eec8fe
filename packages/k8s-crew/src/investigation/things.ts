import { literally } from "../language/text/pattern.ts";
import type { ClusterSurvey } from "../overview/types.ts";
import { pvcFacts } from "../results/claim-facts.ts";
import { nodeFacts } from "../results/cluster-facts.ts";
import { parseReady, podFacts } from "../results/pod-facts.ts";
import { isNumbered } from "../results/replicas.ts";
import type { Row } from "../results/types.ts";
import { at, listAt, textAt } from "../results/values.ts";
import { jobFacts, workloadFacts } from "../results/workload-facts.ts";

/** A row of what was read, with its kind (a key of the resource table) and its cluster; empty where none was named. */
export type Thing = Row & { readonly resource: string; readonly cluster: string };

/** What a turn has read, for what is said of it. `now`: milliseconds since 1970, by which ages count. */
export type Shown = {
  /** All that was read, each thing once. */
  readonly things: readonly Thing[];
  /** Those of the lists that answer: of their kinds and in their place there are no others. */
  readonly rows: readonly Thing[];
  /** What the turn is about, where that is one thing. */
  readonly subject: Thing | undefined;
  readonly surveys: readonly ClusterSurvey[];
  readonly now: number;
};

/** Things that are spoken of together: one, all that share its name, or the pods that it runs. */
export type Group = { readonly name: string; readonly things: readonly Thing[] };

export const workloads: ReadonlySet<string> = new Set(["deployment", "statefulset", "daemonset", "replicaset"]);

export const isWorkload = ({ resource }: Thing): boolean => workloads.has(resource);

/** Whether all is ready that should be; undefined for what knows no readiness or does not tell it. */
export const isReady = (thing: Thing, now: number): boolean | undefined => {
  if (thing.resource === "node") return thing.fields.status === undefined ? undefined : nodeFacts(thing, now).ready;
  if (isWorkload(thing)) {
    const { ready, desired } = workloadFacts(thing, now);
    return ready === undefined || desired === undefined ? undefined : ready >= desired;
  }
  if (thing.resource !== "pod") return undefined;
  const { status } = podFacts(thing, now);
  const ready = parseReady(thing.fields.ready);
  if (ready === undefined || /^(?:Completed|Succeeded)/u.test(status)) return undefined;
  return status.startsWith("Running") && ready.ready >= ready.total;
};

/** Whether something is wrong with a thing, as far as its own row tells. */
export const isTroubled = (thing: Thing, { now, things }: Pick<Shown, "now" | "things">): boolean => {
  if (thing.resource === "pod") return podFacts(thing, now).troubled;
  if (thing.resource === "node") return nodeFacts(thing, now).troubled;
  if (thing.resource === "pvc") return pvcFacts(thing, now).troubled;
  if (thing.resource === "job") return jobFacts(thing, now).troubled;
  if (thing.resource === "service") return things.some((each) => isBehind(each, thing) && addressesOf(each) === 0);
  return isWorkload(thing) && workloadFacts(thing, now).troubled;
};

/** The endpoints of a service. */
export const isBehind = (endpoints: Thing, { name, namespace, cluster }: Thing): boolean =>
  endpoints.resource === "endpoint" &&
  endpoints.name === name &&
  endpoints.namespace === namespace &&
  endpoints.cluster === cluster;

/** How many addresses stand behind a service. */
export const addressesOf = ({ fields, object }: Thing): number => {
  const listed = fields.endpoints;
  if (listed !== undefined) return /^(?:<none>)?$/u.test(listed) ? 0 : listed.split(",").length;
  return listAt(object, "subsets").flatMap((subset) => listAt(subset, "addresses")).length;
};

/** What a thing's object says of why it is as it is: how its containers wait and ended. */
export const reasonsOf = ({ object }: Thing): readonly string[] =>
  containerStates(object).flatMap((state) => {
    const reason = textAt(state, "reason");
    return reason === "" ? [] : [reason];
  });

/** With what its containers ended; empty where the object does not tell. */
export const exitCodesOf = ({ object }: Thing): readonly string[] =>
  containerStates(object).flatMap((state) => {
    const code = textAt(state, "exitCode");
    return code === "" ? [] : [code];
  });

const containerStates = (object: unknown): readonly unknown[] =>
  ["initContainerStatuses", "containerStatuses"]
    .flatMap((key) => listAt(object, "status", key))
    .flatMap((status) => ["state", "lastState"].map((key) => at(status, key)))
    .flatMap((state) => ["waiting", "terminated"].flatMap((key) => at(state, key) ?? []));

/** Whether a text holds a name as a word of its own. */
export const isNamedIn = (text: string, name: string): boolean =>
  name !== "" && new RegExp(String.raw`(?<![\w-])${literally(name)}(?![\w-])`, "iu").test(text);

/** `recommendation-7869vszpkc-slwcv` is one of `recommendation`, `redis-0` of `redis`. */
export const isPodOf = (pod: string, name: string): boolean =>
  name.length > 2 &&
  pod.startsWith(`${name}-`) &&
  (/^[a-z0-9]{4,10}(?:-[a-z0-9]{4,6})?$/u.test(pod.slice(name.length + 1)) || isNumbered(pod));
