import type { CallResult } from "@k8s-copilot/crew";
import { parameterOf } from "../../catalog/arguments.ts";
import type { Catalog } from "../../catalog/types.ts";
import { nearNames } from "../../choices/near-names.ts";
import { hasPart } from "../../language/text/has-part.ts";
import { failureOf } from "../../overview/list-everywhere.ts";
import type { ClusterSurvey } from "../../overview/types.ts";
import { callKey } from "../../plan/source.ts";
import { type ClusterFacts, clusterFacts } from "../../results/cluster-facts.ts";
import { parseResult } from "../../results/parse-result.ts";
import { say } from "../../words/overview-words.ts";
import type { State } from "../state.ts";
import type { Shelf } from "../turn.ts";
import { oncePerServer, sameServers } from "./once-per-server.ts";

export type ClusterTarget = {
  readonly cluster: string;
  readonly current: boolean;
  readonly namespace?: string;
  readonly name?: string;
  /** Why it is not looked at. */
  readonly refused?: Partial<ClusterSurvey> & Pick<ClusterSurvey, "reach">;
};

type Listed = Pick<ClusterFacts, "name" | "current" | "server">;
type About = Pick<ClusterTarget, "namespace" | "name">;

/**
 * The clusters that a survey looks at: the one that was named, else all that the server lists, else the one it speaks
 * of. A server whose tools take no cluster can be asked about its current one only.
 */
export const surveyTargets = (
  state: State,
  { catalog, shelf }: { catalog: Catalog; shelf: Shelf },
): readonly ClusterTarget[] => {
  const { step, result, listed } = listedIn(state, shelf);
  const { wanted, about } = wantedIn(state, listed);
  const among = state.plan?.place.among;
  const meant = among === undefined ? oncePerServer(listed) : listed.filter(({ name }) => among.includes(name));
  const chosen = wanted === undefined ? meant : called(wanted, among === undefined ? listed : meant);
  if (wanted !== undefined && listed.length > 0 && chosen.length === 0) return [unknownCluster(wanted, listed, about)];
  const chooses = catalog.entries.flatMap((entry) =>
    entry.effect === "read" && entry.resource !== "cluster" ? (parameterOf(entry, "cluster") ?? []) : [],
  );
  if (chooses.length === 0) return ofOneCluster({ wanted, chosen, listed }, about);
  if (wanted !== undefined && listed.length === 0) return [{ cluster: wanted, current: false, ...about }];
  if (listed.length === 0) {
    const one = chooses.every(({ required }) => required) ? [] : [{ cluster: "", current: true, ...about }];
    const unlisted = step?.resource === "cluster" ? unlistedClusters(state, result) : [];
    return [...one, ...unlisted].length > 0 ? [...one, ...unlisted] : [{ cluster: "", current: true, ...about }];
  }
  return chosen.map(({ name, current }) => ({ cluster: name, current, ...about }));
};

/** The contexts that are left out where all are looked at, because another leads to the same API server. */
export const leftOutTwins = (state: State, shelf: Shelf): ReturnType<typeof sameServers> => {
  const { listed } = listedIn(state, shelf);
  const isNarrowed = wantedIn(state, listed).wanted !== undefined || state.plan?.place.among !== undefined;
  return isNarrowed ? [] : sameServers(listed);
};

const listedIn = (state: State, shelf: Shelf) => {
  const step = state.plan?.steps[0];
  const result = step ? shelf.results.get(callKey(step)) : undefined;
  const listed = step?.resource === "cluster" && result?.outcome === "ok" ? clustersIn(result) : [];
  return { step, result, listed };
};

/** What a server that cannot be told a cluster can say: that of the one it speaks of, which may go without a name. */
const ofOneCluster = (
  { wanted, chosen, listed }: { wanted: string | undefined; chosen: readonly Listed[]; listed: readonly Listed[] },
  about: About,
): readonly ClusterTarget[] => {
  const spoken = listed.length === 1 ? listed[0] : listed.find(({ current }) => current);
  const one = { cluster: spoken?.name ?? "", current: true, ...about };
  const names = chosen.length > 0 ? chosen.map(({ name }) => name) : wanted === undefined ? [] : [wanted];
  const others = names.filter((name) => name !== spoken?.name);
  return [
    one,
    ...others.map((cluster) => ({ cluster, current: false, ...about, refused: { reach: "not_selectable" as const } })),
  ];
};

/**
 * “prod” was held against the namespaces first and is none: where it is a part of clusters' names, those are meant.
 * A namespace that the person began in is no part of what was said.
 */
export const asCluster = (state: State, targets: readonly ClusterTarget[]): State | undefined => {
  const { plan, entities } = state;
  const word = plan?.place.namespace;
  if (plan === null || word === undefined || plan.place.cluster !== undefined) return undefined;
  if (entities.namespace?.origin === "configured" && entities.namespace.value === word) return undefined;
  const meant = targets.some(({ cluster }) => hasPart(cluster.toLowerCase(), word.toLowerCase()));
  return meant ? { ...state, plan: { ...plan, place: { cluster: word } } } : undefined;
};

/** A list of clusters that failed is a row of its own: which clusters there are beside is not known. */
const unlistedClusters = ({ language }: State, result: CallResult | undefined): readonly ClusterTarget[] => {
  const failure = result === undefined ? undefined : failureOf(result);
  if (failure === undefined) return [];
  return [{ cluster: say(language, "listOfClusters"), current: false, refused: { reach: "down", ...failure } }];
};

const called = (wanted: string, listed: readonly Listed[]): readonly Listed[] => {
  const word = wanted.toLowerCase();
  const exact = listed.filter(({ name }) => name.toLowerCase() === word);
  return exact.length > 0 ? exact : listed.filter(({ name }) => name.toLowerCase().includes(word));
};

const unknownCluster = (wanted: string, listed: readonly Listed[], about: About): ClusterTarget => {
  const names = listed.map(({ name }) => name);
  const near = nearNames(names, wanted);
  const detail = (near.length > 0 ? near : names).join(", ");
  return { cluster: wanted, current: false, ...about, refused: { reach: "missing", cause: "unknown_context", detail } };
};

/** A place that was named without saying of what kind is a cluster where one has that name, else a namespace. */
const wantedIn = (state: State, listed: readonly Listed[]): { wanted: string | undefined; about: About } => {
  const { cluster, namespace } = state.plan?.place ?? {};
  const name = state.plan?.focus.name;
  const named = name === undefined ? {} : { name };
  if (cluster === undefined && listed.some((each) => each.name === namespace))
    return { wanted: namespace, about: named };
  // It was read as a name where the clusters were not known yet.
  if ((cluster ?? namespace) === undefined && listed.some((each) => each.name === name))
    return { wanted: name, about: {} };
  return { wanted: cluster, about: { ...named, ...(namespace === undefined ? {} : { namespace }) } };
};

const clustersIn = (result: { text: string; structured?: unknown }): readonly Listed[] => {
  const parsed = parseResult({ text: result.text, structured: result.structured, verb: "list", resource: "cluster" });
  return parsed.form === "rows" ? parsed.rows.map((row) => clusterFacts(row)) : [];
};
