import { parameterOf } from "../catalog/arguments.ts";
import { resourceByKey } from "../catalog/resources.ts";
import type { CallTemplate } from "../catalog/types.ts";
import { followed } from "../overview/chains.ts";
import { listEverywhere, type Place, readOf, templateOf } from "../overview/list-everywhere.ts";
import type { Listing, Read } from "../overview/types.ts";
import { isOfOneNamespace } from "../results/one-namespace.ts";
import type { Row } from "../results/types.ts";
import type { Gap } from "./fill-types.ts";
import { read, type Source } from "./source.ts";

/** What a search leans on: the step, its tool, and what was read. */
export type SearchGap = Pick<Gap, "step" | "entry" | "knowledge">;

/**
 * The list of a kind over all namespaces of the cluster that the step has settled on, by one call. None where the
 * server looks into one namespace only. A thing in it may not say in which namespace it is.
 */
export const sourceEverywhere = (gap: SearchGap, resource: string): Source => {
  const place = placeOf(gap);
  const template = templateOf(place, resource, "all");
  if (!template) return { kind: "none" };
  const { args } = readOf(place, template, { resource });
  const isNarrow = isOfOneNamespace(gap.knowledge.lookup({ tool: template.entry.tool, args }));
  return isNarrow ? { kind: "none" } : read(gap.knowledge, { ...template, args });
};

/**
 * The same, with the namespace of each thing: by one list for each namespace where a single one does not tell. None
 * where a part of it would be left out.
 */
export const sourceInEach = (gap: SearchGap, resource: string): Source => {
  const { lookup } = gap.knowledge;
  const reached = followed(listEverywhere(placeOf(gap), resource, { whole: true }), lookup);
  if (reached.kind === "unread") return { kind: "unread", templates: templatesOf(gap, reached.reads) };
  const { result: listing } = reached;
  if (listing.kind === "listed")
    return isPart(listing, resource) ? { kind: "none" } : { kind: "rows", rows: listing.items };
  // Without a place nothing can be sent to a server that wants one; the others may still be told a name.
  const wide = sourceEverywhere(gap, resource);
  return wide.kind === "failed" ? wide : { kind: "none" };
};

export const templatesOf = ({ knowledge: { catalog } }: SearchGap, reads: readonly Read[]): readonly CallTemplate[] =>
  reads.flatMap(({ tool, args }) => {
    const entry = catalog.get(tool);
    return entry ? [{ entry, args }] : [];
  });

/** Whether something was left out, or nothing says where it is. */
const isPart = ({ items, notes = [] }: Extract<Listing<Row>, { kind: "listed" }>, resource: string): boolean => {
  const isPlaceless = items.length > 0 && items.every(({ namespace }) => namespace === undefined);
  return notes.length > 0 || (isPlaceless && resourceByKey.get(resource)?.namespaced === true);
};

/** The cluster that the step has settled on. */
export const placeOf = ({ entry, step, knowledge: { catalog } }: SearchGap): Place => {
  const parameter = parameterOf(entry, "cluster");
  const cluster = parameter && step.args[parameter.name];
  return { catalog, cluster: typeof cluster === "string" ? cluster : "" };
};
