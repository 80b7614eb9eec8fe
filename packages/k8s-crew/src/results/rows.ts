import { fieldsOf } from "./printers.ts";
import type { Row } from "./types.ts";
import { at, isRecord, scalarText, textAt, type UnknownRecord } from "./values.ts";

/**
 * Other spellings of a field → its name in a `Row`. Keys are lower case without `_`, `-` and spaces. A server with
 * its own words for these is taught here.
 */
const fieldAliases: Readonly<Record<string, string>> = {
  createdat: "created",
  creationtimestamp: "created",
  creationtime: "created",
  restartcount: "restarts",
  nodename: "node",
  hostname: "node",
  podip: "ip",
  iscurrent: "current",
  iscurrentcontext: "current",
  isactive: "current",
  default: "current",
  isdefault: "current",
  serverurl: "server",
  apiserver: "server",
  apiserverurl: "server",
  clusterurl: "server",
  kubernetesversion: "version",
  kubeletversion: "version",
  cpuusage: "cpu",
  memoryusage: "memory",
  cpucores: "cpu",
  memorybytes: "memory",
  cpupercent: "cpu%",
  cpupercentage: "cpu%",
  memorypercent: "memory%",
  memorypercentage: "memory%",
  clusterip: "cluster-ip",
  externalip: "external-ip",
  lastseen: "last seen",
  lasttimestamp: "last seen",
  timestamp: "last seen",
  involvedobject: "object",
};

/** Keys under which servers put the name of the thing, best first. `{resource}Name`, `{resource}_name` come before. */
const nameKeys = ["name", "pod", "podname", "node", "nodename", "context", "contextname", "cluster", "clustername"];

/** A column's or attribute's name as `Row.fields` has it: lower case, units dropped, aliases resolved. */
export function fieldName(key: string): string {
  const lower = key
    .trim()
    .toLowerCase()
    .replace("(%)", "%")
    .replace(/\((?:cores|bytes)\)$/, "")
    .replace("(s)", "s");
  return fieldAliases[lower.replace(/[-_ ]/g, "")] ?? lower;
}

/** A list's entry as a row; undefined when it has no name and needs one. `resource` helps to find the name (`podName` for pod). */
export function rowOf(entry: unknown, resource?: string): Row | undefined {
  if (typeof entry === "string") return entry.trim() === "" ? undefined : { name: entry.trim(), fields: {} };
  if (!isRecord(entry)) return undefined;
  const object = isRecord(at(entry, "object")) ? recordAt(entry, "object") : entry;
  const name = nameOf(object, resource);
  if (name === "" && !isEvent(flatFields(object), resource)) return undefined;
  // A kubeconfig context names the namespace it begins in; it does not stand in one.
  const namespace = resource === "cluster" || "isCurrent" in object ? "" : namespaceOf(object);
  const fields = isApiObject(object) ? fieldsOf(object) : flatFields(object);
  return { name, ...(namespace === "" ? {} : { namespace }), fields, object };
}

/** What happened needs no name: servers that are asked for the events of one thing do not name it again in each. */
export function isEvent({ reason, message }: Row["fields"], resource: string | undefined): boolean {
  return resource === "event" && (reason ?? message) !== undefined;
}

/** An object as the Kubernetes API gives it: with `metadata` that names it. */
export function isApiObject(value: unknown): value is UnknownRecord {
  return isRecord(value) && isRecord(at(value, "metadata")) && textAt(value, "metadata", "name") !== "";
}

function nameOf(object: UnknownRecord, resource: string | undefined): string {
  const direct = textAt(object, "metadata", "name");
  if (direct !== "") return direct;
  const involved = at(object, "involvedObject") ?? at(object, "InvolvedObject") ?? at(object, "regarding");
  const byKey = new Map(Object.entries(object).map(([key, value]) => [key.toLowerCase().replace(/[-_ ]/g, ""), value]));
  const keys = resource === undefined ? nameKeys : ["name", `${resource}name`, resource, ...nameKeys];
  for (const key of keys) {
    const text = scalarText(byKey.get(key));
    if (text !== undefined && text.trim() !== "") return text.trim();
  }
  return textAt(involved, "name") || textAt(involved, "Name");
}

function namespaceOf(object: UnknownRecord): string {
  return textAt(object, "metadata", "namespace") || textAt(object, "namespace") || textAt(object, "Namespace");
}

function flatFields(object: UnknownRecord): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [key, value] of Object.entries(object)) {
    const text = fieldText(value);
    const name = fieldName(key);
    if (text !== undefined && text !== "" && name !== "name" && name !== "namespace") fields[name] ??= text;
  }
  const { phase, ...rest } = fields;
  return phase !== undefined && fields.status === undefined ? { ...rest, status: phase } : fields;
}

/** Scalars, lists of scalars (`a,b`), references (`pod/web`), and flat objects (`a=1,b=2`); not deeper ones. */
function fieldText(value: unknown): string | undefined {
  const scalar = scalarText(value);
  if (scalar !== undefined) return scalar;
  if (Array.isArray(value)) {
    const parts = value.map(scalarText);
    return parts.every((part) => part !== undefined) ? parts.join(",") : undefined;
  }
  if (!isRecord(value)) return undefined;
  const [kind, name] = [textAt(value, "kind") || textAt(value, "Kind"), textAt(value, "name") || textAt(value, "Name")];
  if (kind !== "" && name !== "") return `${kind.toLowerCase()}/${name}`;
  const parts = Object.entries(value).map(([key, entry]) => [key, scalarText(entry)] as const);
  return parts.every(([, text]) => text !== undefined)
    ? parts.map(([key, text]) => `${key}=${text}`).join(",")
    : undefined;
}

function recordAt(value: UnknownRecord, key: string): UnknownRecord {
  const found = at(value, key);
  return isRecord(found) ? found : {};
}
