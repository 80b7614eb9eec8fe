import { secondsSince } from "./age.ts";
import { parseReady, shown } from "./pod-facts.ts";
import { parseQuantity } from "./quantity.ts";
import type { Row } from "./types.ts";
import { listAt, textAt, toNumber } from "./values.ts";

export type NodeFacts = {
  readonly name: string;
  /** STATUS as kubectl shows it: `Ready`, `NotReady,SchedulingDisabled`, … */
  readonly status: string;
  readonly ready: boolean;
  readonly schedulable: boolean;
  readonly roles: string;
  readonly version: string | undefined;
  readonly ageSeconds: number | undefined;
  /** Pressures and the like (`MemoryPressure`), from the object's conditions. */
  readonly reason: string;
  readonly troubled: boolean;
};

/** `now` in all of these: milliseconds since the epoch. Ages and times in seconds. */
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
    roles: shown(row.fields.roles) ?? "",
    version: shown(row.fields.version),
    ageSeconds: ageOf(row, now),
    reason: [...(ready ? [] : [status]), ...pressures].join(", "),
    troubled: !ready || pressures.length > 0,
  };
}

export type WorkloadFacts = {
  readonly name: string;
  readonly namespace: string | undefined;
  readonly ready: number | undefined;
  readonly desired: number | undefined;
  readonly ageSeconds: number | undefined;
  readonly troubled: boolean;
};

/** Deployments, stateful sets, daemon sets, replica sets: how many pods are ready of how many are wanted. */
export function workloadFacts(row: Row, now: number): WorkloadFacts {
  const { fields } = row;
  const pair = parseReady(fields.ready);
  const desired = pair?.total ?? toNumber(fields.desired ?? fields.desiredreplicas ?? fields.replicas);
  const ready =
    pair?.ready ?? toNumber(fields.ready ?? fields.readyreplicas ?? fields.available ?? fields.availablereplicas);
  return {
    name: row.name,
    namespace: row.namespace,
    ready,
    desired,
    ageSeconds: ageOf(row, now),
    troubled: ready !== undefined && desired !== undefined && ready < desired,
  };
}

export type EventFacts = {
  readonly type: string;
  readonly reason: string;
  /** What it happened to: `pod/web-1`. */
  readonly object: string;
  readonly namespace: string | undefined;
  readonly message: string;
  readonly count: number | undefined;
  readonly ageSeconds: number | undefined;
  readonly warning: boolean;
};

export function eventFacts(row: Row, now: number): EventFacts {
  const { fields } = row;
  const type = fields.type ?? "";
  return {
    type,
    reason: fields.reason ?? "",
    object: fields.object ?? row.name,
    namespace: row.namespace,
    message: fields.message ?? "",
    count: toNumber(fields.count),
    ageSeconds: secondsSince(fields["last seen"] ?? fields.age ?? fields.created ?? "", now),
    warning: type.toLowerCase() === "warning",
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

export type ClaimFacts = {
  readonly name: string;
  readonly namespace: string | undefined;
  readonly status: string;
  readonly volume: string | undefined;
  readonly capacity: string | undefined;
  readonly storageClass: string | undefined;
  readonly ageSeconds: number | undefined;
  readonly troubled: boolean;
};

/** Persistent volume claims: any that is not bound is trouble. */
export function pvcFacts(row: Row, now: number): ClaimFacts {
  const status = row.fields.status ?? "";
  return {
    name: row.name,
    namespace: row.namespace,
    status,
    volume: shown(row.fields.volume),
    capacity: shown(row.fields.capacity),
    storageClass: shown(row.fields.storageclass),
    ageSeconds: ageOf(row, now),
    troubled: status !== "" && status !== "Bound",
  };
}

export type JobFacts = {
  readonly name: string;
  readonly namespace: string | undefined;
  readonly status: string;
  readonly completions: { readonly ready: number; readonly total: number } | undefined;
  readonly ageSeconds: number | undefined;
  readonly troubled: boolean;
};

export function jobFacts(row: Row, now: number): JobFacts {
  const { fields } = row;
  const completions = parseReady(fields.completions?.split(" ")[0]);
  const status = fields.status ?? "";
  return {
    name: row.name,
    namespace: row.namespace,
    status,
    completions,
    ageSeconds: ageOf(row, now),
    troubled: status === "Failed" || (status === "" && (toNumber(fields.failed) ?? 0) > 0),
  };
}

export type ServiceFacts = {
  readonly name: string;
  readonly namespace: string | undefined;
  readonly type: string;
  readonly clusterIp: string | undefined;
  readonly externalIp: string | undefined;
  readonly ports: readonly string[];
  readonly ageSeconds: number | undefined;
  /** A load balancer that has no address. */
  readonly troubled: boolean;
};

export function serviceFacts(row: Row, now: number): ServiceFacts {
  const { fields } = row;
  return {
    name: row.name,
    namespace: row.namespace,
    type: fields.type ?? "",
    clusterIp: shown(fields["cluster-ip"]),
    externalIp: shown(fields["external-ip"]),
    ports: (shown(fields.ports) ?? "").split(",").filter((port) => port !== ""),
    ageSeconds: ageOf(row, now),
    troubled: fields["external-ip"] === "<pending>",
  };
}

export type UsageFacts = {
  readonly name: string;
  readonly namespace: string | undefined;
  readonly container: string | undefined;
  /** Cores. */
  readonly cpu: number | undefined;
  /** Bytes. */
  readonly memory: number | undefined;
  /** Share of the node, 0–100. */
  readonly cpuPercent: number | undefined;
  readonly memoryPercent: number | undefined;
};

/** What `top` tells of a pod, container or node; from a table, or from an object of metrics.k8s.io. */
export function usageFacts(row: Row): UsageFacts {
  const { fields, object } = row;
  const containers = listAt(object, "containers");
  const cpu = textAt(object, "usage", "cpu") || fields.cpu;
  const memory = textAt(object, "usage", "memory") || fields.memory;
  return {
    name: row.name,
    namespace: row.namespace,
    container: fields.container,
    cpu: containers.length > 0 ? sum(containers, "cpu") : parseQuantity(cpu ?? ""),
    memory: containers.length > 0 ? sum(containers, "memory") : parseQuantity(memory ?? ""),
    cpuPercent: toNumber(fields["cpu%"]?.replace("%", "")),
    memoryPercent: toNumber(fields["memory%"]?.replace("%", "")),
  };
}

function sum(containers: readonly unknown[], resource: "cpu" | "memory"): number {
  return containers.reduce<number>((total, entry) => total + (parseQuantity(textAt(entry, "usage", resource)) ?? 0), 0);
}

/** Age in seconds of any row. */
export function ageOf(row: Row, now: number): number | undefined {
  return secondsSince(row.fields.age ?? row.fields.created ?? "", now);
}
