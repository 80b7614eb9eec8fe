import type { Condition, Fact, Field } from "../language/condition.ts";
import type { Request } from "../language/types.ts";
import { pvcFacts } from "./claim-facts.ts";
import { namespaceFacts, nodeFacts } from "./cluster-facts.ts";
import { fieldsOfMany } from "./compared-fields.ts";
import { eventFacts } from "./event-facts.ts";
import { fieldReaders } from "./fields.ts";
import { podFacts } from "./pod-facts.ts";
import { ageOf } from "./row-age.ts";
import { meets } from "./select.ts";
import { serviceFacts } from "./service-facts.ts";
import { severityOf } from "./severity.ts";
import type { Row } from "./types.ts";
import { usageFacts } from "./usage-facts.ts";
import { jobFacts, workloadFacts } from "./workload-facts.ts";

export type Quality = NonNullable<Request["quality"]>;

export type RowFilter = {
  readonly nameContains?: string;
  /** Of pods: only those on this node. */
  readonly node?: string;
  readonly quality?: Quality;
  /** All of them have to be met. */
  readonly conditions?: readonly Condition[];
  /** What is asked of each row: one that does not tell it is no answer. */
  readonly fact?: Fact;
  /** It is counted by this: one that does not tell it belongs to no group. */
  readonly per?: Request["per"];
  /** It is compared, by its image and replicas where its kind has them. */
  readonly compare?: true;
  /** What it is compared by, where that was said. */
  readonly comparedBy?: readonly Field[];
  /** A key of the resource table: decides what `broken` means. */
  readonly resource: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
};

/** How to see that something of a kind is in trouble. Kinds that are not here are judged by their status word. */
const judges: Readonly<Record<string, (row: Row, now: number) => { readonly troubled: boolean }>> = {
  pod: podFacts,
  node: nodeFacts,
  namespace: namespaceFacts,
  deployment: workloadFacts,
  statefulset: workloadFacts,
  daemonset: workloadFacts,
  replicaset: workloadFacts,
  replicationcontroller: workloadFacts,
  job: jobFacts,
  pvc: pvcFacts,
  service: serviceFacts,
  event: (row, now) => ({ troubled: eventFacts(row, now).warning }),
};

const troubledWords =
  /^(?:failed|error|lost|unknown|pending|released|terminating|notready|not ready|false|degraded|unhealthy)\b/i;

/** Fields of which one has to be there before a kind can be called sound or in trouble. */
const telling: Readonly<Record<string, readonly string[]>> = {
  pod: ["status", "phase", "ready"],
  deployment: ["ready", "readyreplicas", "available", "availablereplicas"],
  statefulset: ["ready", "readyreplicas", "available", "availablereplicas"],
  daemonset: ["ready", "readyreplicas", "available", "availablereplicas"],
  replicaset: ["ready", "readyreplicas", "available", "availablereplicas"],
  replicationcontroller: ["ready", "readyreplicas", "available", "availablereplicas"],
  job: ["status", "completions", "failed"],
  service: ["type", "external-ip"],
  event: ["type"],
};

/**
 * Whether a row says what a quality asks for. A bare name says nothing: it is neither sound nor in trouble, and among
 * the newest or the most restarted it has no place.
 */
export function tells(row: Row, filter: RowFilter): boolean {
  const { quality, resource, node, conditions = [], fact } = filter;
  if (conditions.some((condition) => meets(placed(row, resource), condition, filter.now) === undefined)) return false;
  if (filter.compare === true && !tellsCompared(row, filter)) return false;
  if (fact !== undefined && fact !== "existence" && !tellsFact(row, fact, filter)) return false;
  if (node !== undefined && podFacts(row, filter.now).node === undefined && !isUnplaced(row)) return false;
  if (!tellsGroup(row, filter)) return false;
  if (quality === undefined) return true;
  if (asksReadiness.has(quality) && hidesReadiness(row, filter)) return false;
  if (stateQualities.has(quality)) return (telling[resource] ?? ["status", "phase"]).some((key) => key in row.fields);
  return ranks[quality]?.(row, filter) !== undefined;
}

/** Qualities that a state word does not decide: a pod that is Running may not be ready. */
const asksReadiness: ReadonlySet<Quality> = new Set<Quality>(["not_ready", "ready"]);

/** A pod of which it is told that it is Running, and not whether it is ready. */
export function hidesReadiness(row: Row, { resource, now }: Pick<RowFilter, "resource" | "now">): boolean {
  const { ready, status } = podFacts(row, now);
  return resource === "pod" && status === "Running" && ready === undefined;
}

function tellsGroup(row: Row, { per, now }: RowFilter): boolean {
  if (per === undefined || per === "namespace") return true;
  return fieldReaders[per].text(row, now) !== undefined || (per === "node" && isUnplaced(row));
}

/** Kinds that have an image, and so are compared by it. */
const imaged: ReadonlySet<string> = new Set([
  "pod",
  "deployment",
  "statefulset",
  "daemonset",
  "replicaset",
  "cronjob",
  "job",
]);

export function hasImage(resource: string): boolean {
  return imaged.has(resource);
}

function tellsCompared(row: Row, { resource, now, comparedBy }: RowFilter): boolean {
  return fieldsOfMany(resource, comparedBy).every((field) => fieldReaders[field].text(row, now) !== undefined);
}

function tellsFact(row: Row, fact: Exclude<Fact, "existence">, filter: RowFilter): boolean {
  const { now } = filter;
  if (fact === "state" && hidesReadiness(row, filter)) return false;
  return (
    fieldReaders[fact === "state" ? "status" : fact].text(row, now) !== undefined ||
    (fact === "state" && "ready" in row.fields)
  );
}

/** Qualities that a state decides; all others are a matter of more or less. */
const stateQualities: ReadonlySet<Quality> = new Set<Quality>([
  "broken",
  "errors",
  "warnings",
  "not_ready",
  "ready",
  "pending",
  "running",
]);

export function isTroubled(row: Row, { resource, now }: Pick<RowFilter, "resource" | "now">): boolean {
  const judge = judges[resource];
  return judge === undefined ? troubledWords.test(row.fields.status ?? "") : judge(row, now).troubled;
}

/** Rows by a part of their name and by a quality; qualities that only order (`newest`, …) keep all rows. */
export function filterRows(rows: readonly Row[], filter: RowFilter): readonly Row[] {
  const part = filter.nameContains?.toLowerCase() ?? "";
  return rows.filter(
    (row) =>
      row.name.toLowerCase().includes(part) &&
      isOnNode(row, filter) &&
      hasQuality(row, filter) &&
      (filter.conditions ?? []).every(
        (condition) => meets(placed(row, filter.resource), condition, filter.now) === true,
      ),
  );
}

/** A namespace stands in none but itself. */
function placed(row: Row, resource: string): Row {
  return resource === "namespace" && row.namespace === undefined ? { ...row, namespace: row.name } : row;
}

function isOnNode(row: Row, { node, now }: RowFilter): boolean {
  return node === undefined || podFacts(row, now).node?.toLowerCase() === node.toLowerCase();
}

/** A pod that no node has taken yet says so (`<none>`), which is an answer as well. */
function isUnplaced({ fields }: Row): boolean {
  return fields.node !== undefined;
}

/** Rows in the order that a quality asks for: newest, oldest, most restarts, most used; broken ones first. Stable. */
export function sortByQuality(rows: readonly Row[], filter: RowFilter): readonly Row[] {
  const rank = filter.quality === undefined ? undefined : ranks[filter.quality];
  if (rank === undefined) return rows;
  const ranked = rows.map((row) => ({ row, value: rank(row, filter) ?? Number.NEGATIVE_INFINITY }));
  return ranked.toSorted((a, b) => (a.value === b.value ? 0 : b.value - a.value)).map(({ row }) => row);
}

function hasQuality(row: Row, filter: RowFilter): boolean {
  const status = (row.fields.status ?? row.fields.phase ?? "").toLowerCase();
  if (filter.quality !== undefined && stateQualities.has(filter.quality) && !tells(row, filter)) return false;
  switch (filter.quality) {
    case "broken":
    case "errors":
    case "warnings":
      return isTroubled(row, filter);
    case "not_ready":
      return isNotReady(row, filter);
    case "ready":
      return isReady(row, filter);
    case "pending":
      return status === "pending";
    case "running":
      // No list of what runs pods has a word for it.
      return judges[filter.resource] === workloadFacts ? isReady(row, filter) : status === "running";
    default:
      return true;
  }
}

function isNotReady(row: Row, { resource, now }: RowFilter): boolean {
  if (resource === "node") return !nodeFacts(row, now).ready;
  if (resource !== "pod") return isTroubled(row, { resource, now });
  const { ready, status } = podFacts(row, now);
  if (["Completed", "Succeeded"].includes(status)) return false;
  return ready === undefined ? status !== "Running" : ready.ready < ready.total;
}

function isReady(row: Row, { resource, now }: RowFilter): boolean {
  if (resource === "node") return nodeFacts(row, now).ready;
  if (resource !== "pod") return !isTroubled(row, { resource, now });
  const { ready, status } = podFacts(row, now);
  return status === "Running" && ready !== undefined && ready.ready >= ready.total;
}

/** Larger comes first; undefined comes last. */
const ranks: Readonly<Partial<Record<Quality, (row: Row, filter: RowFilter) => number | undefined>>> = {
  newest: (row, { now }) => negative(ageOf(row, now)),
  oldest: (row, { now }) => ageOf(row, now),
  most_restarts: (row, { now }) => podFacts(row, now).restarts,
  most_cpu: (row) => usageFacts(row).cpu,
  most_memory: (row) => usageFacts(row).memory,
  largest: (row, { now }) => fieldReaders.capacity.number?.(row, now),
  broken: (row, filter) => (filter.resource === "pod" ? severityOf(row, filter.now) : isTroubled(row, filter) ? 1 : 0),
};

function negative(value: number | undefined): number | undefined {
  return value === undefined ? undefined : -value;
}
