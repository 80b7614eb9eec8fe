import { parameterOf } from "../../catalog/arguments.ts";
import { effectOfVerb } from "../../catalog/verbs.ts";
import { isOfferable } from "../../choices/choices.ts";
import { readRequest, wordsThatMayName } from "../../language/index.ts";
import { clusterHere } from "../../memory/cluster-here.ts";
import { drive } from "../../overview/chains.ts";
import { listEverywhere } from "../../overview/list-everywhere.ts";
import { workloadNameOf } from "../../results/replicas.ts";
import type { Parts } from "../parts.ts";
import { readAll } from "../reads/read-all.ts";
import type { State } from "../state.ts";

/**
 * The names of what runs, where a word of the message stands in a name's place and means something else as well: only
 * they tell whether it is one.
 */
export const withThings = async (parts: Parts, state: State): Promise<State["known"]> => {
  const { known, message, language } = state;
  const context = { language, clusters: known.cluster ?? [], namespaces: known.namespace ?? [] };
  const words = wordsThatMayName(message, context).filter((word) => known.thing?.includes(word) !== true);
  if (words.length === 0) return known;
  const { verb, cluster } = readRequest(message, context);
  // What has no pods now is scaled all the same.
  const kinds = verb !== undefined && effectOfVerb(verb) !== "read" ? ["deployment", "pod"] : ["pod"];
  for (const kind of kinds) {
    for (const where of clustersFor(parts, state, { kind, cluster })) {
      const called = (await namesOf(parts, where, kind)).filter((name) => words.includes(name));
      if (called.length > 0) return { ...known, thing: [...(known.thing ?? []), ...called] };
    }
  }
  return known;
};

/** Clusters that are looked into where one has to be named and none was. */
const mostClusters = 4;

/** The one that is said or spoken of; where nothing has to be said, the one that the server takes. */
const clustersFor = (
  { catalog }: Parts,
  state: State,
  { kind, cluster }: { readonly kind: string; readonly cluster: string | undefined },
): readonly string[] => {
  const here = cluster ?? clusterHere(state);
  if (here !== undefined) return [here];
  const templates = catalog.find({ verb: "list", resource: kind });
  const isAsked = templates.every(({ entry }) => parameterOf(entry, "cluster")?.required === true);
  return isAsked ? (state.known.cluster ?? []).slice(0, mostClusters) : [""];
};

const namesOf = async (parts: Parts, cluster: string, resource: string): Promise<readonly string[]> => {
  const place = { catalog: parts.catalog, cluster };
  const limits = { signal: parts.turn().signal, maxAgeMs: parts.settings.maxAgeMs };
  const listing = await drive(listEverywhere(place, resource), (reads) => readAll(parts, reads, limits));
  const names = listing.kind === "listed" ? listing.items.map(({ name }) => name) : [];
  return [...new Set(names.flatMap((name) => [name, workloadNameOf(name)]))].filter(isOfferable);
};
