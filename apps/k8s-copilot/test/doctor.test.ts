import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { describe, expect, inject, it, onTestFinished } from "vitest";
import { emptyPlace, type RunOptions, runApp } from "./helpers/app.ts";

const app = inject("scriptedApp");

const withKubeconfig = (text: string) => {
  const place = emptyPlace();
  mkdirSync(join(place.home, ".kube"));
  writeFileSync(join(place.home, ".kube", "config"), text);
  return place;
};

const fine = "current-context: east\ncontexts:\n- name: east\n  context: {cluster: east}\n";

const examine = async (args: readonly string[], options: RunOptions) => {
  const { stdout, code } = await runApp(app, ["doctor", "--json", ...args], options);
  const report: {
    ok: boolean;
    checks: { check: string; ok: boolean; code?: string; found?: string; cause?: string; remedy?: string }[];
  } = JSON.parse(stdout);
  return { code, report, check: (id: string) => report.checks.find((candidate) => candidate.check === id) };
};

describe("the doctor", () => {
  it("finds nothing wrong with a good set-up, and leaves with 0", async () => {
    const { code, stdout, stderr } = await runApp(app, ["doctor", "-q"], { place: withKubeconfig(fine) });
    expect(stdout.split("\n").filter((line) => line !== "")).toEqual([
      expect.stringContaining("✓ Node.js: "),
      "✓ Settings: all defaults",
      expect.stringMatching(/^✓ Kubeconfig: .*\/\.kube\/config: 1 contexts, current east$/),
      "✓ MCP server: kubernetes: 1 tools",
      "✓ Clock: not compared: no server tells the time",
      expect.stringContaining("✓ Model: no key: built-in language rules only."),
      "✓ Locale: C.UTF-8",
      "✓ Terminal: not a terminal",
      "✓ Proxy: none",
    ]);
    expect(stderr).toBe("");
    expect(code).toBe(0);
  });

  it.each<{
    what: string;
    id: string;
    code: string;
    place?: string;
    args?: string[];
    environment?: Record<string, string>;
  }>([
    { what: "no kubeconfig", id: "kubeconfig", code: "kubeconfig_missing", place: "none" },
    { what: "a broken kubeconfig", id: "kubeconfig", code: "kubeconfig_broken", place: "contexts: [" },
    {
      what: "a context that is not there",
      id: "kubeconfig",
      code: "kubeconfig_unknown_context",
      args: ["--context", "west"],
    },
    { what: "a dead server", id: "server", code: "mcp_unavailable", environment: { SCRIPT_OPEN: "dead" } },
    { what: "a bad key", id: "model-key", code: "model_key_rejected", environment: { OPENROUTER_API_KEY: "sk-bad" } },
    { what: "a locale without UTF-8", id: "locale", code: "locale_not_utf8", environment: { LC_ALL: "C" } },
    { what: "a dead proxy", id: "proxy", code: "proxy_dead", environment: { HTTPS_PROXY: "http://me:pw@127.0.0.1:1" } },
    { what: "broken settings", id: "settings", code: "settings_url", environment: { K8S_MCP_URL: "nowhere" } },
  ])("names cause and remedy of $what, goes on, and leaves with 1", async (row) => {
    const place = row.place === "none" ? emptyPlace() : withKubeconfig(row.place ?? fine);
    const options = row.environment === undefined ? { place } : { place, environment: row.environment };
    const { code, report, check } = await examine(row.args ?? [], options);
    expect(check(row.id)).toMatchObject({
      ok: false,
      code: row.code,
      cause: expect.stringMatching(/\w/),
      remedy: expect.stringMatching(/\w/),
    });
    expect(report.checks.at(-1)?.check).toBe("proxy");
    expect(JSON.stringify(report)).not.toMatch(/sk-bad|pw@/);
    expect(code).toBe(1);
  });

  it("needs no kubeconfig where a server is named, and asks no vendor with --offline", async () => {
    const environment = { K8S_MCP_URL: "http://localhost:1/mcp", OPENROUTER_API_KEY: "sk-bad" };
    const { code, check } = await examine(["--offline"], { environment });
    expect(check("kubeconfig")).toMatchObject({ ok: true, found: expect.stringContaining("not needed") });
    expect(check("model")).toMatchObject({ ok: true, found: "not checked (--offline)" });
    expect(code).toBe(0);
  });

  it.each([
    [[], /^✗ Settings: NODE_EXTRA_CA_CERTS in .* comes too late: .*\n {2}What helps: Set it in the shell/m],
    [["--lang", "zh"], /^✗ 设置：.* 中的 NODE_EXTRA_CA_CERTS 来不及生效.*\n {2}解决办法：请在 shell 中设置/m],
  ])("says that certificates in .env come too late, unless the shell has them: %j", async (args, row) => {
    const place = withKubeconfig(fine);
    writeFileSync(join(place.folder, ".env"), "NODE_EXTRA_CA_CERTS=/ca.pem\n");
    const { stdout, code } = await runApp(app, ["doctor", ...args], { place });
    expect(stdout).toMatch(row);
    expect(code).toBe(1);
    const environment = { NODE_EXTRA_CA_CERTS: "/dev/null" };
    expect((await runApp(app, ["doctor", ...args], { place, environment })).code).toBe(0);
  });

  it("names the file that a setting came from", async () => {
    const place = withKubeconfig(fine);
    const file = join(place.folder, ".env");
    writeFileSync(file, "OPENROUTER_MODEL=m/x\n");
    const { check } = await examine([], { place });
    expect(check("settings")?.found).toBe(`OPENROUTER_MODEL (${file})`);
  });

  it("speaks Chinese", async () => {
    const { stdout } = await runApp(app, ["doctor", "--lang", "zh"]);
    expect(stdout).toContain("✗ Kubeconfig：");
    expect(stdout).toContain("解决办法：");
  });

  it("says what is wrong with the kubeconfig once, and that the server waits for it", async () => {
    const { stdout } = await runApp(app, ["doctor"]);
    expect(stdout.match(/There is no kubeconfig/g)).toHaveLength(1);
    expect(stdout).toContain(
      "✗ MCP server: not started: it needs a kubeconfig\n  What helps: First put the kubeconfig",
    );
  });

  it.each([
    ["en", "✗ Settings: ", "What helps: Save it as UTF-8."],
    ["zh", "✗ 设置：", "解决办法：请另存为 UTF-8。"],
  ])("goes on when .env cannot be read (%s)", async (language, row, remedy) => {
    const place = emptyPlace();
    writeFileSync(join(place.folder, ".env"), Buffer.from([0xff, 0xfe, 0x00, 0x41]));
    const { stdout, code } = await runApp(app, ["doctor", "--lang", language], { place });
    expect(stdout).toContain(row);
    expect(stdout).toContain(remedy);
    expect(stdout.trim().split("\n").length).toBeGreaterThan(4);
    expect(code).toBe(1);
  });
});

/** A server whose clock differs from ours. */
const startServer = async (minutes: number) => {
  const server = createServer((_request, response) => {
    response.setHeader("date", new Date(Date.now() + minutes * 60_000).toUTCString());
    response.end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
};

describe("the clock", () => {
  it.each([
    [20, [], /^20 minutes behind 127\.0\.0\.1:\d+$/],
    [-7, ["--lang", "zh"], /^比 127\.0\.0\.1:\d+ 快 7 分钟$/],
  ])("that is wrong by %i minutes is told, with what helps", async (minutes, args, cause) => {
    const environment = { K8S_MCP_URL: `${await startServer(minutes)}/mcp` };
    const { code, check } = await examine(args, { environment });
    expect(check("clock")).toMatchObject({ ok: false, code: "clock_off", cause: expect.stringMatching(cause) });
    expect(check("clock")?.remedy).toContain("timedatectl");
    expect(code).toBe(1);
  });

  it("is right within five minutes", async () => {
    const environment = { K8S_MCP_URL: `${await startServer(4)}/mcp` };
    const { code, check } = await examine([], { environment });
    expect(check("clock")).toMatchObject({ ok: true, found: expect.stringContaining("agrees with 127.0.0.1") });
    expect(code).toBe(0);
  });

  it("is compared with the model's, else with the cluster's", async () => {
    const [late, right] = [await startServer(30), await startServer(0)];
    const place = withKubeconfig(`${fine}clusters:\n- name: east\n  cluster: {server: "${late}"}\n`);
    const { check } = await examine([], { place });
    expect(check("clock")).toMatchObject({ ok: false, code: "clock_off" });
    const environment = { OPENROUTER_API_KEY: "sk-bad", OPENROUTER_BASE_URL: right };
    expect((await examine([], { place, environment })).check("clock")).toMatchObject({ ok: true });
    expect((await examine(["--offline"], { place, environment })).check("clock")).toMatchObject({ ok: false });
  });
});

describe("tools", () => {
  it("shows how each tool was understood, as a table and as JSON", async () => {
    const table = await runApp(app, ["tools", "-q"]);
    expect(table.stdout).toBe(
      "TOOL         VERB  RESOURCE  EFFECT  PARAMETERS\nlist_things  list  pod       read    namespace<-list_spaces [limit]\n",
    );
    expect(table.stderr).toBe("");
    const { stdout } = await runApp(app, ["tools", "--json"]);
    expect(JSON.parse(stdout)).toMatchObject([
      { tool: "list_things", effect: "read", parameters: [{ choicesFrom: "list_spaces" }, {}] },
    ]);
  });
});
