import { type KubernetesObject, listAt, numberAt, recordAt, textAt, textsAt, valueAt } from "../objects.ts";
import { age } from "../time.ts";
import { ageColumn, type Column, countColumn, nameColumn, textColumn, wide } from "./column.ts";

export const namespaceColumns: readonly Column[] = [nameColumn, textColumn("Status", "status.phase"), ageColumn];

export const nodeColumns: readonly Column[] = [
  nameColumn,
  { name: "Status", cell: nodeStatus },
  { name: "Roles", cell: nodeRoles },
  ageColumn,
  textColumn("Version", "status.nodeInfo.kubeletVersion"),
  wide({ name: "Internal-IP", cell: (node) => nodeAddress(node, "InternalIP") }),
  wide({ name: "External-IP", cell: (node) => nodeAddress(node, "ExternalIP") }),
  wide(textColumn("OS-Image", "status.nodeInfo.osImage", "<unknown>")),
  wide(textColumn("Kernel-Version", "status.nodeInfo.kernelVersion", "<unknown>")),
  wide(textColumn("Container-Runtime", "status.nodeInfo.containerRuntimeVersion", "<unknown>")),
];

export const eventColumns: readonly Column[] = [
  { name: "Last Seen", cell: (event, now) => age(textAt(event, "lastTimestamp") || textAt(event, "eventTime"), now) },
  textColumn("Type", "type"),
  textColumn("Reason", "reason"),
  {
    name: "Object",
    cell: (event) => `${textAt(event, "involvedObject.kind").toLowerCase()}/${textAt(event, "involvedObject.name")}`,
  },
  wide(textColumn("Subobject", "involvedObject.fieldPath", "")),
  wide({
    name: "Source",
    cell: (event) => [textAt(event, "source.component"), textAt(event, "source.host")].filter(Boolean).join(", "),
  }),
  { name: "Message", cell: (event) => textAt(event, "message").trim() },
  wide({
    name: "First Seen",
    cell: (event, now) => age(textAt(event, "firstTimestamp") || textAt(event, "eventTime"), now),
  }),
  wide({ name: "Count", cell: (event) => numberAt(event, "count", 1) }),
  wide(nameColumn),
];

export const configMapColumns: readonly Column[] = [nameColumn, { name: "Data", cell: dataCount }, ageColumn];

export const secretColumns: readonly Column[] = [
  nameColumn,
  textColumn("Type", "type"),
  { name: "Data", cell: dataCount },
  ageColumn,
];

export const serviceAccountColumns: readonly Column[] = [
  nameColumn,
  { name: "Secrets", cell: (account) => listAt(account, "secrets").length },
  ageColumn,
];

export const volumeColumns: readonly Column[] = [
  nameColumn,
  textColumn("Capacity", "spec.capacity.storage", ""),
  { name: "Access Modes", cell: (volume) => accessModes(textsAt(volume, "spec.accessModes")) },
  textColumn("Reclaim Policy", "spec.persistentVolumeReclaimPolicy", ""),
  textColumn("Status", "status.phase", ""),
  {
    name: "Claim",
    cell: (volume) =>
      [textAt(volume, "spec.claimRef.namespace"), textAt(volume, "spec.claimRef.name")].filter(Boolean).join("/"),
  },
  textColumn("StorageClass", "spec.storageClassName", ""),
  textColumn("VolumeAttributesClass", "spec.volumeAttributesClassName", "<unset>"),
  textColumn("Reason", "status.reason", ""),
  ageColumn,
  wide(textColumn("VolumeMode", "spec.volumeMode", "<unset>")),
];

export const claimColumns: readonly Column[] = [
  nameColumn,
  textColumn("Status", "status.phase", ""),
  textColumn("Volume", "spec.volumeName", ""),
  textColumn("Capacity", "status.capacity.storage", ""),
  { name: "Access Modes", cell: (claim) => accessModes(textsAt(claim, "status.accessModes")) },
  textColumn("StorageClass", "spec.storageClassName", ""),
  textColumn("VolumeAttributesClass", "spec.volumeAttributesClassName", "<unset>"),
  ageColumn,
  wide(textColumn("VolumeMode", "spec.volumeMode", "<unset>")),
];

export const storageClassColumns: readonly Column[] = [
  { name: "Name", cell: (one) => (isDefaultClass(one) ? `${one.metadata.name} (default)` : one.metadata.name) },
  textColumn("Provisioner", "provisioner"),
  textColumn("ReclaimPolicy", "reclaimPolicy", "Delete"),
  textColumn("VolumeBindingMode", "volumeBindingMode", "Immediate"),
  { name: "AllowVolumeExpansion", cell: (one) => valueAt(one, "allowVolumeExpansion") === true },
  ageColumn,
];

export const budgetColumns: readonly Column[] = [
  nameColumn,
  textColumn("Min Available", "spec.minAvailable", "N/A"),
  textColumn("Max Unavailable", "spec.maxUnavailable", "N/A"),
  countColumn("Allowed Disruptions", "status.disruptionsAllowed"),
  ageColumn,
];

export const quotaColumns: readonly Column[] = [
  nameColumn,
  { name: "Request", cell: (quota) => quotaText(quota, (name) => !name.startsWith("limits.")) },
  { name: "Limit", cell: (quota) => quotaText(quota, (name) => name.startsWith("limits.")) },
  ageColumn,
];

export const bindingColumns: readonly Column[] = [
  nameColumn,
  { name: "Role", cell: (binding) => `${textAt(binding, "roleRef.kind")}/${textAt(binding, "roleRef.name")}` },
  ageColumn,
  ...(["User", "Group", "ServiceAccount"] as const).map((kind) =>
    wide({ name: `${kind}s`, cell: (binding) => subjects(binding, kind) }),
  ),
];

export const leaseColumns: readonly Column[] = [nameColumn, textColumn("Holder", "spec.holderIdentity", ""), ageColumn];

function nodeStatus(node: KubernetesObject): string {
  const ready = listAt(node, "status.conditions").find((condition) => condition.type === "Ready");
  const words = [ready === undefined ? "Unknown" : ready.status === "True" ? "Ready" : "NotReady"];
  if (valueAt(node, "spec.unschedulable") === true) words.push("SchedulingDisabled");
  return words.join(",");
}

function nodeRoles(node: KubernetesObject): string {
  const prefix = "node-role.kubernetes.io/";
  const roles = Object.keys(node.metadata.labels ?? {}).filter((label) => label.startsWith(prefix));
  return (
    roles
      .map((label) => label.slice(prefix.length))
      .sort()
      .join(",") || "<none>"
  );
}

function nodeAddress(node: KubernetesObject, type: string): string {
  const found = listAt(node, "status.addresses").find((address) => address.type === type);
  return textAt(found, "address") || "<none>";
}

function dataCount(object: KubernetesObject): number {
  return Object.keys(recordAt(object, "data")).length + Object.keys(recordAt(object, "binaryData")).length;
}

const modeLetters: Readonly<Record<string, string>> = {
  ReadWriteOnce: "RWO",
  ReadOnlyMany: "ROX",
  ReadWriteMany: "RWX",
  ReadWriteOncePod: "RWOP",
};

function accessModes(modes: readonly string[]): string {
  return modes.map((mode) => modeLetters[mode] ?? mode).join(",");
}

function isDefaultClass(one: KubernetesObject): boolean {
  return one.metadata.annotations?.["storageclass.kubernetes.io/is-default-class"] === "true";
}

function quotaText(quota: KubernetesObject, includes: (name: string) => boolean): string {
  const used = recordAt(quota, "status.used");
  const hard = Object.entries(recordAt(quota, "status.hard")).filter(([name]) => includes(name));
  return hard.map(([name, value]) => `${name}: ${used[name] ?? 0}/${value}`).join(", ");
}

function subjects(binding: KubernetesObject, kind: string): string {
  const matching = listAt(binding, "subjects").filter((subject) => subject.kind === kind);
  return matching
    .map((subject) => [textAt(subject, "namespace"), textAt(subject, "name")].filter(Boolean).join("/"))
    .join(", ");
}
