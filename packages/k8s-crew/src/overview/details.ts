import type { CallResult } from "@k8s-copilot/crew";
import { readDescribed } from "../results/describe/read-described.ts";
import { parseResult } from "../results/parse-result.ts";
import { rowOf } from "../results/rows.ts";
import type { Row } from "../results/types.ts";
import { workloadFacts } from "../results/workload-facts.ts";
import { together } from "./chains.ts";
import {
  failureOf,
  listEverywhere,
  type Place,
  placeOfRow,
  readOf,
  singleReadLimit,
  templateOfOne,
} from "./list-everywhere.ts";
import type { Chain, Listing, ListingNote } from "./types.ts";

type Bare = {
  readonly resource: string;
  /** The row says too little to be judged. */
  readonly isBare: (row: Row) => boolean;
};

/**
 * What came as bare names is looked at one by one. Where the pods are too many, those come first that belong to a
 * workload that lags, then those of no workload; of too many events the latest. What was left out or failed is said.
 */
export function* withDetails(place: Place, listing: Listing<Row>, { resource, isBare }: Bare): Chain<Listing<Row>> {
  if (listing.kind === "unlisted") return listing;
  const bare = listing.items.filter(isBare);
  if (bare.length === 0) return listing;
  const template = templateOfOne(place, resource);
  const ordered = bare.length > singleReadLimit ? yield* likeliestFirst(place, bare, resource) : bare;
  const chosen = template ? ordered.slice(0, singleReadLimit) : [];
  const results = template
    ? yield chosen.map((row) => readOf(placeOfRow(place, row), template, { resource, name: row.name }))
    : [];
  const items = listing.items.map((row) => {
    const at = chosen.indexOf(row);
    return at < 0 ? row : enriched(row, results[at], resource);
  });
  const notes = [
    ...(listing.notes ?? []),
    ...failed(results, resource),
    ...(chosen.length < bare.length
      ? [{ kind: "details_left" as const, resource, read: chosen.length, total: bare.length }]
      : []),
  ];
  return { ...listing, items, notes };
}

/** One note for each cause that kept single reads from answering. */
const failed = (results: readonly CallResult[], resource: string): readonly ListingNote[] => {
  const causes = results.flatMap((result) => failureOf(result)?.cause ?? []);
  return [...new Set(causes)].map((cause) => ({
    kind: "details_failed",
    resource,
    failed: causes.filter((other) => other === cause).length,
    cause,
  }));
};

function* likeliestFirst(place: Place, bare: readonly Row[], resource: string): Chain<readonly Row[]> {
  if (resource === "event") return latestFirst(bare);
  return resource === "pod" ? yield* suspectsFirst(place, bare) : bare;
}

/** The name of an event ends in the moment when it was first seen, in hexadecimal nanoseconds. */
const latestFirst = (events: readonly Row[]): readonly Row[] => {
  const moment = ({ name }: Row) => /\.([0-9a-f]{16})$/.exec(name)?.[1] ?? "";
  return events.toSorted((left, right) => (moment(left) < moment(right) ? 1 : moment(left) > moment(right) ? -1 : 0));
};

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
  const found = oneIn(result, row, resource);
  return found === undefined
    ? row
    : { ...found, name: row.name, ...(row.namespace === undefined ? {} : { namespace: row.namespace }) };
};

/** A description is no list of names with attributes, though its first lines look like one. */
const oneIn = ({ text, structured }: CallResult, { name }: Row, resource: string): Row | undefined => {
  const parsed = parseResult({ text, structured, verb: "get", resource });
  if (parsed.form === "object") return rowOf(parsed.object, resource);
  // Since when it is as it is does not count for a row.
  const described = readDescribed(text, { resource, name, now: 0 });
  return described ? rowOf(described, resource) : parsed.form === "rows" ? parsed.rows[0] : undefined;
};
