import { parseQuantity } from "../catalog/quantity.ts";
import { at, listAt, textAt, type UnknownRecord } from "./values.ts";

export type Amounts = { readonly cpuCores: number; readonly memoryBytes: number };

/**
 * What the scheduler counts for a pod: its containers and sidecars together, or its largest init container where that
 * is more, and the overhead of its runtime. A pod that has ended counts nothing; undefined without a spec.
 */
export function requestsOf(pod: UnknownRecord): Amounts | undefined {
  if (listAt(pod, "spec", "containers").length === 0) return undefined;
  if (["Succeeded", "Failed"].includes(textAt(pod, "status", "phase"))) return { cpuCores: 0, memoryBytes: 0 };
  return { cpuCores: requested(pod, "cpu"), memoryBytes: requested(pod, "memory") };
}

function requested(pod: UnknownRecord, resource: "cpu" | "memory"): number {
  const of = (container: unknown) => amountAt(at(container, "resources", "requests"), resource);
  const first = listAt(pod, "spec", "initContainers");
  const sidecars = first.filter((container) => textAt(container, "restartPolicy") === "Always");
  const together = [...listAt(pod, "spec", "containers"), ...sidecars].reduce<number>((sum, each) => sum + of(each), 0);
  return Math.max(together, ...first.map(of)) + amountAt(at(pod, "spec", "overhead"), resource);
}

const amountAt = (amounts: unknown, resource: "cpu" | "memory"): number =>
  parseQuantity(textAt(amounts, resource)) ?? 0;
