import { resourceOfKind } from "../../catalog/resource-words.ts";
import { together } from "../../overview/chains.ts";
import type { Chain } from "../../overview/types.ts";
import { parseTimestamp, secondsSince } from "../../results/age.ts";
import { grouped } from "../../results/grouped.ts";
import type { Row } from "../../results/types.ts";
import { at, isRecord, listAt, numberAt, scalarText, textAt, type UnknownRecord } from "../../results/values.ts";
import type { Scout } from "../scout.ts";
import type { Thing } from "../types.ts";
import type { Change } from "./types.ts";

/** Objects that are read to compare revisions. */
const readLimit = 10;

/** Deployments keep a replica set for each revision, stateful and daemon sets a controller revision. */
type Kept = "replicaset" | "controllerrevision";

type Span = { readonly resource: Kept; readonly rows: readonly Row[]; readonly sinceSeconds: number };

/** What each revision of a workload changed against the one before: images, environment, resources. */
export function* revisionChanges(scout: Scout, { resource, rows, sinceSeconds }: Span): Chain<readonly Change[]> {
  const isRecent = (row: Row) => (ageOf(row, scout.now) ?? 0) <= sinceSeconds;
  const groups = grouped(rows, (row) => `${row.namespace ?? ""}/${ownerBy(row.name)}`);
  const fresh = [...groups.values()].filter((group) => group.some(isRecent)).flat();
  const chosen = fresh.toSorted((left, right) => (ageOf(left, scout.now) ?? 0) - (ageOf(right, scout.now) ?? 0));
  if (chosen.length > readLimit) scout.missed(resource, "", "incomplete");
  const found = yield* together(
    chosen.slice(0, readLimit).map(({ name, namespace = "" }) => scout.one({ resource, namespace, name })),
  );
  const kept = found.flatMap((each) => (each.kind === "found" ? [revisionIn(each.object)] : []));
  return [...grouped(kept, ({ thing }) => JSON.stringify(thing)).values()].flatMap(changesOf);
}

/** Age of what keeps a revision, in seconds. */
export const ageOf = ({ fields, object }: Row, now: number): number | undefined =>
  secondsSince(fields.age ?? fields.created ?? textAt(object, "metadata", "creationTimestamp"), now);

/** What keeps a revision is called after its workload and a hash. */
const ownerBy = (name: string): string => name.replace(/-[a-z0-9]{5,10}$/, "");

type Revision = {
  readonly thing: Thing;
  readonly number: number;
  readonly at: number | undefined;
  /** The spec of its pods. */
  readonly spec: unknown;
};

const revisionIn = (object: UnknownRecord): Revision => {
  const owner = listAt(object, "metadata", "ownerReferences").find((each) => at(each, "controller") === true);
  const isSet = at(object, "data") === undefined;
  return {
    thing: {
      resource: resourceOfKind(textAt(owner, "kind"))?.key ?? "deployment",
      namespace: textAt(object, "metadata", "namespace"),
      name: textAt(owner, "name") || ownerBy(textAt(object, "metadata", "name")),
    },
    number:
      (isSet
        ? numberAt(at(object, "metadata", "annotations"), "deployment.kubernetes.io/revision")
        : numberAt(object, "revision")) ?? 0,
    at: parseTimestamp(textAt(object, "metadata", "creationTimestamp")),
    spec: at(object, ...(isSet ? [] : ["data"]), "spec", "template", "spec"),
  };
};

/** What each of the revisions of one workload changed. */
const changesOf = (revisions: readonly Revision[]): readonly Change[] => {
  const ordered = revisions.toSorted((left, right) => left.number - right.number);
  return ordered.flatMap(({ thing, number: revision, at: time, spec }, index): readonly Change[] => {
    if (time === undefined) return [];
    const before = ordered[index - 1];
    if (!before) return [{ at: time, thing, says: "firstRevision", slots: { revision, what: imagesOf(spec) } }];
    const differences = differencesOf(before.spec, spec);
    const slots = { from: before.number, revision, what: differences.join("; ") };
    // A template that was taken again keeps the time at which it was first made.
    if (before.at !== undefined && before.at > time) return [{ at: before.at + 1, thing, says: "rolledBack", slots }];
    return [{ at: time, thing, says: differences.length === 0 ? "sameRevision" : "revision", slots }];
  });
};

const containersOf = (spec: unknown): readonly unknown[] => [
  ...listAt(spec, "initContainers"),
  ...listAt(spec, "containers"),
];

const imagesOf = (spec: unknown): string =>
  containersOf(spec)
    .map((container) => textAt(container, "image"))
    .join(", ");

/** `web: image a → b`, a line for each value that differs. */
const differencesOf = (before: unknown, after: unknown): readonly string[] => {
  const names = [...new Set([...containersOf(before), ...containersOf(after)].map((each) => textAt(each, "name")))];
  return names.flatMap((name) => {
    const [old, fresh] = [before, after].map((spec) =>
      valuesOf(containersOf(spec).find((container) => textAt(container, "name") === name)),
    );
    const keys = [...new Set([...Object.keys(old ?? {}), ...Object.keys(fresh ?? {})])];
    return keys
      .filter((key) => old?.[key] !== fresh?.[key])
      .map((key) => `${name}: ${key} ${old?.[key] ?? "-"} → ${fresh?.[key] ?? "-"}`);
  });
};

/** What of a container counts as a change, flat. A value that comes from elsewhere is told by where it comes from. */
const valuesOf = (container: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [
      ["image", textAt(container, "image")],
      ["command", [...listAt(container, "command"), ...listAt(container, "args")].join(" ")],
      ...listAt(container, "env").map((each) => [`env ${textAt(each, "name")}`, textAt(each, "value") || source(each)]),
      ...listAt(container, "envFrom").map((each) => ["envFrom", source(each)]),
      ...["requests", "limits"].flatMap((kind) =>
        pairsOf(at(container, "resources", kind)).map(([key, value]) => [`${kind}.${key}`, value]),
      ),
    ].filter(([, value]) => value !== ""),
  );

const source = (value: unknown): string =>
  ["configMapRef", "secretRef"].map((key) => textAt(value, key, "name")).find((name) => name !== "") ??
  ["configMapKeyRef", "secretKeyRef", "fieldRef"]
    .map((key) =>
      [
        textAt(value, "valueFrom", key, "name"),
        textAt(value, "valueFrom", key, "key") || textAt(value, "valueFrom", key, "fieldPath"),
      ]
        .filter((part) => part !== "")
        .join("/"),
    )
    .find((name) => name !== "") ??
  "";

const pairsOf = (value: unknown): readonly (readonly [string, string])[] =>
  Object.entries(isRecord(value) ? value : {}).map(([key, each]) => [key, scalarText(each) ?? ""]);
