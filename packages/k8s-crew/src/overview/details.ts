import type { CallResult } from "@k8s-copilot/crew";
import { parseResult } from "../results/parse-result.ts";
import { podFacts } from "../results/pod-facts.ts";
import { rowOf } from "../results/rows.ts";
import type { Row } from "../results/types.ts";
import { workloadFacts } from "../results/workload-facts.ts";
import { together } from "./chains.ts";
import { listEverywhere, type Place, readOf, singleReadLimit } from "./list-everywhere.ts";
import type { Chain, Listing, ListingNote } from "./types.ts";

/**
 * Pods that came as bare names are looked at one by one. Where they are too many, those come first that belong to a
 * workload that lags, then those of no workload; what was left out is said.
 */
export function* withDetails(place: Place, pods: Listing<Row> | undefined): Chain<Listing<Row>> {
  if (!pods) return { kind: "unlisted", cause: "no_tool", detail: "" };
  if (pods.kind === "unlisted") return pods;
  const bare = pods.items.filter((row) => podFacts(row, 0).status === "");
  if (bare.length === 0) return pods;
  const template =
    place.catalog.find({ verb: "get", resource: "pod" })[0] ??
    place.catalog.find({ verb: "describe", resource: "pod" })[0];
  const total = bare.length;
  const left = (read: number): readonly ListingNote[] => [
    ...(pods.notes ?? []),
    ...(read < total ? [{ kind: "details_left" as const, read, total }] : []),
  ];
  if (!template) return { ...pods, notes: left(0) };
  const chosen = total <= singleReadLimit ? bare : (yield* suspectsFirst(place, bare)).slice(0, singleReadLimit);
  const results = yield chosen.map((row) =>
    readOf({ ...place, ...(row.namespace === undefined ? {} : { namespace: row.namespace }) }, template, {
      resource: "pod",
      name: row.name,
    }),
  );
  const items = pods.items.map((row) => {
    const at = chosen.indexOf(row);
    return at < 0 ? row : enriched(row, results[at]);
  });
  return { ...pods, items, notes: left(chosen.length) };
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

const enriched = (row: Row, result: CallResult | undefined): Row => {
  if (result?.outcome !== "ok") return row;
  const parsed = parseResult({ text: result.text, structured: result.structured, verb: "get", resource: "pod" });
  const found =
    parsed.form === "object" ? rowOf(parsed.object, "pod") : parsed.form === "rows" ? parsed.rows[0] : undefined;
  return found === undefined
    ? row
    : { ...found, name: row.name, ...(row.namespace === undefined ? {} : { namespace: row.namespace }) };
};
