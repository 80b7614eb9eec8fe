import type { CallResult } from "@k8s-copilot/crew";
import type { CallTemplate, Catalog } from "../catalog/types.ts";
import { argumentsFor, parameterOf } from "../plan/arguments.ts";
import { causeOf } from "../results/failures.ts";
import { isOfOneNamespace } from "../results/one-namespace.ts";
import { parseResult } from "../results/parse-result.ts";
import type { Row } from "../results/types.ts";
import type { Chain, Listing, ListingNote, Read } from "./types.ts";

/** What a server cannot list at once is read by at most so many single reads. */
export const singleReadLimit = 20;

export type Place = { readonly catalog: Catalog; readonly cluster: string; readonly namespace?: string };

/**
 * Lists a resource over all namespaces of a cluster (or in one), on servers that can do it at once and on those that
 * list one namespace at a time. A result that says “in namespace x” is only that namespace, whatever was asked.
 */
export function* listEverywhere(place: Place, resource: string): Chain<Listing<Row>> {
  const wide = place.namespace === undefined ? templateOf(place, resource, "all") : undefined;
  if (wide) {
    const [result] = yield [readOf(place, wide, { resource })];
    const listing = listingOf(result, resource);
    if (listing.kind === "unlisted" || !isOfOneNamespace(result)) return listing;
  }
  const narrow = templateOf(place, resource, "one");
  if (!narrow) return { kind: "unlisted", cause: "no_tool", detail: "" };
  if (place.namespace !== undefined || !parameterOf(narrow.entry, "namespace")) {
    const [result] = yield [readOf(place, narrow, { resource })];
    return listingOf(result, resource);
  }
  return yield* listByNamespace(place, narrow, resource);
}

function* listByNamespace(place: Place, template: CallTemplate, resource: string): Chain<Listing<Row>> {
  const namespaces = templateOf(place, "namespace", "one");
  if (!namespaces) return { kind: "unlisted", cause: "no_tool", detail: "" };
  const [listed] = yield [readOf(place, namespaces, { resource: "namespace" })];
  const names = listingOf(listed, "namespace");
  if (names.kind === "unlisted") return names;
  const chosen = names.items.slice(0, singleReadLimit).map(({ name }) => name);
  const results = yield chosen.map((namespace) => readOf({ ...place, namespace }, template, { resource }));
  const listings = results.map((result) => listingOf(result, resource));
  const items = listings.flatMap((listing, index) =>
    listing.kind === "listed" ? listing.items.map((row) => withNamespace(row, chosen[index])) : [],
  );
  const closed = chosen.filter((_, index) => listings[index]?.kind === "unlisted");
  const first = listings.find((listing) => listing.kind === "unlisted");
  if (first && closed.length === chosen.length) return first;
  const total = names.items.length;
  const notes: ListingNote[] = [
    ...(closed.length > 0 ? [{ kind: "forbidden_namespaces" as const, names: closed }] : []),
    ...(total > chosen.length ? [{ kind: "namespaces_left" as const, read: chosen.length, total }] : []),
  ];
  return { kind: "listed", items, notes };
}

const withNamespace = (row: Row, namespace: string | undefined): Row =>
  row.namespace !== undefined || namespace === undefined ? row : { ...row, namespace };

const templateOf = ({ catalog }: Place, resource: string, scope: "one" | "all"): CallTemplate | undefined =>
  catalog.find({ verb: "list", resource, scope })[0];

export const readOf = (
  place: Place,
  template: CallTemplate,
  { resource, name }: { readonly resource: string; readonly name?: string },
): Read => ({
  tool: template.entry.tool,
  args: {
    ...argumentsFor(template.entry, resource, {
      cluster: place.cluster === "" ? undefined : place.cluster,
      namespace: place.namespace,
      name,
    }),
    ...template.args,
  },
});

export const listingOf = (result: CallResult | undefined, resource: string): Listing<Row> => {
  if (!result) return { kind: "unlisted", cause: "no_tool", detail: "" };
  if (result.outcome !== "ok") {
    const { cause, detail } = causeOf(result.message === "" ? result.text : result.message);
    return { kind: "unlisted", cause: cause === "unknown" ? result.outcome : cause, detail };
  }
  const parsed = parseResult({ text: result.text, structured: result.structured, verb: "list", resource });
  if (parsed.form === "rows") return { kind: "listed", items: parsed.rows };
  return parsed.form === "object"
    ? { kind: "unlisted", cause: "unreadable", detail: "" }
    : { kind: "unlisted", cause: "unreadable", detail: parsed.text.slice(0, 120) };
};
