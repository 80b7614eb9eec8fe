import type { CallResult } from "@k8s-copilot/crew";
import { argumentsFor, parameterOf } from "../catalog/arguments.ts";
import { resourceByKey } from "../catalog/resources.ts";
import type { CallTemplate, Catalog } from "../catalog/types.ts";
import { causeOf } from "../results/failures.ts";
import { isOfOneNamespace, mayBeOfOneNamespace } from "../results/one-namespace.ts";
import { parseResult } from "../results/parse-result.ts";
import type { Row } from "../results/types.ts";
import type { Chain, Listing, ListingNote, Read } from "./types.ts";

/** What a server cannot list at once is read by at most so many single reads. */
export const singleReadLimit = 20;

export type Place = { readonly catalog: Catalog; readonly cluster: string; readonly namespace?: string };

/** `whole`: of more namespaces than are read one by one none is, because what was left out could be what is looked for. */
type Reach = { readonly whole?: true };

/**
 * Lists a resource over all namespaces of a cluster (or in one), on servers that can do it at once and on those that
 * list one namespace at a time. A result that says “in namespace x” is only that namespace, whatever was asked.
 */
export function* listEverywhere(place: Place, resource: string, reach: Reach = {}): Chain<Listing<Row>> {
  const narrow = templateOf(place, resource, "one");
  const byNamespace = narrow && parameterOf(narrow.entry, "namespace") ? narrow : undefined;
  const wide = place.namespace === undefined ? templateOf(place, resource, "all") : undefined;
  if (wide) {
    const [result] = yield [readOf(place, wide, { resource })];
    const listing = listingOf(result, resource);
    if (listing.kind === "unlisted")
      return byNamespace && isRefused(listing, resource)
        ? yield* whereAllowed(place, byNamespace, { ...reach, resource, refused: listing })
        : listing;
    const isInDoubt = byNamespace && !isOfOneNamespace(result) && mayBeOfOneNamespace(listing.items, resource);
    if (isInDoubt && !(yield* seesSeveralNamespaces(place, resource)))
      return yield* withOthers(place, byNamespace, { ...reach, resource, listing });
    if (!isOfOneNamespace(result))
      return byNamespace ? yield* withPlaces(place, byNamespace, { ...reach, resource, listing }) : listing;
  }
  if (!narrow) return { kind: "unlisted", cause: "no_tool", detail: "" };
  if (place.namespace !== undefined || !byNamespace) {
    const [result] = yield [readOf(place, narrow, { resource })];
    const listing = listingOf(result, resource);
    if (listing.kind === "unlisted" || !byNamespace) return listing;
    return { ...listing, items: listing.items.map((row) => withNamespace(row, place.namespace)) };
  }
  return yield* listByNamespace(place, narrow, { ...reach, resource });
}

const isRefused = ({ cause }: Listing<Row> & { kind: "unlisted" }, resource: string): boolean =>
  cause === "forbidden" && resourceByKey.get(resource)?.namespaced === true;

type Refused = Reach & { readonly resource: string; readonly refused: Listing<Row> };

/** Who may not list all namespaces at once may still look into some of them. */
function* whereAllowed(place: Place, template: CallTemplate, { refused, ...wanted }: Refused): Chain<Listing<Row>> {
  const placed = yield* listByNamespace(place, template, wanted);
  return placed.kind === "listed" ? placed : refused;
}

/** Pods nearly always run in several namespaces: where a list of them shows that, other lists are of all as well. */
function* seesSeveralNamespaces(place: Place, resource: string): Chain<boolean> {
  const wide = resource === "pod" ? undefined : templateOf(place, "pod", "all");
  if (!wide) return false;
  const [result] = yield [readOf(place, wide, { resource: "pod" })];
  const pods = listingOf(result, "pod");
  return pods.kind === "listed" && !mayBeOfOneNamespace(pods.items, "pod") && !isOfOneNamespace(result);
}

type Placeless = Reach & { readonly resource: string; readonly listing: Extract<Listing<Row>, { kind: "listed" }> };

/** A list over all namespaces that does not say where things are is read by namespace, where that tells all of it. */
function* withPlaces(place: Place, template: CallTemplate, { listing, ...wanted }: Placeless): Chain<Listing<Row>> {
  const { resource } = wanted;
  const isNamespaced = resourceByKey.get(resource)?.namespaced === true;
  if (!isNamespaced || listing.items.every(({ namespace }) => namespace !== undefined)) return listing;
  const placed = yield* listByNamespace(place, template, wanted);
  return placed.kind === "listed" && (placed.notes ?? []).length === 0 ? placed : listing;
}

/** What is in the other namespaces too, or that nothing is known of them. */
function* withOthers(place: Place, template: CallTemplate, { listing, ...wanted }: Placeless): Chain<Listing<Row>> {
  const placed = yield* listByNamespace(place, template, wanted);
  const [first] = listing.items;
  if (placed.kind === "unlisted") {
    const unknown = { kind: "others_unknown" as const, namespace: first?.namespace, cause: placed.cause };
    return { ...listing, notes: [unknown] };
  }
  const isRead = placed.items.some(({ namespace }) => namespace === first?.namespace);
  return isRead ? placed : { ...placed, items: [...listing.items, ...placed.items] };
}

type Wanted = Reach & { readonly resource: string };

function* listByNamespace(place: Place, template: CallTemplate, { resource, whole }: Wanted): Chain<Listing<Row>> {
  const namespaces = templateOf(place, "namespace", "one");
  if (!namespaces) return { kind: "unlisted", cause: "no_tool", detail: "" };
  const [listed] = yield [readOf(place, namespaces, { resource: "namespace" })];
  const names = listingOf(listed, "namespace");
  if (names.kind === "unlisted") return names;
  if (whole && names.items.length > singleReadLimit) return { kind: "unlisted", cause: "incomplete", detail: "" };
  // What stands in no namespace is the same, whichever is asked.
  const isWide = resourceByKey.get(resource)?.namespaced === false;
  const within = isWide ? names.items.slice(0, 1) : names.items;
  const chosen = within.slice(0, singleReadLimit).map(({ name }) => name);
  const results = yield chosen.map((namespace) => readOf({ ...place, namespace }, template, { resource }));
  const listings = results.map((result) => listingOf(result, resource));
  const items = listings.flatMap((listing, index) =>
    listing.kind === "listed"
      ? listing.items.map((row) => (isWide ? withoutNamespace(row) : withNamespace(row, chosen[index])))
      : [],
  );
  const failures = listings.flatMap((listing, index) =>
    listing.kind === "unlisted" ? [{ ...listing, name: chosen[index] ?? "" }] : [],
  );
  const first = failures[0];
  if (first && failures.length === chosen.length) {
    const { name: _, ...listing } = first;
    return listing;
  }
  const total = within.length;
  const notes: ListingNote[] = [
    ...[...new Set(failures.map(({ cause }) => cause))].map((cause) => ({
      kind: "namespaces_failed" as const,
      names: failures.filter((failure) => failure.cause === cause).map(({ name }) => name),
      cause,
    })),
    ...(total > chosen.length ? [{ kind: "namespaces_left" as const, read: chosen.length, total }] : []),
  ];
  return { kind: "listed", items, notes };
}

const withoutNamespace = ({ namespace: _, ...row }: Row): Row => row;

/** A row that does not say where it stands, placed where it was looked for. */
export const withNamespace = (row: Row, namespace: string | undefined): Row =>
  row.namespace !== undefined || namespace === undefined ? row : { ...row, namespace };

export const templateOf = ({ catalog }: Place, resource: string, scope: "one" | "all"): CallTemplate | undefined =>
  catalog.find({ verb: "list", resource, scope }).find(isComplete);

/** A list of one thing's events is no list of all events: what it has to be told nobody has said. */
const isComplete = ({ entry, args }: CallTemplate): boolean =>
  entry.parameters.every(
    ({ name, required, role }) => !required || name in args || role === "cluster" || role === "namespace",
  );

/** Where one thing of a list is read. */
export const placeOfRow = (place: Place, { namespace }: Row): Place =>
  namespace === undefined ? place : { ...place, namespace };

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

/** How one thing of a kind is read. */
export const templateOfOne = ({ catalog }: Place, resource: string): CallTemplate | undefined =>
  catalog.find({ verb: "get", resource })[0] ?? catalog.find({ verb: "describe", resource })[0];

/** Why a read did not answer, the words of the server where no cause is known; undefined when it did. */
export const failureOf = (result: CallResult | undefined): { cause: string; detail: string } | undefined => {
  if (!result) return { cause: "no_tool", detail: "" };
  if (result.outcome === "ok") return undefined;
  const words = result.message === "" ? result.text : result.message;
  const { cause, detail } = causeOf(words);
  if (cause !== "unknown") return { cause, detail };
  return { cause: result.outcome, detail: words.trim().slice(0, 120) };
};

export const listingOf = (result: CallResult | undefined, resource: string): Listing<Row> => {
  const failure = failureOf(result);
  if (!result || failure) return { kind: "unlisted", cause: "no_tool", detail: "", ...failure };
  const parsed = parseResult({ text: result.text, structured: result.structured, verb: "list", resource });
  if (parsed.form === "rows") return { kind: "listed", items: parsed.rows };
  return parsed.form === "object"
    ? { kind: "unlisted", cause: "unreadable", detail: "" }
    : { kind: "unlisted", cause: "unreadable", detail: parsed.text.slice(0, 120) };
};
