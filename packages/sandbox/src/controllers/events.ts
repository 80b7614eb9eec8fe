import type { Cluster } from "../cluster.ts";
import { kindNamed } from "../kinds.ts";
import { nameSuffix } from "../names.ts";
import type { KubernetesObject } from "../objects.ts";
import { timestamp } from "../time.ts";

export interface Happening {
  readonly type?: "Normal" | "Warning";
  readonly reason: string;
  readonly message: string;
  readonly component: string;
  readonly host?: string | undefined;
  /** The container that it is about. */
  readonly container?: string | undefined;
  readonly count?: number;
  /** Milliseconds since the epoch; both are now by default. */
  readonly first?: number;
  readonly last?: number;
}

/** Writes an Event about the object. Those about cluster-wide objects stand in namespace `default`, as on a real cluster. */
export function recordEvent(cluster: Cluster, about: KubernetesObject, happening: Happening): void {
  const { type = "Normal", reason, message, component, host, container, count = 1 } = happening;
  const first = timestamp(happening.first ?? cluster.now());
  const last = timestamp(happening.last ?? happening.first ?? cluster.now());
  const { name, namespace, uid, resourceVersion } = about.metadata;
  const suffix = nameSuffix(`${uid}/${reason}/${cluster.nextNumber()}`, 16);
  cluster.store.put(kindNamed("Event"), {
    apiVersion: "v1",
    kind: "Event",
    metadata: { name: `${name}.${suffix}`, namespace: namespace ?? "default", creationTimestamp: first },
    involvedObject: {
      kind: about.kind,
      ...(namespace === undefined ? {} : { namespace }),
      name,
      uid,
      apiVersion: about.apiVersion,
      resourceVersion,
      ...(container === undefined ? {} : { fieldPath: `spec.containers{${container}}` }),
    },
    reason,
    message,
    source: { component, ...(host === undefined ? {} : { host }) },
    firstTimestamp: first,
    lastTimestamp: last,
    count,
    type,
    eventTime: null,
    reportingComponent: component,
    reportingInstance: host ?? "",
  });
}
