import { isSameTool, type Tool } from "@k8s-copilot/crew";
import type { Parts } from "../graph/parts.ts";
import type { State, Update } from "../graph/state.ts";
import { forget } from "../memory/entities.ts";
import type { Language } from "../output/output.ts";
import type { Plan } from "../plan/types.ts";
import { listOf } from "../words/fill.ts";
import { cameAndWent, sayRenewal } from "../words/renewal-words.ts";

/** The clusters behind a server, and the one that it takes where none is named. */
export type ClustersBehind = {
  readonly clusters: readonly string[];
  readonly current: string | undefined;
  /** Where their API servers are, by cluster, as far as that is known: the same name may lead to another one. */
  readonly addresses?: { readonly [cluster: string]: string };
};

/**
 * Other clusters stand behind a server, or others look at them, than before. Without `before`, nobody knows what there was: a
 * conversation that was kept goes on in another process.
 */
export type ClustersChange = {
  readonly server: string;
  readonly before?: ClustersBehind;
  readonly now: ClustersBehind;
};

/** What a conversation works with. Others stand in its place when something of it changed: a turn keeps what it began with. */
export type Setting = {
  readonly parts: Omit<Parts, "turn">;
  readonly tools: readonly Tool[];
  /** All changes of clusters since the crew was made. */
  readonly clusters: readonly ClustersChange[];
};

/** What changed between two turns. */
export type Renewal = {
  readonly added: readonly Tool[];
  readonly gone: readonly Tool[];
  /** The names of those that are new, gone or others under the same name. */
  readonly changed: readonly string[];
  /** The names of those that reach other clusters than before, or the same ones as somebody else. */
  readonly moved: readonly string[];
  readonly clusters: readonly ClustersChange[];
};

export const renewalOf = (before: Setting, now: Setting): Renewal | undefined => {
  if (before === now) return undefined;
  const [old, current] = [byName(before.tools), byName(now.tools)];
  const added = now.tools.filter(({ name }) => !old.has(name));
  const gone = before.tools.filter(({ name }) => !current.has(name));
  const others = now.tools.filter((tool) => {
    const known = old.get(tool.name);
    return known !== undefined && !isSameTool(known, tool);
  });
  const changed = [...added, ...gone, ...others].map(({ name }) => name);
  const clusters = now.clusters.slice(before.clusters.length);
  return { added, gone, changed, moved: movedBy(clusters, before.tools), clusters };
};

const byName = (tools: readonly Tool[]): ReadonlyMap<string, Tool> => new Map(tools.map((tool) => [tool.name, tool]));

/** Where nobody knows what there was before, nothing is known to have moved. */
const movedBy = (clusters: readonly ClustersChange[], tools: readonly Tool[]): readonly string[] => {
  const servers = clusters.filter(({ before }) => before !== undefined).map(({ server }) => server);
  return tools.filter(({ server }) => servers.includes(server)).map(({ name }) => name);
};

/** Whether a plan was made for tools that are no longer so. */
export const isOutdated = ({ changed }: Renewal, plan: Plan | null | undefined): boolean =>
  (plan?.steps ?? []).some(({ tool, done }) => done !== true && changed.includes(tool));

/** Whether what is left of a plan would now go to another cluster than it was made for, or as somebody else. */
export const hasMoved = ({ moved }: Renewal, plan: Plan | null | undefined): boolean =>
  moved.length > 0 &&
  plan?.steps !== undefined &&
  (plan.steps.length === 0 ||
    plan.steps.some(({ tool, done, look }) => done !== true && (look !== undefined || moved.includes(tool))));

/** Whether a plan has changed something already, so that it cannot begin anew. */
export const hasWritten = (plan: Plan | null | undefined): boolean =>
  (plan?.steps ?? []).some(({ done, effect }) => done === true && effect !== "read");

/** What a person has to know of it: which tools and clusters came and went, and where the conversation is. */
export const tellRenewal = (
  { added, gone, clusters }: Renewal,
  language: Language,
  { entities = {} }: Partial<State>,
): readonly string[] => [
  ...[...new Set([...added, ...gone].map(({ server }) => server))].map((server) =>
    sayRenewal(language, "tools", {
      server,
      what: cameAndWent(language, { added: namesAt(added, server), gone: namesAt(gone, server) }),
    }),
  ),
  ...clusters.flatMap((change) => tellClusters(change, language, entities)),
];

const namesAt = (tools: readonly Tool[], server: string): readonly string[] =>
  tools.filter((tool) => tool.server === server).map(({ name }) => name);

const tellClusters = (
  { before, now }: ClustersChange,
  language: Language,
  entities: State["entities"],
): readonly string[] => {
  const home = entities.cluster?.value ?? before?.current;
  const known = before?.clusters ?? [...now.clusters, ...(home === undefined ? [] : [home])];
  const added = now.clusters.filter((name) => !known.includes(name));
  const gone = known.filter((name) => !now.clusters.includes(name));
  const slots = { what: cameAndWent(language, { added, gone }), now: listOf(language, now.clusters) };
  const names = elsewhereOf(before, now);
  const cameOrWent = [
    ...(added.length + gone.length === 0 ? [] : [sayRenewal(language, "clusters", slots)]),
    ...(names.length === 0 ? [] : [sayRenewal(language, "elsewhere", { names: listOf(language, names) })]),
  ];
  if (before === undefined || now.current === undefined || now.current === before.current) return cameOrWent;
  if (home === undefined || home === now.current) return cameOrWent;
  const stays = now.clusters.includes(home);
  return [...cameOrWent, sayRenewal(language, stays ? "stays" : "moved", { now: now.current, before: home })];
};

/** The clusters that have kept their name, and nothing else. */
const elsewhereOf = (before: ClustersBehind | undefined, now: ClustersBehind): readonly string[] => {
  const [old, current] = [before?.addresses, now.addresses];
  if (before === undefined || old === undefined || current === undefined) return [];
  return now.clusters.filter((name) => before.clusters.includes(name) && old[name] !== current[name]);
};

/**
 * What the memory makes of it. Names that were read are of a world that is past. A conversation that went by the current
 * cluster stays where it was: nobody's next change goes elsewhere because a file was edited. A cluster that is gone stays
 * in memory where there are several, so that the next look is told and asks; where there is one, that is it.
 */
export const afterRenewal = (
  { clusters, changed }: Renewal,
  { entities = {}, formerClusters = [] }: Partial<State>,
): Update => ({
  ...(clusters.length === 0 && changed.length === 0 ? {} : { known: {} }),
  // What was offered then is not picked from now.
  ...(clusters.length === 0 ? {} : { parked: null }),
  ...(clusters.length === 0 ? {} : { formerClusters: named(formerClusters, clusters) }),
  ...(clusters.length === 0 ? {} : { entities: clusters.reduce(placed, entities) }),
});

/** The names of all clusters that there were: they may still be spoken of. */
const named = (former: readonly string[], changes: readonly ClustersChange[]): readonly string[] => [
  ...new Set([...former, ...changes.flatMap(({ before, now }) => before?.clusters ?? now.clusters)]),
];

const placed = (entities: State["entities"], { before, now }: ClustersChange): State["entities"] => {
  const home = entities.cluster?.value;
  if (now.clusters.length < 2)
    return home === undefined || now.clusters.includes(home) ? entities : forget(entities, ["cluster"]);
  if (home !== undefined || before?.current === undefined || before.current === now.current) return entities;
  return { ...entities, cluster: { value: before.current, origin: "result" } };
};
