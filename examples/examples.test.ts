import { execFile } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type SampleServer, type Sandbox, startSampleServer, startSandbox } from "@k8s-copilot/sandbox";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import config from "../vitest.config.ts";

const folder = mkdtempSync(join(tmpdir(), "k8s-copilot-examples-"));
const names = ["01-ask", "02-conversation", "03-caching-tool-node"] as const;

let sandbox: Sandbox;
let server: SampleServer;

beforeAll(async () => {
  sandbox = await startSandbox();
  server = await startSampleServer({ contexts: sandbox.contexts });
  await build({
    entryPoints: names.map((name) => fileURLToPath(new URL(`${name}.mjs`, import.meta.url))),
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    conditions: config.resolve?.conditions ?? [],
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
    logLevel: "warning",
  });
});

afterAll(async () => {
  await server.close();
  await sandbox.close();
});

/** Runs an example as a process of its own that is told nothing but where the server is. */
const run = (name: (typeof names)[number], environment: Readonly<Record<string, string>> = {}) =>
  promisify(execFile)(process.execPath, [join(folder, `${name}.mjs`)], {
    cwd: folder,
    env: { K8S_MCP_URL: server.url, ...environment },
    timeout: 20_000,
  });

/** The answers of a printed conversation, by the message before each. */
const answers = (printed: string): ReadonlyMap<string, string> =>
  new Map(
    printed
      .split(/^> /m)
      .slice(1)
      .map((turn) => {
        const [message = "", ...answer] = turn.split("\n");
        return [message, answer.join("\n").trim()];
      }),
  );

describe("01-ask", () => {
  test("prints how every cluster is, and ends by itself", async () => {
    const { stdout, stderr } = await run("01-ask");
    for (const { name } of sandbox.contexts) expect(stdout).toContain(name);
    expect(stdout).toMatch(/^2 clusters?, [1-9]\d* problem/);
    expect(stderr).toBe("");
  });
});

describe("02-conversation", () => {
  test("asks for the namespace, lists them, understands the choice, and reads the log of the second version", async () => {
    const { stdout, stderr } = await run("02-conversation");
    expect(stderr).toBe("");
    const said = answers(stdout);
    expect([...said.keys()]).toEqual([
      "hi，帮我看一下 `cart-service` 的日志",
      "我不确定，你列出来吧",
      "应该在 `dev`",
      "v2 那个",
    ]);
    const [asked, listed, matching, log] = said.values();
    expect(asked).toMatch(/命名空间/);
    expect(listed).toMatch(/default[\s\S]*dev[\s\S]*production/);
    expect(matching).toMatch(/cart-service-v1-abcdef[\s\S]*cart-service-v2-ghijk/);
    expect(log).toMatch(/cart-service-v2-ghijk 的日志/);
    expect(log).toContain("cart-service 2.0.0-rc1 starting on :8080");
    expect(log).not.toContain("cart-service-v1-abcdef");
  });

  test("says that a cluster it was given does not exist, in the words of the server too", async () => {
    const { stdout } = await run("02-conversation", { K8S_CLUSTER: "moon" });
    const listed = answers(stdout).get("我不确定，你列出来吧");
    expect(listed).toContain("没有名为 'moon' 的集群");
    expect(listed).toContain("cluster 'moon' not found");
    expect(stdout).not.toContain("starting on :8080");
  });
});

describe("03-caching-tool-node", () => {
  test("counts anew only after something was sold", async () => {
    const { stdout, stderr } = await run("03-caching-tool-node");
    expect(stderr).toBe("");
    expect(stdout).toBe("count: 3 cups\ncount: 3 cups (kept)\nsell: sold, 2 left\ncount: 2 cups\n");
  });
});

describe("the sample server of the README", () => {
  const script = fileURLToPath(new URL("../scripts/sample-server.mjs", import.meta.url));
  const start = (...options: readonly string[]) => promisify(execFile)(process.execPath, [script, ...options]);

  test("says where it listens and what it takes", async () => {
    const { stdout } = await start("--help");
    expect(stdout).toContain("http://localhost:8001/sse");
    expect(stdout).toMatch(/--port N[\s\S]*--plain/);
  });

  test.each([["--prot", "5"], ["--port", "abc"], ["--port"], ["more"]])(
    "tells a slip in one line: %s",
    async (...options) => {
      await expect(start(...options)).rejects.toMatchObject({
        code: 2,
        stderr: expect.stringMatching(/^[^\n]*--help[^\n]*\n$/),
      });
    },
  );
});
