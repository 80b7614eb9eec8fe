import { podStatus } from "./pod-status.ts";
import { selectorText } from "./selector-text.ts";
import { at, isRecord, listAt, numberAt, scalarText, textAt, type UnknownRecord } from "./values.ts";

type Fields = Readonly<Record<string, string>>;

/**
 * What kubectl's table would show of an object, under the same names as a table's columns in lower case, so that rows
 * from objects and rows from tables read alike. Times stay timestamps, in `created` and `last seen`.
 */
export function fieldsOf(object: UnknownRecord): Fields {
  const kind = textAt(object, "kind");
  const print = printers[kind] ?? printAny;
  return withoutEmpty({
    kind,
    created: textAt(object, "metadata", "creationTimestamp"),
    labels: pairs(at(object, "metadata", "labels")),
    ...print(object),
  });
}

/** One row per kind: column name → where it stands in the object. Other kinds show their phase or Ready condition. */
const printers: Readonly<Record<string, (object: UnknownRecord) => Fields>> = {
  Pod: printPod,
  Node: printNode,
  Event: printEvent,
  Namespace: (object) => ({ status: textAt(object, "status", "phase") }),
  Deployment: (object) => ({
    ready: `${count(object, "readyReplicas")}/${desired(object)}`,
    "up-to-date": count(object, "updatedReplicas"),
    available: count(object, "availableReplicas"),
    images: images(object),
  }),
  StatefulSet: (object) => ({ ready: `${count(object, "readyReplicas")}/${desired(object)}`, images: images(object) }),
  ReplicaSet: (object) => ({
    desired: desired(object),
    current: count(object, "replicas"),
    ready: count(object, "readyReplicas"),
  }),
  ReplicationController: (object) => ({
    desired: desired(object),
    current: count(object, "replicas"),
    ready: count(object, "readyReplicas"),
  }),
  DaemonSet: (object) => ({
    desired: count(object, "desiredNumberScheduled"),
    current: count(object, "currentNumberScheduled"),
    ready: count(object, "numberReady"),
    "up-to-date": count(object, "updatedNumberScheduled"),
    available: count(object, "numberAvailable"),
  }),
  Job: printJob,
  CronJob: (object) => ({
    schedule: textAt(object, "spec", "schedule"),
    suspend: textAt(object, "spec", "suspend"),
    active: String(listAt(object, "status", "active").length),
    "last schedule": textAt(object, "status", "lastScheduleTime"),
  }),
  // cert-manager.io/v1
  Certificate: (object) => ({
    ready: certificateReady(object),
    secret: textAt(object, "spec", "secretName"),
    expires: textAt(object, "status", "notAfter"),
  }),
  Service: printService,
  Ingress: (object) => ({
    class: textAt(object, "spec", "ingressClassName"),
    hosts: listAt(object, "spec", "rules")
      .map((rule) => textAt(rule, "host") || "*")
      .join(","),
    address: addresses(listAt(object, "status", "loadBalancer", "ingress")),
  }),
  ConfigMap: (object) => ({ data: size(at(object, "data"), at(object, "binaryData")) }),
  Secret: (object) => ({ type: textAt(object, "type"), data: size(at(object, "data"), at(object, "stringData")) }),
  PersistentVolumeClaim: (object) => ({
    status: textAt(object, "status", "phase"),
    volume: textAt(object, "spec", "volumeName"),
    capacity: textAt(object, "status", "capacity", "storage"),
    storageclass: textAt(object, "spec", "storageClassName"),
  }),
  PersistentVolume: (object) => ({
    capacity: textAt(object, "spec", "capacity", "storage"),
    "reclaim policy": textAt(object, "spec", "persistentVolumeReclaimPolicy"),
    status: textAt(object, "status", "phase"),
    claim: [textAt(object, "spec", "claimRef", "namespace"), textAt(object, "spec", "claimRef", "name")]
      .filter((part) => part !== "")
      .join("/"),
    storageclass: textAt(object, "spec", "storageClassName"),
  }),
  HorizontalPodAutoscaler: (object) => ({
    reference: reference(at(object, "spec", "scaleTargetRef")),
    minpods: textAt(object, "spec", "minReplicas"),
    maxpods: textAt(object, "spec", "maxReplicas"),
    replicas: textAt(object, "status", "currentReplicas"),
  }),
  NetworkPolicy: (object) => ({ "pod-selector": selectorText(at(object, "spec", "podSelector")) }),
  StorageClass: (object) => ({
    provisioner: textAt(object, "provisioner"),
    reclaimpolicy: textAt(object, "reclaimPolicy"),
  }),
};

function printAny(object: UnknownRecord): Fields {
  const ready = condition(object, "Ready");
  const status = textAt(object, "status", "phase") || (ready === undefined ? "" : ready ? "Ready" : "NotReady");
  return { status };
}

function printPod(object: UnknownRecord): Fields {
  const { status, ready, total, restarts, lastRestart } = podStatus(object);
  return {
    ready: `${ready}/${total}`,
    status,
    phase: textAt(object, "status", "phase"),
    restarts: String(restarts),
    "last restart": lastRestart,
    ip: textAt(object, "status", "podIP"),
    node: textAt(object, "spec", "nodeName"),
  };
}

function printNode(object: UnknownRecord): Fields {
  const ready = condition(object, "Ready");
  const words = [ready === undefined ? "Unknown" : ready ? "Ready" : "NotReady"];
  if (at(object, "spec", "unschedulable") === true) words.push("SchedulingDisabled");
  const roles = Object.keys(recordOf(at(object, "metadata", "labels")))
    .filter((label) => label.startsWith("node-role.kubernetes.io/"))
    .map((label) => label.slice("node-role.kubernetes.io/".length));
  return {
    status: words.join(","),
    roles: roles.join(",") || "<none>",
    version: textAt(object, "status", "nodeInfo", "kubeletVersion"),
    "internal-ip": addressOf(object, "InternalIP"),
    cpu: textAt(object, "status", "capacity", "cpu"),
    memory: textAt(object, "status", "capacity", "memory"),
  };
}

function printEvent(object: UnknownRecord): Fields {
  const involved = at(object, "involvedObject") ?? at(object, "regarding") ?? at(object, "InvolvedObject");
  return {
    type: textAt(object, "type"),
    reason: textAt(object, "reason"),
    object: reference(involved),
    message: textAt(object, "message") || textAt(object, "note"),
    count: textAt(object, "count") || textAt(object, "series", "count"),
    "last seen":
      textAt(object, "lastTimestamp") ||
      textAt(object, "series", "lastObservedTime") ||
      textAt(object, "eventTime") ||
      textAt(object, "metadata", "creationTimestamp"),
  };
}

function printJob(object: UnknownRecord): Fields {
  const succeeded = numberAt(object, "status", "succeeded") ?? 0;
  const states = ["Complete", "Failed", "Suspended"].filter((type) => condition(object, type) === true);
  return {
    status: states[0] ?? "Running",
    completions: `${succeeded}/${numberAt(object, "spec", "completions") ?? 1}`,
    failed: textAt(object, "status", "failed"),
  };
}

function printService(object: UnknownRecord): Fields {
  const balanced = addresses(listAt(object, "status", "loadBalancer", "ingress"));
  const ports = listAt(object, "spec", "ports").map((port) => {
    const nodePort = textAt(port, "nodePort");
    const protocol = textAt(port, "protocol") || "TCP";
    return `${textAt(port, "port")}${nodePort === "" ? "" : `:${nodePort}`}/${protocol}`;
  });
  const type = textAt(object, "spec", "type") || "ClusterIP";
  return {
    type,
    "cluster-ip": textAt(object, "spec", "clusterIP"),
    "external-ip":
      balanced || listAt(object, "spec", "externalIPs").join(",") || (type === "LoadBalancer" ? "<pending>" : "<none>"),
    ports: ports.join(","),
    selector: pairs(at(object, "spec", "selector")),
  };
}

function count(object: UnknownRecord, field: string): string {
  return textAt(object, "status", field) || "0";
}

function desired(object: UnknownRecord): string {
  return textAt(object, "spec", "replicas") || "1";
}

function images(object: UnknownRecord): string {
  return listAt(object, "spec", "template", "spec", "containers")
    .map((container) => textAt(container, "image"))
    .join(",");
}

function reference(value: unknown): string {
  const kind = (textAt(value, "kind") || textAt(value, "Kind")).toLowerCase();
  const name = textAt(value, "name") || textAt(value, "Name");
  return kind === "" ? name : `${kind}/${name}`;
}

function certificateReady(object: UnknownRecord): string {
  const ready = condition(object, "Ready");
  return ready === undefined ? "" : ready ? "True" : "False";
}

function condition(object: UnknownRecord, type: string): boolean | undefined {
  const found = listAt(object, "status", "conditions").find((entry) => textAt(entry, "type") === type);
  return found === undefined ? undefined : textAt(found, "status").toLowerCase() === "true";
}

function addressOf(object: UnknownRecord, type: string): string {
  const found = listAt(object, "status", "addresses").find((entry) => textAt(entry, "type") === type);
  return textAt(found, "address");
}

function addresses(entries: readonly unknown[]): string {
  return entries.map((entry) => textAt(entry, "ip") || textAt(entry, "hostname")).join(",");
}

/** `a=1,b=2` of a flat object. */
function pairs(value: unknown): string {
  return Object.entries(recordOf(value))
    .map(([key, entry]) => `${key}=${scalarText(entry) ?? ""}`)
    .join(",");
}

function size(...values: readonly unknown[]): string {
  return String(values.reduce<number>((sum, value) => sum + Object.keys(recordOf(value)).length, 0));
}

function recordOf(value: unknown): UnknownRecord {
  return isRecord(value) ? value : {};
}

function withoutEmpty(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ""));
}
