import type { Catalog } from "../catalog/types.ts";
import type { LogSought } from "../language/lexicon/guesses.ts";
import type { Chain } from "../overview/types.ts";
import { claim } from "./kinds/claim.ts";
import { disruptionBudget } from "./kinds/disruption-budget.ts";
import { hpa } from "./kinds/hpa.ts";
import { ingress } from "./kinds/ingress.ts";
import { cronJob, job } from "./kinds/job.ts";
import { namespace } from "./kinds/namespace.ts";
import { node } from "./kinds/node.ts";
import { onePod } from "./kinds/one-pod.ts";
import type { Seen } from "./kinds/seen.ts";
import { service } from "./kinds/service.ts";
import { workload } from "./kinds/workload.ts";
import { logSaid } from "./log-said.ts";
import { workloadOf } from "./owner.ts";
import { createScout, type Scout } from "./scout.ts";
import type { Diagnosis, Thing } from "./types.ts";

export type DiagnosisPlace = {
  readonly catalog: Catalog;
  /** Empty where the server speaks of one cluster without a name. */
  readonly cluster: string;
  /** Milliseconds since the epoch, for ages. */
  readonly now: number;
};

/** How each kind is looked into, by key of the resource table. */
const kinds: { readonly [resource: string]: (scout: Scout, thing: Thing) => Chain<Seen> } = {
  pod: onePod,
  deployment: workload,
  statefulset: workload,
  daemonset: workload,
  replicaset: workload,
  job,
  cronjob: cronJob,
  service,
  endpoint: (scout, thing) => service(scout, { ...thing, resource: "service" }),
  ingress,
  pvc: claim,
  hpa,
  node,
  pdb: disruptionBudget,
  namespace,
};

/** What is looked into. A pod of which only the beginning of its name was `said` stands for its workload. */
export type Asked = Thing & { readonly said?: string; readonly logSought?: LogSought };

/** Whether a diagnosis knows what to look at for a kind. */
export const canDiagnose = (resource: string): boolean => resource in kinds;

/**
 * What is wrong with one object and why: reads it, its events and what it leans on, follows owners and selectors, and
 * holds what it finds against the tables of patterns and causes. It asks the catalog for reads, never for tools.
 */
export function* diagnose({ catalog, cluster, now }: DiagnosisPlace, asked: Asked): Chain<Diagnosis> {
  const scout = createScout({ catalog, cluster, now });
  const { said, logSought, ...thing } = asked;
  const isPart = asked.resource === "pod" && said !== undefined && said !== asked.name;
  const owner = isPart ? yield* workloadOf(scout, thing) : thing;
  const { target, seen } = yield* lookedInto(scout, owner, thing);
  const { state, findings, restarts, past = [], pods = [] } = seen.reach === "ok" ? seen : nothingSeen;
  const log = logSought === undefined ? undefined : yield* logSaid(scout, pods, logSought);
  return {
    cluster,
    target,
    reach: seen.reach,
    state,
    ...(restarts === undefined ? {} : { restarts }),
    ...(past.length === 0 ? {} : { past }),
    ...(log === undefined ? {} : { log }),
    findings: firstOfEach(findings),
    ...scout.sight(),
  };
}

const nothingSeen = { state: "", findings: [], restarts: undefined, past: [], pods: [] };

/** The owner, or where the server has no tool for its kind the pod itself, which can be read. */
function* lookedInto(scout: Scout, owner: Thing, thing: Thing): Chain<{ readonly target: Thing; readonly seen: Seen }> {
  const look = kinds[owner.resource];
  const seen: Seen = look ? yield* look(scout, owner) : { reach: "unseen" };
  if (seen.reach === "ok" || owner === thing) return { target: owner, seen };
  const own = yield* onePod(scout, thing);
  return own.reach === "ok" ? { target: thing, seen: own } : { target: owner, seen };
}

/** The same cause of the same object is told once, however it was come to. */
const firstOfEach = (findings: Diagnosis["findings"]): Diagnosis["findings"] => {
  const keyOf = ({ object, cause, slots }: Diagnosis["findings"][number]) =>
    JSON.stringify([object.resource, object.namespace, object.name, cause, slots.container ?? slots.name ?? ""]);
  const keys = findings.map(keyOf);
  return findings.filter((_, index) => keys.indexOf(keys[index] ?? "") === index);
};
