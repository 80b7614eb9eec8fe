import type { Thing } from "../../src/investigation/things.ts";

const cluster = "dev";
const namespace = "shop";

const pod = (name: string, cells: readonly [status: string, ready: string, restarts: string], node: string): Thing => {
  const [status, ready, restarts] = cells;
  return { name, resource: "pod", cluster, namespace, fields: { status, ready, restarts, node, age: "3d" } };
};

const deployment = (name: string, ready: number, desired: number): Thing => ({
  ...{ name, resource: "deployment", cluster, namespace },
  fields: { ready: `${ready}/${desired}`, "up-to-date": `${desired}`, available: `${ready}`, age: "3d" },
  object: {
    ...{ kind: "Deployment", metadata: { name, namespace } },
    spec: { replicas: desired, template: { spec: { containers: [{ name: "web", image: "web:1.2" }] } } },
    status: { readyReplicas: ready, replicas: desired, availableReplicas: ready },
  },
});

const node = (name: string, status: string): Thing => ({
  ...{ name, resource: "node", cluster },
  fields: { status, version: "v1.29.3", age: "40d", roles: "<none>" },
});

/** What lists of a small shop show: `web` is well, `api` crashes, a worker is not ready and a pod waits. */
export const shop: readonly Thing[] = [
  pod("web-7d9f8b6c5d-abcde", ["Running", "1/1", "0"], "dev-worker-1"),
  pod("web-7d9f8b6c5d-fghij", ["Running", "1/1", "2 (3h ago)"], "dev-worker-2"),
  pod("api-5c6d7f8b9c-xyzab", ["CrashLoopBackOff", "0/1", "14 (3m ago)"], "dev-worker-1"),
  pod("worker-0", ["Running", "0/1", "5"], "dev-worker-2"),
  pod("job-abc12", ["Completed", "0/1", "0"], "dev-worker-1"),
  pod("pend-0", ["Pending", "0/1", "0"], "<none>"),
  deployment("web", 2, 2),
  deployment("api", 0, 1),
  node("dev-worker-1", "Ready"),
  node("dev-worker-2", "Ready"),
  node("dev-worker-3", "NotReady"),
];
