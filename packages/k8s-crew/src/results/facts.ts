import { secondsSince } from "./age.ts";
import { podStatus } from "./pod-status.ts";
import type { Row } from "./types.ts";
import { listAt, numberAt, textAt, toNumber } from "./values.ts";

/** What is known about a thing, from a table's cells or from the object. `""` and undefined: the result does not say. */

export type PodFacts = {
  readonly name: string;
  readonly namespace: string | undefined;
  /** kubectl's STATUS word. */
  readonly status: string;
  readonly ready: { readonly ready: number; readonly total: number } | undefined;
  readonly restarts: number | undefined;
  readonly ageSeconds: number | undefined;
  readonly node: string;
  /** Not running, not ready, or not finished well. */
  readonly troubled: boolean;
};

const fineStatuses: readonly string[] = ["Running", "Completed", "Succeeded"];

export const podFacts = (row: Row, now: number): PodFacts => {
  const { fields, object } = row;
  const computed = object === undefined ? undefined : podStatus(object);
  const status = computed?.status ?? fields.status ?? fields.phase ?? "";
  const ready = computed ? { ready: computed.ready, total: computed.total } : readyOf(fields.ready ?? "");
  const finished = status === "Completed" || status === "Succeeded";
  const unready = ready !== undefined && ready.ready < ready.total && !finished;
  return {
    name: row.name,
    namespace: row.namespace,
    status,
    ready,
    restarts: computed?.restarts ?? leadingNumber(fields.restarts ?? fields.restartcount ?? ""),
    ageSeconds: ageOf(row, now),
    node: fields.node ?? textAt(object, "spec", "nodeName"),
    troubled: status !== "" && (!fineStatuses.includes(status) || unready),
  };
};

const readyOf = (cell: string): PodFacts["ready"] => {
  const match = /^(\d+)\s*\/\s*(\d+)$/.exec(cell);
  return match ? { ready: Number(match[1]), total: Number(match[2]) } : undefined;
};

const leadingNumber = (cell: string): number | undefined => toNumber(/^\d+/.exec(cell)?.[0]);

export const ageOf = (row: Row, now: number): number | undefined => {
  const { fields } = row;
  const created =
    textAt(row.object, "metadata", "creationTimestamp") ||
    fields.age ||
    fields.createdat ||
    fields.creationtimestamp ||
    "";
  return created === "" ? undefined : secondsSince(created, now);
};

export type NodeFacts = {
  readonly name: string;
  readonly ready: boolean;
  readonly status: string;
  readonly version: string;
  readonly roles: string;
  readonly ageSeconds: number | undefined;
};

export const nodeFacts = (row: Row, now: number): NodeFacts => {
  const { fields, object } = row;
  const condition = listAt(object, "status", "conditions").find((each) => textAt(each, "type") === "Ready");
  const status =
    fields.status ?? (condition === undefined ? "" : textAt(condition, "status") === "True" ? "Ready" : "NotReady");
  return {
    name: row.name,
    ready: /^ready\b/i.test(status),
    status,
    version: fields.version ?? fields.kubeletversion ?? textAt(object, "status", "nodeInfo", "kubeletVersion"),
    roles: fields.roles ?? "",
    ageSeconds: ageOf(row, now),
  };
};

export type WorkloadFacts = {
  readonly name: string;
  readonly namespace: string | undefined;
  readonly ready: number | undefined;
  readonly desired: number | undefined;
};

/** Deployments, StatefulSets and DaemonSets: how many are ready of how many are wanted. */
export const deploymentFacts = ({ name, namespace, fields, object }: Row): WorkloadFacts => {
  const pair = readyOf(fields.ready ?? "");
  const desired =
    numberAt(object, "spec", "replicas") ??
    numberAt(object, "status", "desiredNumberScheduled") ??
    pair?.total ??
    toNumber(fields.desired ?? fields.replicas);
  const counted = numberAt(object, "status", "readyReplicas") ?? numberAt(object, "status", "numberReady");
  const ready = object === undefined ? (pair?.ready ?? toNumber(fields.available ?? fields.ready)) : (counted ?? 0);
  return { name, namespace, ready, desired };
};

export type EventFacts = {
  readonly namespace: string | undefined;
  readonly type: string;
  readonly reason: string;
  readonly object: string;
  readonly message: string;
  readonly ageSeconds: number | undefined;
};

export const eventFacts = ({ name, namespace, fields }: Row, now: number): EventFacts => {
  const seen = fields["last seen"] ?? fields.lasttimestamp ?? fields.age ?? fields.timestamp ?? "";
  return {
    namespace,
    type: fields.type ?? "",
    reason: fields.reason ?? "",
    object: fields.object ?? name,
    message: fields.message ?? "",
    ageSeconds: seen === "" ? undefined : secondsSince(seen, now),
  };
};

export const clusterFacts = ({ name, fields }: Row): { readonly name: string; readonly current: boolean } => ({
  name,
  current: fields.current === "true" || fields.default === "true" || fields.current === "*",
});

export const pvcFacts = ({
  name,
  namespace,
  fields,
  object,
}: Row): { readonly name: string; readonly namespace: string | undefined; readonly status: string } => ({
  name,
  namespace,
  status: fields.status ?? textAt(object, "status", "phase"),
});

export const jobFacts = ({
  name,
  namespace,
  fields,
  object,
}: Row): {
  readonly name: string;
  readonly namespace: string | undefined;
  readonly failed: boolean;
  readonly reason: string;
} => {
  const condition = listAt(object, "status", "conditions").find(
    (each) => textAt(each, "type") === "Failed" && textAt(each, "status") === "True",
  );
  return {
    name,
    namespace,
    failed: condition !== undefined || fields.status === "Failed",
    reason: condition === undefined ? "" : textAt(condition, "reason"),
  };
};
