import type { Cluster } from "../cluster.ts";
import type { Hints } from "../hints.ts";
import { kindNamed } from "../kinds.ts";
import { type Fields, type KubernetesObject, listAt, recordAt, textAt, valueAt } from "../objects.ts";
import { type PodState, podStates } from "../pod-states.ts";
import { parseDuration, timestamp } from "../time.ts";
import { recordEvent } from "./events.ts";
import { type PodLife, podStatus, startingStatus } from "./pod-status.ts";

const hour = 3_600_000;
const running: PodState = { phase: "Running", ready: true };

export interface PodSeed {
  readonly name: string;
  readonly owner: KubernetesObject;
  /** The pod template of the owner. */
  readonly template: Fields;
  readonly labels?: Readonly<Record<string, string>>;
  readonly hints: Hints;
  readonly node?: string;
}

/** Makes a pod of an owner's template and lets it live. */
export function createPod(cluster: Cluster, { name, owner, template, labels, hints, node }: PodSeed): KubernetesObject {
  const { apiVersion, kind, metadata } = owner;
  const annotations = texts(recordAt(template, "metadata.annotations"));
  const creationTimestamp = metadata.creationTimestamp ?? "";
  const pod = cluster.store.put(kindNamed("Pod"), {
    apiVersion: "v1",
    kind: "Pod",
    metadata: {
      name,
      generateName: `${metadata.name}-`,
      namespace: metadata.namespace ?? "default",
      labels: { ...texts(recordAt(template, "metadata.labels")), ...labels },
      ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
      ownerReferences: [
        { apiVersion, kind, name: metadata.name, uid: metadata.uid, controller: true, blockOwnerDeletion: true },
      ],
      ...(cluster.isLoading() ? { creationTimestamp: podAge(cluster, hints) ?? creationTimestamp } : {}),
    },
    spec: { ...recordAt(template, "spec"), ...(node === undefined ? {} : { nodeName: node }) },
  });
  cluster.hints.set(pod, hints);
  return startPod(cluster, pod);
}

/** Places a pod that has no status on a node and starts its containers: at once while loading, else after a moment. */
export function startPod(cluster: Cluster, pod: KubernetesObject): KubernetesObject {
  const hints = cluster.hints.of(pod);
  const given = textAt(pod, "spec.nodeName");
  const node = given === "" ? chooseNode(cluster, hints) : given;
  const state = node === undefined ? podStates.Unschedulable : podStates[hints.state ?? "Running"];
  const life = lifeOf(cluster, pod, { state: state ?? running, node: node ?? "" });
  if (life.state.scheduled === false || node === undefined) {
    const stored = putStatus(cluster, pod, podStatus(pod, life));
    recordRecurring(cluster, stored, life);
    return stored;
  }
  const placed = { ...pod, spec: { ...recordAt(pod, "spec"), nodeName: node } };
  if (cluster.isLoading()) {
    const stored = putStatus(cluster, placed, podStatus(placed, life));
    if (cluster.now() - life.startedAt < hour) recordStart(cluster, stored, life);
    recordRecurring(cluster, stored, life);
    return stored;
  }
  const starting = putStatus(cluster, placed, startingStatus(placed, life));
  recordStart(cluster, starting, life);
  cluster.afterPodStart(() => {
    const current = cluster.store.get("pods", pod.metadata.name, pod.metadata.namespace);
    if (current === undefined || current.metadata.uid !== starting.metadata.uid) return;
    recordRecurring(cluster, putStatus(cluster, current, podStatus(current, life)), life);
  });
  return starting;
}

export function isReady(pod: KubernetesObject): boolean {
  return listAt(pod, "status.conditions").some(
    (condition) => condition.type === "Ready" && condition.status === "True",
  );
}

/** Whether the pod still counts for its owner: a finished one does not. */
export function isActive(pod: KubernetesObject): boolean {
  return !["Succeeded", "Failed"].includes(textAt(pod, "status.phase"));
}

function putStatus(cluster: Cluster, pod: KubernetesObject, status: Fields): KubernetesObject {
  return cluster.store.put(kindNamed("Pod"), { ...pod, status });
}

function podAge(cluster: Cluster, hints: Hints): string | undefined {
  const milliseconds = parseDuration((hints.age ?? "").replace(/^-/, ""));
  return milliseconds === undefined ? undefined : timestamp(cluster.now() - milliseconds);
}

/** A node that is ready and takes pods, in turns; the hint goes first. */
function chooseNode(cluster: Cluster, hints: Hints): string | undefined {
  if (hints.state === "Unschedulable") return undefined;
  if (hints.node !== undefined) return hints.node;
  const open = cluster.store
    .list("nodes")
    .filter((node) => isReady(node) && valueAt(node, "spec.unschedulable") !== true)
    .filter((node) => listAt(node, "spec.taints").every((taint) => taint.effect !== "NoSchedule"));
  return open[cluster.nextNumber() % Math.max(open.length, 1)]?.metadata.name;
}

function lifeOf(cluster: Cluster, pod: KubernetesObject, { state, node }: { state: PodState; node: string }): PodLife {
  const hints = cluster.hints.of(pod);
  const nodes = cluster.store.list("nodes");
  const index = nodes.findIndex((candidate) => candidate.metadata.name === node);
  const address = listAt(nodes[index], "status.addresses").find((candidate) => candidate.type === "InternalIP");
  const number = cluster.nextNumber();
  const [first] = listAt(pod, "spec.containers");
  const words: Readonly<Record<string, string>> = {
    pod: pod.metadata.name,
    namespace: pod.metadata.namespace ?? "default",
    container: textAt(first, "name"),
    image: textAt(first, "image"),
    uid: pod.metadata.uid ?? "",
    node,
    nodes: String(nodes.length),
  };
  return {
    state: withMessage(state, hints.message),
    startedAt: cluster.isLoading() ? Date.parse(pod.metadata.creationTimestamp ?? "") || cluster.now() : cluster.now(),
    now: cluster.now(),
    restarts: cluster.isLoading() ? Number(hints.restarts ?? state.restarts ?? 0) : 0,
    podIp: `10.244.${index + 1 + Math.floor(number / 250)}.${(number % 250) + 2}`,
    hostIp: textAt(address, "address"),
    fill: (text) => text.replaceAll(/\{(\w+)\}/g, (whole, word: string) => words[word] ?? whole),
  };
}

/** The message of a hint replaces that of the first recurring event. */
function withMessage(state: PodState, message: string | undefined): PodState {
  const [first, ...rest] = state.events ?? [];
  return message === undefined || first === undefined ? state : { ...state, events: [{ ...first, message }, ...rest] };
}

function recordStart(cluster: Cluster, pod: KubernetesObject, life: PodLife): void {
  const node = textAt(pod, "spec.nodeName");
  const assigned = `Successfully assigned ${pod.metadata.namespace}/${pod.metadata.name} to ${node}`;
  const first = life.startedAt;
  recordEvent(cluster, pod, { reason: "Scheduled", message: assigned, component: "default-scheduler", first });
  const neverStarts = life.state.phase === "Pending";
  for (const container of neverStarts ? [] : listAt(pod, "spec.containers")) {
    const name = textAt(container, "name");
    const image = textAt(container, "image");
    const common = { component: "kubelet", host: node, container: name, first };
    recordEvent(cluster, pod, {
      ...common,
      reason: "Pulled",
      message: `Container image "${image}" already present on machine`,
    });
    recordEvent(cluster, pod, { ...common, reason: "Created", message: `Created container: ${name}` });
    recordEvent(cluster, pod, { ...common, reason: "Started", message: `Started container ${name}` });
  }
}

/** Events that keep coming: the latest about a minute or two ago, or just now for a pod that has just started. */
function recordRecurring(cluster: Cluster, pod: KubernetesObject, life: PodLife): void {
  const container = textAt(listAt(pod, "spec.containers")[0], "name");
  const isOld = cluster.isLoading();
  (life.state.events ?? []).forEach((event, index) => {
    recordEvent(cluster, pod, {
      type: event.type,
      reason: event.reason,
      message: life.fill(event.message),
      component: event.component,
      host: event.component === "kubelet" ? textAt(pod, "spec.nodeName") : undefined,
      container: event.ofContainer === true ? container : undefined,
      count: isOld ? event.count : 1,
      first: isOld ? life.startedAt : cluster.now(),
      last: isOld ? Math.max(life.startedAt, cluster.now() - 60_000 - 7000 * index) : cluster.now(),
    });
  });
}

function texts(fields: Fields): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, String(value)]));
}
