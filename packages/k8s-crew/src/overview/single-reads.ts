import type { CallResult } from "@k8s-copilot/crew";
import { workloadFacts } from "../results/facts.ts";
import { parseResult } from "../results/parse-result.ts";
import { rowOf } from "../results/rows.ts";
import type { Row } from "../results/types.ts";
import { together } from "./chains.ts";
import { listEverywhere, type Place, readOf, singleReadLimit } from "./list-everywhere.ts";
import type { Chain, Listing, ListingNote } from "./types.ts";

type Bare = {
  readonly resource: string;
  /** The row says too little to be judged. */
  readonly isBare: (row: Row) => boolean;
};

/**
 * Things that came as bare names are looked at one by one. Where they are too many, of pods those come first that
 * belong to a workload that lags, then those of no workload; what was left out is said.
 */
export function* withSingleReads(place: Place, listing: Listing<Row>, { resource, isBare }: Bare): Chain<Listing<Row>> {
  if (listing.kind === "unlisted") return listing;
  const bare = listing.items.filter(isBare);
  if (bare.length === 0) return listing;
  const template =
    place.catalog.find({ verb: "get", resource })[0] ?? place.catalog.find({ verb: "describe", resource })[0];
  const total = bare.length;
  const left = (read: number): readonly ListingNote[] => [
    ...(listing.notes ?? []),
    ...(read < total ? [{ kind: "details_left" as const, read, total }] : []),
  ];
  if (!template) return { ...listing, notes: left(0) };
  const ordered = total > singleReadLimit && resource === "pod" ? yield* suspectsFirst(place, bare) : bare;
  const chosen = ordered.slice(0, singleReadLimit);
  const results = yield chosen.map((row) =>
    readOf({ ...place, ...(row.namespace === undefined ? {} : { namespace: row.namespace }) }, template, {
      resource,
      name: row.name,
    }),
  );
  const items = listing.items.map((row) => {
    const at = chosen.indexOf(row);
    return at < 0 ? row : enriched(row, results[at], resource);
  });
  return { ...listing, items, notes: left(chosen.length) };
}

function* suspectsFirst(place: Place, pods: readonly Row[]): Chain<readonly Row[]> {
  const lists = yield* together(["deployment", "statefulset", "daemonset"].map((kind) => listEverywhere(place, kind)));
  const workloads = lists.flatMap((listing) =>
    listing.kind === "listed" ? listing.items.map((row) => workloadFacts(row, 0)) : [],
  );
  // `web-api-1` begins with `web-` too: the longest name decides.
  const byLength = workloads.toSorted((left, right) => right.name.length - left.name.length);
  const rank = (pod: Row): number => {
    const owner = byLength.find(
      ({ name, namespace }) => pod.name.startsWith(`${name}-`) && (namespace ?? pod.namespace) === pod.namespace,
    );
    return owner === undefined ? 1 : owner.troubled ? 0 : 2;
  };
  const ranked = pods.map((pod) => ({ pod, rank: rank(pod) }));
  return ranked.sort((left, right) => left.rank - right.rank).map(({ pod }) => pod);
}

const enriched = (row: Row, result: CallResult | undefined, resource: string): Row => {
  if (result?.outcome !== "ok") return row;
  const parsed = parseResult({ text: result.text, structured: result.structured, verb: "get", resource });
  const found =
    parsed.form === "object" ? rowOf(parsed.object, resource) : parsed.form === "rows" ? parsed.rows[0] : undefined;
  return found === undefined
    ? row
    : { ...found, name: row.name, ...(row.namespace === undefined ? {} : { namespace: row.namespace }) };
};
