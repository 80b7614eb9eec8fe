import { isDeepStrictEqual } from "node:util";
import { type Fields, isFields } from "./objects.ts";

/** JSON merge patch (RFC 7386): null removes, objects merge, everything else replaces. */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isFields(patch)) return patch;
  const merged: Fields = { ...(isFields(target) ? target : {}) };
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete merged[name];
    else merged[name] = mergePatch(merged[name], value);
  }
  return merged;
}

/**
 * How lists merge in a strategic merge patch and in server-side apply: by the first of these fields that the items have.
 * Source: patchMergeKey tags of k8s.io/api types. Lists that are not here are replaced whole.
 */
const mergeKeys: Readonly<Record<string, readonly string[]>> = {
  containers: ["name"],
  initContainers: ["name"],
  ephemeralContainers: ["name"],
  volumes: ["name"],
  env: ["name"],
  imagePullSecrets: ["name"],
  secrets: ["name"],
  volumeMounts: ["mountPath"],
  volumeDevices: ["devicePath"],
  ports: ["containerPort", "port"],
  conditions: ["type"],
  addresses: ["type"],
  hostAliases: ["ip"],
  ownerReferences: ["uid"],
  topologySpreadConstraints: ["topologyKey"],
  taints: ["key"],
};

/** Strategic merge patch: as a merge patch, but known lists merge item by item; `$patch`, `$setElementOrder` are understood. */
export function strategicMergePatch(target: unknown, patch: unknown): unknown {
  if (!isFields(patch)) return patch;
  if (patch.$patch === "replace") return withoutDirectives(patch);
  if (patch.$patch === "delete") return undefined;
  const merged: Fields = { ...(isFields(target) ? target : {}) };
  for (const [name, value] of Object.entries(patch)) {
    const [, deletedFrom] = /^\$deleteFromPrimitiveList\/(.+)$/.exec(name) ?? [];
    if (deletedFrom !== undefined) merged[deletedFrom] = without(merged[deletedFrom], value);
    else if (name === "$retainKeys") keepOnly(merged, value);
    else if (name.startsWith("$")) continue;
    else if (value === null) delete merged[name];
    else merged[name] = mergeField(name, merged[name], value);
  }
  return merged;
}

function mergeField(name: string, target: unknown, value: unknown): unknown {
  if (!Array.isArray(value)) return strategicMergePatch(target, value);
  const items = value.filter(isFields);
  const key = mergeKeys[name]?.find((candidate) => items.some((item) => candidate in item));
  return key === undefined ? value : mergeItems(Array.isArray(target) ? target.filter(isFields) : [], items, key);
}

function mergeItems(target: readonly Fields[], items: readonly Fields[], key: string): unknown[] {
  const replaces = items.some((item) => item.$patch === "replace");
  const merged: unknown[] = replaces ? [] : [...target];
  for (const item of items) {
    if (item.$patch === "replace") continue;
    const index = merged.findIndex((candidate) => isFields(candidate) && candidate[key] === item[key]);
    const result = strategicMergePatch(index === -1 ? {} : merged[index], item);
    if (result === undefined) merged.splice(index === -1 ? merged.length : index, 1);
    else merged.splice(index === -1 ? merged.length : index, 1, result);
  }
  return merged;
}

function keepOnly(fields: Fields, names: unknown): void {
  if (!Array.isArray(names)) return;
  for (const name of Object.keys(fields)) if (!names.includes(name)) delete fields[name];
}

function without(target: unknown, values: unknown): unknown {
  return Array.isArray(target) && Array.isArray(values) ? target.filter((item) => !values.includes(item)) : target;
}

function withoutDirectives(patch: Fields): Fields {
  return Object.fromEntries(Object.entries(patch).filter(([name]) => !name.startsWith("$")));
}

/** JSON patch (RFC 6902), of which clients use add, remove, replace and test; undefined when it does not fit. */
export function jsonPatch(target: unknown, operations: unknown): unknown {
  if (!Array.isArray(operations)) return undefined;
  let document: unknown = structuredClone(target);
  for (const operation of operations) {
    if (!isFields(operation)) return undefined;
    const { op, path, value } = operation;
    const keys = String(path)
      .split("/")
      .slice(1)
      .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
    const result = applyOperation(document, keys, { op, value });
    if (result === undefined) return undefined;
    document = result.document;
  }
  return document;
}

interface Operation {
  readonly op: unknown;
  readonly value: unknown;
}

function applyOperation(
  document: unknown,
  keys: readonly string[],
  operation: Operation,
): { document: unknown } | undefined {
  const [key, ...rest] = keys;
  if (key === undefined) return operation.op === "test" ? { document } : { document: operation.value };
  if (rest.length === 0) {
    return Array.isArray(document) ? editItem(document, key, operation) : editField(document, key, operation);
  }
  if (Array.isArray(document)) {
    const index = Number(key);
    const inner = applyOperation(document[index], rest, operation);
    return inner && index < document.length ? { document: document.with(index, inner.document) } : undefined;
  }
  if (!isFields(document)) return undefined;
  const inner = applyOperation(document[key], rest, operation);
  return inner && { document: { ...document, [key]: inner.document } };
}

function editItem(items: readonly unknown[], key: string, { op, value }: Operation): { document: unknown } | undefined {
  const index = key === "-" ? items.length : Number(key);
  if (op === "test") return isDeepStrictEqual(items[index], value) ? { document: items } : undefined;
  if (op !== "add" && index >= items.length) return undefined;
  return { document: items.toSpliced(index, op === "add" ? 0 : 1, ...(op === "remove" ? [] : [value])) };
}

function editField(fields: unknown, key: string, { op, value }: Operation): { document: unknown } | undefined {
  if (!isFields(fields)) return undefined;
  if (op === "test") return isDeepStrictEqual(fields[key], value) ? { document: fields } : undefined;
  if (op !== "add" && !(key in fields)) return undefined;
  const { [key]: _, ...others } = fields;
  return { document: op === "remove" ? others : { ...others, [key]: value } };
}
