import { readFile, stat } from "node:fs/promises";
import { afterEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type KubernetesObject, type Sandbox, type SandboxOptions, startSandbox, type World } from "../src/index.ts";
import { request } from "./kubectl.ts";

const open: Sandbox[] = [];
afterEach(async () => {
  for (const sandbox of open.splice(0)) await sandbox.close();
});

async function start(options: SandboxOptions): Promise<Sandbox> {
  const sandbox = await startSandbox(options);
  open.push(sandbox);
  return sandbox;
}

function workload(name: string, replicas: number, containers: readonly string[] = ["app"]): KubernetesObject {
  const labels = { app: name };
  const template = {
    metadata: { labels },
    spec: { containers: containers.map((one) => ({ name: one, image: `${one}:1` })) },
  };
  const spec = { replicas, selector: { matchLabels: labels }, template };
  return { apiVersion: "apps/v1", kind: "Deployment", metadata: { name, namespace: "shop" }, spec };
}

function world(name: string, ...objects: KubernetesObject[]): World {
  return { name, objects };
}

const asTable = { headers: { accept: "application/json;as=Table;v=v1;g=meta.k8s.io" } };

describe("the kubeconfig", () => {
  it("names a context for each world, the first one current, and no credentials", async () => {
    const sandbox = await start({ worlds: [world("a"), world("b")] });
    const config: unknown = parse(await readFile(sandbox.kubeconfig, "utf8"));
    expect(config).toMatchObject({
      "current-context": "a",
      clusters: sandbox.contexts.map(({ name, server }) => ({ name, cluster: { server } })),
    });
    expect(JSON.stringify(config)).not.toMatch(/token|password|certificate/);
  });

  it("goes away on close", async () => {
    const sandbox = await startSandbox({ worlds: [world("a")] });
    await sandbox.close();
    await expect(stat(sandbox.kubeconfig)).rejects.toMatchObject({ code: "ENOENT" });
  });

  it.each([
    [{ contexts: [{ name: "c" }] }, 'no world "c": it is one of a'],
    [{ contexts: [{ name: "a", identity: "nobody" }] }, 'no identity "nobody": it is one of admin, viewer'],
  ])("is not made of what is not there: %j", async (options, words) => {
    const failure: unknown = await startSandbox({ worlds: [world("a")], ...options }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: "INVALID_SANDBOX", message: expect.stringContaining(words) });
  });
});

describe("several clusters", () => {
  it("are apart", async () => {
    const sandbox = await start({ worlds: [world("a", workload("one", 1)), world("b", workload("two", 1))] });
    const lists = await Promise.all(sandbox.contexts.map(({ server }) => request(server, "/apis/apps/v1/deployments")));
    expect(lists.map(({ text }) => [text.includes('"one"'), text.includes('"two"')])).toEqual([
      [true, false],
      [false, true],
    ]);
  });
});

describe("identities", () => {
  it("are a table of verbs, resources and namespaces, and stand in the server URL", async () => {
    const sandbox = await start({
      worlds: [world("a", workload("web", 1))],
      identities: { tester: { user: "tess", allow: [{ verbs: ["list"], resources: ["pods"], namespaces: ["shop"] }] } },
    });
    const server = sandbox.contexts[0]?.server.replace(/admin$/, "tester");
    expect((await request(server, "/api/v1/namespaces/shop/pods")).code).toBe(200);
    const refused = await request(server, "/api/v1/pods");
    expect([refused.code, JSON.parse(refused.text)]).toEqual([
      403,
      expect.objectContaining({
        kind: "Status",
        reason: "Forbidden",
        message: 'pods is forbidden: User "tess" cannot list resource "pods" in API group "" at the cluster scope',
      }),
    ]);
  });
});

describe("faults", () => {
  it("make a context slow, expired or refuse, and right again", async () => {
    const sandbox = await start({ worlds: [world("a")] });
    const server = sandbox.contexts[0]?.server;
    await sandbox.setFault("a", { kind: "expired" });
    expect(await request(server, "/api/v1/pods")).toMatchObject({
      code: 401,
      text: expect.stringContaining("Unauthorized"),
    });
    await sandbox.setFault("a", { kind: "slow", delayMs: 300 });
    const before = Date.now();
    await request(server, "/api/v1/pods");
    expect(Date.now() - before).toBeGreaterThanOrEqual(290);
    await sandbox.setFault("a", { kind: "refused" });
    const config = await readFile(sandbox.kubeconfig, "utf8");
    const [, dead] = /server: (\S+)/.exec(config) ?? [];
    await expect(request(dead, "/api")).rejects.toThrow();
    await sandbox.setFault("a", undefined);
    expect((await request(server, "/api/v1/pods")).code).toBe(200);
    expect(await readFile(sandbox.kubeconfig, "utf8")).toContain(server);
  });
});

describe("requests()", () => {
  it("tells method, path, cluster, identity and status of what was asked", async () => {
    const sandbox = await start({ worlds: [world("a")] });
    await request(sandbox.contexts[0]?.server, "/api/v1/namespaces/x/pods/y?pretty=true");
    expect(sandbox.requests()).toEqual([
      { method: "GET", path: "/api/v1/namespaces/x/pods/y?pretty=true", cluster: "a", identity: "admin", status: 404 },
    ]);
  });
});

describe("raw answers", () => {
  it("ask which container, when a pod has several and none is named", async () => {
    const sandbox = await start({ worlds: [world("a", workload("web", 1, ["app", "sidecar"]))] });
    const server = sandbox.contexts[0]?.server;
    const { text: list } = await request(server, "/api/v1/namespaces/shop/pods");
    const [, name] = /"name":"(web-[^"]+)"/.exec(list) ?? [];
    const { code, text } = await request(server, `/api/v1/namespaces/shop/pods/${name}/log`);
    const message = `a container name must be specified for pod ${name}, choose one of: [app sidecar]`;
    expect([code, JSON.parse(text)]).toEqual([400, expect.objectContaining({ reason: "BadRequest", message })]);
  });

  it.each([
    ["GET /api/v1/namespaces/nope/pods/x", 404, 'pods \\"x\\" not found'],
    ["GET /api/v1/namespaces/nope/pods/x/log", 404, 'pods \\"x\\" not found'],
    ["GET /api/v1/namespaces/nope/pods", 200, '"items":[]'],
    ["GET /api/v1/namespaces/nope", 404, 'namespaces \\"nope\\" not found'],
    ["DELETE /api/v1/namespaces/nope/pods/x", 404, 'pods \\"x\\" not found'],
    ["GET /apis/example.com/v1/widgets", 404, "404 page not found"],
    ["GET /apis/apps/v1/widgets", 404, "the server could not find the requested resource"],
    ["GET /api/v1/namespaces/shop/pods/x/proxy/", 501, "does not support proxying"],
    ["GET /healthz", 200, "ok"],
    ["GET /nowhere", 404, "could not find"],
  ])("%s is %d", async (line, code, words) => {
    const [method = "", path = ""] = line.split(" ");
    const sandbox = await start({ worlds: [world("a")] });
    const answer = await request(sandbox.contexts[0]?.server, path, { method });
    expect(answer).toEqual({ code, text: expect.stringContaining(words) });
  });

  it("refuse a write that is based on an old version", async () => {
    const sandbox = await start({ worlds: [world("a", workload("web", 1))] });
    const server = sandbox.contexts[0]?.server;
    const path = "/apis/apps/v1/namespaces/shop/deployments/web";
    const object = JSON.parse((await request(server, path)).text);
    const body = JSON.stringify({ ...object, metadata: { ...object.metadata, resourceVersion: "1" } });
    const { code, text } = await request(server, path, { method: "PUT", body });
    expect([code, text]).toEqual([409, expect.stringContaining("the object has been modified")]);
  });

  it("check everything and store nothing in a dry run", async () => {
    const sandbox = await start({ worlds: [world("a", workload("web", 1))] });
    const server = sandbox.contexts[0]?.server;
    const { code } = await request(server, "/apis/apps/v1/namespaces/shop/deployments/web?dryRun=All", {
      method: "DELETE",
    });
    expect(code).toBe(200);
    expect((await request(server, "/apis/apps/v1/namespaces/shop/deployments/web")).code).toBe(200);
  });
});

describe("watches", () => {
  it("stream what changes, and end when their time is over", async () => {
    const sandbox = await start({ worlds: [world("a", workload("web", 1))] });
    const server = sandbox.contexts[0]?.server;
    const list = JSON.parse((await request(server, "/api/v1/namespaces/shop/pods")).text);
    const query = `watch=true&timeoutSeconds=1&resourceVersion=${list.metadata.resourceVersion}`;
    const watching = request(server, `/api/v1/namespaces/shop/pods?${query}`);
    await request(server, `/api/v1/namespaces/shop/pods/${list.items[0].metadata.name}`, { method: "DELETE" });
    const { text } = await watching;
    const types = text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).type);
    expect(types[0]).toBe("DELETED");
    expect(types).toContain("ADDED");
  });

  it("show a new pod as Pending, then being created, then Running", async () => {
    const sandbox = await start({ worlds: [world("a", workload("web", 0))], podStartMs: 50 });
    const server = sandbox.contexts[0]?.server;
    const watching = request(server, "/api/v1/pods?watch=true&timeoutSeconds=1", asTable);
    const body = JSON.stringify({ spec: { replicas: 1 } });
    const headers = { "content-type": "application/merge-patch+json" };
    await request(server, "/apis/apps/v1/namespaces/shop/deployments/web/scale", { method: "PATCH", body, headers });
    const lines = (await watching).text.trim().split("\n");
    const statuses = lines.map((line) => JSON.parse(line).object.rows[0].cells[2]);
    expect(statuses).toEqual(["Pending", "ContainerCreating", "Running"]);
  });

  it("tell a client that its version is too old", async () => {
    const sandbox = await start({ worlds: [world("a", workload("web", 1500))] });
    const { text } = await request(sandbox.contexts[0]?.server, "/api/v1/pods?watch=1&resourceVersion=1");
    expect(JSON.parse(text)).toMatchObject({ type: "ERROR", object: { code: 410, reason: "Expired" } });
  });
});

describe("a big world", () => {
  it("of 12 contexts with 3,000 pods each answers a whole list as a table", { timeout: 180_000 }, async () => {
    const objects = Array.from({ length: 300 }, (_, index) => workload(`service-${index}`, 10));
    const worlds = Array.from({ length: 12 }, (_, index) => world(`cluster-${index}`, ...objects));
    const sandbox = await start({ worlds });
    const server = sandbox.contexts[11]?.server;
    const { text } = await request(server, "/api/v1/pods", asTable);
    expect(JSON.parse(text).rows).toHaveLength(3000);
  });

  it("is listed in chunks that miss and repeat nothing", async () => {
    const sandbox = await start({ worlds: [world("a", workload("web", 25))] });
    const names: string[] = [];
    let token = "";
    do {
      const path = `/api/v1/namespaces/shop/pods?limit=10${token === "" ? "" : `&continue=${token}`}`;
      const page = JSON.parse((await request(sandbox.contexts[0]?.server, path)).text);
      names.push(...page.items.map((item: { metadata: { name: string } }) => item.metadata.name));
      token = page.metadata.continue ?? "";
    } while (token !== "");
    expect([names.length, new Set(names).size]).toEqual([25, 25]);
  });
});

describe("revisions of StatefulSets and DaemonSets", () => {
  it.each([
    ["StatefulSet", "statefulsets"],
    ["DaemonSet", "daemonsets"],
  ])("a %s keeps one ControllerRevision for each template it had", async (kind, resource) => {
    const node = { apiVersion: "v1", kind: "Node", metadata: { name: "one" } };
    const sandbox = await start({ worlds: [world("a", node, { ...workload("store", 1), kind })] });
    const server = sandbox.contexts[0]?.server;
    const revisions = async () => {
      const listed: unknown = JSON.parse(
        (await request(server, "/apis/apps/v1/namespaces/shop/controllerrevisions")).text,
      );
      return listed;
    };
    expect(await revisions()).toMatchObject({
      items: [{ revision: 1, metadata: { ownerReferences: [{ kind, name: "store", controller: true }] } }],
    });
    const patch = (image: string) =>
      request(server, `/apis/apps/v1/namespaces/shop/${resource}/store`, {
        method: "PATCH",
        headers: { "content-type": "application/strategic-merge-patch+json" },
        body: JSON.stringify({ spec: { template: { spec: { containers: [{ name: "app", image }] } } } }),
      });
    expect((await patch("app:2")).code).toBe(200);
    expect(JSON.stringify(await revisions())).toMatch(
      /"revision":1\b.*"image":"app:2".*"revision":2\b|"image":"app:2".*"revision":2\b.*"revision":1\b/,
    );
    await patch("app:1");
    const text = JSON.stringify(await revisions());
    expect(text).toContain('"revision":3');
    expect(text).not.toContain('"revision":1');
  });
});
