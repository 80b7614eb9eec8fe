import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { emptyPlace, runApp } from "./helpers/app.ts";

const app = inject("scriptedApp");

const placeWith = (env: string, config = "") => {
  const place = emptyPlace();
  writeFileSync(join(place.folder, ".env"), env);
  const file = join(place.home, ".config", "k8s-copilot", "config.yaml");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, config);
  return { place, file };
};

describe("config show", () => {
  it("names value and source of each setting, and hides what is secret whole", async () => {
    const { place, file } = placeWith(
      "OPENROUTER_API_KEY=sk-or-v1-abcdef\nK8S_MCP_URL=http://me:pw123@host/sse\n",
      "namespace: dev\nmcpServers: {east: {url: http://east, headers: {Authorization: Bearer hunter2}}}\n",
    );
    const { code, stdout, stderr } = await runApp(app, ["config", "show", "--model", "m/x"], { place });
    const line = (name: string) => stdout.split("\n").find((candidate) => candidate.startsWith(name));
    expect(line("OPENROUTER_API_KEY")).toMatch(/\(set, not shown\) +.*\/\.env$/);
    expect(line("OPENROUTER_MODEL")).toMatch(/m\/x +flag$/);
    expect(line("K8S_MCP_URL")).toMatch(/http:\/\/\*\*\*@host\/sse +.*\/\.env$/);
    expect(line("namespace")).toMatch(new RegExp(`dev +${file}$`));
    for (const secret of ["sk-or", "abcdef", "pw123", "hunter2"]) expect(stdout + stderr).not.toContain(secret);
    expect(code).toBe(0);
  });

  it("is JSON with -o json", async () => {
    const { place } = placeWith("OPENROUTER_API_KEY=sk-or-v1-abcdef");
    const { stdout } = await runApp(app, ["config", "show", "-o", "json"], { place });
    expect(JSON.parse(stdout)).toMatchObject({
      OPENROUTER_API_KEY: { value: "***", source: "env-file" },
      K8S_MCP_URL: { value: null, source: "default" },
    });
  });

  it("leaves the process's own environment alone", async () => {
    const { place } = placeWith("NODE_OPTIONS=--no-such-flag\nHOME=/nowhere\nOPENROUTER_MODEL=m");
    const { code, stdout } = await runApp(app, ["config", "show"], { place });
    expect(stdout).toMatch(/OPENROUTER_MODEL +m /);
    expect(code).toBe(0);
  });
});

describe("broken settings", () => {
  it.each([
    ["OPENROUTER_API_KEY sk-secret", "", ".env, line 1: OPENROUTER_API_KEY is not written as KEY=value."],
    ["K8S_MCP_URL=nowhere", "", "K8S_MCP_URL (from .env) is not an http or https address."],
    ["", "language: zh\nmcpServer: {}", "config.yaml, line 2: unknown setting mcpServer. Did you mean mcpServers?"],
    ["", "a: [", "config.yaml, line 1: not valid YAML"],
  ])("are one sentence from every command, with exit code 2: %j %j", async (...[env, config, sentence]) => {
    for (const args of [["ask", "hi"], ["chat"], ["tools"], ["config", "show"]]) {
      const { place } = placeWith(env, config);
      const { code, stdout, stderr } = await runApp(app, args, { place });
      expect(stderr).toContain(sentence);
      expect(stderr).not.toMatch(/\n {4}at |secret/);
      expect(stdout).toBe("");
      expect(code).toBe(2);
    }
  });
});

describe("the source of keys", () => {
  it("is told once, on stderr, and not with -q", async () => {
    const { place } = placeWith("OPENROUTER_API_KEY=sk-secret\n");
    const { stdout, stderr } = await runApp(app, ["ask", "hi"], { place });
    expect(stderr.match(/From .*\/\.env: OPENROUTER_API_KEY/g)).toHaveLength(1);
    expect(stdout + stderr).not.toContain("secret");
    expect((await runApp(app, ["ask", "hi", "-q"], { place })).stderr).toBe("");
  });
});
