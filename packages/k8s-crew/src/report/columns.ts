import type { Field } from "../language/condition.ts";
import { formatAge, secondsSince } from "../results/age.ts";
import { fieldReaders } from "../results/fields.ts";
import type { Row } from "../results/types.ts";
import type { TableColumn } from "./table.ts";

/**
 * Columns by resource (keys of the resource table), as kubectl shows them; at most six beside the namespace. A column of
 * which no row has a value is left out.
 */
const columnsByResource: Readonly<Record<string, readonly string[]>> = {
  pod: ["name", "ready", "status", "restarts", "age", "node"],
  node: ["name", "status", "roles", "age", "version", "internal-ip"],
  namespace: ["name", "status", "age"],
  cluster: ["current", "name", "server", "cluster", "status", "version"],
  deployment: ["name", "ready", "up-to-date", "available", "age"],
  statefulset: ["name", "ready", "age"],
  daemonset: ["name", "desired", "current", "ready", "available", "age"],
  replicaset: ["name", "desired", "current", "ready", "age"],
  job: ["name", "status", "completions", "duration", "age"],
  cronjob: ["name", "schedule", "suspend", "active", "last schedule", "age"],
  service: ["name", "type", "cluster-ip", "external-ip", "ports", "age"],
  ingress: ["name", "class", "hosts", "address", "ports", "age"],
  configmap: ["name", "data", "age"],
  secret: ["name", "type", "data", "age"],
  pvc: ["name", "status", "volume", "capacity", "storageclass", "age"],
  pv: ["name", "capacity", "status", "claim", "storageclass", "age"],
  hpa: ["name", "reference", "targets", "minpods", "maxpods", "replicas"],
  networkpolicy: ["name", "pod-selector", "traffic", "age"],
  apiresource: ["name", "shortnames", "apiversion", "namespaced", "kind"],
};

/** What other kinds show beside name and age: anything but what says little in a list. */
const dull = new Set([
  "apiversion",
  "kind",
  "labels",
  "created",
  "nominated node",
  "readiness gates",
  "object",
  "uid",
  "resourceversion",
  "ip",
  "images",
  "selector",
]);
const most = 6;

/** Keys that are shortened in the middle (names) or at the end (sentences and lists) when a table is too wide. */
const shrinking: Readonly<Record<string, "middle" | "end">> = {
  image: "middle",
  label: "end",
  role: "middle",
  subjects: "end",
  limits: "end",
  requests: "end",
  env: "end",
  traffic: "end",
  name: "middle",
  node: "middle",
  volume: "middle",
  server: "middle",
  cluster: "middle",
  ports: "end",
  hosts: "end",
  message: "end",
};
const numbers = new Set([
  "restarts",
  "desired",
  "available",
  "up-to-date",
  "active",
  "data",
  "replicas",
  "minpods",
  "maxpods",
]);
const times = new Set(["last schedule", "last seen", "last restart"]);

const optional = new Set([
  "node",
  "internal-ip",
  "cluster",
  "version",
  "storageclass",
  "volume",
  "address",
  "duration",
  "active",
]);

/** What a narrow screen has no room for beside a name and its state. */
const spare = new Set(["age", "restarts", "up-to-date", "available", "completions"]);

/** What is known beside the rows: `everywhere`, that they were looked for in all namespaces. */
export type Looked = {
  readonly now: number;
  readonly everywhere?: boolean | undefined;
  /** What is shown beside the usual columns, because it was asked for. */
  readonly fields?: readonly Field[];
};

/** Fields that stand in a usual column already, under its name. */
const usualColumn: Readonly<Partial<Record<Field, string>>> = {
  lastRestart: "restarts",
  replicas: "ready",
  host: "hosts",
  endpoints: "endpoints",
  storageClass: "storageclass",
  reclaimPolicy: "reclaimpolicy",
  expansion: "allowvolumeexpansion",
  provisioner: "provisioner",
  bindingMode: "volumebindingmode",
  metrics: "targets",
  serviceType: "type",
  ingressClass: "class",
};

/** The columns for rows of a resource. `namespace` comes first unless all rows stand in the one that was looked into. */
export function columnsFor(
  resource: string,
  rows: readonly Row[],
  { now, everywhere, fields = [] }: Looked,
): readonly TableColumn[] {
  const usual = columnsByResource[resource] ?? ownColumns(rows);
  const asked = fields.filter((field) => !usual.includes(usualColumn[field] ?? field));
  const keys = [...usual, ...asked];
  const used = keys.filter((key) => rows.some((row) => cellOf(row, key, now) !== ""));
  return [...(tellsNamespace(rows, everywhere) ? ["namespace"] : []), ...used].map((key) => {
    const shrink = shrinking[key];
    return {
      key,
      title: key.toUpperCase(),
      ...(numbers.has(key) ? { align: "right" as const } : {}),
      ...(shrink === undefined ? {} : { shrink }),
      ...(optional.has(key) ? { optional: true } : {}),
      ...(spare.has(key) ? { spare: true } : {}),
    };
  });
}

/** Whether rows have to say where they stand: in several namespaces, or in one that nobody named. */
export function tellsNamespace(rows: readonly Row[], everywhere: boolean | undefined): boolean {
  const namespaces = new Set(rows.map(({ namespace }) => namespace));
  return namespaces.size > 1 || (everywhere === true && !namespaces.has(undefined));
}

/** A row's cells for these columns as text; ages and times as ages. */
export function cellsFor(row: Row, columns: readonly TableColumn[], now: number): Readonly<Record<string, string>> {
  return Object.fromEntries(columns.map(({ key }) => [key, cellOf(row, key, now)]));
}

function cellOf(row: Row, key: string, now: number): string {
  if (key === "name") return row.name;
  if (key === "namespace") return row.namespace ?? "";
  if (key === "age") return row.fields.age ?? ageText(row.fields.created, now);
  if (key === "current") return row.fields.current === "true" ? "*" : "";
  if (times.has(key)) return ageText(row.fields[key], now);
  return row.fields[key] ?? (isField(key) ? fieldReaders[key].text(row, now)?.replaceAll("\n", ", ") : undefined) ?? "";
}

function isField(key: string): key is Field {
  return key in fieldReaders;
}

function ageText(time: string | undefined, now: number): string {
  const seconds = secondsSince(time ?? "", now);
  return seconds === undefined ? (time ?? "") : formatAge(seconds);
}

/** The fields that most rows have, in the order in which they first come. */
function ownColumns(rows: readonly Row[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    for (const [key, value] of Object.entries(row.fields)) {
      if (!dull.has(key) && key !== "age" && value.length <= 60) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const common = [...counts].filter(([, count]) => count * 2 >= rows.length).map(([key]) => key);
  return ["name", ...common.slice(0, most - 2), "age"];
}
