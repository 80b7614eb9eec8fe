import { withNamespace } from "../../overview/list-everywhere.ts";
import type { Step } from "../../plan/types.ts";
import { withReferences } from "../../results/references.ts";
import type { Row } from "../../results/types.ts";
import type { Parts } from "../parts.ts";
import { placeOf } from "../place-of.ts";
import { rowsOf } from "../reads/rows-of.ts";

/** The rows of some steps, each with its namespace. */
export const placedRows = (parts: Parts, steps: readonly Step[]): readonly Row[] =>
  steps.flatMap((step) => rowsOf(parts, step).map((row) => withNamespace(row, placeOf(parts, step).namespace)));

/** The same, where what one pod of a workload tells holds for all of them. */
export const referringRows = (parts: Parts, steps: readonly Step[]): readonly Row[] =>
  withReferences(placedRows(parts, steps));
