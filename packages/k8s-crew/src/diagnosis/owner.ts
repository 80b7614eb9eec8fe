import { resourceOfKind } from "../catalog/resource-words.ts";
import type { Chain } from "../overview/types.ts";
import { at, listAt, textAt, type UnknownRecord } from "../results/values.ts";
import type { Scout } from "./scout.ts";
import type { Thing } from "./types.ts";

/** The workload that a pod belongs to, which is what a person means who says the beginning of its name; else the pod. */
export function* workloadOf(scout: Scout, pod: Thing): Chain<Thing> {
  const found = yield* scout.one(pod);
  const owner = found.kind === "found" ? ownerIn(found.object, pod) : undefined;
  if (owner?.resource !== "replicaset") return owner ?? pod;
  const set = yield* scout.one(owner);
  return (
    (set.kind === "found"
      ? ownerIn(set.object, owner)
      : deploymentOf(owner, found.kind === "found" ? found.object : {})) ?? owner
  );
}

const ownerIn = (object: UnknownRecord, { namespace }: Thing): Thing | undefined => {
  const reference = listAt(object, "metadata", "ownerReferences").find((each) => at(each, "controller") === true);
  const resource = resourceOfKind(textAt(reference, "kind"))?.key;
  return resource === undefined ? undefined : { resource, namespace, name: textAt(reference, "name") };
};

/** A replica set that cannot be read is called after its deployment and the hash that its pods carry. */
const deploymentOf = (set: Thing, pod: UnknownRecord): Thing | undefined => {
  const hash = textAt(pod, "metadata", "labels", "pod-template-hash");
  const end = `-${hash}`;
  return hash !== "" && set.name.endsWith(end)
    ? { ...set, resource: "deployment", name: set.name.slice(0, -end.length) }
    : undefined;
};
