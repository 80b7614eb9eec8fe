import { podFacts } from "../results/pod-facts.ts";
import type { Row } from "../results/types.ts";
import type { Trouble } from "./types.ts";

export const countPods = (
  rows: readonly Row[],
  now: number,
): { total: number; byStatus: { [status: string]: number } } => {
  const byStatus: { [status: string]: number } = {};
  for (const row of rows) {
    const status = podFacts(row, now).status;
    byStatus[status] = (byStatus[status] ?? 0) + 1;
  }
  return { total: rows.length, byStatus };
};

export const podTroubles = (rows: readonly Row[], now: number): readonly Trouble[] =>
  rows
    .map((row) => podFacts(row, now))
    .filter((pod) => pod.troubled)
    .map((pod) => ({
      resource: "pod",
      namespace: pod.namespace ?? "",
      name: pod.name,
      what: pod.status === "Running" && pod.ready ? `Running, ${pod.ready.ready}/${pod.ready.total} ready` : pod.status,
      ...(pod.restarts === undefined ? {} : { restarts: pod.restarts }),
    }));
