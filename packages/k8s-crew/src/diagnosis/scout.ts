import type { CallResult } from "@k8s-copilot/crew";
import { resourceByKey } from "../catalog/resources.ts";
import type { CallTemplate } from "../catalog/types.ts";
import { failureOf, listingOf, type Place, templateOfOne } from "../overview/list-everywhere.ts";
import type { Chain, Read } from "../overview/types.ts";
import { argumentsFor, nameParameterOf, parameterOf, type Said } from "../plan/arguments.ts";
import { type EventFacts, eventFacts } from "../results/event-facts.ts";
import { logText } from "../results/log-text.ts";
import { parseResult } from "../results/parse-result.ts";
import { isApiObject, rowOf } from "../results/rows.ts";
import type { Row } from "../results/types.ts";
import type { UnknownRecord } from "../results/values.ts";
import type { Diagnosis, Sight, Thing } from "./types.ts";

/** One object: the whole of it, nothing because it does not exist, or unknown because it could not be read. */
export type Found =
  | { readonly kind: "found"; readonly object: UnknownRecord }
  | { readonly kind: "missing" }
  | { readonly kind: "unseen" };

export type LogWanted = { readonly container: string; readonly previous: boolean };

/** Reads for one diagnosis, nothing twice, and keeps what was and what could not be looked at. */
export type Scout = {
  readonly cluster: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  one(thing: Thing): Chain<Found>;
  /** Rows of a kind in a namespace; undefined when they cannot be listed. */
  list(resource: string, namespace: string, selector?: string): Chain<readonly Row[] | undefined>;
  events(thing: Thing): Chain<readonly EventFacts[]>;
  /** The last lines of a container's log, oldest first. */
  log(pod: Thing, wanted: LogWanted): Chain<readonly string[]>;
  /** Something that was looked at by other means. */
  saw(resource: string, name: string): void;
  /** Something that was left out, and why. */
  missed(resource: string, name: string, cause: string): void;
  sight(): Pick<Diagnosis, "seen" | "unseen">;
};

/** The time that servers put before a line of a log: the end of the run is told beside it. */
const timeAtStart = /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2}) /;

/** Lines of a log that are read to find its last words. */
export const logTail = 20;

type Target = Pick<Place, "catalog" | "cluster"> & { readonly now: number };

export const createScout = ({ catalog, cluster, now }: Target): Scout => {
  const seen = new Map<string, Sight>();
  const unseen = new Map<string, Diagnosis["unseen"][number]>();
  const kept = new Map<string, CallResult>();

  const note = (resource: string, name: string, failure: { cause: string; detail: string } | undefined): void => {
    const key = `${resource} ${name}`;
    if (failure === undefined) seen.set(key, { resource, name });
    else unseen.set(key, { resource, name, ...failure });
  };

  function* read(call: Read): Chain<CallResult | undefined> {
    const key = JSON.stringify([call.tool, Object.entries(call.args).toSorted()]);
    const known = kept.get(key);
    if (known) return known;
    const [result] = yield [call];
    if (result) kept.set(key, result);
    return result;
  }

  const callOf = ({ entry, args }: CallTemplate, resource: string, said: Said): Read => ({
    tool: entry.tool,
    args: { ...argumentsFor(entry, resource, { cluster: cluster === "" ? undefined : cluster, ...said }), ...args },
  });

  function* one(thing: Thing): Chain<Found> {
    const { resource, namespace, name } = thing;
    const template = templateOfOne({ catalog, cluster }, resource);
    const result =
      template && (yield* read(callOf(template, resource, { namespace: placed(resource, namespace), name })));
    const failure = failureOf(result);
    if (failure?.cause === "not_found") return { kind: "missing" };
    const object = result && !failure ? objectIn(result, resource) : undefined;
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
    const template = catalog.find({ verb: "list", resource: "event", scope: "one", of: resource })[0];
    const ofOne = template !== undefined && nameParameterOf(template.entry, "event") !== undefined;
    // What stands in no namespace has its events in `default`.
    const namespace = placed(resource, thing.namespace) ?? "default";
    const said = { namespace, ...(ofOne ? { name } : {}) };
    const result = template && (yield* read(callOf(template, "event", said)));
    const listing = listingOf(result, "event");
    note("event", name, listing.kind === "unlisted" ? listing : undefined);
    if (listing.kind === "unlisted") return [];
    const own = `${resourceByKey.get(resource)?.kind.toLowerCase() ?? resource}/${name}`;
    return listing.items
      .map((row) => eventFacts(row, now))
      .filter(({ object }) => (ofOne && object === "") || object === own || object === name)
      .toSorted((left, right) => (left.ageSeconds ?? 1e9) - (right.ageSeconds ?? 1e9));
  }

  function* log(pod: Thing, { container, previous }: LogWanted): Chain<readonly string[]> {
    const template = catalog.find({ verb: "logs", resource: "pod" })[0];
    const canPrevious = template !== undefined && parameterOf(template.entry, "previous") !== undefined;
    const name = previous ? "previous" : "";
    if (!template || (previous && !canPrevious)) {
      note("log", name, { cause: "no_tool", detail: "" });
      return [];
    }
    const said = { namespace: pod.namespace, name: pod.name, container, tail: logTail };
    const result = yield* read(callOf(template, "pod", { ...said, ...(previous ? { previous } : {}) }));
    const failure = failureOf(result);
    note("log", name, failure);
    if (!result || failure) return [];
    return logText(result.text, result.structured)
      .split("\n")
      .map((line) => line.replace(timeAtStart, "").trimEnd())
      .filter((line) => line !== "");
  }

  return {
    cluster,
    now,
    one,
    list,
    events,
    log,
    saw: (resource, name) => note(resource, name, undefined),
    missed: (resource, name, cause) => note(resource, name, { cause, detail: "" }),
    sight: () => ({ seen: [...seen.values()], unseen: [...unseen.values()] }),
  };
};

const placed = (resource: string, namespace: string): string | undefined =>
  resourceByKey.get(resource)?.namespaced === false || namespace === "" ? undefined : namespace;

const objectIn = (result: CallResult, resource: string): UnknownRecord | undefined => {
  const parsed = parseResult({ text: result.text, structured: result.structured, verb: "get", resource });
  const object = parsed.form === "object" ? parsed.object : parsed.form === "rows" ? parsed.rows[0]?.object : undefined;
  return object !== undefined && (isApiObject(object) || rowOf(object, resource) !== undefined) ? object : undefined;
};
