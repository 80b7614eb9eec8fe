import { resourceByKey } from "../catalog/resources.ts";
import type { CallTemplate } from "../catalog/types.ts";
import { isOfOneNamespace } from "../results/one-namespace.ts";
import { parameterOf } from "./arguments.ts";
import type { Gap } from "./fill-types.ts";
import { read, type Source } from "./source.ts";

/** At most so many namespaces or things are read one by one for a single request. */
export const expansionLimit = 20;

/** What a search leans on: the step, its tool, and what was read. */
export type SearchGap = Pick<Gap, "step" | "entry" | "knowledge">;

/**
 * The list of a kind over all namespaces of the cluster that the step has settled on. None where the server looks into
 * one namespace only, or does not tell in which a thing is.
 */
export const sourceEverywhere = (gap: SearchGap, resource: string): Source => {
  const template = listOf(gap, resource);
  const source = read(gap.knowledge, template);
  return template && isNarrow(gap, { template, source, resource }) ? { kind: "none" } : source;
};

/**
 * The same, by one list for each namespace where a single one does not tell: at most `expansionLimit` of them, because
 * what was left out could be what is looked for.
 */
export const sourceInEach = (gap: SearchGap, resource: string): Source => {
  const template = listOf(gap, resource);
  const source = read(gap.knowledge, template);
  if (!template || !isNarrow(gap, { template, source, resource })) return source;
  const namespace = parameterOf(template.entry, "namespace");
  const names = read(gap.knowledge, listOf(gap, "namespace"));
  if (names.kind === "unread") return names;
  if (!namespace || names.kind !== "rows" || names.rows.length > expansionLimit) return { kind: "none" };
  const each = names.rows.map(({ name }) => {
    const args = { ...template.args, [namespace.name]: name };
    return { name, source: read(gap.knowledge, { entry: template.entry, args }) };
  });
  const unread = each.flatMap((one) => (one.source.kind === "unread" ? one.source.templates : []));
  if (unread.length > 0) return { kind: "unread", templates: unread };
  const rows = each.flatMap(({ name, source: one }) =>
    one.kind === "rows" ? one.rows.map((row) => ({ ...row, namespace: row.namespace ?? name })) : [],
  );
  return each.some(({ source: one }) => one.kind !== "rows") ? { kind: "none" } : { kind: "rows", rows };
};

const listOf = ({ knowledge, entry, step }: SearchGap, resource: string): CallTemplate | undefined => {
  const template = knowledge.catalog.find({ verb: "list", resource, scope: "all" })[0];
  const cluster = parameterOf(entry, "cluster");
  const carried = template && cluster && cluster.name in step.args ? parameterOf(template.entry, "cluster") : undefined;
  return template && carried && cluster
    ? { ...template, args: { ...template.args, [carried.name]: step.args[cluster.name] } }
    : template;
};

type Listed = { readonly template: CallTemplate; readonly source: Source; readonly resource: string };

/** A list that is of one namespace whatever was asked, or that does not tell of which. */
const isNarrow = ({ knowledge }: SearchGap, { template, source, resource }: Listed): boolean => {
  if (source.kind !== "rows" || resourceByKey.get(resource)?.namespaced === false) return false;
  const ofOne = isOfOneNamespace(knowledge.lookup({ tool: template.entry.tool, args: template.args }));
  return ofOne || (source.rows.length > 0 && source.rows.every(({ namespace }) => namespace === undefined));
};
