import type { Catalog } from "../../catalog/types.ts";
import type { SaidTime } from "../../language/text/days.ts";
import { together } from "../../overview/chains.ts";
import { listEverywhere, singleReadLimit } from "../../overview/list-everywhere.ts";
import { rowsNamed } from "../../overview/scope.ts";
import type { Chain } from "../../overview/types.ts";
import { type EventFacts, eventFacts } from "../../results/event-facts.ts";
import { spanSaid, type TimeSpan } from "../../results/time-span.ts";
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
  readonly time?: SaidTime;
};

const day = 86_400;

/** How far back the last rollout is looked for. */
const rolloutSeconds = 7 * day;

/**
 * What changed in a place, by code: revisions with their differences, events, restarts, conditions of nodes. Events are
 * kept for a while only, which is told; the others reach back as long as the objects live.
 */
export function* timeline(scope: TimelineScope): Chain<Timeline> {
  const { catalog, cluster, namespace, name, now, time } = scope;
  const said = spanFor(scope);
  const sinceSeconds = (now - said.from) / 1000;
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
  const all = [...found.flat(), ...eventChanges(events, now)].toSorted((left, right) => right.at - left.at);
  const rollout = time?.word === "rollout" ? all.find(({ says }) => rolloutWords.has(says)) : undefined;
  const from = rollout?.at ?? said.from;
  const ages = events.flatMap(({ ageSeconds }) => ageSeconds ?? []);
  const revisionAges = kept.flatMap(({ rows }) => rows.flatMap((row) => ageOf(row, now) ?? []));
  return {
    cluster,
    ...(namespace === undefined ? {} : { namespace }),
    ...(name === undefined ? {} : { name }),
    ...(time === undefined ? {} : { time }),
    from,
    to: said.to,
    ...(rollout === undefined ? {} : { rollout }),
    now,
    changes: all.filter(({ at }) => at >= from && at <= said.to),
    later: all.filter(({ at }) => at > said.to),
    eventsReach: ages.length === 0 ? undefined : Math.max(...ages),
    revisionsReach: revisionAges.length === 0 ? undefined : Math.max(...revisionAges),
    ...scout.sight(),
  };
}

const rolloutWords: ReadonlySet<string> = new Set(["revision", "sameRevision", "rolledBack", "firstRevision"]);

const spanFor = ({ now, time, sinceSeconds }: TimelineScope): TimeSpan => {
  const since = (seconds: number) => ({ from: now - seconds * 1000, to: now });
  if (sinceSeconds !== undefined || time === undefined) return since(sinceSeconds ?? day);
  return spanSaid(time, now) ?? since(rolloutSeconds);
};

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
