import type { Cluster } from "../cluster.ts";
import { kindNamed } from "../kinds.ts";
import { type Fields, type KubernetesObject, recordAt, valueAt } from "../objects.ts";
import { timestamp } from "../time.ts";
import { recordEvent } from "./events.ts";

const notReadySince = 25 * 60_000;
const unknown = { status: "Unknown", reason: "NodeStatusUnknown", message: "Kubelet stopped posting node status." };

/** Gives a Node without conditions a status: Ready, or with `sandbox/state: NotReady` one whose kubelet went silent. */
export function startNode(cluster: Cluster, node: KubernetesObject): void {
  if (valueAt(node, "status.conditions") !== undefined) return;
  const isSilent = cluster.hints.of(node).state === "NotReady";
  const number = cluster.store.list("nodes").findIndex((other) => other.metadata.name === node.metadata.name);
  const address = `172.18.0.${number + 2}`;
  const capacity = {
    cpu: "4",
    "ephemeral-storage": "80Gi",
    memory: "8Gi",
    pods: "110",
    ...recordAt(node, "status.capacity"),
  };
  const stored = cluster.store.put(kindNamed("Node"), {
    ...node,
    metadata: { ...node.metadata, labels: { ...standardLabels(node), ...node.metadata.labels } },
    spec: {
      podCIDR: `10.244.${number}.0/24`,
      ...recordAt(node, "spec"),
      ...(isSilent ? { taints: unreachableTaints } : {}),
    },
    status: {
      addresses: [
        { type: "InternalIP", address },
        { type: "Hostname", address: node.metadata.name },
      ],
      allocatable: capacity,
      nodeInfo,
      ...recordAt(node, "status"),
      capacity,
      conditions: conditionsOf(cluster, isSilent),
    },
  });
  if (!isSilent) return;
  const message = `Node ${node.metadata.name} status is now: NodeNotReady`;
  const first = cluster.now() - notReadySince;
  recordEvent(cluster, stored, { reason: "NodeNotReady", message, component: "node-controller", first });
}

const unreachableTaints = [
  { key: "node.kubernetes.io/unreachable", effect: "NoSchedule" },
  { key: "node.kubernetes.io/unreachable", effect: "NoExecute" },
];

const nodeInfo = {
  architecture: "amd64",
  containerRuntimeVersion: "containerd://1.7.24",
  kernelVersion: "6.1.0-28-amd64",
  kubeletVersion: "v1.32.4",
  kubeProxyVersion: "v1.32.4",
  operatingSystem: "linux",
  osImage: "Debian GNU/Linux 12 (bookworm)",
};

function standardLabels({ metadata }: KubernetesObject): Record<string, string> {
  return { "kubernetes.io/arch": "amd64", "kubernetes.io/hostname": metadata.name, "kubernetes.io/os": "linux" };
}

function conditionsOf(cluster: Cluster, isSilent: boolean): Fields[] {
  const now = cluster.now();
  const lastTransitionTime = timestamp(now - (isSilent ? notReadySince : 20 * 86_400_000));
  const lastHeartbeatTime = timestamp(now - (isSilent ? notReadySince : 30_000));
  const pressures = ["Memory", "Disk", "PID"].map((what) => ({
    type: `${what}Pressure`,
    ...(isSilent
      ? unknown
      : { status: "False", reason: `KubeletHas${enough[what]}`, message: `kubelet has ${words[what]}` }),
  }));
  const ready = isSilent
    ? unknown
    : { status: "True", reason: "KubeletReady", message: "kubelet is posting ready status" };
  return [...pressures, { type: "Ready", ...ready }].map((condition) => ({
    ...condition,
    lastHeartbeatTime,
    lastTransitionTime,
  }));
}

const enough: Readonly<Record<string, string>> = {
  Memory: "SufficientMemory",
  Disk: "NoDiskPressure",
  PID: "SufficientPID",
};
const words: Readonly<Record<string, string>> = {
  Memory: "sufficient memory available",
  Disk: "no disk pressure",
  PID: "sufficient PID available",
};
