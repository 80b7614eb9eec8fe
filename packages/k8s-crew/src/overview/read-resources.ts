import type { CallResult } from "@k8s-copilot/crew";
import { parseResult } from "../results/parse-result.ts";
import { parseQuantity } from "../results/quantity.ts";
import type { Row } from "../results/types.ts";
import { usageFacts } from "../results/usage-facts.ts";
import { type Place, readOf, singleReadLimit } from "./list-everywhere.ts";
import type { Chain, ClusterSurvey } from "./types.ts";

type Resources = Pick<ClusterSurvey, "capacity" | "usage">;

/** What the nodes have in all and what of it is used, where the server can tell. */
export function* readResources(place: Place, nodes: readonly Row[]): Chain<Resources> {
  const usage = yield* readUsage(place);
  const template =
    place.catalog.find({ verb: "get", resource: "node" })[0] ??
    place.catalog.find({ verb: "describe", resource: "node" })[0];
  if (!template || nodes.length === 0 || nodes.length > singleReadLimit) return { capacity: null, usage };
  const results = yield nodes.map((row) => readOf(place, template, { resource: "node", name: row.name }));
  const sums = results.map((result) => capacityOf(objectIn(result)));
  if (sums.some((sum) => sum === undefined)) return { capacity: null, usage };
  return {
    usage,
    capacity: {
      cpuCores: sums.reduce((total, sum) => total + (sum?.cpuCores ?? 0), 0),
      memoryBytes: sums.reduce((total, sum) => total + (sum?.memoryBytes ?? 0), 0),
    },
  };
}

const objectIn = (result: CallResult | undefined): Readonly<Record<string, unknown>> | undefined => {
  if (result?.outcome !== "ok") return undefined;
  const parsed = parseResult({ text: result.text, structured: result.structured, verb: "get", resource: "node" });
  return parsed.form === "object" ? parsed.object : undefined;
};

const capacityOf = (
  object: Readonly<Record<string, unknown>> | undefined,
): { cpuCores: number; memoryBytes: number } | undefined => {
  const status = member(object, "status");
  const capacity = member(status, "capacity") ?? member(status, "allocatable") ?? member(object, "capacity");
  const cpuCores = parseQuantity(String(capacity?.cpu ?? ""));
  const memoryBytes = parseQuantity(String(capacity?.memory ?? ""));
  return cpuCores === undefined || memoryBytes === undefined ? undefined : { cpuCores, memoryBytes };
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const member = (
  object: Readonly<Record<string, unknown>> | undefined,
  key: string,
): Readonly<Record<string, unknown>> | undefined => {
  const value = object?.[key];
  return isRecord(value) ? value : undefined;
};

function* readUsage(place: Place): Chain<Resources["usage"]> {
  const template = place.catalog.find({ verb: "top", resource: "node" })[0];
  if (!template) return null;
  const [result] = yield [readOf(place, template, { resource: "node" })];
  if (result?.outcome !== "ok") return null;
  const parsed = parseResult({ text: result.text, structured: result.structured, verb: "top", resource: "node" });
  if (parsed.form !== "rows" || parsed.rows.length === 0) return null;
  const values = parsed.rows.map((row) => usageFacts(row));
  if (values.some(({ cpu, memory }) => cpu === undefined || memory === undefined)) return null;
  return {
    cpuCores: values.reduce((total, { cpu }) => total + (cpu ?? 0), 0),
    memoryBytes: values.reduce((total, { memory }) => total + (memory ?? 0), 0),
  };
}
