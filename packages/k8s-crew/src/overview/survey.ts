import type { Catalog } from "../catalog/types.ts";
import type { View } from "../language/types.ts";
import { isIncrediblyEmpty } from "../results/never-empty.ts";
import type { Row } from "../results/types.ts";
import { together } from "./chains.ts";
import { judgedKinds } from "./checks.ts";
import { withDetails } from "./details.ts";
import { downBecause } from "./down.ts";
import { findings, visibility } from "./findings.ts";
import { listEverywhere, type Place } from "./list-everywhere.ts";
import { type Listings, listingIn, rowsIn, unlisted } from "./listings.ts";
import { missing, rowsNamed, type Scope, scopeOf } from "./scope.ts";
import { isBareOf } from "./tells-state.ts";
import type { Chain, ClusterSurvey, Listing } from "./types.ts";
import { unread } from "./unread.ts";

export type SurveyTarget = {
  readonly catalog: Catalog;
  readonly cluster: string;
  readonly current: boolean;
  /** Only this namespace; all when absent. */
  readonly namespace?: string;
  /** Only what has this name, or has it in its name. A namespace's name means all that is in it. */
  readonly name?: string;
  readonly view: View;
  /** Only these kinds; those that the view asks for when absent. */
  readonly kinds?: readonly string[];
  readonly now: number;
};

/**
 * Looks at one cluster: nodes and pods always, capacity, requests and usage for an overview, every kind that can be in
 * trouble for a health check or for something named. What the server cannot list is read by at most `singleReadLimit`
 * single reads, else it is said.
 */
export function* surveyCluster(target: SurveyTarget): Chain<ClusterSurvey> {
  const { catalog, cluster, namespace, name } = target;
  const scope = yield* scopeOf({
    catalog,
    cluster,
    ...(namespace === undefined ? {} : { namespace }),
    ...(name === undefined ? {} : { name }),
  });
  if (scope.missing && namespace !== undefined)
    return { ...unread(target), ...missing("no_namespace", { wrong: namespace, existing: scope.namespaces }) };
  const blank = unread({ ...target, ...scope.place, name: scope.name });
  const raw = yield* listKinds(scope, target.kinds ?? kindsFor(target.view, scope.name));
  const down = downBecause([...raw.values()]);
  if (down) return { ...blank, reach: "down", ...down };
  const listings = narrowed(raw, scope.name);
  if (scope.name !== undefined && !holdsAny(listings)) {
    const { existing, others } = namesIn(raw);
    const places = [cluster, ...scope.namespaces].filter((place) => place !== "");
    const wrong = { wrong: scope.name, existing, others: [...places, ...others] };
    return { ...blank, ...missing("no_such_name", wrong), ...visibility(scope, raw) };
  }
  // An empty list of a namespace that may not exist is no sign of health.
  if (scope.unseen.length > 0 && !holdsAny(withoutNodes(listings)))
    return { ...blank, reach: "missing", cause: "nothing_there", ...visibility(scope, raw) };
  const complete = yield* detailed(scope, new Map([...listings, ...nodesOf(raw)]));
  return { ...blank, ...(yield* findings(scope, complete, target)) };
}

/** Nodes count whatever the name that is asked about. */
const nodesOf = (raw: Listings): Listings =>
  raw.has("node") ? new Map([["node", listingIn(raw, "node")]]) : new Map();

function* detailed(scope: Scope, listings: Listings): Chain<Listings> {
  const entries = [...listings];
  const complete = yield* together(
    entries.map(([kind, listing]) =>
      withDetails(placeFor(kind, scope.place), listing, { resource: kind, isBare: isBareOf(kind) }),
    ),
  );
  return new Map(entries.map(([kind], index) => [kind, complete[index] ?? unlisted]));
}

const kindsFor = (view: View, name: string | undefined): readonly string[] =>
  view === "health" || name !== undefined ? judgedKinds : ["node", "pod"];

function* listKinds({ place }: Scope, kinds: readonly string[]): Chain<Listings> {
  const places = kinds.map((kind) => placeFor(kind, place));
  const listings = yield* together(kinds.map((kind, index) => listEverywhere(places[index] ?? place, kind)));
  return new Map(
    kinds.map((kind, index) => [kind, believed(listings[index] ?? unlisted, kind, places[index] ?? place)]),
  );
}

/** What cannot be empty was not read. */
const believed = (listing: Listing<Row>, kind: string, { namespace }: Place): Listing<Row> =>
  listing.kind === "listed" && namespace === undefined && isIncrediblyEmpty(listing.items, kind)
    ? { kind: "unlisted", cause: "empty", detail: "" }
    : listing;

/** Nodes stand in no namespace. */
const placeFor = (kind: string, { namespace, ...everywhere }: Place): Place =>
  kind === "node" || namespace === undefined ? everywhere : { ...everywhere, namespace };

const narrowed = (listings: Listings, name: string | undefined): Listings =>
  new Map(
    [...listings].map(([kind, listing]) => [
      kind,
      listing.kind === "listed" ? { ...listing, items: rowsNamed(listing.items, kind, name) } : listing,
    ]),
  );

const withoutNodes = (listings: Listings): Listings => new Map([...listings].filter(([kind]) => kind !== "node"));

/** Events tell of things that are gone as well: they do not show that something exists. */
const holdsAny = (listings: Listings): boolean =>
  [...listings.keys()].some((kind) => kind !== "event" && rowsIn(listings, kind).length > 0);

/** The workloads, whose names are those that people know, then all the rest. */
const namesIn = (listings: Listings): { readonly existing: readonly string[]; readonly others: readonly string[] } => {
  const namesOf = (kinds: readonly string[]) => kinds.flatMap((kind) => rowsIn(listings, kind).map(({ name }) => name));
  const workloads = namesOf(["deployment", "statefulset", "daemonset", "job"]);
  const rest = [...listings.keys()].filter((kind) => kind !== "event");
  return { existing: workloads.length > 0 ? workloads : namesOf(["pod"]), others: namesOf(rest) };
};
