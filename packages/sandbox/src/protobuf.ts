import type { Fields } from "./objects.ts";

/**
 * Reads the Kubernetes protobuf that typed Go clients send (`kubectl create deployment`, `kubectl auth can-i`), as far as
 * the messages in the table reach. Undefined when a body holds anything else: it must not be lost in silence.
 */
export function parseProtobuf(bytes: Buffer): Fields | undefined {
  if (bytes.subarray(0, 4).toString("latin1") !== "k8s\0") return undefined;
  const envelope = readFields(bytes.subarray(4));
  const type = readFields(bytesOf(envelope, 1));
  const apiVersion = bytesOf(type, 1).toString();
  const kind = bytesOf(type, 2).toString();
  const content = kind in messages ? readMessage(kind, bytesOf(envelope, 2)) : undefined;
  return content && { apiVersion, kind, ...content };
}

type Messages = Readonly<Record<string, Readonly<Record<number, string>>>>;

/**
 * Messages by name, their fields by number: `name type`. Types: text, integer, boolean, map, bytesMap, or a message; `[]` repeats.
 * Source: generated.proto of k8s.io/api and k8s.io/apimachinery, v1.32. `ignored` is what only a server fills in.
 */
const messages: Messages = {
  ObjectMeta: {
    1: "name text",
    2: "generateName text",
    3: "namespace text",
    5: "uid text",
    6: "resourceVersion text",
    8: "creationTimestamp ignored",
    11: "labels map",
    12: "annotations map",
  },
  Namespace: { 1: "metadata ObjectMeta", 2: "spec ignored", 3: "status ignored" },
  ConfigMap: { 1: "metadata ObjectMeta", 2: "data map", 4: "immutable boolean" },
  Secret: { 1: "metadata ObjectMeta", 2: "data bytesMap", 3: "type text", 4: "stringData map" },
  Deployment: { 1: "metadata ObjectMeta", 2: "spec DeploymentSpec", 3: "status ignored" },
  DeploymentSpec: { 1: "replicas integer", 2: "selector LabelSelector", 3: "template PodTemplate" },
  Job: { 1: "metadata ObjectMeta", 2: "spec JobSpec", 3: "status ignored" },
  JobSpec: { 1: "parallelism integer", 2: "completions integer", 6: "template PodTemplate", 7: "backoffLimit integer" },
  LabelSelector: { 1: "matchLabels map" },
  PodTemplate: { 1: "metadata ObjectMeta", 2: "spec PodSpec" },
  PodSpec: { 2: "containers Container[]", 3: "restartPolicy text" },
  Container: {
    1: "name text",
    2: "image text",
    3: "command text[]",
    4: "args text[]",
    6: "ports ContainerPort[]",
    7: "env EnvVar[]",
    14: "imagePullPolicy text",
  },
  ContainerPort: { 1: "name text", 3: "containerPort integer", 4: "protocol text" },
  EnvVar: { 1: "name text", 2: "value text" },
  Scale: { 1: "metadata ObjectMeta", 2: "spec ScaleSpec", 3: "status ignored" },
  ScaleSpec: { 1: "replicas integer" },
  Eviction: { 1: "metadata ObjectMeta", 2: "deleteOptions DeleteOptions" },
  DeleteOptions: {
    1: "gracePeriodSeconds integer",
    2: "preconditions ignored",
    4: "propagationPolicy text",
    5: "dryRun text[]",
  },
  SelfSubjectAccessReview: { 1: "metadata ObjectMeta", 2: "spec AccessReviewSpec", 3: "status ignored" },
  AccessReviewSpec: { 1: "resourceAttributes ResourceAttributes" },
  ResourceAttributes: {
    1: "namespace text",
    2: "verb text",
    3: "group text",
    4: "version text",
    5: "resource text",
    6: "subresource text",
    7: "name text",
  },
};

/** The value of a field on the wire: a number, or bytes. */
type Wire = { readonly number: number; readonly value: number | Buffer };

function readMessage(name: string, bytes: Buffer): Fields | undefined {
  const fields: Record<string, unknown> = {};
  for (const { number, value } of readFields(bytes)) {
    const [field, type] = messages[name]?.[number]?.split(" ") ?? [];
    if (field === undefined || type === undefined) {
      if (isEmpty(value)) continue;
      return undefined;
    }
    const read = readValue(type.replace("[]", ""), value);
    if (read === undefined) return undefined;
    if (read.value === undefined) continue;
    const before = fields[field];
    if (type.endsWith("[]")) fields[field] = [...(Array.isArray(before) ? before : []), read.value];
    else if (type === "map" || type === "bytesMap") fields[field] = Object.assign(before ?? {}, read.value);
    else fields[field] = read.value;
  }
  return fields;
}

/** Go clients write out empty texts, too: those count as absent. */
function readValue(type: string, value: number | Buffer): { value: unknown } | undefined {
  if (type === "ignored") return { value: undefined };
  if (typeof value === "number") return { value: type === "boolean" ? value === 1 : value };
  if (type === "text") return { value: value.length === 0 ? undefined : value.toString() };
  if (type === "map" || type === "bytesMap") {
    const entry = readFields(value);
    const content = bytesOf(entry, 2).toString(type === "map" ? "utf8" : "base64");
    return { value: { [bytesOf(entry, 1).toString()]: content } };
  }
  const message = readMessage(type, value);
  return message && { value: message };
}

function isEmpty(value: number | Buffer): boolean {
  if (typeof value === "number") return value === 0;
  return value.length === 0 || readFields(value).every((field) => isEmpty(field.value));
}

function bytesOf(fields: readonly Wire[], number: number): Buffer {
  const found = fields.find((field) => field.number === number)?.value;
  return Buffer.isBuffer(found) ? found : Buffer.alloc(0);
}

/** Splits a message into its fields; ends at what is no protobuf. */
function readFields(bytes: Buffer): Wire[] {
  const fields: Wire[] = [];
  let position = 0;
  const varint = () => {
    let result = 0;
    for (let shift = 0; position < bytes.length; shift += 7) {
      const byte = bytes[position++] ?? 0;
      result += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) break;
    }
    return result;
  };
  while (position < bytes.length) {
    const key = varint();
    const [number, wireType] = [Math.floor(key / 8), key % 8];
    if (wireType === 0) fields.push({ number, value: varint() });
    else if (wireType === 2) {
      const length = varint();
      fields.push({ number, value: bytes.subarray(position, position + length) });
      position += length;
    } else return fields;
  }
  return fields;
}
