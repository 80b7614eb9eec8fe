import { type PodFacts, podFacts } from "../results/pod-facts.ts";
import type { Row } from "../results/types.ts";
import type { ListingNote, Trouble } from "./types.ts";

export const countPods = (
  rows: readonly Row[],
  now: number,
): { total: number; byStatus: { [status: string]: number } } => {
  const byStatus: { [status: string]: number } = {};
  for (const row of rows) {
    const status = countedAs(podFacts(row, now));
    byStatus[status] = (byStatus[status] ?? 0) + 1;
  }
  return { total: rows.length, byStatus };
};

/** What runs and is not ready is counted apart, as in a list of pods. */
const countedAs = ({ status, ready }: PodFacts): string =>
  status === "Running" && ready !== undefined && ready.ready < ready.total ? runningNotReady : status;

export const runningNotReady = "Running/NotReady";

export const podTroubles = (rows: readonly Row[], now: number): readonly Trouble[] =>
  rows
    .map((row) => podFacts(row, now))
    .filter((pod) => pod.troubled)
    .map((pod) => ({
      resource: "pod",
      namespace: pod.namespace ?? "",
      name: pod.name,
      what: whatIsWrong(pod),
      ...(pod.restarts === undefined ? {} : { restarts: pod.restarts }),
    }));

/** A pod that runs is in trouble because it is not ready, or because it was restarted too often. */
const whatIsWrong = ({ status, ready, reason }: PodFacts): string => {
  if (status !== "Running") return status;
  return ready && ready.ready < ready.total ? `Running, ${ready.ready}/${ready.total} ready` : reason;
};

/** Pods that run and of which nothing tells whether they are ready. */
export const readinessNote = (rows: readonly Row[]): readonly ListingNote[] =>
  rows.map((row) => podFacts(row, 0)).some(({ status, ready }) => status === "Running" && ready === undefined)
    ? [{ kind: "readiness_untold" }]
    : [];
