import { callKey } from "../../plan/source.ts";
import type { Step } from "../../plan/types.ts";
import type { ComparedSide } from "../../report/compare-answer.ts";
import { parseResult } from "../../results/parse-result.ts";
import type { Row } from "../../results/types.ts";
import type { Parts } from "../parts.ts";
import { placeOf } from "../place-of.ts";
import { rowsOf } from "../reads/rows-of.ts";

/** What was read of one side. `missing`: nothing has the name there; `why`: it could not be read. */
export type Side = ComparedSide & {
  readonly resource: string;
  readonly name: string | undefined;
  readonly missing: boolean;
};

/** What came of a step that was not read. */
export type Tell = (step: Step) => string;

/** Steps of one part are one side: it may have been read by namespace. */
export const sidesOf = (parts: Parts, steps: readonly Step[], tell: Tell): readonly Side[] => {
  const indexes = [...new Set(steps.map(({ part }) => part?.index ?? 0))];
  const groups = indexes.map((index) => steps.filter(({ part }) => (part?.index ?? 0) === index));
  const clusters = new Set(groups.map((group) => whereIs(parts, group).cluster));
  return groups.map((group) => {
    const { cluster, namespace } = whereIs(parts, group);
    const placed = clusters.size === 1 && namespace !== undefined ? [namespace] : [cluster, namespace];
    return sideOf(parts, group, { tell, label: placed.filter((part) => part !== undefined).join("/") });
  });
};

export const nameOf = ({ only, part, mentions }: Step): string | undefined => only ?? part?.focus.name ?? mentions.name;

const sideOf = (
  parts: Parts,
  steps: readonly Step[],
  { tell, label }: { readonly tell: Tell; readonly label: string },
): Side => {
  const [first] = steps;
  const failed = steps.find((step) => step.failed !== undefined || !isRead(parts, step));
  const missing = failed?.failed?.code === "not_found";
  const why = failed === undefined || missing ? undefined : (failed.failed?.text ?? tell(failed));
  return {
    label,
    resource: first?.resource ?? "",
    name: first && nameOf(first),
    rows: steps.flatMap((step) => meantRows(rowsOf(parts, step), nameOf(step))),
    missing,
    ...(why === undefined ? {} : { why }),
  };
};

export const isRead = (parts: Parts, step: Step): boolean => {
  const result = parts.turn().shelf.results.get(callKey(step));
  if (result?.outcome !== "ok") return false;
  return parseResult({ ...result, verb: step.verb, resource: step.resource }).form === "rows";
};

/** Those of the very name that was said; else those whose name has it as a part. */
export const meantRows = (rows: readonly Row[], said: string | undefined): readonly Row[] => {
  const name = said?.toLowerCase();
  if (name === undefined) return rows;
  const exact = rows.filter((row) => row.name.toLowerCase() === name);
  const part = exact.length > 0 ? exact : rows.filter((row) => row.name.toLowerCase().includes(name));
  // Of a node its pods are meant.
  return part.length > 0 ? part : rows.filter(({ fields }) => fields.node?.toLowerCase() === name);
};

const whereIs = (parts: Parts, [first, ...more]: readonly Step[]) => {
  if (first === undefined) return { cluster: undefined, namespace: undefined };
  const { cluster = first.mentions.cluster, namespace = first.mentions.namespace } = placeOf(parts, first);
  return { cluster, namespace: more.length === 0 ? namespace : undefined };
};
