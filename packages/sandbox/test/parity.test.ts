import { type ChildProcess, spawn } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type Sandbox, startSandbox } from "../src/index.ts";
import { parityDifferences } from "./parity-differences.ts";
import { type ParityRequest, parityRequests } from "./parity-requests.ts";

const realKubeconfig = process.env.K8S_COPILOT_REAL_KUBECONFIG;
if (realKubeconfig === undefined) console.log("skipped: parity, since K8S_COPILOT_REAL_KUBECONFIG is not set");

const bodySchema = z.looseObject({
  kind: z.string().optional(),
  apiVersion: z.string().optional(),
  message: z.string().optional(),
  reason: z.string().optional(),
  items: z.array(z.looseObject({ metadata: z.looseObject({ name: z.string() }) })).optional(),
  columnDefinitions: z.array(z.looseObject({ name: z.string(), type: z.string(), priority: z.number() })).optional(),
  rows: z.array(z.looseObject({ cells: z.array(z.unknown()) })).nullish(),
  metadata: z.looseObject({ remainingItemCount: z.number().optional() }).optional(),
  spec: z.looseObject({ replicas: z.number().optional() }).optional(),
});

// Cells of these columns are generated or depend on time.
const changing = new Set(["Name", "Age", "IP", "Node", "Cluster-IP", "Endpoints", "Restarts", "Selector"]);

// The type of these columns has changed: restarts were integers up to 1.21.
const retyped = new Set(["Restarts"]);

/** What two servers must agree on: code, type, words of a failure, names in a list, columns and the cells that do not change. */
function essence(code: number, text: string): unknown {
  const body = text.startsWith("{") ? bodySchema.parse(JSON.parse(text)) : { message: text };
  if ("columnDefinitions" in body && body.columnDefinitions !== undefined) {
    const names = body.columnDefinitions.map(({ name }) => name);
    const columns = body.columnDefinitions.map(({ name, type, priority }) =>
      retyped.has(name) ? `${name} ${priority}` : `${name} ${type} ${priority}`,
    );
    // Without rows some kinds of the real server have `null`.
    const rows = (body.rows ?? []).map(({ cells }) =>
      cells.filter((_cell, index) => !changing.has(names[index] ?? "")),
    );
    return { code, columns, rows };
  }
  const { kind, apiVersion, message, reason, items, metadata, spec } = bodySchema.parse(body);
  // Lists end otherwise in "missing" ones of the cluster: only what the test made is named.
  const listed = items?.map((item) => item.metadata.name).filter((name) => !name.startsWith("kube-root-ca"));
  return {
    code,
    kind,
    apiVersion,
    message,
    reason,
    listed,
    left: metadata?.remainingItemCount,
    replicas: spec?.replicas,
  };
}

describe.skipIf(realKubeconfig === undefined)("the sandbox and a real API server", () => {
  const namespace = `parity-${Date.now().toString(36)}`;
  let sandbox: Sandbox;
  let proxy: ChildProcess;
  let real: string;

  beforeAll(async () => {
    sandbox = await startSandbox({ worlds: [{ name: "parity", objects: [] }] });
    proxy = spawn("kubectl", ["--kubeconfig", realKubeconfig ?? "", "proxy", "--port=0", "--append-server-path"]);
    real = await new Promise((resolve, reject) => {
      proxy.once("error", reject);
      proxy.stdout?.on("data", (chunk) => {
        const [, address] = /Starting to serve on (\S+)/.exec(String(chunk)) ?? [];
        if (address !== undefined) resolve(`http://${address}`);
      });
    });
  });
  afterAll(async () => {
    await fetch(`${real}/api/v1/namespaces/${namespace}`, { method: "DELETE" });
    proxy.kill();
    await sandbox.close();
  });

  async function ask(server: string | undefined, { line, body, contentType }: ParityRequest): Promise<unknown> {
    const [method = "", path = ""] = line.replaceAll("NS", namespace).split(" ");
    const accept = method === "TABLE" ? "application/json;as=Table;v=v1;g=meta.k8s.io" : "application/json";
    const response = await fetch(`${server}${path}`, {
      method: method === "TABLE" ? "GET" : method,
      headers: { accept, "content-type": contentType ?? "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body).replaceAll("NS", namespace) }),
    });
    return essence(response.status, await response.text());
  }

  it.each(parityRequests.map((request, index) => [`${index + 1}. ${request.line}`, request] as const))(
    "%s",
    async (_title, request) => {
      const [ours, theirs] = await Promise.all([ask(sandbox.contexts[0]?.server, request), ask(real, request)]);
      if (request.waits) await new Promise((resolve) => setTimeout(resolve, 5000));
      const reason = parityDifferences[request.line];
      if (reason === undefined) expect(ours).toEqual(theirs);
      else console.log(`known difference: ${request.line}: ${reason}`);
    },
  );
});
