import { parameterOf } from "../../catalog/arguments.ts";
import type { Read } from "../../overview/types.ts";
import { callKey } from "../../plan/source.ts";
import type { Step } from "../../plan/types.ts";
import { parseResult } from "../../results/parse-result.ts";
import type { Parts } from "../parts.ts";
import { placeOf } from "../place-of.ts";

/** The name of the cluster that a change goes to: its own, else that of the one its server is at, where the server tells. */
export const clusterOfChange = (parts: Parts, step: Step): string | undefined => {
  const { cluster } = placeOf(parts, step);
  if (cluster !== undefined) return cluster;
  const list = clusterList(parts, step);
  const result = list && parts.turn().shelf.results.get(callKey(list));
  if (result?.outcome !== "ok") return undefined;
  const parsed = parseResult({ ...result, verb: "list", resource: "cluster" });
  const rows = parsed.form === "rows" ? parsed.rows : [];
  const current = rows.length === 1 ? rows : rows.filter(({ fields }) => fields.current === "true");
  return current.length === 1 ? current[0]?.name : undefined;
};

/** What tells the name of the current cluster of the server that makes the change. Undefined where the call names it. */
export const clusterRead = (parts: Parts, step: Step): Read | undefined =>
  placeOf(parts, step).cluster === undefined ? clusterList(parts, step) : undefined;

const clusterList = ({ catalog }: Parts, { tool, args }: Step): Read | undefined => {
  const entry = catalog.get(tool);
  const parameter = entry && parameterOf(entry, "cluster");
  const own = parameter && catalog.sourceOf(tool, parameter.name, args);
  const template =
    own ?? catalog.find({ verb: "list", resource: "cluster" }).find((each) => each.entry.server === entry?.server);
  return template && { tool: template.entry.tool, args: template.args };
};
