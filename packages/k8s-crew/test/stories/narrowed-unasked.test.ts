import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectMcp } from "@k8s-copilot/crew/mcp";
import { startSandbox } from "@k8s-copilot/sandbox";
import { expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { createK8sCrew } from "../../src/index.ts";
import { bundledCommand } from "./servers.ts";

const isReview = (url: string | undefined) => url?.includes("selfsubjectaccessreviews") === true;

/** The clusters of the sandbox behind a busy front, which fails the first question of who may list what. */
const startBusyClusters = async () => {
  const sandbox = await startSandbox();
  const kubeconfig = readFileSync(sandbox.kubeconfig, "utf8");
  const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(kubeconfig)?.[0] ?? "";
  let failed = 0;
  const front = createServer((asked, answer) => {
    if (isReview(asked.url) && failed === 0) {
      failed += 1;
      answer.writeHead(500).end("busy");
      return;
    }
    const { method, headers } = asked;
    const passed = request(`${origin}${asked.url}`, { method, headers }, (reply) => {
      answer.writeHead(reply.statusCode ?? 500, reply.headers);
      reply.pipe(answer);
    });
    asked.pipe(passed);
  });
  await once(front.listen(0, "127.0.0.1"), "listening");
  const { port } = z.object({ port: z.number() }).parse(front.address());
  const folder = mkdtempSync(join(tmpdir(), "k8s-crew-busy-"));
  const file = join(folder, "kubeconfig");
  writeFileSync(file, kubeconfig.replaceAll(origin, `http://127.0.0.1:${port}`));
  const close = async () => {
    front.closeAllConnections();
    front.close();
    await sandbox.close();
    rmSync(folder, { recursive: true });
  };
  return { kubeconfig: file, failed: () => failed, close };
};

test("a list that the server narrowed to one namespace, since it could not ask who may list all, is not told as all", async () => {
  const clusters = await startBusyClusters();
  const env = { KUBE_CLIENT_QPS: "1000", KUBE_CLIENT_BURST: "1000" };
  const args = ["--kubeconfig", clusters.kubeconfig];
  const connection = await connectMcp({ kubernetes: { command: bundledCommand(), args, env } });
  const crew = createK8sCrew({ tools: connection.tools });
  onTestFinished(async () => {
    await crew.close();
    await connection.close();
    await clusters.close();
  });
  const { answer } = await crew.conversation({ cluster: "dev-cluster" }).send("list pvcs in all namespaces");
  expect(clusters.failed()).toBe(1);
  expect(answer).toMatch(/^2 PVCs in all namespaces of cluster dev-cluster/);
});
