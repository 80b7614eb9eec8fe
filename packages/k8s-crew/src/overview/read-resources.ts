import { parseQuantity } from "../catalog/quantity.ts";
import { parseResult } from "../results/parse-result.ts";
import { type Amounts, requestsOf } from "../results/requests.ts";
import type { Row } from "../results/types.ts";
import { usageFacts } from "../results/usage-facts.ts";
import { at, textAt, type UnknownRecord } from "../results/values.ts";
import { failureOf, type Place, placeOfRow, readOf, singleReadLimit, templateOfOne } from "./list-everywhere.ts";
import type { Chain, Listing, Measured, Resources } from "./types.ts";

type Listings = { readonly nodes: Listing<Row>; readonly pods: Listing<Row> };

const unknown = (cause: string): Measured => ({ kind: "unknown", cause });

/**
 * What the nodes have in all, what the pods ask for and what is used: of the cluster, or of the pods of the namespace.
 * A sum of which a part could not be read is unknown rather than too small, and says why.
 */
export function* readResources(place: Place, { nodes, pods }: Listings): Chain<Resources> {
  const usage = yield* readUsage(place, place.namespace === undefined ? nodes : pods);
  const { namespace: _, ...cluster } = place;
  const capacity = yield* sumOver(cluster, nodes, { resource: "node", amountsOf: capacityOf });
  const requests = yield* sumOver(place, pods, { resource: "pod", amountsOf: requestsOf });
  return { capacity, requests, usage };
}

type Summing = {
  readonly resource: "node" | "pod";
  readonly amountsOf: (object: UnknownRecord) => Amounts | undefined;
};

/** Things whose list does not tell the amounts are read one by one, unless they are too many. */
function* sumOver(place: Place, listing: Listing<Row>, { resource, amountsOf }: Summing): Chain<Measured> {
  if (listing.kind === "unlisted") return unknown(listing.cause);
  if (isIncomplete(listing)) return unknown("incomplete");
  const told = listing.items.map(({ object }) => (object === undefined ? undefined : amountsOf(object)));
  const left = listing.items.filter((_, index) => told[index] === undefined);
  const template = templateOfOne(place, resource);
  if (left.length > 0 && (!template || left.length > singleReadLimit)) return unknown("no_tool");
  const results =
    template && left.length > 0
      ? yield left.map((row) => readOf(placeOfRow(place, row), template, { resource, name: row.name }))
      : [];
  const failure = results.map(failureOf).find((each) => each !== undefined);
  if (failure) return unknown(failure.cause);
  const read = results.map((result) => {
    const parsed = parseResult({ text: result.text, structured: result.structured, verb: "get", resource });
    return parsed.form === "object" ? amountsOf(parsed.object) : undefined;
  });
  const amounts = [...told.filter((each) => each !== undefined), ...read].flatMap((each) => each ?? []);
  return amounts.length < listing.items.length ? unknown("no_tool") : total(amounts, listing.items.length);
}

/** A list that is known to lack some of its things has no sum. */
const isIncomplete = ({ notes = [] }: Extract<Listing<Row>, { kind: "listed" }>): boolean =>
  notes.some(({ kind }) => kind === "namespaces_failed" || kind === "namespaces_left" || kind === "others_unknown");

const total = (amounts: readonly Amounts[], things: number): Measured => ({
  kind: "known",
  cpuCores: amounts.reduce((sum, { cpuCores }) => sum + cpuCores, 0),
  memoryBytes: amounts.reduce((sum, { memoryBytes }) => sum + memoryBytes, 0),
  of: amounts.length,
  total: things,
});

const capacityOf = (object: UnknownRecord): Amounts | undefined => {
  const capacity = at(object, "status", "capacity") ?? at(object, "status", "allocatable") ?? at(object, "capacity");
  const cpuCores = parseQuantity(textAt(capacity, "cpu"));
  const memoryBytes = parseQuantity(textAt(capacity, "memory"));
  return cpuCores === undefined || memoryBytes === undefined ? undefined : { cpuCores, memoryBytes };
};

/** Nodes and pods that are not running report no usage: the sum says of how many it is. */
function* readUsage(place: Place, listing: Listing<Row>): Chain<Measured> {
  const resource = place.namespace === undefined ? "node" : "pod";
  const template = place.catalog.find({ verb: "top", resource })[0];
  if (!template) return unknown("no_tool");
  const [result] = yield [readOf(place, template, { resource })];
  const failure = failureOf(result);
  if (!result || failure) return unknown(failure?.cause ?? "no_tool");
  const parsed = parseResult({ text: result.text, structured: result.structured, verb: "top", resource });
  if (parsed.form !== "rows" || parsed.rows.length === 0) return unknown("no_tool");
  const amounts = parsed.rows
    .map(usageFacts)
    .flatMap(({ cpu, memory }) =>
      cpu === undefined || memory === undefined ? [] : [{ cpuCores: cpu, memoryBytes: memory }],
    );
  if (amounts.length === 0) return unknown("unreadable");
  return total(amounts, listing.kind === "listed" ? Math.max(listing.items.length, amounts.length) : amounts.length);
}
