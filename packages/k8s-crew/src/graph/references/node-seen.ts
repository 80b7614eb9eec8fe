import { type Entities, remember } from "../../memory/entities.ts";
import { callKey } from "../../plan/source.ts";
import type { Step } from "../../plan/types.ts";
import { fieldReaders } from "../../results/fields.ts";
import { parseResult } from "../../results/parse-result.ts";
import { rowOf } from "../../results/rows.ts";
import type { Parts } from "../parts.ts";

/** Where the one pod runs that an answer was about, for “what else is on that node”. */
export const withNodeOf = (
  parts: Parts,
  entities: Entities,
  { step, name }: { step: Step; name: string | undefined },
): Entities => {
  const result = name === undefined ? undefined : parts.turn().shelf.results.get(callKey(step));
  if (result?.outcome !== "ok" || step.resource !== "pod") return entities;
  const parsed = parseResult({ ...result, verb: step.verb, resource: "pod" });
  const rows =
    parsed.form === "object"
      ? [rowOf(parsed.object, "pod")]
      : parsed.form === "rows"
        ? parsed.rows.filter((row) => row.name.includes(name ?? ""))
        : [];
  const nodes = new Set(rows.flatMap((row) => (row && fieldReaders.node.text(row, parts.settings.now())) || []));
  const [node, ...others] = nodes;
  return node === undefined || others.length > 0 || entities.node?.value === node
    ? entities
    : remember(entities, "node", { value: node, origin: "result" });
};
