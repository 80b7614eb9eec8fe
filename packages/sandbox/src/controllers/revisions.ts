import type { Cluster } from "../cluster.ts";
import { kindNamed } from "../kinds.ts";
import { nameSuffix } from "../names.ts";
import { type KubernetesObject, numberAt, recordAt } from "../objects.ts";

export const revisionLabel = "controller-revision-hash";

/** What a template is told apart by. */
export const hashOf = (owner: KubernetesObject): string =>
  nameSuffix(JSON.stringify(recordAt(owner, "spec.template")), 10);

/**
 * Keeps the template of a StatefulSet or DaemonSet as a ControllerRevision, as the real controllers do: one for each
 * template it had; that which it has now carries the highest number.
 */
export function keepRevision(cluster: Cluster, owner: KubernetesObject): void {
  const owned = cluster.store.ownedBy("controllerrevisions", owner);
  const highest = Math.max(0, ...owned.map((revision) => numberAt(revision, "revision", 0)));
  const hash = hashOf(owner);
  const known = owned.find(({ metadata }) => metadata.labels?.[revisionLabel] === hash);
  if (known && numberAt(known, "revision", 0) === highest) return;
  const { name, namespace, labels, uid, creationTimestamp } = owner.metadata;
  const template = { ...recordAt(owner, "spec.template"), $patch: "replace" };
  cluster.store.put(kindNamed("ControllerRevision"), {
    ...known,
    apiVersion: "apps/v1",
    kind: "ControllerRevision",
    metadata: known?.metadata ?? {
      name: `${name}-${hash}`,
      ...(namespace === undefined ? {} : { namespace }),
      labels: { ...labels, [revisionLabel]: hash },
      ownerReferences: [
        { apiVersion: "apps/v1", kind: owner.kind, name, uid, controller: true, blockOwnerDeletion: true },
      ],
      ...(cluster.isLoading() && creationTimestamp !== undefined ? { creationTimestamp } : {}),
    },
    data: { spec: { template } },
    revision: highest + 1,
  });
}

/** Those of a world that was just loaded: last of all, because names of pods follow from what was stored before them. */
export const keepRevisions = (cluster: Cluster): void => {
  for (const resource of ["statefulsets", "daemonsets"])
    for (const owner of cluster.store.list(resource)) keepRevision(cluster, owner);
};
