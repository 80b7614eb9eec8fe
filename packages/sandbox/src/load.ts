import { type Cluster, createHintBook } from "./cluster.ts";
import { createControllers } from "./controllers/controllers.ts";
import { keepRevisions } from "./controllers/revisions.ts";
import { withDefaults } from "./defaults.ts";
import { type Hints, takeHints } from "./hints.ts";
import { kindOf } from "./kinds.ts";
import { resolveLog } from "./logs.ts";
import { type KubernetesObject, objectSchema } from "./objects.ts";
import { createStore } from "./store.ts";
import { parseDuration, resolveTimes, timestamp } from "./time.ts";
import type { World } from "./world.ts";

export interface RunningCluster {
  readonly cluster: Cluster;
  /** Carries out the consequences of what was written. */
  readonly settle: () => void;
  readonly close: () => void;
}

const day = 86_400_000;

/** Brings a world to life: times become moments, what is left out is filled in, workloads get their pods. */
export function startCluster(world: World, { podStartMs }: { podStartMs: number }): RunningCluster {
  const startedAt = Date.now();
  const timers = new Set<NodeJS.Timeout>();
  let isLoading = true;
  let counter = 0;
  const cluster: Cluster = {
    name: world.name,
    store: createStore(world.name, () => timestamp(Date.now())),
    logs: (world.logs ?? []).map((log) => resolveLog(log, startedAt)),
    now: Date.now,
    hints: createHintBook(),
    isLoading: () => isLoading,
    afterPodStart(action) {
      const timer = setTimeout(() => {
        timers.delete(timer);
        action();
        controllers.run();
      }, podStartMs);
      timers.add(timer);
    },
    nextNumber: () => counter++,
  };
  const controllers = createControllers(cluster);
  for (const object of withEssentials(world.objects)) add(cluster, object, startedAt);
  controllers.run();
  keepRevisions(cluster);
  isLoading = false;
  return {
    cluster,
    settle: controllers.run,
    close() {
      controllers.close();
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

function add(cluster: Cluster, manifest: KubernetesObject, now: number): void {
  const kind = kindOf(manifest);
  if (kind === undefined) return;
  const { object, hints } = takeHints(objectSchema.parse(resolveTimes(manifest, now)));
  const { namespace: given, ...rest } = object.metadata;
  const metadata = {
    ...rest,
    ...(kind.namespaced ? { namespace: given ?? "default" } : {}),
    creationTimestamp: object.metadata.creationTimestamp ?? timestamp(now - age(hints)),
  };
  const stored = cluster.store.put(kind, withDefaults({ ...object, metadata }));
  cluster.hints.set(stored, hints);
}

function age(hints: Hints): number {
  return parseDuration((hints.age ?? "").replace(/^-/, "")) ?? day;
}

/** Namespaces and nodes come first, so that pods find them; `default`, namespaces that are only named, and one node are added. */
function withEssentials(objects: readonly KubernetesObject[]): KubernetesObject[] {
  const nodes = objects.filter((object) => object.kind === "Node");
  const namespaces = objects.filter((object) => object.kind === "Namespace");
  const declared = new Set(namespaces.map((object) => object.metadata.name));
  const named = new Set(["default", "kube-system", ...objects.flatMap((object) => object.metadata.namespace ?? [])]);
  const missing = [...named].filter((name) => !declared.has(name));
  const others = objects.filter((object) => object.kind !== "Node" && object.kind !== "Namespace");
  return [
    ...namespaces,
    ...missing.map((name) => ({ apiVersion: "v1", kind: "Namespace", metadata: { name } })),
    ...(nodes.length > 0 ? nodes : [{ apiVersion: "v1", kind: "Node", metadata: { name: "node-1" } }]),
    ...others,
  ];
}
