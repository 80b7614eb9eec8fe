import type { View } from "../language/types.ts";
import { nodeFacts } from "../results/cluster-facts.ts";
import type { Row } from "../results/types.ts";
import { checks } from "./checks.ts";
import { type Place, readOf, templateOfOne } from "./list-everywhere.ts";
import { type Listings, listingIn, rowsIn } from "./listings.ts";
import { countNodes, nodeTroubles } from "./node-troubles.ts";
import { countPods, podTroubles, readinessNote } from "./pod-troubles.ts";
import { readResources } from "./read-resources.ts";
import { rowsNamed, type Scope } from "./scope.ts";
import type { Chain, ClusterSurvey, Listing, ListingNote, Trouble, Unseen } from "./types.ts";
import { worstOfEachKind } from "./worst-first.ts";

type Sight = Pick<ClusterSurvey, "seen" | "unseen" | "notes">;

/** What was looked at, and what could not be or not wholly. */
export const visibility = (scope: Scope, listings: Listings): Sight => ({
  seen: [...listings].flatMap(([kind, listing]) => (listing.kind === "listed" ? [kind] : [])),
  unseen: [
    ...scope.unseen,
    ...[...listings].flatMap(([resource, listing]): readonly Unseen[] =>
      listing.kind === "unlisted" ? [{ resource, cause: listing.cause, detail: listing.detail }] : [],
    ),
  ],
  notes: [...[...listings.values()].flatMap(notesOf), ...readinessNote(rowsIn(listings, "pod"))].filter(isFirst),
});

const notesOf = (listing: Listing<Row>): readonly ListingNote[] =>
  listing.kind === "listed" ? (listing.notes ?? []) : [];

const isFirst = (note: ListingNote, index: number, all: readonly ListingNote[]): boolean =>
  all.findIndex((other) => JSON.stringify(other) === JSON.stringify(note)) === index;

type Moment = { readonly view: View; readonly now: number };

type Findings = Sight & Pick<ClusterSurvey, "version" | "nodes" | "pods" | "resources" | "troubles">;

/** What the listings of one cluster come to. */
export function* findings(scope: Scope, listings: Listings, { now, view }: Moment): Chain<Findings> {
  const [nodes, pods] = [listingIn(listings, "node"), listingIn(listings, "pod")];
  const facts = rowsIn(listings, "node").map((row) => nodeFacts(row, now));
  const version = facts.map((node) => node.version ?? "").find((text) => text !== "");
  return {
    ...visibility(scope, listings),
    version: version ?? (yield* readVersion(scope.place)),
    nodes: nodes.kind === "listed" ? countNodes(facts) : null,
    pods: pods.kind === "listed" ? countPods(pods.items, now) : null,
    resources: view === "overview" ? yield* readResources(scope.place, { nodes, pods }) : null,
    troubles: worstOfEachKind(
      withoutEchoes([
        ...namespaceTroubles(scope),
        ...nodeTroubles(rowsNamed(rowsIn(listings, "node"), "node", scope.name), now),
        ...podTroubles(rowsIn(listings, "pod"), now),
        ...Object.entries(checks).flatMap(([kind, check]) => check(rowsIn(listings, kind), now)),
      ]),
    ),
  };
}

/** A namespace that is being deleted lists as empty, which must not pass for healthy. */
const namespaceTroubles = ({ place, terminating }: Scope): readonly Trouble[] =>
  terminating
    .filter((name) => name === place.namespace)
    .map((name) => ({ resource: "namespace", namespace: "", name, what: "Terminating" }));

/** Events about a thing that is in the list already say the same once more. */
const withoutEchoes = (troubles: readonly Trouble[]): readonly Trouble[] =>
  troubles.filter(
    ({ resource, name }) =>
      resource !== "event" || !troubles.some((other) => other.resource !== "event" && name.endsWith(`/${other.name}`)),
  );

/** The version, from whatever tells about the cluster itself, when its nodes do not. */
function* readVersion(place: Place): Chain<string> {
  const template = templateOfOne(place, "cluster");
  if (!template || template.entry.parameters.some(({ required, role }) => required && role !== "cluster")) return "";
  const [result] = yield [readOf(place, template, { resource: "cluster" })];
  return result?.outcome === "ok" ? (/\bv?1\.\d{1,3}\.\d{1,3}[\w.+-]*/.exec(result.text)?.[0] ?? "") : "";
}
