import { formatAge } from "../results/age.ts";
import { ageOf, clusterFacts, eventFacts, nodeFacts, workloadFacts } from "../results/facts.ts";
import { podFacts } from "../results/pod-facts.ts";
import type { Row } from "../results/types.ts";

/** Cells of a row by column, for kinds whose columns are known; the others show their own cells. */
export type Layout = {
  readonly columns: readonly string[];
  readonly cells: (row: Row, now: number) => Readonly<Record<string, string>>;
};

const age = (row: Row, now: number): string => {
  const seconds = ageOf(row, now);
  return seconds === undefined ? "" : formatAge(seconds);
};

const workload: Layout = {
  columns: ["NAMESPACE", "NAME", "READY", "AGE"],
  cells: (row, now) => {
    const { ready, desired } = workloadFacts(row, now);
    return {
      NAMESPACE: row.namespace ?? "",
      NAME: row.name,
      READY: desired === undefined ? "" : `${ready ?? "?"}/${desired}`,
      AGE: age(row, now),
    };
  },
};

const layouts: { readonly [resource: string]: Layout } = {
  pod: {
    columns: ["NAMESPACE", "NAME", "READY", "STATUS", "RESTARTS", "AGE"],
    cells: (row, now) => {
      const facts = podFacts(row, now);
      return {
        NAMESPACE: row.namespace ?? "",
        NAME: row.name,
        READY: facts.ready ? `${facts.ready.ready}/${facts.ready.total}` : "",
        STATUS: facts.status,
        RESTARTS: facts.restarts === undefined ? "" : String(facts.restarts),
        AGE: facts.ageSeconds === undefined ? "" : formatAge(facts.ageSeconds),
      };
    },
  },
  node: {
    columns: ["NAME", "STATUS", "ROLES", "VERSION", "AGE"],
    cells: (row, now) => {
      const facts = nodeFacts(row, now);
      return {
        NAME: row.name,
        STATUS: facts.status,
        ROLES: facts.roles,
        VERSION: facts.version ?? "",
        AGE: age(row, now),
      };
    },
  },
  deployment: workload,
  statefulset: workload,
  daemonset: workload,
  event: {
    columns: ["NAMESPACE", "LAST SEEN", "TYPE", "REASON", "OBJECT", "MESSAGE"],
    cells: (row, now) => {
      const facts = eventFacts(row, now);
      return {
        NAMESPACE: row.namespace ?? "",
        "LAST SEEN": facts.ageSeconds === undefined ? "" : formatAge(facts.ageSeconds),
        TYPE: facts.type,
        REASON: facts.reason,
        OBJECT: facts.object,
        MESSAGE: facts.message,
      };
    },
  },
  cluster: {
    columns: ["NAME", "CURRENT", "SERVER"],
    cells: (row) => ({
      NAME: row.name,
      CURRENT: clusterFacts(row).current ? "*" : "",
      SERVER: row.fields.server ?? "",
    }),
  },
};

/** Cells that say nothing to most people, or that are said elsewhere. */
const dull: readonly string[] = [
  "apiversion",
  "kind",
  "labels",
  "name",
  "namespace",
  "selector",
  "count",
  "annotations",
];

/** How a list of a kind is laid out. Columns that stay empty are left out by the caller. */
export const layoutOf = (resource: string, rows: readonly Row[]): Layout => {
  const known = layouts[resource];
  if (known) return known;
  const keys = [...new Set(rows.flatMap(({ fields }) => Object.keys(fields)))]
    .filter((key) => !dull.includes(key))
    .slice(0, 5);
  return {
    columns: ["NAMESPACE", "NAME", ...keys.map((key) => key.toUpperCase())],
    cells: (row) => ({
      NAMESPACE: row.namespace ?? "",
      NAME: row.name,
      ...Object.fromEntries(keys.map((key) => [key.toUpperCase(), row.fields[key] ?? ""])),
    }),
  };
};
