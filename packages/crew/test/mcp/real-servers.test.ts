import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { connect, eventually, toolNamed } from "./support.ts";

/** A cluster where nobody is at home: the servers start, and their calls fail in their own words. */
const kubeconfig = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "kubeconfig-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, "config");
  await writeFile(
    path,
    JSON.stringify({
      apiVersion: "v1",
      kind: "Config",
      "current-context": "nowhere",
      clusters: [{ name: "nowhere", cluster: { server: "http://127.0.0.1:1" } }],
      contexts: [{ name: "nowhere", context: { cluster: "nowhere", user: "nobody" } }],
      users: [{ name: "nobody", user: {} }],
    }),
  );
  return path;
};

const { resolve } = createRequire(import.meta.url);

describe("kubernetes-mcp-server over stdio", () => {
  const child = (path: string) => ({
    command: process.execPath,
    args: [resolve("kubernetes-mcp-server/bin/index.js"), "--kubeconfig", path],
  });

  it("M01 lists its tools with their annotations, and its errors are results", async () => {
    const connection = await connect({ kubernetes: child(await kubeconfig()) });
    expect(connection.servers).toMatchObject([{ status: "connected" }]);
    expect(connection.tools.every(({ annotations }) => annotations?.readOnlyHint !== undefined)).toBe(true);
    const output = await toolNamed(connection, "namespaces_list").invoke({});
    expect(output).toMatchObject({ kind: "result", isError: true, text: expect.stringContaining("refused") });
  });

  it("says why it does not start", async () => {
    const connection = await connect({ kubernetes: child("/no/such/kubeconfig") });
    expect(connection.servers).toMatchObject([
      { status: "failed", error: { code: "exited", detail: expect.stringContaining("kubeconfig") } },
    ]);
  });
});

const freePort = (): Promise<number> =>
  new Promise((found) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => found(typeof address === "object" && address ? address.port : 0));
    });
  });

describe("mcp-server-kubernetes over server-sent events", () => {
  const start = async (path: string, port: number): Promise<ChildProcess> => {
    const env = { ...process.env, KUBECONFIG: path, ENABLE_UNSAFE_SSE_TRANSPORT: "1", PORT: String(port) };
    const server = spawn(process.execPath, [resolve("mcp-server-kubernetes/dist/index.js")], { env, stdio: "ignore" });
    onTestFinished(() => void server.kill("SIGKILL"));
    const reach = () =>
      fetch(`http://localhost:${port}/`).then(
        () => true,
        () => false,
      );
    for (let count = 0; count < 100 && !(await reach()); count += 1) await new Promise((next) => setTimeout(next, 100));
    return server;
  };

  it("takes one connection, and another one after a restart; a second at once would kill it", async () => {
    const [path, port] = [await kubeconfig(), await freePort()];
    const first = await start(path, port);
    const connection = await connect({ kubernetes: { url: `http://localhost:${port}/sse` } });
    expect(connection.servers).toMatchObject([{ status: "connected" }]);
    const ping = () => toolNamed(connection, "ping").invoke({});
    expect((await Promise.all([ping(), ping(), ping()])).map(({ kind }) => kind)).toEqual([
      "result",
      "result",
      "result",
    ]);
    first.kill("SIGKILL");
    await eventually(() => first.exitCode !== null || first.signalCode !== null);
    const second = await start(path, port);
    expect((await Promise.all([ping(), ping(), ping()])).map(({ kind }) => kind)).toEqual([
      "result",
      "result",
      "result",
    ]);
    expect(second.exitCode).toBeNull();
  });
});
