import type { Catalog } from "../catalog/types.ts";
import { parameterOf } from "../plan/arguments.ts";
import { callKey } from "../plan/source.ts";
import { clusterFacts } from "../results/cluster-facts.ts";
import { parseResult } from "../results/parse-result.ts";
import type { State } from "./state.ts";
import type { Shelf } from "./turn.ts";

export type ClusterTarget = {
  readonly cluster: string;
  readonly current: boolean;
  readonly selectable: boolean;
  readonly namespace?: string;
};

/**
 * The clusters that a survey looks at: the one that was named, else all that the server lists, else the one it speaks
 * of. A server whose tools take no cluster can be asked about its current one only.
 */
export const surveyTargets = (
  state: State,
  { catalog, shelf }: { catalog: Catalog; shelf: Shelf },
): readonly ClusterTarget[] => {
  const step = state.plan?.steps[0];
  const result = step ? shelf.results.get(callKey(step)) : undefined;
  const listed = step?.resource === "cluster" && result?.outcome === "ok" ? clustersIn(result) : [];
  const { wanted, place } = wantedPlace(
    state,
    listed.map(({ name }) => name),
  );
  const selects = catalog.entries.some(
    (entry) => entry.effect === "read" && entry.resource !== "cluster" && parameterOf(entry, "cluster") !== undefined,
  );
  if (listed.length === 0)
    return [{ cluster: selects ? (wanted ?? "") : "", current: true, selectable: true, ...place }];
  const chosen = wanted === undefined ? listed : listed.filter(({ name }) => name === wanted || name.includes(wanted));
  const targets = (chosen.length > 0 ? chosen : listed).map(({ name, current }) => ({
    cluster: name,
    current,
    selectable: selects || current || listed.length === 1,
    ...place,
  }));
  // A server that cannot be told which cluster still speaks of one, though it does not say of which.
  const one = { cluster: "", current: true, selectable: true, ...place };
  return targets.some(({ selectable }) => selectable) ? targets : [one, ...targets];
};

/** A place that was named without saying of what kind is a cluster where one has that name, else a namespace. */
const wantedPlace = (
  state: State,
  clusters: readonly string[],
): { wanted: string | undefined; place: { namespace?: string } } => {
  const { cluster, namespace } = state.plan?.place ?? {};
  const said = cluster === undefined && namespace !== undefined ? clusters.filter((name) => name === namespace) : [];
  if (said.length === 1) return { wanted: said[0], place: {} };
  return { wanted: cluster, place: namespace === undefined ? {} : { namespace } };
};

const clustersIn = (result: { text: string; structured?: unknown }): readonly { name: string; current: boolean }[] => {
  const parsed = parseResult({ text: result.text, structured: result.structured, verb: "list", resource: "cluster" });
  return parsed.form === "rows" ? parsed.rows.map((row) => clusterFacts(row)) : [];
};
