import { argumentsFor, inFormOf, nameParameterOf, parameterOf } from "../catalog/arguments.ts";
import { parseResult } from "../results/parse-result.ts";
import { rowOf } from "../results/rows.ts";
import type { Row } from "../results/types.ts";
import { at, scalarText } from "../results/values.ts";
import { workloadFacts } from "../results/workload-facts.ts";
import type { Gap, Resolution } from "./fill-types.ts";

/** How many replicas are wanted where it was said from what there is: read first. Undefined where nothing tells. */
export const fillRelative = (gap: Gap): Resolution | undefined => {
  const { step, knowledge, decisive } = gap;
  const { replicasBy: by } = step;
  const template = by && decisive.parameter.role === "replicas" ? readOfTarget(gap) : undefined;
  if (by === undefined || template === undefined) return undefined;
  const result = knowledge.lookup({ tool: template.entry.tool, args: template.args });
  if (!result) return { kind: "read", templates: [template] };
  if (result.outcome !== "ok") return undefined;
  const parsed = parseResult({ ...result, verb: template.entry.verb, resource: step.resource });
  const named = template.args[nameParameterOf(template.entry, step.resource)?.name ?? ""];
  const row =
    parsed.form === "object"
      ? rowOf(parsed.object, step.resource)
      : parsed.form === "rows"
        ? parsed.rows.find(({ name }) => name === named)
        : undefined;
  const now = row && replicasOf(row);
  if (now === undefined) return undefined;
  const wanted = Math.max(0, "plus" in by ? now + by.plus : Math.round(now * by.times));
  const replicas = inFormOf(decisive.parameter, wanted);
  return wanted === now ? undefined : { kind: "value", args: { [decisive.parameter.name]: replicas }, taken: [] };
};

/** How many are wanted now, as its own object says; else as its row counts. */
export const replicasOf = (row: Row): number | undefined => {
  const told = scalarText(at(at(row.object ?? {}, "spec"), "replicas"));
  return told === undefined ? workloadFacts(row, 0).desired : Number(told);
};

const readOfTarget = ({ step, entry, knowledge: { catalog } }: Gap) => {
  const template =
    catalog.find({ verb: "get", resource: step.resource })[0] ??
    catalog.find({ verb: "describe", resource: step.resource })[0];
  const argument = (role: "cluster" | "namespace" | "name") => {
    const parameter = parameterOf(entry, role, step.resource);
    const value = parameter && step.args[parameter.name];
    return typeof value === "string" ? value : undefined;
  };
  const name = argument("name");
  if (!template || name === undefined) return undefined;
  const place = { cluster: argument("cluster"), namespace: argument("namespace"), name };
  return { ...template, args: { ...argumentsFor(template.entry, step.resource, place), ...template.args } };
};
