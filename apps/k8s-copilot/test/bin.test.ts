import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { appFolder, bin, emptyPlace, type Place, runApp } from "./helpers/app.ts";
import { startShopServer } from "./helpers/shop-server.ts";

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
    const node = ["-r", join(fixtures, "trace-loads.cjs")];
    await runApp(bin, args, { node, environment: { ...environment, TRACE_LOADS: trace } });
    return readFileSync(trace, "utf8")
      .trim()
      .split("\n")
      .map((path) => readFileSync(path, "utf8"));
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
    expect(files.join("").length).toBeLessThan(125_000);
  });

  it("for a proxy is loaded only where one is named", async () => {
    const proxies = async (environment: Record<string, string>) =>
      (await loaded(["config", "show"], environment)).filter((text) => text.includes("EnvHttpProxyAgent")).length;
    expect(await proxies({})).toBe(0);
    expect(await proxies({ HTTPS_PROXY: "http://127.0.0.1:1" })).toBe(1);
  });

  it.each([["ask", "hi"], ["chat"]])("for %s is preceded by a sign of life", async (...args) => {
    const node = ["-r", join(fixtures, "trace-loads.cjs")];
    // Whatever it takes to load the rest, it takes longer than anybody waits.
    const environment = { TRACE_LOADS: "/dev/null", SLOW_LOADS: "console.cjs" };
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

/** One run of a command that loads much and needs no server. */
const show = async (place: Place) => {
  const { code, stdout, stderr } = await runApp(bin, ["config", "show"], { place });
  return { code, stdout, stderr };
};

const folderOf = (place: Place) => join(place.home, ".cache", "k8s-copilot", `${process.version}-${process.arch}`);

const filesOf = (place: Place): ReadonlyMap<string, Buffer> =>
  new Map(readdirSync(folderOf(place)).map((name) => [name, readFileSync(join(folderOf(place), name))]));

const damage = (place: Place, change: (bytes: Buffer) => Buffer) => {
  for (const [name, bytes] of filesOf(place)) writeFileSync(join(folderOf(place), name), change(bytes));
};

describe("compiled code", () => {
  it("is kept in the user's cache folder, for nobody else to read or write", async () => {
    const place = emptyPlace();
    expect((await show(place)).code).toBe(0);
    expect(filesOf(place).has("main.cjs.bin")).toBe(true);
    expect(statSync(folderOf(place)).mode & 0o777).toBe(0o700);
    for (const name of filesOf(place).keys()) expect(statSync(join(folderOf(place), name)).mode & 0o777).toBe(0o600);
  });

  it("is used and left alone by the next run, which says the same", async () => {
    const place = emptyPlace();
    const first = await show(place);
    const kept = filesOf(place);
    const times = () => [...kept.keys()].map((name) => statSync(join(folderOf(place), name)).mtimeMs);
    const before = times();
    expect(await show(place)).toEqual(first);
    expect(times()).toEqual(before);
  });

  it.each([
    [
      "changed in the middle",
      (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => (at % 97 === 96 ? byte ^ 90 : byte))),
    ],
    ["cut off", (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ["empty", () => Buffer.alloc(0)],
    ["made of another text", (bytes: Buffer) => Buffer.concat([Buffer.from([(bytes[0] ?? 0) ^ 1]), bytes.subarray(1)])],
  ])("that was %s is passed over and made anew", async (_, change) => {
    const place = emptyPlace();
    const first = await show(place);
    damage(place, change);
    const damaged = filesOf(place);
    expect(await show(place)).toEqual(first);
    const mended = filesOf(place);
    for (const [name, bytes] of mended) expect(bytes.equals(damaged.get(name) ?? bytes)).toBe(false);
    expect(await show(place)).toEqual(first);
    expect(filesOf(place)).toEqual(mended);
  });

  it("grows with what other commands need, an hour later", async () => {
    const place = emptyPlace();
    await runApp(bin, ["--version"], { place });
    const size = () => filesOf(place).get("main.cjs.bin")?.length ?? 0;
    const small = size();
    await show(place);
    expect(size()).toBe(small);
    const file = join(folderOf(place), "main.cjs.bin");
    utimesSync(file, new Date(), new Date(Date.now() - 3_700_000));
    await show(place);
    expect(size()).toBeGreaterThan(small);
    expect(Date.now() - statSync(file).mtimeMs).toBeLessThan(60_000);
  });

  it("is done without where nothing can be written", async () => {
    const place = emptyPlace();
    const first = await show(place);
    const blocked = emptyPlace();
    writeFileSync(join(blocked.home, ".cache"), "");
    expect((await show(blocked)).stderr).toBe(first.stderr);
    expect((await show(blocked)).code).toBe(0);
  });

  it("stands where XDG_CACHE_HOME says", async () => {
    const place = emptyPlace();
    const base = join(place.folder, "caches");
    await runApp(bin, ["--version"], { place, environment: { XDG_CACHE_HOME: base } });
    expect(readdirSync(join(base, "k8s-copilot"))).toEqual([`${process.version}-${process.arch}`]);
  });

  it("leaves file and line in the trace of what the app did wrong", async () => {
    const { stderr } = await runApp(bin, ["--version"], { node: ["-r", join(fixtures, "broken-home.cjs")] });
    expect(stderr).toMatch(/dist[\\/]main\.cjs:\d+:\d+/);
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
        "dist/load.cjs",
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
    expect(existsSync(join(folder, "node_modules", "better-sqlite3"))).toBe(false);
    const server = await startShopServer();
    const installed = (...args: readonly string[]) =>
      runApp(join(folder, "node_modules", "k8s-copilot", "bin", "k8s-copilot.cjs"), args, {
        place,
        environment: server.environment,
      });
    await installed("ask", "logs in shop");
    const answered = await installed("ask", "--continue", "2");
    expect(answered.stdout).toContain("started web-2");
    expect(answered.stderr).not.toContain("not saved");
    expect((await installed("sessions")).stdout).toContain("logs in shop");
    await server.close();
  }, 120_000);
});
