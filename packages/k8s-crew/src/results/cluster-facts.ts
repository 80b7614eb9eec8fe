import { shown } from "./pod-facts.ts";
import { ageOf } from "./row-age.ts";
import type { Row } from "./types.ts";
import { listAt, textAt } from "./values.ts";

export type NodeFacts = {
  readonly name: string;
  /** STATUS as kubectl shows it: `Ready`, `NotReady,SchedulingDisabled`, … */
  readonly status: string;
  readonly ready: boolean;
  readonly schedulable: boolean;
  readonly version: string | undefined;
  readonly ageSeconds: number | undefined;
  /** The status when it is not ready, then pressures and the like (`MemoryPressure`) from the object's conditions. */
  readonly reason: string;
  readonly troubled: boolean;
};

/** `now`: milliseconds since the epoch. Ages in seconds. */
export function nodeFacts(row: Row, now: number): NodeFacts {
  const status = row.fields.status ?? "";
  const words = status.split(",");
  const pressures = listAt(row.object, "status", "conditions")
    .filter((entry) => textAt(entry, "type") !== "Ready" && textAt(entry, "status") === "True")
    .map((entry) => textAt(entry, "type"));
  const ready = words.includes("Ready") || status === "";
  return {
    name: row.name,
    status,
    ready,
    schedulable: !words.includes("SchedulingDisabled"),
    version: shown(row.fields.version),
    ageSeconds: ageOf(row, now),
    reason: [...(ready ? [] : [status]), ...pressures].join(", "),
    troubled: !ready || pressures.length > 0,
  };
}

export type NamespaceFacts = {
  readonly name: string;
  readonly status: string;
  readonly ageSeconds: number | undefined;
  readonly troubled: boolean;
};

export function namespaceFacts(row: Row, now: number): NamespaceFacts {
  const status = row.fields.status ?? "";
  return { name: row.name, status, ageSeconds: ageOf(row, now), troubled: status !== "" && status !== "Active" };
}

export type ClusterFacts = {
  readonly name: string;
  /** The one that calls go to when none is named. */
  readonly current: boolean;
  readonly server: string | undefined;
};

export function clusterFacts(row: Row): ClusterFacts {
  const current = row.fields.current?.toLowerCase() ?? "";
  return {
    name: row.name,
    current: ["true", "*", "yes", row.name.toLowerCase()].includes(current),
    server: shown(row.fields.server),
  };
}
