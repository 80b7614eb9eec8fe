import { isDeepStrictEqual } from "node:util";
import type { Cluster } from "../cluster.ts";
import { kindNamed } from "../kinds.ts";
import { type Fields, type KubernetesObject, listAt, recordAt, textAt } from "../objects.ts";
import { isActive, isReady } from "./pods.ts";

/** Gives a Service its address, and Endpoints and an EndpointSlice with the pods that it selects. */
export function syncService(cluster: Cluster, service: KubernetesObject): void {
  const addressed = withAddress(cluster, service);
  const selector = Object.entries(recordAt(addressed, "spec.selector"));
  if (selector.length === 0) return;
  const pods = cluster.store
    .list("pods", service.metadata.namespace)
    .filter((pod) => isActive(pod) && textAt(pod, "status.podIP") !== "")
    .filter((pod) => selector.every(([key, value]) => pod.metadata.labels?.[key] === value));
  putIfChanged(cluster, endpointsOf(addressed, pods));
  putIfChanged(cluster, sliceOf(addressed, pods));
}

function withAddress(cluster: Cluster, service: KubernetesObject): KubernetesObject {
  const spec = recordAt(service, "spec");
  if (spec.clusterIP !== undefined || spec.type === "ExternalName") return service;
  const number = cluster.nextNumber();
  const clusterIP = `10.96.${Math.floor(number / 250)}.${(number % 250) + 2}`;
  const nodePorts = spec.type === "NodePort" || spec.type === "LoadBalancer";
  const ports = listAt(spec, "ports").map((port, index) =>
    nodePorts ? { nodePort: 30000 + number + index, ...port } : port,
  );
  const filled = {
    ...spec,
    ports,
    clusterIP,
    clusterIPs: [clusterIP],
    ipFamilies: ["IPv4"],
    ipFamilyPolicy: "SingleStack",
  };
  return cluster.store.put(kindNamed("Service"), {
    ...service,
    spec: filled,
    status: service.status ?? { loadBalancer: {} },
  });
}

function endpointsOf(service: KubernetesObject, pods: readonly KubernetesObject[]): KubernetesObject {
  const address = (pod: KubernetesObject) => ({
    ip: textAt(pod, "status.podIP"),
    nodeName: textAt(pod, "spec.nodeName"),
    targetRef: reference(pod),
  });
  const ready = pods.filter(isReady).map(address);
  const notReady = pods.filter((pod) => !isReady(pod)).map(address);
  const subset = {
    ...(ready.length === 0 ? {} : { addresses: ready }),
    ...(notReady.length === 0 ? {} : { notReadyAddresses: notReady }),
    ports: portsOf(service, pods[0]),
  };
  return {
    apiVersion: "v1",
    kind: "Endpoints",
    metadata: metadataOf(service, service.metadata.name),
    ...(pods.length === 0 ? {} : { subsets: [subset] }),
  };
}

function sliceOf(service: KubernetesObject, pods: readonly KubernetesObject[]): KubernetesObject {
  const { name, uid } = service.metadata;
  const metadata = metadataOf(service, `${name}-${(uid ?? "").slice(0, 5)}`);
  const labels = {
    ...metadata.labels,
    "kubernetes.io/service-name": name,
    "endpointslice.kubernetes.io/managed-by": "endpointslice-controller.k8s.io",
  };
  const owner = { apiVersion: "v1", kind: "Service", name, uid, controller: true, blockOwnerDeletion: true };
  return {
    apiVersion: "discovery.k8s.io/v1",
    kind: "EndpointSlice",
    metadata: { ...metadata, labels, ownerReferences: [owner] },
    addressType: "IPv4",
    endpoints: pods.map((pod) => ({
      addresses: [textAt(pod, "status.podIP")],
      conditions: { ready: isReady(pod), serving: isReady(pod), terminating: false },
      nodeName: textAt(pod, "spec.nodeName"),
      targetRef: reference(pod),
    })),
    ports: portsOf(service, pods[0]),
  };
}

function metadataOf({ metadata }: KubernetesObject, name: string): KubernetesObject["metadata"] {
  const { namespace, labels, creationTimestamp } = metadata;
  return {
    name,
    ...(namespace === undefined ? {} : { namespace }),
    ...(labels === undefined ? {} : { labels }),
    ...(creationTimestamp === undefined ? {} : { creationTimestamp }),
  };
}

function reference({ metadata }: KubernetesObject): Fields {
  return { kind: "Pod", name: metadata.name, namespace: metadata.namespace, uid: metadata.uid };
}

/** A target port may be named: then the pod tells its number. */
function portsOf(service: KubernetesObject, pod: KubernetesObject | undefined): Fields[] {
  const known = listAt(pod, "spec.containers").flatMap((container) => listAt(container, "ports"));
  return listAt(service, "spec.ports").map((port) => {
    const target = port.targetPort;
    const named = known.find((candidate) => candidate.name === target)?.containerPort;
    const name = port.name === undefined ? {} : { name: port.name };
    return { ...name, port: typeof target === "string" ? (named ?? port.port) : target, protocol: port.protocol };
  });
}

function putIfChanged(cluster: Cluster, object: KubernetesObject): void {
  const kind = kindNamed(object.kind);
  const current = cluster.store.get(kind.resource, object.metadata.name, object.metadata.namespace);
  const { metadata: _, ...content } = object;
  const { metadata: __, ...currentContent } = current ?? { metadata: {} };
  if (!isDeepStrictEqual(content, currentContent)) cluster.store.put(kind, object);
}
