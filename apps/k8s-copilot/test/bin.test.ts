import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { appFolder, bin, emptyPlace, runApp } from "./helpers/app.ts";

execFileSync(process.execPath, ["build.mjs"], { cwd: appFolder });

const fixtures = join(appFolder, "test", "fixtures");

describe("the bin", () => {
  it("says that Node is too old, in both languages, before anything else is read", async () => {
    const preload = join(mkdtempSync(join(tmpdir(), "k8s-copilot-")), "old.cjs");
    writeFileSync(preload, 'Object.defineProperty(process.versions, "node", { value: "18.19.0" });');
    const { code, stderr } = await runApp(bin, ["--help"], { node: ["-r", preload] });
    expect(stderr).toBe(
      "k8s-copilot needs Node.js 20.19 or newer; this is 18.19.0. / 需要 Node.js 20.19 或更新版本。\n",
    );
    expect(code).toBe(1);
  });

  it("says how to build what was not built", async () => {
    const folder = mkdtempSync(join(tmpdir(), "k8s-copilot-"));
    cpSync(join(appFolder, "bin"), join(folder, "bin"), { recursive: true });
    const { code, stderr } = await runApp(join(folder, "bin", "k8s-copilot.cjs"), ["--help"]);
    expect(stderr).toContain("Run: npm run build");
    expect(code).toBe(1);
  });

  it("tells its version", async () => {
    const { version } = JSON.parse(readFileSync(join(appFolder, "package.json"), "utf8"));
    expect((await runApp(bin, ["--version"])).stdout).toBe(`${version}\n`);
  });
});

describe("what is loaded", () => {
  const loaded = async (
    args: readonly string[],
    environment: Record<string, string> = {},
  ): Promise<readonly string[]> => {
    const trace = join(mkdtempSync(join(tmpdir(), "k8s-copilot-")), "trace");
    const node = ["--import", join(fixtures, "trace-loads.mjs")];
    await runApp(bin, args, { node, environment: { ...environment, TRACE_LOADS: trace } });
    return readFileSync(trace, "utf8")
      .trim()
      .split("\n")
      .filter((url) => url.startsWith("file:") && url.includes("/dist/"))
      .map((url) => readFileSync(fileURLToPath(url), "utf8"));
  };
  const heavy = /StateGraph|LangGraph|langchain|modelcontextprotocol|ZodError|undici/;

  it.each([
    [["--help"]],
    [["--version"]],
    [["ask", "--help"]],
    [["completion", "bash"]],
    [["--nonsense"]],
    [["ask", "hi", "-o", "nonsense"]],
    [[]],
  ])("for %j is the command line alone", async (args) => {
    const files = await loaded(args);
    expect(files.length).toBeGreaterThan(0);
    expect(files.flatMap((text) => text.match(heavy) ?? [])).toEqual([]);
    expect(files.join("").length).toBeLessThan(120_000);
  });

  it("for a proxy is loaded only where one is named", async () => {
    const proxies = async (environment: Record<string, string>) =>
      (await loaded(["config", "show"], environment)).filter((text) => text.includes("EnvHttpProxyAgent")).length;
    expect(await proxies({})).toBe(0);
    expect(await proxies({ HTTPS_PROXY: "http://127.0.0.1:1" })).toBe(1);
  });

  it.each([["ask", "hi"], ["chat"]])("for %s is preceded by a sign of life", async (...args) => {
    const node = ["--import", join(fixtures, "trace-loads.mjs")];
    // Whatever it takes to load the rest, it takes longer than anybody waits.
    const environment = { TRACE_LOADS: "/dev/null", SLOW_LOADS: "/dist/console-" };
    let first = Number.POSITIVE_INFINITY;
    const since = performance.now();
    const { ms } = await runApp(bin, args, {
      node,
      environment,
      onStart: (child) =>
        child.stderr?.once("data", () => {
          first = performance.now() - since;
        }),
    });
    expect(ms).toBeGreaterThan(3000);
    expect(first).toBeLessThan(2500);
  });
});

describe("the package", () => {
  it("holds what it needs, installs without scripts into an empty folder, and runs under both names", async () => {
    const folder = mkdtempSync(join(tmpdir(), "k8s-copilot-install-"));
    const npm = (...args: readonly string[]) =>
      execFileSync("npm", [...args, "--no-audit", "--no-fund", "--prefer-offline"], { cwd: folder, encoding: "utf8" });
    const [packed] = JSON.parse(npm("pack", appFolder, "--json", "--ignore-scripts"));
    const files: readonly string[] = packed.files.map(({ path }: { path: string }) => path);
    expect(files).toEqual(
      expect.arrayContaining([
        "package.json",
        "bin/k8s-copilot.cjs",
        "bin/kubectl-copilot.cjs",
        "bin/kubectl-complete-copilot.cjs",
        "dist/main.js",
      ]),
    );
    expect(files.filter((file) => /^(src|test)\//.test(file))).toEqual([]);
    writeFileSync(join(folder, "package.json"), "{}");
    npm("install", "--ignore-scripts", packed.filename);
    const place = emptyPlace();
    for (const name of ["k8s-copilot", "kubectl-copilot"]) {
      const child = spawn(join(folder, "node_modules", ".bin", name), ["--help"], {
        cwd: place.folder,
        env: place.environment,
      });
      let shown = "";
      child.stdout.on("data", (chunk) => {
        shown += chunk;
      });
      const [code] = await once(child, "close");
      expect(shown).toContain(`Usage: ${name.replace("kubectl-", "kubectl ")} `);
      expect(code).toBe(0);
    }
    expect(existsSync(join(folder, "node_modules", "kubernetes-mcp-server"))).toBe(true);
  }, 120_000);
});
