import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { readFlags } from "../../src/flags.ts";
import { loadSettings } from "../../src/settings/settings.ts";
import { createSay } from "../../src/words.ts";
import { emptyPlace } from "../helpers/app.ts";

type Origins = {
  readonly flags?: Record<string, unknown>;
  readonly environment?: Record<string, string>;
  readonly env?: string;
  readonly config?: string;
};

const load = ({ flags = {}, environment = {}, env, config }: Origins) => {
  const { home, folder } = emptyPlace();
  if (env !== undefined) writeFileSync(join(folder, ".env"), env);
  const file = join(home, ".config", "k8s-copilot", "config.yaml");
  mkdirSync(dirname(file), { recursive: true });
  if (config !== undefined) writeFileSync(file, config);
  const loaded = loadSettings(readFlags(flags), { environment, folder, home }, createSay("en"));
  return { loaded, folder, file };
};

const settingsOf = (origins: Origins) => {
  const { loaded } = load(origins);
  if (loaded.kind === "problem") throw new Error(loaded.problem.message);
  return loaded.value.settings;
};

describe("where a setting comes from", () => {
  const keys: Record<string, "apiKey" | "baseUrl" | "model" | "mcpUrl"> = {
    OPENROUTER_API_KEY: "apiKey",
    OPENROUTER_BASE_URL: "baseUrl",
    OPENROUTER_MODEL: "model",
    K8S_MCP_URL: "mcpUrl",
  };

  it.each(Object.entries(keys))("%s: the environment before .env before the default", (key, name) => {
    const [one, other] = ["http://one", "http://other"];
    expect(settingsOf({ environment: { [key]: one }, env: `${key}=${other}` })[name]).toEqual({
      value: one,
      source: "environment",
    });
    expect(settingsOf({ environment: { [key]: "" }, env: `${key}=${other}` })[name]).toEqual({
      value: other,
      source: "env-file",
    });
    expect(settingsOf({})[name].source).toBe("default");
  });

  it("a flag goes before all else", () => {
    const settings = settingsOf({
      flags: { model: "m", namespace: "n", context: "c", lang: "en", kubeconfig: "/k" },
      environment: { OPENROUTER_MODEL: "x", KUBECONFIG: "/x" },
      config: "namespace: x\ncontext: x\nlanguage: zh\n",
    });
    expect([settings.model, settings.namespace, settings.context, settings.language, settings.kubeconfig]).toEqual(
      ["m", "n", "c", "en", "/k"].map((value) => ({ value, source: "flag" })),
    );
  });

  it("the config file goes before defaults", () => {
    const settings = settingsOf({ config: "namespace: n\ncontext: c\nlanguage: zh\ntrustedServers: [a]\n" });
    expect([settings.namespace, settings.context, settings.language, settings.trustedServers]).toEqual(
      ["n", "c", "zh", ["a"]].map((value) => ({ value, source: "config" })),
    );
  });

  it("lists are plain by the flag or the config file", () => {
    expect(settingsOf({ flags: { plain: true }, config: "plain: false\n" }).plain).toEqual({
      value: true,
      source: "flag",
    });
    expect(settingsOf({ config: "plain: true\n" }).plain).toEqual({ value: true, source: "config" });
    expect(settingsOf({}).plain).toEqual({ value: false, source: "default" });
  });

  it("has the defaults that are documented", () => {
    const { model, baseUrl, apiKey, mcpUrl } = settingsOf({});
    expect([model.value, baseUrl.value, apiKey.value, mcpUrl.value]).toEqual([
      "google/gemini-2.5-flash",
      "https://openrouter.ai/api/v1",
      undefined,
      undefined,
    ]);
  });
});

describe("what a person is told about settings", () => {
  it("is which keys .env gave, without their values", () => {
    const { loaded, folder } = load({ env: "OPENROUTER_API_KEY=sk-secret\nK8S_MCP_URL=http://x\nOTHER=1" });
    expect(loaded).toMatchObject({
      value: { notice: `From ${join(folder, ".env")}: OPENROUTER_API_KEY, K8S_MCP_URL` },
    });
  });

  it("is nothing when .env gave nothing", () => {
    expect(load({ env: "OTHER=1" }).loaded).toMatchObject({ value: { notice: undefined } });
  });

  it("is that certificates in .env come too late", () => {
    const { loaded } = load({ env: "NODE_EXTRA_CA_CERTS=/ca.pem" });
    expect(loaded).toMatchObject({ value: { ineffective: { message: expect.stringContaining("comes too late") } } });
  });

  it("is a wrong address, and where it stands", () => {
    expect(load({ env: "K8S_MCP_URL=localhost:8001" }).loaded).toMatchObject({
      kind: "problem",
      problem: { message: "K8S_MCP_URL (from .env) is not an http or https address." },
    });
  });

  it("is a file that cannot be read", () => {
    const { folder, home } = emptyPlace();
    writeFileSync(join(folder, ".env"), Buffer.from([0x4f, 0xff, 0xfe]));
    const read = () => loadSettings(readFlags({}), { environment: {}, folder, home }, createSay("en"));
    expect(read()).toMatchObject({ problem: { message: `${join(folder, ".env")} is not UTF-8 text.` } });
    chmodSync(join(folder, ".env"), 0o000);
    // root may read everything
    if (process.getuid?.() !== 0)
      expect(read()).toMatchObject({ problem: { message: expect.stringContaining("EACCES") } });
  });

  it("is nothing about a folder named .env, as Python makes them", () => {
    const { folder, home } = emptyPlace();
    mkdirSync(join(folder, ".env"));
    expect(loadSettings(readFlags({}), { environment: {}, folder, home }, createSay("en"))).toMatchObject({
      kind: "ok",
    });
  });
});
