import type { CallResult } from "@k8s-copilot/crew";
import { nameParameterOf, parameterOf } from "../catalog/arguments.ts";
import { resourceByKey } from "../catalog/resources.ts";
import type { CallTemplate } from "../catalog/types.ts";
import { both } from "../overview/chains.ts";
import { failureOf, listingOf, type Place, templateOfOne } from "../overview/list-everywhere.ts";
import type { Chain, Listing } from "../overview/types.ts";
import { readDescribed } from "../results/describe/read-described.ts";
import { type EventFacts, eventFacts } from "../results/event-facts.ts";
import { parseResult } from "../results/parse-result.ts";
import { isApiObject, rowOf } from "../results/rows.ts";
import type { Row } from "../results/types.ts";
import { listAt, type UnknownRecord } from "../results/values.ts";
import { type LogWanted, readLog } from "./read-log.ts";
import { createNotes, createReads } from "./reads.ts";
import type { Diagnosis, Thing } from "./types.ts";

/** One object: the whole of it, nothing because it does not exist, or unknown because it could not be read. */
export type Found =
  | { readonly kind: "found"; readonly object: UnknownRecord }
  | { readonly kind: "missing" }
  | { readonly kind: "unseen" };

/** Reads for one diagnosis, nothing twice, and keeps what was and what could not be looked at. */
export type Scout = {
  readonly cluster: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  one(thing: Thing): Chain<Found>;
  /** Rows of a kind in a namespace; undefined when they cannot be listed. */
  list(resource: string, namespace: string, selector?: string): Chain<readonly Row[] | undefined>;
  events(thing: Thing): Chain<readonly EventFacts[]>;
  /** An object and its events, side by side where they are different reads. */
  whole(thing: Thing): Chain<readonly [Found, readonly EventFacts[]]>;
  /** The last lines of a container's log, oldest first. */
  log(pod: Thing, wanted: LogWanted): Chain<readonly string[]>;
  /** Something that was looked at by other means. */
  saw(resource: string, name: string): void;
  /** Something that was left out, and why. */
  missed(resource: string, name: string, cause: string): void;
  sight(): Pick<Diagnosis, "seen" | "unseen">;
};

type Target = Pick<Place, "catalog" | "cluster"> & { readonly now: number };

export const createScout = ({ catalog, cluster, now }: Target): Scout => {
  const { note, sight } = createNotes();
  const { read, callOf } = createReads({ cluster });
  /** Events that stood in the description of a thing. */
  const described = new Map<string, readonly Row[]>();

  function* one(thing: Thing): Chain<Found> {
    const { resource, namespace, name } = thing;
    const template = templateOfOne({ catalog, cluster }, resource);
    const result =
      template && (yield* read(callOf(template, resource, { namespace: placed(resource, namespace), name })));
    const failure = failureOf(result);
    if (failure?.cause === "not_found") return { kind: "missing" };
    const object = result && !failure ? objectIn(result, thing, now) : undefined;
    const told = listAt(object, "described", "events");
    if (object && "described" in object)
      described.set(
        keyOf(thing),
        told.flatMap((event) => rowOf(event, "event") ?? []),
      );
    note(resource, name, failure ?? (object ? undefined : { cause: "unreadable", detail: "" }));
    return object ? { kind: "found", object } : { kind: "unseen" };
  }

  function* list(resource: string, namespace: string, selector?: string): Chain<readonly Row[] | undefined> {
    const place = placed(resource, namespace);
    const template = catalog.find({ verb: "list", resource, scope: "one" })[0];
    const can = template && (selector === undefined || parameterOf(template.entry, "labelSelector"));
    const said = { namespace: place, ...(selector === undefined ? {} : { labelSelector: selector }) };
    if (!template || !can) {
      if (!template) note(resource, "", { cause: "no_tool", detail: "" });
      return undefined;
    }
    const listing = listingOf(yield* read(callOf(template, resource, said)), resource);
    note(resource, "", listing.kind === "unlisted" ? listing : undefined);
    return listing.kind === "listed" ? listing.items : undefined;
  }

  function* events(thing: Thing): Chain<readonly EventFacts[]> {
    const { resource, name } = thing;
    const template = eventsTemplate(resource);
    const ofOne = template !== undefined && nameParameterOf(template.entry, "event") !== undefined;
    // What stands in no namespace has its events in `default`.
    const namespace = placed(resource, thing.namespace) ?? "default";
    const said = { namespace, ...(ofOne ? { name } : {}) };
    const listed = listingOf(template && (yield* read(callOf(template, "event", said))), "event");
    // Where events cannot be listed, or by their names only, the description of the thing may hold them.
    if (tellsNothing(listed)) yield* one(thing);
    const own = listed.kind === "unlisted" ? [] : ownEvents(thing, factsOf(listed.items), ofOne);
    const told = own.length > 0 ? undefined : described.get(keyOf(thing));
    note("event", name, listed.kind === "unlisted" && told === undefined ? listed : undefined);
    return told === undefined ? own : ownEvents(thing, factsOf(told), true);
  }

  const factsOf = (rows: readonly Row[]) => rows.map((row) => eventFacts(row, now));

  const eventsTemplate = (resource: string): CallTemplate | undefined =>
    catalog.find({ verb: "list", resource: "event", scope: "one", of: resource })[0];

  function* whole(thing: Thing): Chain<readonly [Found, readonly EventFacts[]]> {
    if (eventsTemplate(thing.resource)) return yield* both(one(thing), events(thing));
    return [yield* one(thing), yield* events(thing)];
  }

  return {
    cluster,
    now,
    one,
    list,
    events,
    whole,
    log: (pod, wanted) => readLog({ catalog, read, callOf, note }, pod, wanted),
    saw: (resource, name) => note(resource, name, undefined),
    missed: (resource, name, cause) => note(resource, name, { cause, detail: "" }),
    sight,
  };
};

const placed = (resource: string, namespace: string): string | undefined =>
  resourceByKey.get(resource)?.namespaced === false || namespace === "" ? undefined : namespace;

/** The object as it is, or as `kubectl describe` tells it. */
const objectIn = (result: CallResult, { resource, name }: Thing, now: number): UnknownRecord | undefined => {
  const parsed = parseResult({ text: result.text, structured: result.structured, verb: "get", resource });
  const object = parsed.form === "object" ? parsed.object : parsed.form === "rows" ? parsed.rows[0]?.object : undefined;
  if (object !== undefined && (isApiObject(object) || rowOf(object, resource) !== undefined)) return object;
  return readDescribed(result.text, { resource, name, now });
};

const keyOf = ({ resource, namespace, name }: Thing): string => JSON.stringify([resource, namespace, name]);

const tellsNothing = (listing: Listing<Row>): boolean =>
  listing.kind === "unlisted" ||
  (listing.items.length > 0 && listing.items.every(({ fields }) => (fields.reason ?? fields.message) === undefined));

/** What happened to a thing, the latest first; `isOwn`: only events of it were asked for. Bare names tell nothing. */
const ownEvents = ({ resource, name }: Thing, events: readonly EventFacts[], isOwn: boolean): readonly EventFacts[] => {
  const own = `${resourceByKey.get(resource)?.kind.toLowerCase() ?? resource}/${name}`;
  return events
    .filter(({ object, reason, message }) => {
      if (reason === "" && message === "") return false;
      return (isOwn && object === "") || object === own || object === name;
    })
    .toSorted((left, right) => (left.ageSeconds ?? 1e9) - (right.ageSeconds ?? 1e9));
};
