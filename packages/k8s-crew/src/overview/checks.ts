import { pvcFacts } from "../results/claim-facts.ts";
import { eventFacts } from "../results/event-facts.ts";
import { isApiObject } from "../results/rows.ts";
import type { Row } from "../results/types.ts";
import { listAt } from "../results/values.ts";
import { jobFacts, workloadFacts } from "../results/workload-facts.ts";
import type { Trouble } from "./types.ts";

/**
 * What a health check looks at beside nodes and pods: a kind, and how its rows tell trouble. A row that says nothing
 * about its state is not called healthy or ill.
 */
export const checks: { readonly [resource: string]: (rows: readonly Row[], now: number) => readonly Trouble[] } = {
  deployment: (rows, now) => behind("deployment", rows, now),
  statefulset: (rows, now) => behind("statefulset", rows, now),
  daemonset: (rows, now) => behind("daemonset", rows, now),
  job: (rows, now) =>
    rows
      .map((row) => jobFacts(row, now))
      .flatMap((job) => (job.troubled ? [trouble("job", job, job.status === "" ? "Failed" : job.status)] : [])),
  pvc: (rows, now) =>
    rows
      .map((row) => pvcFacts(row, now))
      .flatMap((claim) => (claim.troubled ? [trouble("pvc", claim, claim.status)] : [])),
  endpoint: (rows) => rows.flatMap((row) => (hasNoAddress(row) ? [trouble("service", row, "no endpoints")] : [])),
  event: (rows, now) => recentWarnings(rows, now),
};

/** Every kind that a survey can judge, in the order in which they are spoken of. */
export const judgedKinds: readonly string[] = ["node", "pod", ...Object.keys(checks)];

type Named = { readonly name: string; readonly namespace?: string | undefined };

const trouble = (resource: string, thing: Named, what: string): Trouble => ({
  resource,
  namespace: thing.namespace ?? "",
  name: thing.name,
  what,
});

const behind = (resource: string, rows: readonly Row[], now: number): readonly Trouble[] =>
  rows
    .map((row) => workloadFacts(row, now))
    .flatMap((workload) =>
      workload.troubled ? [trouble(resource, workload, `${workload.ready}/${workload.desired} ready`)] : [],
    );

const hasNoAddress = (row: Row): boolean => {
  const cell = row.fields.endpoints;
  if (cell !== undefined) return cell === "<none>" || cell === "";
  const addressed = listAt(row.object, "subsets").some((subset) => listAt(subset, "addresses").length > 0);
  return isApiObject(row.object) && !addressed && row.name !== "kubernetes";
};

/** Warnings of the last hour, one line for each object and reason. */
const recentWarnings = (rows: readonly Row[], now: number): readonly Trouble[] => {
  const seen = new Set<string>();
  return rows
    .map((row) => eventFacts(row, now))
    .filter((event) => event.warning && (event.ageSeconds ?? 0) <= 3600)
    .flatMap((event) => {
      const key = `${event.namespace} ${event.object} ${event.reason}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ resource: "event", namespace: event.namespace ?? "", name: event.object, what: event.reason }];
    });
};
