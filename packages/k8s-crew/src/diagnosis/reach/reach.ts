import type { ReachAsked } from "../../language/types.ts";
import { together } from "../../overview/chains.ts";
import type { Chain } from "../../overview/types.ts";
import type { Row } from "../../results/types.ts";
import { isRecord, listAt, textAt, type UnknownRecord } from "../../results/values.ts";
import type { DiagnosisPlace } from "../diagnose.ts";
import { workloadOf } from "../owner.ts";
import { createScout, type Scout } from "../scout.ts";
import type { Diagnosis, Thing } from "../types.ts";
import { type Labels, labelsAt } from "./labels.ts";
import { type Applied, appliedTo, type Peer } from "./policies.ts";

/** Policies of one namespace that are read. */
const mostPolicies = 20;

/** A service that leads to the pods in question. */
export type Way = { readonly name: string; readonly ports: string; readonly ready: number | undefined };

/** What reads tell of whether something is let through. */
export type Reach = Pick<Diagnosis, "cluster" | "target" | "seen" | "unseen"> & {
  /** What was to be reached, where nothing is called so: the policies around are those of what is named. */
  readonly sought?: string;
  /** Undefined: nobody was named; `found` false: nothing is called so. */
  readonly from:
    | { readonly name: string; readonly namespace: string; readonly found: boolean; readonly pod: string }
    | undefined;
  /** Undefined where policies could not be read. */
  readonly ingress: readonly Applied[] | undefined;
  readonly egress: readonly Applied[] | undefined;
  readonly ways: readonly Way[];
};

/**
 * Whether the network lets one thing through to another: the policies about both, and the services in front of the one
 * that is reached. What a network plugin makes of them, no read tells.
 */
export function* reachOf(
  { catalog, cluster, now }: DiagnosisPlace,
  { thing, from, sought }: { readonly thing: Thing } & ReachAsked,
): Chain<Reach> {
  const scout = createScout({ catalog, cluster, now });
  const target = thing.resource === "pod" ? yield* workloadOf(scout, thing) : thing;
  const labels = yield* labelsOf(scout, target);
  if (sought !== undefined) {
    const around = yield* policiesIn(scout, target.namespace);
    const peer = labels && { labels, namespace: target.namespace, namespaceLabels: {} };
    const ingress = around && appliedTo(around, "any", { direction: "Ingress", peer });
    return { cluster, target, sought, from: undefined, ingress, egress: [], ways: [], ...scout.sight() };
  }
  const source = from === undefined ? undefined : yield* podCalled(scout, from, target.namespace);
  const policies = yield* policiesIn(scout, target.namespace);
  const peer = source && (yield* peerOf(scout, source));
  const own = !source || source.namespace === target.namespace ? policies : yield* policiesIn(scout, source.namespace);
  const there: Peer | undefined = labels && { labels, namespace: target.namespace, namespaceLabels: {} };
  return {
    cluster,
    target,
    from:
      from === undefined
        ? undefined
        : { name: from, namespace: source?.namespace ?? "", found: source !== undefined, pod: source?.name ?? "" },
    ingress: policies && labels && appliedTo(policies, labels, { direction: "Ingress", peer }),
    egress: peer && own && there ? appliedTo(own, peer.labels, { direction: "Egress", peer: there }) : [],
    ways: labels ? yield* waysTo(scout, target.namespace, labels) : [],
    ...scout.sight(),
  };
}

/** The labels that its pods have. */
function* labelsOf(scout: Scout, thing: Thing): Chain<Labels | undefined> {
  const found = yield* scout.one(thing);
  if (found.kind !== "found") return undefined;
  if (thing.resource === "service") return labelsAt(found.object, "spec", "selector");
  const own = thing.resource === "pod" ? ["metadata", "labels"] : ["spec", "template", "metadata", "labels"];
  return labelsAt(found.object, ...own);
}

/** A pod that goes by the name, here before anywhere else. */
function* podCalled(scout: Scout, name: string, namespace: string): Chain<Thing | undefined> {
  for (const place of [namespace, ""]) {
    const rows = yield* scout.list("pod", place);
    const row = rows?.find(isCalled(name)) ?? rows?.find((each) => each.name.includes(name));
    if (row) return { resource: "pod", namespace: row.namespace ?? place, name: row.name };
  }
  return undefined;
}

const isCalled =
  (name: string) =>
  (row: Row): boolean =>
    row.name === name || row.name.startsWith(`${name}-`);

function* peerOf(scout: Scout, pod: Thing): Chain<Peer | undefined> {
  const found = yield* scout.one(pod);
  if (found.kind !== "found") return undefined;
  const place = yield* scout.one({ resource: "namespace", namespace: "", name: pod.namespace });
  const namespaceLabels = place.kind === "found" ? labelsAt(place.object, "metadata", "labels") : {};
  return { labels: labelsAt(found.object, "metadata", "labels"), namespace: pod.namespace, namespaceLabels };
}

/** All policies of a namespace, in full. Undefined where they cannot be read. */
function* policiesIn(scout: Scout, namespace: string): Chain<readonly UnknownRecord[] | undefined> {
  const rows = yield* scout.list("networkpolicy", namespace);
  if (rows === undefined || rows.length > mostPolicies) return undefined;
  const read = yield* together(rows.map((row) => whole(scout, row, namespace)));
  const objects = read.flatMap((object) => (object === undefined ? [] : [object]));
  return objects.length < rows.length ? undefined : objects;
}

function* whole(scout: Scout, row: Row, namespace: string): Chain<UnknownRecord | undefined> {
  if (row.object !== undefined && isRecord(row.object.spec)) return row.object;
  const found = yield* scout.one({ resource: "networkpolicy", namespace, name: row.name });
  return found.kind === "found" ? found.object : undefined;
}

/** Services that select the pods, with how many of these are ready behind each. */
function* waysTo(scout: Scout, namespace: string, labels: Labels): Chain<readonly Way[]> {
  const rows = yield* scout.list("service", namespace);
  const leading = (rows ?? []).filter(({ fields }) => isSelected(fields.selector ?? "", labels)).slice(0, 3);
  return yield* together(leading.map((row) => wayBy(scout, row, namespace)));
}

const isSelected = (selector: string, labels: Labels): boolean => {
  const pairs = selector.split(",").flatMap((pair) => (pair.includes("=") ? [pair.split("=")] : []));
  return pairs.length > 0 && pairs.every(([key = "", value]) => labels[key] === value);
};

function* wayBy(scout: Scout, { name, fields }: Row, namespace: string): Chain<Way> {
  const endpoints = yield* scout.one({ resource: "endpoint", namespace, name });
  const ready =
    endpoints.kind === "found"
      ? listAt(endpoints.object, "subsets").reduce<number>((sum, subset) => sum + listAt(subset, "addresses").length, 0)
      : endpoints.kind === "missing"
        ? 0
        : undefined;
  return { name, ports: fields.ports ?? textAt(fields, "port(s)"), ready };
}
