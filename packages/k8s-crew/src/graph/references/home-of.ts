import type { Home, Seeking } from "../../agents/types.ts";
import { candidatesFrom, matching } from "../../choices/choices.ts";
import { clusterOf, sameStage } from "../../language/index.ts";
import { clusterHere } from "../../memory/cluster-here.ts";
import { drive, together } from "../../overview/chains.ts";
import { listEverywhere } from "../../overview/list-everywhere.ts";
import type { Row } from "../../results/types.ts";
import { workloadFacts } from "../../results/workload-facts.ts";
import type { Parts } from "../parts.ts";
import { judging, readingLive } from "../reads/max-age.ts";
import { readAnew } from "../reads/read-all.ts";
import type { State } from "../state.ts";

/** Clusters that are looked into. */
const mostClusters = 8;

/** Kinds that what is scaled, restarted or rolled back may be of, where no kind was said. */
const workloads: readonly string[] = ["deployment", "statefulset", "daemonset"];

type Seen = {
  readonly cluster: string;
  readonly namespace: string;
  readonly name: string;
  readonly resource: string;
  readonly replicas?: NonNullable<Home["replicas"]>;
};

/**
 * Where a thing is that a command is written for: a word for a place may be that of a cluster or of a namespace, and the
 * command must name what there is. `{}` where that is not one place.
 */
export const homeOf = async (parts: Parts, state: State, seeking: Seeking): Promise<Home> => {
  const clusters = state.known.cluster ?? [];
  const here = clusterHere(state);
  const places = seeking.cluster === undefined ? clusters : [seeking.cluster];
  const kinds = seeking.isSaid || !workloads.includes(seeking.resource) ? [seeking.resource] : workloads;
  const searched = (places.length > 0 ? places : [here ?? ""]).slice(0, mostClusters);
  const seen = await seenIn(parts, state, { seeking, kinds, clusters: searched });
  const either = eitherMeant(called(seen, seeking.name), seeking, clusters);
  if (either.length > 0) return { either, ...takenFor(seeking, either) };
  const meant = called(inWord(seen, seeking, { clusters, here }), seeking.name);
  const [only, ...others] = meant;
  if (only && others.every(({ cluster, namespace }) => cluster === only.cluster && namespace === only.namespace))
    return {
      ...inOne(only),
      ...takenFor(seeking, [only]),
      ...(others.length === 0
        ? { name: only.name, resource: only.resource, ...replicasIn(only) }
        : { among: [...new Set(meant.map(({ name }) => name))], resource: only.resource }),
    };
  const word = seeking.namespace;
  const cluster = seeking.cluster ?? (word === undefined ? undefined : clusterOf(word, clusters));
  const among = cluster === undefined ? searched : [cluster];
  const kept = word === undefined ? [] : await namespacesOf(parts, among);
  const isKept = word === undefined || kept.includes(word) || kept.length === 0;
  const names = isKept ? kept : await namespacesOf(readingLive(parts), among);
  const isThere = word !== undefined && names.includes(word);
  const isLost = word !== undefined && !isThere && names.length > 0 && clusterOf(word, clusters) === undefined;
  return {
    ...(cluster === undefined ? {} : { cluster }),
    ...(isThere ? { namespace: word } : {}),
    ...(isLost ? { lost: word } : {}),
  };
};

const replicasIn = ({ replicas }: Seen): Pick<Home, "replicas"> => (replicas === undefined ? {} : { replicas });

const inOne = ({ cluster, namespace }: Seen): Home => ({ namespace, ...(cluster === "" ? {} : { cluster }) });

/** The word for the place, where that is not what the place itself is called. */
const takenFor = ({ namespace: word }: Seeking, places: readonly Seen[]): Pick<Home, "taken"> =>
  word === undefined || places.some(({ cluster, namespace }) => cluster === word || namespace === word)
    ? {}
    : { taken: word };

/** “Prod” is prod-cluster, and the namespace production of another one, where both hold the thing: nobody can tell which. */
const eitherMeant = (
  seen: readonly Seen[],
  { namespace: word }: Seeking,
  clusters: readonly string[],
): readonly Seen[] => {
  const cluster = word === undefined ? undefined : clusterOf(word, clusters);
  if (word === undefined || cluster === undefined || seen.some((one) => one.namespace === word || one.cluster === word))
    return [];
  const inCluster = seen.filter((one) => one.cluster === cluster);
  const inStage = seen.filter((one) => one.cluster !== cluster && sameStage(word, one.namespace));
  return inCluster.length > 0 && inStage.length > 0 ? [...inCluster, ...inStage] : [];
};

/** Those of the very name, where there are any. */
const called = (seen: readonly Seen[], name: string): readonly Seen[] =>
  firstThatHas(seen, [(one) => one.name === name, () => true]);

type Where = { readonly clusters: readonly string[]; readonly here: string | undefined };

/** Of the places that have it those that a word means: by their namespace, by their cluster, by the stage they are for. */
const inWord = (seen: readonly Seen[], { namespace: word, remembered }: Seeking, { clusters, here }: Where) => {
  const nearest = (some: readonly Seen[]) => firstThatHas(some, [({ cluster }) => cluster === here, () => true]);
  if (word === undefined) return firstThatHas(nearest(seen), [({ namespace }) => namespace === remembered, () => true]);
  const cluster = clusterOf(word, clusters);
  return nearest(
    firstThatHas(seen, [
      ({ namespace }) => namespace === word,
      (one) => one.cluster === cluster && sameStage(word, one.namespace),
      (one) => one.cluster === cluster,
      ({ namespace }) => sameStage(word, namespace),
    ]),
  );
};

const firstThatHas = (seen: readonly Seen[], tests: readonly ((one: Seen) => boolean)[]): readonly Seen[] => {
  for (const test of tests) {
    const found = seen.filter(test);
    if (found.length > 0) return found;
  }
  return [];
};

type Looking = {
  readonly seeking: Seeking;
  readonly kinds: readonly string[];
  readonly clusters: readonly string[];
};

const seenIn = async (parts: Parts, state: State, { seeking, kinds, clusters }: Looking): Promise<readonly Seen[]> => {
  const knowledge = { now: parts.settings.now(), language: state.language };
  for (const resource of kinds) {
    const listings = await listedEach(judging(parts), clusters, resource);
    const seen = listings.flatMap((rows, at) =>
      // What has the name in one namespace is no reason to pass over what is like it in another.
      [...new Set(rows.flatMap(({ namespace }) => namespace ?? []))].flatMap((namespace) => {
        const some = rows.filter((row) => row.namespace === namespace);
        const like = matching(candidatesFrom(some, { resource, withNamespace: true, knowledge }), seeking.name);
        return like.map(({ row }) => seenAt(row, { cluster: clusters[at] ?? "", namespace, resource }, knowledge.now));
      }),
    );
    if (seen.length > 0) return seen;
  }
  return [];
};

const seenAt = (row: Row, place: Omit<Seen, "name" | "replicas">, now: number): Seen => {
  const { name, ready, desired } = workloadFacts(row, now);
  return { ...place, name, ...(ready === undefined || desired === undefined ? {} : { replicas: { ready, desired } }) };
};

const namespacesOf = async (parts: Parts, clusters: readonly string[]): Promise<readonly string[]> =>
  (await listedEach(parts, clusters, "namespace")).flatMap((rows) => rows.map(({ name }) => name));

/** What of a kind there is in each of these clusters. */
export const listedEach = async (parts: Parts, clusters: readonly string[], resource: string) => {
  const { signal } = parts.turn();
  const limits = { signal, maxAgeMs: parts.settings.maxAgeMs };
  const chains = clusters.map((cluster) => listEverywhere({ catalog: parts.catalog, cluster }, resource));
  const listings = await drive(together(chains), (reads) => readAnew(parts, reads, limits));
  return listings.map((listing) => (listing.kind === "listed" ? listing.items : []));
};
