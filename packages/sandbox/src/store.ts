import { type Kind, kinds } from "./kinds.ts";
import { stableUid } from "./names.ts";
import { type KubernetesObject, numberAt } from "./objects.ts";

export interface Change {
  readonly type: "ADDED" | "MODIFIED" | "DELETED";
  readonly kind: Kind;
  readonly object: KubernetesObject;
  readonly version: number;
}

/** The objects of one cluster. Objects in it are never changed in place: a write puts a new one. */
export interface Store {
  /** Sorted by namespace and name, as etcd keeps them. */
  list(resource: string, namespace?: string): readonly KubernetesObject[];
  get(resource: string, name: string, namespace?: string): KubernetesObject | undefined;
  /** Creates or replaces; uid, creation time and generation are kept up. Answers what was stored. */
  put(kind: Kind, object: KubernetesObject): KubernetesObject;
  remove(kind: Kind, object: KubernetesObject): void;
  /** The version of the latest change, as a list tells it. */
  version(): number;
  /** Changes after the version, oldest first; undefined when they are no longer remembered. */
  changesSince(version: number): readonly Change[] | undefined;
  /** Calls back on every change until the returned function is called. */
  subscribe(listener: (change: Change) => void): () => void;
}

const rememberedChanges = 2000;

export function createStore(clusterName: string, now: () => string): Store {
  const shelves = new Map(kinds.map((kind) => [kind.resource, createShelf()]));
  const listeners = new Set<(change: Change) => void>();
  let changes: Change[] = [];
  let latest = 1000;

  function announce(type: Change["type"], kind: Kind, object: KubernetesObject): void {
    const change = { type, kind, object, version: latest };
    changes.push(change);
    if (changes.length > 2 * rememberedChanges) changes = changes.slice(-rememberedChanges);
    for (const listener of [...listeners]) listener(change);
  }

  function shelf(resource: string): Shelf {
    const found = shelves.get(resource);
    if (found === undefined) throw new RangeError(`No kind has the plural "${resource}": add a row to kinds.ts`);
    return found;
  }

  return {
    list: (resource, namespace) => shelf(resource).list(namespace),
    get: (resource, name, namespace) => shelf(resource).get(keyOf(name, namespace)),
    put(kind, object) {
      const key = keyOf(object.metadata.name, object.metadata.namespace);
      const previous = shelf(kind.resource).get(key);
      latest += 1;
      const uid =
        previous?.metadata.uid ?? object.metadata.uid ?? stableUid(`${clusterName}/${kind.kind}/${key}/${latest}`);
      const metadata = {
        ...object.metadata,
        uid,
        resourceVersion: String(latest),
        creationTimestamp: previous?.metadata.creationTimestamp ?? object.metadata.creationTimestamp ?? now(),
        ...nextGeneration(object, previous),
      };
      const stored = { ...object, metadata };
      shelf(kind.resource).set(key, stored);
      announce(previous === undefined ? "ADDED" : "MODIFIED", kind, stored);
      return stored;
    },
    remove(kind, object) {
      if (!shelf(kind.resource).delete(keyOf(object.metadata.name, object.metadata.namespace))) return;
      latest += 1;
      announce("DELETED", kind, { ...object, metadata: { ...object.metadata, resourceVersion: String(latest) } });
    },
    version: () => latest,
    changesSince(version) {
      const oldest = changes[0]?.version ?? latest + 1;
      return version + 1 < oldest && version < latest
        ? undefined
        : changes.filter((change) => change.version > version);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

type Shelf = ReturnType<typeof createShelf>;

/** Objects of one kind by key; the sorted list is kept until a key comes or goes. */
function createShelf() {
  const objects = new Map<string, KubernetesObject>();
  let sortedKeys: string[] | undefined;
  return {
    get: (key: string) => objects.get(key),
    set(key: string, object: KubernetesObject) {
      if (!objects.has(key)) sortedKeys = undefined;
      objects.set(key, object);
    },
    delete(key: string): boolean {
      sortedKeys = undefined;
      return objects.delete(key);
    },
    list(namespace?: string): KubernetesObject[] {
      sortedKeys ??= [...objects.keys()].sort();
      const keys = namespace === undefined ? sortedKeys : sortedKeys.filter((key) => key.startsWith(`${namespace}/`));
      return keys.flatMap((key) => objects.get(key) ?? []);
    },
  };
}

function keyOf(name: string, namespace?: string): string {
  return `${namespace ?? ""}/${name}`;
}

/** Kinds with a spec count its changes. */
function nextGeneration(object: KubernetesObject, previous: KubernetesObject | undefined): { generation?: number } {
  if (object.spec === undefined) return {};
  if (previous === undefined) return { generation: numberAt(object, "metadata.generation", 1) };
  const generation = numberAt(previous, "metadata.generation", 1);
  const changed = JSON.stringify(previous.spec) !== JSON.stringify(object.spec);
  return { generation: changed ? generation + 1 : generation };
}
