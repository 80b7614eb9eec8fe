import type { CallResult } from "@k8s-copilot/crew";
import { parameterOf } from "../../catalog/arguments.ts";
import { candidatesFrom, matching } from "../../choices/choices.ts";
import { allChoices } from "../../choices/offer.ts";
import { drive, together } from "../../overview/chains.ts";
import { listEverywhere } from "../../overview/list-everywhere.ts";
import type { Read } from "../../overview/types.ts";
import type { Row } from "../../results/types.ts";
import type { Parts } from "../parts.ts";
import { readAnew } from "../reads/read-all.ts";
import type { Replying } from "./understood.ts";

/** Where a thing is that a reply speaks of. An empty cluster: the only one, or the one that the server is at. */
export type Held = {
  readonly cluster: string;
  readonly namespace: string;
  readonly name: string;
  readonly resource: string;
};

/** Clusters that are looked into. */
const mostClusters = 8;

/** Kinds by which people know what is where; the first of which one is found tells. */
const kinds: readonly string[] = ["pod", "deployment", "service"];

/** The things of this name in the clusters that the open question leaves open, of the first kind that has any. */
export const heldAs = async (replying: Replying, said: string): Promise<readonly Held[]> => {
  const found = await heldBy(replying, said);
  // “The one with the workers” holds a cart-worker.
  return found.length > 0 || !/[a-z]{4}s$/iu.test(said) ? found : heldBy(replying, said.slice(0, -1));
};

const heldBy = async (replying: Replying, name: string): Promise<readonly Held[]> => {
  const { language } = replying.state;
  const knowledge = { now: 0, language };
  for (const resource of kinds) {
    const found = (await listedIn(replying, resource)).flatMap(({ cluster, rows }) =>
      matching(candidatesFrom(rows, { resource, withNamespace: true, knowledge }), name).flatMap(({ row }) =>
        row.namespace === undefined ? [] : [{ cluster, namespace: row.namespace, name: row.name, resource }],
      ),
    );
    if (found.length > 0) return found;
  }
  return [];
};

/** The names of the namespaces of each of these clusters. */
export const namespacesIn = async (
  replying: Replying,
): Promise<readonly { readonly cluster: string; readonly names: readonly string[] }[]> =>
  (await listedIn(replying, "namespace")).map(({ cluster, rows }) => ({
    cluster,
    names: rows.map(({ name }) => name),
  }));

type Listed = { readonly cluster: string; readonly rows: readonly Row[] };

const listedIn = async (replying: Replying, resource: string): Promise<readonly Listed[]> => {
  const { parts } = replying;
  const clusters = clustersOf(replying).slice(0, mostClusters);
  const chains = clusters.map((cluster) => listEverywhere({ catalog: parts.catalog, cluster }, resource));
  const listings = await drive(together(chains), (reads) => readFor(parts, reads));
  return listings.map((listing, at) => ({
    cluster: clusters[at] ?? "",
    rows: listing.kind === "listed" ? listing.items : [],
  }));
};

const readFor = (parts: Parts, reads: readonly Read[]): Promise<readonly CallResult[]> =>
  readAnew(parts, reads, { signal: parts.turn().signal, maxAgeMs: parts.settings.maxAgeMs });

/** The cluster that was settled on; while that is asked, each of its choices. */
const clustersOf = ({ parts, state, ask }: Replying): readonly string[] => {
  if (ask.parameter === "cluster") return allChoices(ask).map(({ value }) => value);
  const step = state.plan?.steps.find(({ id }) => id === ask.stepId);
  const entry = step && parts.catalog.get(step.tool);
  const parameter = entry && parameterOf(entry, "cluster");
  const settled = step && parameter ? step.args[parameter.name] : undefined;
  return [typeof settled === "string" ? settled : (state.entities.cluster?.value ?? "")];
};
