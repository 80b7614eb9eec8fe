import { parameterOf } from "../catalog/arguments.ts";
import { parseResult } from "../results/parse-result.ts";
import { podFacts } from "../results/pod-facts.ts";
import { rowOf } from "../results/rows.ts";
import { listAt, numberAt, textAt } from "../results/values.ts";
import type { Knowledge } from "./fill-types.ts";
import { read } from "./source.ts";
import type { SearchGap } from "./source-everywhere.ts";

/** A step whose log is read, and what was read before. */
type LogGap = Pick<SearchGap, "step" | "entry"> & { readonly knowledge: Pick<Knowledge, "catalog" | "lookup" | "now"> };

/** How often what a step reads the log of was restarted, as far as what was read tells. */
export const restartsOf = (gap: LogGap): number | undefined => inObject(gap) ?? inList(gap);

/** Restarts of the container whose log is read, where the pod was looked into to choose it. */
const inObject = ({ step, entry, knowledge }: LogGap): number | undefined => {
  const parameter = parameterOf(entry, "container");
  const template = parameter && knowledge.catalog.sourceOf(step.tool, parameter.name, step.args);
  const result = template && knowledge.lookup({ tool: template.entry.tool, args: template.args });
  if (result?.outcome !== "ok") return undefined;
  const parsed = parseResult({ ...result, verb: "get", resource: "pod" });
  if (parsed.form !== "object") return undefined;
  const container = parameter && step.args[parameter.name];
  const own = listAt(parsed.object, "status", "containerStatuses").find((one) => textAt(one, "name") === container);
  if (own !== undefined) return numberAt(own, "restartCount");
  const row = rowOf(parsed.object, "pod");
  return row && podFacts(row, knowledge.now).restarts;
};

const inList = ({ step, entry, knowledge }: LogGap): number | undefined => {
  const parameter = parameterOf(entry, "name", step.resource);
  if (!parameter) return undefined;
  const source = read(knowledge, knowledge.catalog.sourceOf(step.tool, parameter.name, step.args));
  const row = source.kind === "rows" ? source.rows.find(({ name }) => name === step.args[parameter.name]) : undefined;
  return row && podFacts(row, knowledge.now).restarts;
};
