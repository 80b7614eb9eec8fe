import type { Cluster } from "../cluster.ts";
import { kindNamed } from "../kinds.ts";
import { type Fields, type KubernetesObject, listAt, textAt } from "../objects.ts";
import { formatCpu, formatMemory, parseQuantity } from "../quantities.ts";
import { parseLabelSelector } from "../selectors.ts";
import { badRequest, notFound, type Reply } from "../status.ts";
import { timestamp } from "../time.ts";
import type { Target } from "./routes.ts";

// Used by a container about which a manifest says nothing.
const idle = { cpu: 0.002, memory: 24 * 2 ** 20 };

/** Answers `metrics.k8s.io/v1beta1`: what hints say, or a share of the requests. Nodes sum up their pods. */
export function readMetrics(cluster: Cluster, target: Target, query: URLSearchParams): Reply {
  const isNodes = target.resource === "nodes";
  const selector = parseLabelSelector(query.get("labelSelector") ?? "");
  if ("error" in selector) return badRequest(selector.error);
  const candidates = isNodes ? cluster.store.list("nodes") : cluster.store.list("pods", target.namespace);
  const measured = candidates.filter((object) => isMeasured(object) && selector.matches(object));
  const render = (object: KubernetesObject) => (isNodes ? nodeMetrics(cluster, object) : podMetrics(cluster, object));
  const type = { apiVersion: "metrics.k8s.io/v1beta1", kind: isNodes ? "NodeMetrics" : "PodMetrics" };
  if (target.name === undefined) {
    return {
      code: 200,
      body: { kind: `${type.kind}List`, apiVersion: type.apiVersion, metadata: {}, items: measured.map(render) },
    };
  }
  const found = measured.find((object) => object.metadata.name === target.name);
  const kind = { ...kindNamed(isNodes ? "Node" : "Pod"), group: "metrics.k8s.io" };
  const name = target.namespace === undefined ? target.name : `${target.namespace}/${target.name}`;
  return found === undefined ? notFound(kind, name) : { code: 200, body: { ...type, ...render(found) } };
}

/** Only what runs can be measured. */
function isMeasured(object: KubernetesObject): boolean {
  if (object.kind === "Pod") return textAt(object, "status.phase") === "Running";
  return listAt(object, "status.conditions").some((one) => one.type === "Ready" && one.status === "True");
}

function podMetrics(cluster: Cluster, pod: KubernetesObject): Fields {
  const containers = listAt(pod, "spec.containers").map((container) => ({
    name: textAt(container, "name"),
    usage: render(containerUsage(cluster, pod, container)),
  }));
  return { ...common(cluster, pod), containers };
}

function nodeMetrics(cluster: Cluster, node: KubernetesObject): Fields {
  const hints = cluster.hints.of(node);
  const pods = cluster.store.list("pods").filter((pod) => textAt(pod, "spec.nodeName") === node.metadata.name);
  const usages = pods
    .filter(isMeasured)
    .flatMap((pod) => listAt(pod, "spec.containers").map((container) => containerUsage(cluster, pod, container)));
  const usage = {
    cpu: parseQuantity(hints.cpu ?? "") ?? usages.reduce((sum, one) => sum + one.cpu, 0.08),
    memory: parseQuantity(hints.memory ?? "") ?? usages.reduce((sum, one) => sum + one.memory, 600 * 2 ** 20),
  };
  return { ...common(cluster, node), usage: render(usage) };
}

interface Usage {
  /** Cores. */
  readonly cpu: number;
  /** Bytes. */
  readonly memory: number;
}

function containerUsage(cluster: Cluster, pod: KubernetesObject, container: Fields): Usage {
  const hints = cluster.hints.of(pod);
  const name = textAt(container, "name");
  const isMain = listAt(pod, "spec.containers")[0]?.name === name;
  const reading = (resource: "cpu" | "memory") => {
    const hint = hints[`${resource}.${name}`] ?? (isMain ? hints[resource] : undefined);
    const request = parseQuantity(textAt(container, `resources.requests.${resource}`));
    return parseQuantity(hint ?? "") ?? (request === undefined ? idle[resource] : request * 0.4);
  };
  return { cpu: reading("cpu"), memory: reading("memory") };
}

function render({ cpu, memory }: Usage): Fields {
  return { cpu: formatCpu(cpu), memory: formatMemory(memory) };
}

function common(cluster: Cluster, { metadata }: KubernetesObject): Fields {
  const { name, namespace, labels } = metadata;
  return {
    metadata: { name, ...(namespace === undefined ? {} : { namespace }), ...(labels === undefined ? {} : { labels }) },
    timestamp: timestamp(cluster.now() - 15_000),
    window: "15s",
  };
}
