import { parameterOf } from "../catalog/arguments.ts";
import type { Catalog } from "../catalog/types.ts";
import { singleReadLimit } from "../overview/list-everywhere.ts";
import type { Place, Step } from "../plan/types.ts";

/** How many calls a step comes to; `open` where that depends on what is found. */
export type Cost = { readonly calls: number; readonly open: boolean };

/** Findings that a plan looks at closely. */
export const closerLimit = 3;

/** Calls that one closer look takes: the thing, its events, its log, its owners and what it leans on. */
export const callsOfCloserLook = 8;

type Costing = Pick<Step, "tool" | "args" | "look" | "diagnose">;
type Where = { readonly catalog: Catalog; readonly clusters: number };

/** A look makes one call in each cluster, or one for each namespace where the server looks into one at a time. */
export const costOf = (step: Costing, place: Place, { catalog, clusters }: Where): Cost => {
  const { look } = step;
  if (!look) return step.diagnose === true ? { calls: callsOfCloserLook, open: true } : { calls: 1, open: false };
  if (look.atFindings) return { calls: callsOfCloserLook * closerLimit, open: true };
  if (!isByNamespace(step, place, catalog)) return { calls: clusters, open: false };
  return { calls: clusters * (singleReadLimit + 1), open: true };
};

const isByNamespace = (step: Costing, { namespace }: Place, catalog: Catalog): boolean => {
  const entry = catalog.get(step.tool);
  const parameter = entry && parameterOf(entry, "namespace");
  return namespace === undefined && parameter?.required === true && !(parameter.name in step.args);
};
