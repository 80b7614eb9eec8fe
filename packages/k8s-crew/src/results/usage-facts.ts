import { parseQuantity } from "../catalog/quantity.ts";
import type { Row } from "./types.ts";
import { listAt, textAt, toNumber } from "./values.ts";

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
