import { connectMcp, type McpConnection } from "@k8s-copilot/crew/mcp";
import { type Sandbox, startSandbox, type World } from "@k8s-copilot/sandbox";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createK8sCrew, type K8sCrew } from "../../src/index.ts";
import { bundledCommand } from "./servers.ts";

const pod = (namespace: string, name: string, state = "Running") => ({
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name, namespace, annotations: { "sandbox/state": state } },
  spec: { containers: [{ name: "app", image: "app:1" }] },
});

const settings = (namespace: string, name: string) => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name, namespace },
  data: { mode: "dark" },
});

const lim: World = {
  name: "lim",
  objects: [
    ...["default", "shop", "billing", "vault"].map((name) => ({
      apiVersion: "v1",
      kind: "Namespace",
      metadata: { name },
    })),
    pod("default", "hello-0"),
    pod("shop", "redis-0"),
    pod("shop", "web-0", "CrashLoopBackOff"),
    pod("billing", "ledger-0"),
    pod("vault", "keys-0", "CrashLoopBackOff"),
    settings("shop", "banner"),
    settings("vault", "unseal"),
  ],
};

const readers = { verbs: ["get", "list", "watch"], resources: ["pods", "deployments", "configmaps", "jobs"] };
const inSome = { ...readers, namespaces: ["default", "shop"] };
const namespaces = { verbs: ["get", "list"], resources: ["namespaces"] };
const identities = {
  some: { user: "some", allow: [inSome, namespaces] },
  blind: { user: "blind", allow: [inSome] },
};

let sandbox: Sandbox;
let connection: McpConnection;
let crew: K8sCrew;

beforeAll(async () => {
  sandbox = await startSandbox({
    worlds: [lim],
    identities,
    contexts: [
      { name: "lim", identity: "some" },
      { name: "blind", cluster: "lim", identity: "blind" },
    ],
  });
  connection = await connectMcp({
    kubernetes: {
      command: bundledCommand(),
      args: ["--kubeconfig", sandbox.kubeconfig],
      env: { PATH: process.env.PATH ?? "", KUBE_CLIENT_QPS: "1000", KUBE_CLIENT_BURST: "1000" },
    },
  });
  crew = createK8sCrew({ tools: connection.tools });
}, 60_000);
afterAll(async () => {
  await crew?.close();
  await connection?.close();
  await sandbox?.close();
});

const send = async (cluster: string, message: string) => {
  const conversation = crew.conversation({ cluster });
  const result = await conversation.send(message, { width: 160 });
  await conversation.close();
  return result;
};

const ask = async (cluster: string, message: string) => (await send(cluster, message)).answer;

describe("an identity that may look into some namespaces only, where the server falls back to that of the context", () => {
  test.each([
    ["which pods are broken", /^1 of 3 pods match in cluster lim: 1 CrashLoopBackOff$/m, /^shop +web-0 +0\/1/m],
    ["how many pods are there", /^3 pods in cluster lim/m, /2 Running, 1 CrashLoopBackOff/],
    ["list pods", /^3 pods in cluster lim/m, /^shop +redis-0 +1\/1/m],
    ["哪些 pod 有问题", /web-0/, /^当前身份无权查看这些命名空间，其中的内容未知：billing、kube-system、vault。$/m],
  ])("%s: all that may be read is read, and what was refused is named", async (message, ...expected) => {
    const answer = await ask("lim", message);
    for (const pattern of expected) expect(answer).toMatch(pattern);
    for (const name of ["billing", "vault"]) expect(answer).toContain(name);
    expect(answer).not.toMatch(/all namespaces|所有命名空间/);
  });

  test("a status tells of trouble in any of them, and of those that were refused", async () => {
    const answer = await ask("lim", "is everything ok");
    expect(answer).toMatch(/^shop +pod\/web-0 +CrashLoopBackOff/m);
    expect(answer).toMatch(/^lim: these namespaces could not be read \(forbidden\): .*vault$/m);
  });

  test.each([
    ["which pods are broken", /^No trouble found in 1 pod in cluster blind\.$/m],
    ["how many pods are there", /^1 pod in cluster blind/m],
    ["is everything ok", /^blind +nothing found as far as read/m],
  ])("%s: where the namespaces cannot be listed either, it is said which was read", async (message, expected) => {
    const answer = await ask("blind", message);
    expect(answer).toMatch(expected);
    expect(answer).toMatch(/only namespace default was read/i);
    expect(answer).not.toMatch(/all namespaces/);
  });

  test.each(["lim", "blind"])("what stands in another namespace is not said to be nowhere: %s", async (cluster) => {
    expect(await ask(cluster, "is redis-0 running")).not.toMatch(/Found no/);
  });

  test.each([
    ["list configmaps", /^1 ConfigMap in cluster lim$/m, /^shop +banner/m],
    ["list jobs", /^No Jobs in cluster lim\.$/m, /may not look into these namespaces/],
    ["列出 configmap", /^共 1 个 ConfigMap（集群 lim）$/m, /^当前身份无权查看这些命名空间/m],
  ])("%s: other kinds are read by namespace as well", async (message, ...expected) => {
    const answer = await ask("lim", message);
    for (const pattern of expected) expect(answer).toMatch(pattern);
    for (const name of ["billing", "vault"]) expect(answer).toContain(name);
    expect(answer).not.toMatch(/all namespaces|所有命名空间/);
  });

  test.each(["list secrets", "list pods and list secrets", "show pods and nodes", "who may delete pods"])(
    "%s: what nothing came of for lack of rights is an error, whatever else was answered",
    async (message) => {
      const { status, error, answer } = await send("lim", message);
      expect({ status, code: error?.code }).toEqual({ status: "error", code: "forbidden" });
      expect(answer).toMatch(/may not access/);
    },
  );

  test("a list that was read in some namespaces is an answer", async () => {
    expect((await send("lim", "list configmaps")).status).toBe("ok");
  });
});
