import type { Catalog } from "../../catalog/types.ts";
import { together } from "../../overview/chains.ts";
import { listEverywhere, singleReadLimit } from "../../overview/list-everywhere.ts";
import { rowsNamed } from "../../overview/scope.ts";
import type { Chain } from "../../overview/types.ts";
import { type EventFacts, eventFacts } from "../../results/event-facts.ts";
import type { Row } from "../../results/types.ts";
import { createScout, type Scout } from "../scout.ts";
import { conditionChanges } from "./conditions.ts";
import { eventChanges } from "./events.ts";
import { restartChanges } from "./restarts.ts";
import { ageOf, revisionChanges } from "./revisions.ts";
import type { Change, Timeline } from "./types.ts";

export type TimelineScope = {
  readonly catalog: Catalog;
  readonly cluster: string;
  /** Only this namespace; only what has this in its name. */
  readonly namespace?: string;
  readonly name?: string;
  readonly now: number;
  /** Default a day. */
  readonly sinceSeconds?: number;
};

const day = 86_400;

/**
 * What changed in a place, by code: revisions with their differences, events, restarts, conditions of nodes. Events are
 * kept for a while only, which is told; the others reach back as long as the objects live.
 */
export function* timeline(scope: TimelineScope): Chain<Timeline> {
  const { catalog, cluster, namespace, name, now, sinceSeconds = day } = scope;
  const scout = createScout({ catalog, cluster, now });
  const place = { catalog, cluster, ...(namespace === undefined ? {} : { namespace }) };
  const kinds = ["pod", "replicaset", "controllerrevision", "event", "node"] as const;
  const listings = yield* together(
    kinds.map((kind) => listEverywhere(kind === "node" ? { catalog, cluster } : place, kind)),
  );
  const listed = (kind: (typeof kinds)[number]): readonly Row[] | undefined => {
    const listing = listings[kinds.indexOf(kind)];
    if (listing?.kind === "listed") scout.saw(kind, "");
    else scout.missed(kind, "", listing?.cause ?? "no_tool");
    return listing?.kind === "listed" ? rowsNamed(listing.items, kind, name) : undefined;
  };
  const rowsOf = (kind: (typeof kinds)[number]): readonly Row[] => listed(kind) ?? [];
  const pods = rowsOf("pod");
  const events = yield* eventsOf(scout, { rows: listed("event"), pods });
  const kept = (["replicaset", "controllerrevision"] as const).map((resource) => ({
    resource,
    rows: rowsOf(resource),
  }));
  const wide = namespace === undefined && name === undefined;
  const found = yield* together<readonly Change[]>([
    ...kept.map(({ resource, rows }) => revisionChanges(scout, { resource, rows, sinceSeconds })),
    restartChanges(scout, { rows: pods, sinceSeconds }),
    conditionChanges(scout, wide ? rowsOf("node") : rowsOf("node").filter((row) => row.fields.status !== "Ready")),
  ]);
  const earliest = now - sinceSeconds * 1000;
  const changes = [...found.flat(), ...eventChanges(events, now)].filter(({ at }) => at >= earliest);
  const ages = events.flatMap(({ ageSeconds }) => ageSeconds ?? []);
  const revisionAges = kept.flatMap(({ rows }) => rows.flatMap((row) => ageOf(row, now) ?? []));
  return {
    cluster,
    ...(namespace === undefined ? {} : { namespace }),
    ...(name === undefined ? {} : { name }),
    sinceSeconds,
    now,
    changes: changes.toSorted((left, right) => right.at - left.at),
    eventsReach: ages.length === 0 ? undefined : Math.max(...ages),
    revisionsReach: revisionAges.length === 0 ? undefined : Math.max(...revisionAges),
    ...scout.sight(),
  };
}

type Listed = { readonly rows: readonly Row[] | undefined; readonly pods: readonly Row[] };

/** Events of all, or of some pods where only those can be had. */
function* eventsOf(scout: Scout, { rows, pods }: Listed): Chain<readonly EventFacts[]> {
  // Servers that list events by their names only tell nothing of them.
  const told = rows?.map((row) => eventFacts(row, scout.now)).filter(({ reason }) => reason !== "");
  if (rows?.length === 0 || (told ?? []).length > 0) return told ?? [];
  const some = pods.slice(0, singleReadLimit);
  const single = yield* together(
    some.map(({ name, namespace = "" }) => scout.events({ resource: "pod", namespace, name })),
  );
  if (pods.length > some.length) scout.missed("event", "", "incomplete");
  return single.flatMap((events, index) =>
    events.map((event) => ({
      ...event,
      object: event.object || `pod/${some[index]?.name ?? ""}`,
      namespace: event.namespace ?? some[index]?.namespace,
    })),
  );
}
