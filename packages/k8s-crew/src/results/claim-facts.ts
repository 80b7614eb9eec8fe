import { shown } from "./pod-facts.ts";
import { ageOf } from "./row-age.ts";
import type { Row } from "./types.ts";

export type ClaimFacts = {
  readonly name: string;
  readonly namespace: string | undefined;
  readonly status: string;
  readonly volume: string | undefined;
  readonly capacity: string | undefined;
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
    ageSeconds: ageOf(row, now),
    troubled: status !== "" && status !== "Bound",
  };
}
