import { together } from "../../overview/chains.ts";
import type { Chain } from "../../overview/types.ts";
import type { EventFacts } from "../../results/event-facts.ts";
import { selectorText } from "../../results/selector-text.ts";
import type { Row } from "../../results/types.ts";
import { at, numberAt, textAt, type UnknownRecord } from "../../results/values.ts";
import { workloadFacts } from "../../results/workload-facts.ts";
import { conditionEvidence, conditionOf, describing, eventEvidence, fieldEvidence, quoted } from "../evidence.ts";
import { createRefusals, matchIn } from "../patterns.ts";
import { pastEnds } from "../pod/past-ends.ts";
import { restartsOf } from "../pod/restarts.ts";
import type { Scout } from "../scout.ts";
import type { Evidence, Finding, Thing } from "../types.ts";
import { claimFindingsOf } from "./claim.ts";
import { nodeFindingsOf } from "./node.ts";
import { inspectPods, merged, type PodSeen, podsOf } from "./pods-of.ts";
import type { Seen } from "./seen.ts";
import { service } from "./service.ts";

/** A deployment, stateful set, daemon set or replica set: what it says itself, then its pods. */
export function* workload(scout: Scout, thing: Thing): Chain<Seen> {
  const [found, events] = yield* scout.whole(thing);
  if (found.kind === "missing") return { reach: "missing" };
  const object = found.kind === "found" ? found.object : undefined;
  const selector = object ? selectorText(at(object, "spec", "selector")) : "";
  const rows = yield* podsOf(scout, { owner: thing, selector });
  if (!object && (rows ?? []).length === 0) return yield* byRow(scout, thing);
  const pods = yield* inspectPods(scout, rows ?? []);
  const { ready, desired } = object ? replicasOf(thing, object) : { ready: undefined, desired: undefined };
  const refusals = (rows ?? []).length < (desired ?? 0) ? yield* refusalsOf(scout, { thing, events, selector }) : [];
  const own = object ? ownFindings(thing, object, refusals) : [];
  const ofPods = merged(pods.flatMap(({ findings }) => findings));
  const waits = object && refusals.length === 0 ? waitingFinding(thing, object, { rows: rows ?? [], pods }) : [];
  const behind = [...(yield* claimFindingsOf(scout, pods)), ...(yield* nodeFindingsOf(scout, pods))];
  // That a rollout is stuck is what the other causes lead to.
  const findings = [...own, ...ofPods, ...behind, ...waits].toSorted((left, right) => rank(left) - rank(right));
  const lags = ready !== undefined && desired !== undefined && ready < desired;
  const past = yield* pastEnds(scout, pods);
  const isPlain = findings.length === 0 && !lags;
  const rest = lags ? [missingReplicas(thing, ready, desired)] : isPlain ? yield* serviceFindings(scout, thing) : [];
  return {
    reach: "ok",
    state: ready === undefined || desired === undefined ? "" : `${ready}/${desired} ready`,
    findings: findings.length === 0 ? rest : findings,
    past,
    pods,
    ...(pods.length === (rows ?? []).length
      ? {
          restarts: restartsOf(
            pods.map(({ pod }) => pod),
            scout.now,
          ),
        }
      : {}),
  };
}

const rank = ({ cause }: Finding): number => (cause === "rollout_stuck" || cause === "ordinal_waits" ? 1 : 0);

type Made = { readonly rows: readonly Row[]; readonly pods: readonly PodSeen[] };

/** A stateful set makes no further pod while one of those before is not ready. */
const waitingFinding = (thing: Thing, object: UnknownRecord, { rows, pods }: Made): readonly Finding[] => {
  const desired = numberAt(object, "spec", "replicas") ?? 1;
  const isOrdered = thing.resource === "statefulset" && textAt(object, "spec", "podManagementPolicy") !== "Parallel";
  const blocked = pods.find(({ findings }) => findings.length > 0);
  if (!isOrdered || rows.length >= desired || rows.length === 0 || !blocked) return [];
  const { name } = blocked.thing;
  const next = `${thing.name}-${rows.length}`;
  const status = `${rows.length}/${desired}`;
  const evidence: Evidence = { says: "field", slots: { field: "Pod", value: status }, show: describing(thing) };
  return [{ object: thing, cause: "ordinal_waits", slots: { name, next }, evidence: [evidence] }];
};

/** Pods that are well can still be out of reach: the service that goes by the workload's name. */
function* serviceFindings(scout: Scout, thing: Thing): Chain<readonly Finding[]> {
  const named = { ...thing, resource: "service" };
  const found = yield* scout.one(named);
  const seen = found.kind === "found" ? yield* service(scout, named) : undefined;
  return seen?.reach === "ok" ? seen.findings : [];
}

/** All that is known is a row of a list: whether the workload is there and how many of its pods are ready. */
function* byRow(scout: Scout, thing: Thing): Chain<Seen> {
  const rows = yield* scout.list(thing.resource, thing.namespace);
  const row = rows?.find(({ name }) => name === thing.name);
  if (!row) return { reach: rows ? "missing" : "unseen" };
  const { ready, desired } = workloadFacts(row, scout.now);
  const lags = ready !== undefined && desired !== undefined && ready < desired;
  return {
    reach: "ok",
    state: ready === undefined ? "" : `${ready}/${desired} ready`,
    findings: lags ? [missingReplicas(thing, ready, desired)] : [],
  };
}

const missingReplicas = (thing: Thing, ready: number, desired: number): Finding => ({
  object: thing,
  cause: "replicas_missing",
  slots: { ready, desired },
  evidence: [
    {
      says: "status",
      slots: { resource: thing.resource, name: thing.name, status: `${ready}/${desired} ready` },
      show: describing(thing),
    },
  ],
});

const replicasOf = ({ resource }: Thing, object: UnknownRecord): { ready: number; desired: number } =>
  resource === "daemonset"
    ? {
        ready: numberAt(object, "status", "numberReady") ?? 0,
        desired: numberAt(object, "status", "desiredNumberScheduled") ?? 0,
      }
    : { ready: numberAt(object, "status", "readyReplicas") ?? 0, desired: numberAt(object, "spec", "replicas") ?? 1 };

type Refusal = { readonly message: string; readonly evidence: Evidence };

type Asked = { readonly thing: Thing; readonly events: readonly EventFacts[]; readonly selector: string };

/** Why pods could not be made: events of the workload, or of the replica sets of a deployment. */
function* refusalsOf(scout: Scout, { thing, events, selector }: Asked): Chain<readonly Refusal[]> {
  const sets = thing.resource === "deployment" ? yield* replicaSets(scout, thing, selector) : [];
  const happened = yield* together(sets.map((set) => scout.events(set)));
  const all = [
    events.map((event) => ({ of: thing, event })),
    ...happened.map((list, index) => list.map((event) => ({ of: sets[index] ?? thing, event }))),
  ].flat();
  return all
    .filter(({ event }) => event.reason === "FailedCreate")
    .map(({ of, event }) => ({ message: event.message, evidence: eventEvidence(of, event) }));
}

/** At most so many replica sets of a deployment are asked for their events; old ones have none. */
const setLimit = 3;

function* replicaSets(scout: Scout, { namespace, name }: Thing, selector: string): Chain<readonly Thing[]> {
  const selected = yield* scout.list("replicaset", namespace, selector);
  const rows = selected ?? (yield* scout.list("replicaset", namespace)) ?? [];
  const wanted = (row: Row) => workloadFacts(row, scout.now).desired !== 0;
  return rows
    .filter((row) => row.name.startsWith(`${name}-`) && wanted(row))
    .slice(0, setLimit)
    .map((row) => ({ resource: "replicaset", namespace, name: row.name }));
}

/** What a workload says of itself, or what keeps it from making pods. */
const ownFindings = (thing: Thing, object: UnknownRecord, refusals: readonly Refusal[]): readonly Finding[] => {
  const failure = conditionOf(object, "ReplicaFailure");
  const told: readonly Refusal[] =
    textAt(failure, "status") === "True" && failure
      ? [{ message: textAt(failure, "message"), evidence: conditionEvidence(thing, failure) }, ...refusals]
      : refusals;
  // A description tells that it failed, not why: an event that does counts more.
  const refusal = told.find(({ message }) => message !== "") ?? told[0];
  return [
    ...(refusal ? [refused(thing, refusal)] : []),
    ...scaleFindings(thing, object),
    ...rolloutFindings(thing, object),
  ];
};

export const refused = (thing: Thing, { message, evidence }: Refusal): Finding => {
  const match = matchIn(createRefusals, message);
  const { name2, ...groups } = match?.groups ?? {};
  return {
    object: thing,
    cause: match?.cause ?? "create_failed",
    slots: { detail: quoted(message), name: name2 ?? "", ...groups },
    evidence: [evidence],
  };
};

const scaleFindings = (thing: Thing, object: UnknownRecord): readonly Finding[] => {
  if (thing.resource === "daemonset") {
    if (numberAt(object, "status", "desiredNumberScheduled") !== 0) return [];
    const selector = at(object, "spec", "template", "spec", "nodeSelector");
    const what = selectorText({ matchLabels: selector }) || "-";
    return [
      {
        object: thing,
        cause: "no_nodes_wanted",
        slots: { what },
        evidence: [fieldEvidence(thing, "spec.template.spec.nodeSelector", what)],
      },
    ];
  }
  return numberAt(object, "spec", "replicas") === 0
    ? [{ object: thing, cause: "scaled_to_zero", slots: {}, evidence: [fieldEvidence(thing, "spec.replicas", "0")] }]
    : [];
};

const rolloutFindings = (thing: Thing, object: UnknownRecord): readonly Finding[] => {
  if (at(object, "spec", "paused") === true)
    return [
      { object: thing, cause: "rollout_paused", slots: {}, evidence: [fieldEvidence(thing, "spec.paused", "true")] },
    ];
  const progress = conditionOf(object, "Progressing");
  if (!progress || textAt(progress, "status") !== "False") return [];
  const limit = textAt(object, "spec", "progressDeadlineSeconds") || "600";
  return [{ object: thing, cause: "rollout_stuck", slots: { limit }, evidence: [conditionEvidence(thing, progress)] }];
};
