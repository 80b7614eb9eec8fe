import { callKey } from "../../plan/source.ts";
import type { Step } from "../../plan/types.ts";
import { parseResult } from "../../results/parse-result.ts";
import type { Row } from "../../results/types.ts";
import type { Parts } from "../parts.ts";

/** The rows of a step's result, with what closer looks told of them. */
export const rowsOf = (parts: Parts, step: Step): readonly Row[] => {
  const { results, details } = parts.turn().shelf;
  const result = results.get(callKey(step));
  if (result?.outcome !== "ok") return [];
  const parsed = parseResult({ ...result, verb: step.verb, resource: step.resource });
  return details.get(callKey(step)) ?? (parsed.form === "rows" ? parsed.rows : []);
};
