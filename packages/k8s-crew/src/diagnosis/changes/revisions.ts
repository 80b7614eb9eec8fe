import { together } from "../../overview/chains.ts";
import type { Chain } from "../../overview/types.ts";
import { parseTimestamp, secondsSince } from "../../results/age.ts";
import type { Row } from "../../results/types.ts";
import { at, isRecord, listAt, numberAt, scalarText, textAt, type UnknownRecord } from "../../results/values.ts";
import { grouped } from "../grouped.ts";
import type { Scout } from "../scout.ts";
import type { Thing } from "../types.ts";
import type { Change } from "./types.ts";

/** Replica sets that are read to compare revisions. */
const readLimit = 10;

type Span = { readonly rows: readonly Row[]; readonly sinceSeconds: number };

/** What each revision of a deployment changed against the one before: images, environment, resources. */
export function* revisionChanges(scout: Scout, { rows, sinceSeconds }: Span): Chain<readonly Change[]> {
  const isRecent = (row: Row) => (ageOf(row, scout.now) ?? 0) <= sinceSeconds;
  const groups = grouped(rows, (row) => `${row.namespace ?? ""}/${deploymentOf(row.name)}`);
  const fresh = [...groups.values()].filter((group) => group.some(isRecent)).flat();
  const chosen = fresh.toSorted((left, right) => (ageOf(left, scout.now) ?? 0) - (ageOf(right, scout.now) ?? 0));
  if (chosen.length > readLimit) scout.missed("replicaset", "", "incomplete");
  const found = yield* together(
    chosen
      .slice(0, readLimit)
      .map(({ name, namespace = "" }) => scout.one({ resource: "replicaset", namespace, name })),
  );
  const sets = found.flatMap((each) => (each.kind === "found" ? [each.object] : []));
  return [...grouped(sets, (set) => `${namespaceOf(set)}/${ownerOf(set)}`).values()].flatMap(changesOf);
}

const ageOf = ({ fields }: Row, now: number): number | undefined =>
  secondsSince(fields.age ?? fields.created ?? "", now);

/** A replica set is called after its deployment and a hash. */
const deploymentOf = (name: string): string => name.replace(/-[a-z0-9]{5,10}$/, "");

const ownerOf = (set: UnknownRecord): string => {
  const owner = listAt(set, "metadata", "ownerReferences").find((each) => at(each, "controller") === true);
  return textAt(owner, "name") || deploymentOf(textAt(set, "metadata", "name"));
};

const namespaceOf = (set: UnknownRecord): string => textAt(set, "metadata", "namespace");

const revisionOf = (set: UnknownRecord): number =>
  numberAt(at(set, "metadata", "annotations"), "deployment.kubernetes.io/revision") ?? 0;

/** What each of the replica sets of one deployment changed. */
const changesOf = (sets: readonly UnknownRecord[]): readonly Change[] => {
  const ordered = sets.toSorted((left, right) => revisionOf(left) - revisionOf(right));
  return ordered.flatMap((set, index): readonly Change[] => {
    const time = parseTimestamp(textAt(set, "metadata", "creationTimestamp"));
    if (time === undefined) return [];
    const thing: Thing = { resource: "deployment", namespace: namespaceOf(set), name: ownerOf(set) };
    const before = ordered[index - 1];
    const revision = revisionOf(set);
    if (!before) return [{ at: time, thing, says: "firstRevision", slots: { revision, what: imagesOf(set) } }];
    const differences = differencesOf(before, set);
    const slots = { from: revisionOf(before), revision, what: differences.join("; ") };
    return [{ at: time, thing, says: differences.length === 0 ? "sameRevision" : "revision", slots }];
  });
};

const containersOf = (set: UnknownRecord): readonly unknown[] => [
  ...listAt(set, "spec", "template", "spec", "initContainers"),
  ...listAt(set, "spec", "template", "spec", "containers"),
];

const imagesOf = (set: UnknownRecord): string =>
  containersOf(set)
    .map((container) => textAt(container, "image"))
    .join(", ");

/** `web: image a → b`, a line for each value that differs. */
const differencesOf = (before: UnknownRecord, after: UnknownRecord): readonly string[] => {
  const names = [...new Set([...containersOf(before), ...containersOf(after)].map((each) => textAt(each, "name")))];
  return names.flatMap((name) => {
    const [old, fresh] = [before, after].map((set) =>
      valuesOf(containersOf(set).find((container) => textAt(container, "name") === name)),
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
