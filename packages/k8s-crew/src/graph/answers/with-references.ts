import { withNamespace } from "../../overview/list-everywhere.ts";
import type { Step } from "../../plan/types.ts";
import { workloadOf } from "../../results/replicas.ts";
import type { Row } from "../../results/types.ts";
import type { Parts } from "../parts.ts";
import { placeOf } from "../place-of.ts";
import { rowsOf } from "../reads/rows-of.ts";

/** The rows of some steps, each with its namespace. */
export const placedRows = (parts: Parts, steps: readonly Step[]): readonly Row[] =>
  steps.flatMap((step) => rowsOf(parts, step).map((row) => withNamespace(row, placeOf(parts, step).namespace)));

/** Pods of one workload refer to the same and are set the same: what one of them tells holds for all. */
export const withReferences = (parts: Parts, steps: readonly Step[]): readonly Row[] => {
  const rows = placedRows(parts, steps);
  const told = new Map(
    rows.flatMap((row) => (row.object === undefined ? [] : [[workloadOf(row), row.object] as const])),
  );
  return rows.map((row) => {
    const object = row.object ?? told.get(workloadOf(row));
    return object === undefined ? row : { ...row, object };
  });
};
