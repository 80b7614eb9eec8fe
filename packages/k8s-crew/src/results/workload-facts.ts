import { parseReady } from "./pod-facts.ts";
import { ageOf } from "./row-age.ts";
import type { Row } from "./types.ts";
import { toNumber } from "./values.ts";

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
