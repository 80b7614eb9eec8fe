import type { Arguments } from "@k8s-copilot/crew";
import { resourceByKey } from "../catalog/resources.ts";
import type { CatalogEntry, Verb } from "../catalog/types.ts";
import { cachedKinds } from "./kinds.ts";
import { type Changed, changedByManifest } from "./manifest.ts";
import { clusterIn, kindsIn, namespaceIn, unknownKind } from "./spots.ts";
import { tagOf } from "./tags.ts";

/** What these do stays with the kind that they are about and what depends on it. Of all others anything may come. */
const boundedVerbs: ReadonlySet<Verb> = new Set<Verb>([
  "create",
  "update",
  "apply",
  "patch",
  "set",
  "label",
  "annotate",
  "scale",
  "restart",
  "rollback",
  "pause",
  "resume",
  "start",
  "stop",
  "cordon",
  "uncordon",
  "taint",
  "untaint",
  "delete",
  "drain",
]);

/** Other names by which a server calls the same cluster, such as contexts of one API server. */
export type SameCluster = (server: string, cluster: string) => readonly string[];

type Surroundings = { readonly servers: readonly string[]; readonly sameCluster: SameCluster };

/**
 * Tags of everything that a write may have changed. Where a cluster or a namespace is named, reads that name none may
 * have seen it too, and so may those under other names of the cluster. Whether another server looks at the same cluster nobody knows: there the kinds are dropped wherever
 * they are.
 */
export const dropsOfWrite = (
  entry: CatalogEntry,
  args: Arguments,
  { servers, sameCluster }: Surroundings,
): readonly string[] => {
  const changes = changesBy(entry, args);
  const cluster = clusterIn(entry, args);
  const clusters = cluster === "" ? [undefined] : [cluster, "", ...sameCluster(entry.server, cluster)];
  const others = servers.filter((server) => server !== entry.server);
  const drops = changes.flatMap((change) =>
    touchedBy(change).flatMap(({ namespaces, resource }) => [
      ...clusters.flatMap((one) =>
        namespaces.map((namespace) => tagOf({ server: entry.server, cluster: one, namespace, resource })),
      ),
      ...others.map((server) => tagOf({ server, resource })),
    ]),
  );
  return [...new Set(drops)];
};

type Touched = {
  /** Undefined: of every kind. */
  readonly resource: string | undefined;
  /** Undefined among them: wherever. */
  readonly namespaces: readonly (string | undefined)[];
};

const everything: readonly Touched[] = [{ resource: undefined, namespaces: [undefined] }];

const touchedBy = ({ kind, namespace }: Changed): readonly Touched[] => {
  const touches = cachedKinds.get(kind)?.touches ?? "everything";
  if (touches === "everything") return everything;
  const isPlaced = namespace !== "" && resourceByKey.get(kind)?.namespaced === true;
  const namespaces = isPlaced ? [namespace, ""] : [undefined];
  return [kind, ...touches, unknownKind].map((resource) => ({ resource, namespaces }));
};

const anything: readonly Changed[] = [{ kind: unknownKind, namespace: "" }];

/** What is changed: the kinds that are named, and what a manifest holds, which takes the place of the call if it names none. */
const changesBy = (entry: CatalogEntry, args: Arguments): readonly Changed[] => {
  if (!boundedVerbs.has(entry.verb)) return anything;
  const place = namespaceIn(entry, args);
  const kinds = kindsIn(entry, args).map((kind) => ({ kind, namespace: place }));
  const held = changedByManifest(entry, args);
  if (held.length === 0) return kinds;
  const named = kinds.filter(({ kind }) => kind !== unknownKind);
  return [...named, ...held.map(({ kind, namespace }) => ({ kind, namespace: agreed(namespace, place) }))];
};

/** Where the call and its manifest name different places, either may be meant. */
const agreed = (one: string, other: string): string => {
  if (one === "" || other === "") return one || other;
  return one === other ? one : "";
};
