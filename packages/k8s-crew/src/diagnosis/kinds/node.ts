import { together } from "../../overview/chains.ts";
import type { Chain } from "../../overview/types.ts";
import { nodeFacts } from "../../results/cluster-facts.ts";
import { rowOf } from "../../results/rows.ts";
import { at, textAt, type UnknownRecord } from "../../results/values.ts";
import type { CauseKey } from "../../words/causes/causes.ts";
import {
  ageOf,
  conditionEvidence,
  conditionOf,
  describing,
  eventEvidence,
  fieldEvidence,
  quoted,
} from "../evidence.ts";
import type { Scout } from "../scout.ts";
import type { Finding, Thing } from "../types.ts";
import type { PodSeen } from "./pods-of.ts";
import type { Seen } from "./seen.ts";

/** Conditions of a node that are trouble when they hold. */
const badWhenTrue: { readonly [type: string]: CauseKey } = {
  MemoryPressure: "node_memory_pressure",
  DiskPressure: "node_disk_pressure",
  PIDPressure: "node_pid_pressure",
  NetworkUnavailable: "node_network",
};

/** A node: its conditions, and what its events tell. */
export function* node(scout: Scout, thing: Thing): Chain<Seen> {
  const [found, events] = yield* scout.whole(thing);
  if (found.kind === "missing") return { reach: "missing" };
  if (found.kind === "unseen") return yield* byRow(scout, thing);
  const findings = nodeFindings(scout, thing, found.object);
  const warning = events.find((event) => event.warning || event.reason === "NodeNotReady");
  return {
    reach: "ok",
    state: statusOf(found.object, scout.now),
    findings: findings.map((finding, index) =>
      index === 0 && warning ? { ...finding, evidence: [...finding.evidence, eventEvidence(thing, warning)] } : finding,
    ),
  };
}

const statusOf = (object: UnknownRecord, now: number): string => {
  const row = rowOf(object, "node");
  return row ? nodeFacts(row, now).status : "";
};

function* byRow(scout: Scout, thing: Thing): Chain<Seen> {
  const rows = yield* scout.list("node", "");
  const row = rows?.find(({ name }) => name === thing.name);
  if (!row) return { reach: rows ? "missing" : "unseen" };
  const { status, ready } = nodeFacts(row, scout.now);
  const evidence = [
    { says: "status" as const, slots: { resource: "node", name: thing.name, status }, show: describing(thing) },
  ];
  return {
    reach: "ok",
    state: status,
    findings: ready ? [] : [{ object: thing, cause: "node_not_ready_untold", slots: {}, evidence }],
  };
}

const nodeFindings = (scout: Scout, thing: Thing, object: UnknownRecord): readonly Finding[] => {
  const ready = conditionOf(object, "Ready");
  const status = textAt(ready, "status");
  const slots = {
    age: ageOf(textAt(ready, "lastTransitionTime"), scout.now),
    detail: quoted(textAt(ready, "message")),
  };
  const silent = status === "Unknown" || textAt(ready, "reason") === "NodeStatusUnknown";
  const pressures = Object.entries(badWhenTrue).flatMap(([type, cause]): readonly Finding[] => {
    const condition = conditionOf(object, type);
    return condition && textAt(condition, "status") === "True"
      ? [
          {
            object: thing,
            cause,
            slots: { detail: quoted(textAt(condition, "message")) },
            evidence: [conditionEvidence(thing, condition)],
          },
        ]
      : [];
  });
  return [
    ...(ready && status !== "True"
      ? [
          {
            object: thing,
            cause: silent ? ("node_silent" as const) : ("node_not_ready" as const),
            slots,
            evidence: [conditionEvidence(thing, ready)],
          },
        ]
      : []),
    ...pressures,
    ...(at(object, "spec", "unschedulable") === true
      ? [
          {
            object: thing,
            cause: "node_cordoned" as const,
            slots: {},
            evidence: [fieldEvidence(thing, "spec.unschedulable", "true")],
          },
        ]
      : []),
  ];
};

/** What is wrong with the nodes of pods. That a node takes no new pods does no harm to those that it has. */
export function* nodeFindingsOf(scout: Scout, pods: readonly PodSeen[]): Chain<readonly Finding[]> {
  const names = new Set(pods.map(({ pod }) => textAt(pod, "spec", "nodeName")).filter((name) => name !== ""));
  const seen = yield* together([...names].map((name) => node(scout, { resource: "node", namespace: "", name })));
  return seen.flatMap((each) =>
    each.reach === "ok" ? each.findings.filter(({ cause }) => cause !== "node_cordoned") : [],
  );
}
