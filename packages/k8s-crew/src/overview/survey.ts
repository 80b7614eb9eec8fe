import type { Catalog } from "../catalog/types.ts";
import type { View } from "../language/types.ts";
import { nodeFacts } from "../results/cluster-facts.ts";
import { together } from "./chains.ts";
import { checks } from "./checks.ts";
import { downBecause } from "./down.ts";
import { listEverywhere, type Place, readOf } from "./list-everywhere.ts";
import { withDetails } from "./pod-details.ts";
import { countPods, podTroubles } from "./pod-troubles.ts";
import { readResources } from "./resources.ts";
import type { Chain, ClusterSurvey, ListingNote, Trouble } from "./types.ts";

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
  const detailed = yield* withDetails(place, pods);
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

/** The version, from whatever tells about the cluster itself, when its nodes do not. */
function* readVersion(place: Place): Chain<string> {
  const template =
    place.catalog.find({ verb: "get", resource: "cluster" })[0] ??
    place.catalog.find({ verb: "describe", resource: "cluster" })[0];
  if (!template || template.entry.parameters.some(({ required, role }) => required && role !== "cluster")) return "";
  const [result] = yield [readOf(place, template, { resource: "cluster" })];
  return result?.outcome === "ok" ? (/\bv?1\.\d{1,3}\.\d{1,3}[\w.+-]*/.exec(result.text)?.[0] ?? "") : "";
}
