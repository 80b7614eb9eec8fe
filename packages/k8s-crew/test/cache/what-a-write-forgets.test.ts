import { type Arguments, type CallResult, createToolRunner, type ToolRunner } from "@k8s-copilot/crew";
import { connectMcp, type McpConnection } from "@k8s-copilot/crew/mcp";
import { bundledCommand } from "@k8s-copilot/evaluation/stage";
import { type SampleServer, type Sandbox, startSampleServer, startSandbox } from "@k8s-copilot/sandbox";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cachedKinds } from "../../src/cache/kinds.ts";
import { policyFrom } from "../../src/cache/policy.ts";
import { argumentsFor } from "../../src/catalog/arguments.ts";
import { type Catalog, createCatalog } from "../../src/catalog/index.ts";
import { resources } from "../../src/catalog/resources.ts";

/**
 * On the bundled server and beside it a sample server, over clusters that react as real ones: everything is read and kept, then something is
 * changed, and whatever is still answered from the cache has to be what a live read finds. Its clock hardly moves, so
 * that nothing is forgotten for its age. Commands in containers are not run there: a change that failed forgets as well.
 */

type Call = { readonly tool: string; readonly args: Arguments };

let sandbox: Sandbox;
let sample: SampleServer;
let connection: McpConnection;
let catalog: Catalog;
let runner: ToolRunner;
let time = 0;
beforeAll(async () => {
  sandbox = await startSandbox({ podStartMs: 20 });
  sample = await startSampleServer({ contexts: sandbox.contexts });
  const args = ["--kubeconfig", sandbox.kubeconfig];
  const env = { KUBE_CLIENT_QPS: "1000", KUBE_CLIENT_BURST: "1000" };
  connection = await connectMcp({ kubernetes: { command: bundledCommand(), args, env }, sample: { url: sample.url } });
  catalog = createCatalog(connection.tools);
  const now = () => {
    time += 0.0001;
    return time;
  };
  runner = createToolRunner({ tools: connection.tools, policyOf: policyFrom(catalog), now, concurrency: 16 });
});
afterAll(async () => {
  await runner.close();
  await connection.close();
  await sample.close();
  await sandbox.close();
});

const places = [{}, { context: "dev-cluster" }, { context: "prod-cluster" }];

const readsOfBundled: readonly Call[] = places.flatMap((place) => {
  const lists = resources
    .filter(({ key, apiVersion }) => apiVersion !== "" && (cachedKinds.get(key)?.ttlMs ?? 0) > 0)
    .flatMap(({ kind, apiVersion, namespaced }) =>
      [{}, ...(namespaced ? [{ namespace: "dev" }] : [])].map((within) => ({
        tool: "resources_list",
        args: { apiVersion, kind, ...place, ...within },
      })),
    );
  return [
    ...lists,
    { tool: "pods_list", args: place },
    { tool: "pods_list_in_namespace", args: { ...place, namespace: "dev" } },
    { tool: "namespaces_list", args: place },
    { tool: "events_list", args: place },
    { tool: "events_list", args: { ...place, namespace: "dev" } },
    { tool: "nodes_top", args: place },
    { tool: "pods_top", args: { ...place, namespace: "dev" } },
    {
      tool: "resources_get",
      args: { ...place, apiVersion: "apps/v1", kind: "Deployment", namespace: "dev", name: "cart-service-v1" },
    },
    { tool: "resources_get", args: { ...place, apiVersion: "v1", kind: "Node", name: "dev-worker-3" } },
  ];
});

const inDev = { namespace: "dev", context: "dev-cluster" };
const deployment = { apiVersion: "apps/v1", kind: "Deployment" };

const manifest = (kind: string, apiVersion: string, rest: object) => JSON.stringify({ apiVersion, kind, ...rest });
const apply = (kind: string, apiVersion: string, rest: object): Call => ({
  tool: "resources_create_or_update",
  args: { context: "dev-cluster", resource: manifest(kind, apiVersion, rest) },
});
const remove = (kind: string, apiVersion: string, name: string): Call => ({
  tool: "resources_delete",
  args: { ...inDev, apiVersion, kind, name },
});
const labels = { app: "shelf" };
const container = { name: "main", image: "registry.example.com/shelf:1.0" };
const template = { metadata: { labels }, spec: { containers: [container] } };

/** Lists of the other server, which is on the same clusters. */
const readsOfSample = (): readonly Call[] =>
  [...cachedKinds.keys()].flatMap((resource) => {
    const [template] = catalog.find({ verb: "list", resource, server: "sample" });
    if (template === undefined) return [];
    const { entry, args } = template;
    return ["dev-cluster", "prod-cluster"].map((cluster) => ({
      tool: entry.tool,
      args: { ...args, ...argumentsFor(entry, resource, { cluster, namespace: "dev" }) },
    }));
  });

/** In this order: what is made first is changed and deleted later. `finely`: something has to be left of the place. */
const writes: readonly (readonly [what: string, call: Call, kept: "finely" | "nothing"])[] = [
  [
    "a Deployment scaled",
    { tool: "resources_scale", args: { ...inDev, ...deployment, name: "cart-service-v1", scale: 3 } },
    "finely",
  ],
  [
    "a Deployment scaled where no cluster is named",
    { tool: "resources_scale", args: { namespace: "dev", ...deployment, name: "cart-service-v1", scale: 1 } },
    "finely",
  ],
  [
    "a Deployment made",
    apply("Deployment", "apps/v1", {
      metadata: { name: "shelf", namespace: "dev" },
      spec: { replicas: 2, selector: { matchLabels: labels }, template },
    }),
    "finely",
  ],
  [
    "a Service made",
    apply("Service", "v1", {
      metadata: { name: "shelf", namespace: "dev" },
      spec: { selector: labels, ports: [{ port: 80 }] },
    }),
    "finely",
  ],
  [
    "a ConfigMap made",
    apply("ConfigMap", "v1", { metadata: { name: "shelf", namespace: "dev" }, data: { a: "b" } }),
    "finely",
  ],
  [
    "a Job made",
    apply("Job", "batch/v1", {
      metadata: { name: "shelf-job", namespace: "dev" },
      spec: { template: { spec: { restartPolicy: "Never", containers: [container] } } },
    }),
    "finely",
  ],
  [
    "a Role made",
    apply("Role", "rbac.authorization.k8s.io/v1", { metadata: { name: "shelf", namespace: "dev" }, rules: [] }),
    "finely",
  ],
  ["a node labelled", apply("Node", "v1", { metadata: { name: "dev-worker-3", labels: { shelf: "top" } } }), "finely"],
  ["a namespace made", apply("Namespace", "v1", { metadata: { name: "shelf" } }), "nothing"],
  ["a pod run", { tool: "pods_run", args: { ...inDev, name: "lonely", image: "nginx", port: 80 } }, "nothing"],
  ["a command run in a pod", { tool: "pods_exec", args: { ...inDev, name: "lonely", command: ["true"] } }, "nothing"],
  ["a pod deleted", { tool: "pods_delete", args: { ...inDev, name: "lonely" } }, "finely"],
  ["a Deployment deleted", remove("Deployment", "apps/v1", "shelf"), "finely"],
  ["a Service deleted", remove("Service", "v1", "shelf"), "finely"],
  ["a ConfigMap deleted", remove("ConfigMap", "v1", "shelf"), "finely"],
  ["a claim deleted", remove("PersistentVolumeClaim", "v1", "analytics-data"), "finely"],
  ["a StatefulSet deleted", remove("StatefulSet", "apps/v1", "redis"), "finely"],
  ["a CronJob deleted", remove("CronJob", "batch/v1", "nightly-report"), "finely"],
  [
    "a namespace deleted",
    { tool: "resources_delete", args: { context: "dev-cluster", apiVersion: "v1", kind: "Namespace", name: "dev" } },
    "nothing",
  ],
];

/** What is told without the ages, which grow by themselves. */
const told = ({ outcome, text }: CallResult): string =>
  `${outcome} ${text.replace(/\b(?:\d+[dhms])+\b/g, "T").replace(/ +/g, " ")}`;

const servers = (results: readonly CallResult[]) => [...new Set(results.map(({ server }) => server))].sort();

const run = (call: Call, maxAgeMs = Number.POSITIVE_INFINITY) => runner.run({ id: "", ...call }, { maxAgeMs });

/** Pods of this cluster take 20 ms to start. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 200));

describe("what is still answered from the cache after", () => {
  test.each(writes)("%s is what a live read finds", async (_what, write, kept) => {
    const reads = [...readsOfBundled, ...readsOfSample()];
    await Promise.all(reads.map((read) => run(read)));
    const changed = await run(write);
    expect(changed.outcome).toBe(write.tool === "pods_exec" ? "failed" : "ok");
    await settled();
    const after = await Promise.all(reads.map((read) => run(read)));
    const cached = after.filter((result) => result.cached);
    const live = await Promise.all(cached.map(({ call }) => run(call, 0)));
    const wrong = cached.filter((result, at) => told(result) !== told(live[at] ?? result));
    expect(wrong.map(({ call }) => call)).toEqual([]);
    const here = cached.filter(({ call }) => !Object.values(call.args).includes("prod-cluster"));
    expect(servers(here)).toEqual(kept === "finely" ? ["kubernetes", "sample"] : []);
  });
});

test("every tool that writes is among them", () => {
  const written = new Set(writes.map(([, { tool }]) => tool));
  const writing = catalog.entries.filter(({ effect }) => effect !== "read");
  expect(writing.map(({ tool }) => tool)).toEqual([...written].sort());
});

test("what is read while a change goes on is read again two seconds later, and kept as usual once it is over", async () => {
  const inShop = { context: "prod-cluster", namespace: "production" };
  const read: Call = { tool: "resources_list", args: { ...inShop, apiVersion: "apps/v1", kind: "Deployment" } };
  await run({ tool: "resources_scale", args: { ...inShop, ...deployment, name: "web-frontend", scale: 5 } });
  const isKept = async (laterMs: number) => {
    await run(read, 0);
    time += laterMs;
    return (await run(read)).cached;
  };
  expect(await isKept(1_500)).toBe(true);
  expect(await isKept(2_500)).toBe(false);
  time += 30_000;
  expect(await isKept(2_500)).toBe(true);
});
