import type { CallResult } from "@k8s-copilot/crew";
import type { Catalog } from "../catalog/types.ts";
import type { View } from "../language/types.ts";
import { nodeFacts, usageFacts } from "../results/facts.ts";
import { parseResult } from "../results/parse-result.ts";
import { podFacts } from "../results/pod-facts.ts";
import { parseQuantity } from "../results/quantity.ts";
import type { Row } from "../results/types.ts";
import { together } from "./chains.ts";
import { checks } from "./checks.ts";
import { listEverywhere, type Place, readOf, singleReadLimit } from "./list-everywhere.ts";
import { withSingleReads } from "./single-reads.ts";
import type { Chain, ClusterSurvey, Listing, ListingNote, Trouble } from "./types.ts";

export type SurveyTarget = {
  readonly catalog: Catalog;
  readonly cluster: string;
  readonly current: boolean;
  /** Only this namespace; all when absent. */
  readonly namespace?: string;
  readonly view: View;
  readonly now: number;
};

/** One cluster's survey before anything is known. */
export const unread = (target: Pick<SurveyTarget, "cluster" | "current">): ClusterSurvey => ({
  cluster: target.cluster,
  current: target.current,
  reach: "ok",
  cause: "",
  detail: "",
  version: "",
  nodes: null,
  pods: null,
  capacity: null,
  usage: null,
  troubles: [],
  unseen: [],
  notes: [],
});

/**
 * Looks at one cluster: nodes and pods always, capacity and usage for an overview, every kind that can be in trouble
 * for a health check. What the server cannot list is read by at most `singleReadLimit` single reads, else it is said.
 */
export function* surveyCluster(target: SurveyTarget): Chain<ClusterSurvey> {
  const missing = target.namespace === undefined ? undefined : yield* missingNamespace(target, target.namespace);
  if (missing) return missing;
  const place: Place = {
    catalog: target.catalog,
    cluster: target.cluster,
    ...(target.namespace === undefined ? {} : { namespace: target.namespace }),
  };
  const kinds = target.view === "health" ? ["node", "pod", ...Object.keys(checks)] : ["node", "pod"];
  const listings = yield* together(
    kinds.map((kind) =>
      listEverywhere(kind === "node" ? { catalog: target.catalog, cluster: target.cluster } : place, kind),
    ),
  );
  const byKind = new Map(kinds.map((kind, index) => [kind, listings[index]]));
  const pods = byKind.get("pod");
  const nodes = byKind.get("node");
  const down = downBecause(listings);
  if (down) return { ...unread(target), reach: "down", ...down };
  const detailed = yield* podsWithStates(place, pods);
  const nodeItems = nodes?.kind === "listed" ? nodes.items.map((row) => nodeFacts(row, target.now)) : undefined;
  const version =
    nodeItems?.map((node) => node.version ?? "").find((text) => text !== "") ?? (yield* readVersion(place));
  const resources =
    target.view === "overview"
      ? yield* readResources(place, nodes?.kind === "listed" ? nodes.items : [])
      : { capacity: null, usage: null };
  return {
    ...unread(target),
    ...resources,
    version,
    nodes: nodeItems ? { ready: nodeItems.filter((node) => node.ready).length, total: nodeItems.length } : null,
    pods: detailed.kind === "listed" ? countPods(detailed.items, target.now) : null,
    troubles: withoutEchoes([
      ...(nodeItems ?? [])
        .filter((node) => !node.ready)
        .map((node): Trouble => ({ resource: "node", namespace: "", name: node.name, what: node.status })),
      ...(detailed.kind === "listed" ? podTroubles(detailed.items, target.now) : []),
      ...Object.entries(checks).flatMap(([kind, check]) => {
        const listing = byKind.get(kind);
        return listing?.kind === "listed" ? check(listing.items, target.now) : [];
      }),
    ]),
    unseen: kinds.flatMap((kind) => {
      const listing = kind === "pod" ? detailed : byKind.get(kind);
      return listing?.kind === "unlisted" ? [{ resource: kind, cause: listing.cause }] : [];
    }),
    notes: [detailed, ...listings]
      .flatMap((listing) => (listing?.kind === "listed" ? (listing.notes ?? []) : []))
      .filter(isFirst),
  };
}

/** A namespace that does not exist lists as empty, which must not pass for healthy. */
function* missingNamespace(target: SurveyTarget, namespace: string): Chain<ClusterSurvey | undefined> {
  const listed = yield* listEverywhere({ catalog: target.catalog, cluster: target.cluster }, "namespace");
  if (listed.kind === "unlisted" || listed.items.some(({ name }) => name === namespace)) return undefined;
  const names = listed.items.map(({ name }) => name);
  return { ...unread(target), reach: "down", cause: "no_namespace", detail: names.slice(0, 12).join(", ") };
}

const isFirst = (note: ListingNote, index: number, all: readonly ListingNote[]): boolean =>
  all.findIndex((other) => JSON.stringify(other) === JSON.stringify(note)) === index;

/** Events about a thing that is in the list already say the same once more. */
const withoutEchoes = (troubles: readonly Trouble[]): readonly Trouble[] =>
  troubles.filter(
    ({ resource, name }) =>
      resource !== "event" || !troubles.some((other) => other.resource !== "event" && name.endsWith(`/${other.name}`)),
  );

/** Causes that mean that the cluster itself cannot be reached, whatever is asked of it. */
const unreachable: readonly string[] = [
  "dead",
  "expired",
  "timeout",
  "certificate",
  "unknown_context",
  "unavailable",
  "cancelled",
];

const downBecause = (listings: readonly Listing<Row>[]): { cause: string; detail: string } | undefined => {
  const failed = listings.flatMap((listing) => (listing.kind === "unlisted" ? [listing] : []));
  // Something was listed: the cluster is there. Nothing was: it is not called fine, whatever the reason.
  if (failed.length < listings.length) return undefined;
  const told = failed.filter(({ cause }) => cause !== "no_tool");
  const first = told.find(({ cause }) => unreachable.includes(cause)) ?? told[0] ?? failed[0];
  return first === undefined ? undefined : { cause: first.cause, detail: first.detail };
};

const countPods = (rows: readonly Row[], now: number): { total: number; byStatus: { [status: string]: number } } => {
  const byStatus: { [status: string]: number } = {};
  for (const row of rows) {
    const status = podFacts(row, now).status;
    byStatus[status] = (byStatus[status] ?? 0) + 1;
  }
  return { total: rows.length, byStatus };
};

const podTroubles = (rows: readonly Row[], now: number): readonly Trouble[] =>
  rows
    .map((row) => podFacts(row, now))
    .filter((pod) => pod.troubled)
    .map((pod) => ({
      resource: "pod",
      namespace: pod.namespace ?? "",
      name: pod.name,
      what: pod.status === "Running" && pod.ready ? `Running, ${pod.ready.ready}/${pod.ready.total} ready` : pod.status,
      ...(pod.restarts === undefined ? {} : { restarts: pod.restarts }),
    }));

/** The version, from whatever tells about the cluster itself, when its nodes do not. */
function* readVersion(place: Place): Chain<string> {
  const template =
    place.catalog.find({ verb: "get", resource: "cluster" })[0] ??
    place.catalog.find({ verb: "describe", resource: "cluster" })[0];
  if (!template || template.entry.parameters.some(({ required, role }) => required && role !== "cluster")) return "";
  const [result] = yield [readOf(place, template, { resource: "cluster" })];
  return result?.outcome === "ok" ? (/\bv?1\.\d{1,3}\.\d{1,3}[\w.+-]*/.exec(result.text)?.[0] ?? "") : "";
}

type Resources = Pick<ClusterSurvey, "capacity" | "usage">;

function* readResources(place: Place, nodes: readonly Row[]): Chain<Resources> {
  const usage = yield* readUsage(place);
  const template =
    place.catalog.find({ verb: "get", resource: "node" })[0] ??
    place.catalog.find({ verb: "describe", resource: "node" })[0];
  if (!template || nodes.length === 0 || nodes.length > singleReadLimit) return { capacity: null, usage };
  const results = yield nodes.map((row) => readOf(place, template, { resource: "node", name: row.name }));
  const sums = results.map((result) => capacityOf(objectIn(result)));
  if (sums.some((sum) => sum === undefined)) return { capacity: null, usage };
  return {
    usage,
    capacity: {
      cpuCores: sums.reduce((total, sum) => total + (sum?.cpuCores ?? 0), 0),
      memoryBytes: sums.reduce((total, sum) => total + (sum?.memoryBytes ?? 0), 0),
    },
  };
}

const objectIn = (result: CallResult | undefined): Readonly<Record<string, unknown>> | undefined => {
  if (result?.outcome !== "ok") return undefined;
  const parsed = parseResult({ text: result.text, structured: result.structured, verb: "get", resource: "node" });
  return parsed.form === "object" ? parsed.object : undefined;
};

const capacityOf = (
  object: Readonly<Record<string, unknown>> | undefined,
): { cpuCores: number; memoryBytes: number } | undefined => {
  const status = member(object, "status");
  const capacity = member(status, "capacity") ?? member(status, "allocatable") ?? member(object, "capacity");
  const cpuCores = parseQuantity(String(capacity?.cpu ?? ""));
  const memoryBytes = parseQuantity(String(capacity?.memory ?? ""));
  return cpuCores === undefined || memoryBytes === undefined ? undefined : { cpuCores, memoryBytes };
};

function* podsWithStates(place: Place, pods: Listing<Row> | undefined): Chain<Listing<Row>> {
  if (!pods) return { kind: "unlisted", cause: "no_tool", detail: "" };
  return yield* withSingleReads(place, pods, { resource: "pod", isBare: (row) => podFacts(row, 0).status === "" });
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const member = (
  object: Readonly<Record<string, unknown>> | undefined,
  key: string,
): Readonly<Record<string, unknown>> | undefined => {
  const value = object?.[key];
  return isRecord(value) ? value : undefined;
};

function* readUsage(place: Place): Chain<Resources["usage"]> {
  const template = place.catalog.find({ verb: "top", resource: "node" })[0];
  if (!template) return null;
  const [result] = yield [readOf(place, template, { resource: "node" })];
  if (result?.outcome !== "ok") return null;
  const parsed = parseResult({ text: result.text, structured: result.structured, verb: "top", resource: "node" });
  if (parsed.form !== "rows" || parsed.rows.length === 0) return null;
  const values = parsed.rows.map((row) => usageFacts(row));
  if (values.some(({ cpu, memory }) => cpu === undefined || memory === undefined)) return null;
  return {
    cpuCores: values.reduce((total, { cpu }) => total + (cpu ?? 0), 0),
    memoryBytes: values.reduce((total, { memory }) => total + (memory ?? 0), 0),
  };
}
