import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ConversationOptions } from "@k8s-copilot/k8s-crew";
import { describe, expect, it } from "vitest";
import { createBackend } from "../src/assemble.ts";
import { readFlags } from "../src/flags.ts";
import type { Parts } from "../src/needed-parts.ts";
import { processIo } from "../src/process-io.ts";
import { unkept } from "../src/sessions/kept.ts";
import { loadSettings } from "../src/settings/settings.ts";
import { createSay } from "../src/words.ts";
import { scriptedConversation } from "./fixtures/scripted-conversation.ts";
import { emptyPlace } from "./helpers/app.ts";

type Server = { readonly url?: string; readonly command?: string; readonly env?: Readonly<Record<string, string>> };
type Created = Parameters<Parts<Record<string, Server>, string, string, string, string>["createCrew"]>[0];

/** Parts that note what they were asked for. Servers of which the address holds `dead` do not answer. */
const notingParts = (tools: readonly string[] = ["list_things"]) => {
  const noted: {
    servers?: Record<string, Server>;
    created?: Created;
    conversation?: ConversationOptions;
    identity?: string | undefined;
    model?: object;
    manifests?: string | undefined;
    closed: string[];
  } = { closed: [] };
  const closing = (name: string) => async () => void noted.closed.push(name);
  const parts: Parts<Record<string, Server>, string, string, string, string> = {
    parseServers: (entries) => {
      const servers: Record<string, Server> = {};
      for (const [name, entry] of Object.entries(entries)) servers[name] = entry;
      noted.servers = servers;
      return { kind: "servers", servers };
    },
    connect: async (servers) => {
      const statuses = Object.entries(servers).map(([name, { url = "" }]) =>
        url.includes("dead")
          ? { name, error: { code: "refused", message: `${url} refuses the connection.`, remedy: "Start it." } }
          : { name, toolCount: tools.length },
      );
      const isAnyAlive = statuses.some((status) => !("error" in status));
      return {
        tools: isAnyAlive ? tools : [],
        servers: statuses,
        follow: () => {},
        revive: async () => {},
        restart: async () => {},
        close: closing("connection"),
      };
    },
    startSandbox: async (manifests) => {
      noted.manifests = manifests;
      if (manifests === "broken") throw new Error("broken does not exist: give a manifest file.");
      return { kubeconfig: "/sandbox/kubeconfig", contexts: [{ name: "dev-cluster" }], close: closing("sandbox") };
    },
    createModel: async (options) => {
      noted.model = options;
      return options.model;
    },
    modelProbes: (options) => {
      const found = async () => ({ kind: "ok" as const, value: JSON.stringify(options) });
      return { service: found, key: found, model: found, reply: found };
    },
    whyPassedOver: () => async () => undefined,
    modelInfo: () => ({ priceOf: async () => null, describeModels: async () => "" }),
    parseOverrides: (value) =>
      value === undefined || !("bad" in Object(value))
        ? { kind: "overrides", overrides: JSON.stringify(value) ?? "none" }
        : { kind: "invalid", problems: ["bad: no verb"] },
    loadPlaybooks: () => ({ kind: "ok", value: [] }),
    keepSession: async () => ({ kind: "ok", value: { ...unkept([]), close: closing("session") } }),
    createCrew: (options) => {
      noted.created = options;
      return {
        tools: () => [],
        renew: () => {},
        forget: () => {},
        clustersChanged: () => {},
        quickCommands: () => [],
        conversation: (given) => {
          const { identity, ...place } = given;
          noted.conversation = place;
          noted.identity = typeof identity === "function" ? identity() : identity;
          return { ...scriptedConversation(undefined), close: closing("conversation") };
        },
        close: closing("crew"),
      };
    },
    commandIn: () => undefined,
    saysItself: () => false,
    consent: { word: { en: "yes", zh: "是" }, too: { en: "yes", zh: "是" }, isGivenBy: () => false },
  };
  return { parts, noted };
};

type Given = {
  readonly flags?: Record<string, unknown>;
  readonly environment?: Record<string, string>;
  readonly config?: string;
  readonly hasKubeconfig?: boolean;
};

const requestOf = ({ flags: values = {}, environment = {}, config, hasKubeconfig = false }: Given) => {
  const { home, folder } = emptyPlace();
  mkdirSync(join(home, ".config", "k8s-copilot"), { recursive: true });
  if (config !== undefined) writeFileSync(join(home, ".config", "k8s-copilot", "config.yaml"), config);
  mkdirSync(join(home, ".kube"));
  const kubeconfig = "current-context: east\ncontexts: [{name: east, context: {cluster: east}}]";
  if (hasKubeconfig) writeFileSync(join(home, ".kube", "config"), kubeconfig);
  const say = createSay("en");
  const flags = readFlags(values);
  const io = { ...processIo(), environment, home, folder, program: "k8s-copilot" };
  const loaded = loadSettings(flags, io, say);
  if (loaded.kind === "problem") throw new Error(loaded.problem.message);
  return {
    flags,
    settings: loaded.value.settings,
    configFile: loaded.value.configFile,
    io,
    language: undefined,
    say,
    spoken: "en" as const,
    locale: "en" as const,
    signal: new AbortController().signal,
    guidance: "guided" as const,
    isTalk: true,
  };
};

const open = async (given: Given, tools?: readonly string[]) => {
  const { parts, noted } = notingParts(tools);
  return { opened: await createBackend(parts).open(requestOf(given)), noted };
};

describe("the parts put together", () => {
  it("talk to the configured server, with rules where there is no key", async () => {
    const { opened, noted } = await open({ environment: { K8S_MCP_URL: "http://x/sse" } });
    expect(opened).toMatchObject({
      kind: "ok",
      value: { model: undefined, servers: [{ name: "x", toolCount: 1 }] },
    });
    expect(noted.servers).toEqual({ x: { url: "http://x/sse" } });
    expect(noted.created).toEqual({
      tools: ["list_things"],
      guidance: "guided",
      readOnly: false,
      sandbox: false,
      playbooks: [],
      catalog: { overrides: "none", trustedServers: [] },
    });
  });

  it.each([
    ["http://localhost:11434/v1", "llama3"],
    ["http://vllm:8000/v1", "qwen"],
  ])("ask a model of another endpoint without a key: %s", async (baseUrl, model) => {
    const environment = { K8S_MCP_URL: "http://x", OPENROUTER_BASE_URL: baseUrl, OPENROUTER_MODEL: model };
    const { opened, noted } = await open({ environment });
    expect(noted.model).toMatchObject({ apiKey: "", baseUrl, model });
    expect(opened).toMatchObject({ value: { model } });
    expect((await open({ environment, flags: { offline: true } })).noted.model).toBeUndefined();
  });

  it("hold the model to the budget that is set", async () => {
    const config = "budget:\n  turn: {steps: 20, calls: 5, tokens: 9000, seconds: 30}\n  session: {usd: 0.5}\n";
    const { noted } = await open({ environment: { K8S_MCP_URL: "http://x", OPENROUTER_API_KEY: "k" }, config });
    expect(noted.created?.budgets).toEqual({
      turn: { toolCalls: 20, modelCalls: 5, tokens: 9000, timeMs: 30_000 },
      session: { usd: 0.5 },
    });
  });

  it("ask no model of OpenRouter without a key", async () => {
    const environment = { K8S_MCP_URL: "http://x", OPENROUTER_BASE_URL: "https://openrouter.ai/api/v1" };
    expect((await open({ environment })).noted.model).toBeUndefined();
  });

  it("use the model that is set, unless it is to be left out", async () => {
    const environment = {
      K8S_MCP_URL: "http://x",
      OPENROUTER_API_KEY: "k",
      OPENROUTER_BASE_URL: "http://m",
      OPENROUTER_MODEL: "m/x",
    };
    const { noted, opened } = await open({ environment });
    expect(noted.model).toEqual({
      apiKey: "k",
      baseUrl: "http://m",
      model: "m/x",
      models: [],
      timeoutMs: 60_000,
      sessionId: expect.stringMatching(/./),
      onServed: expect.any(Function),
    });
    expect(noted.created).toMatchObject({ model: "m/x", modelTimeoutMs: 60_000 });
    expect(opened).toMatchObject({ value: { model: "m/x" } });
    const offline = await open({ environment, flags: { offline: true } });
    expect(offline.noted.model).toBeUndefined();
    expect(offline.opened).toMatchObject({ value: { model: undefined } });
  });

  it("start the bundled server on the kubeconfig, which names the cluster", async () => {
    const { opened, noted } = await open({ hasKubeconfig: true, environment: { OPENROUTER_API_KEY: "secret" } });
    expect(opened).toMatchObject({ value: { cluster: "east" } });
    expect(noted.servers?.kubernetes?.command).toContain("kubernetes-mcp-server");
    expect(JSON.stringify(noted.servers)).not.toContain("secret");
  });

  it("start the sandbox, and end everything in turn", async () => {
    const { opened, noted } = await open({ flags: { manifests: "./mine" } });
    expect(noted.manifests).toBe("./mine");
    expect(noted.servers?.sandbox?.env?.KUBECONFIG).toBe("/sandbox/kubeconfig");
    expect(noted.created?.sandbox).toBe(true);
    if (opened.kind === "ok") await opened.value.close();
    expect(noted.closed).toEqual(["conversation", "crew", "session", "connection", "sandbox"]);
  });

  it("begin where the person said", async () => {
    const environment = { K8S_MCP_URL: "http://x" };
    const one = await open({ environment, flags: { namespace: "dev", context: "west", cache: false, readOnly: true } });
    expect(one.noted.conversation).toEqual({
      allNamespaces: false,
      cluster: "west",
      namespace: "dev",
      fallbackLanguage: "en",
    });
    expect(one.noted.created).toMatchObject({ maxAgeMs: 0, readOnly: true });
    const all = await open({ environment, flags: { allNamespaces: true }, config: "namespace: dev" });
    expect(all.noted.conversation).toEqual({ allNamespaces: true, fallbackLanguage: "en" });
  });

  it.each([
    [{ cache: false }, "", { maxAgeMs: 0 }],
    [{ maxAge: "10s" }, "", { maxAgeMs: 10_000 }],
    [{}, "cache: [{resource: pods, ttl: 1h}]", { cache: [{ resource: "pod", ttlMs: 3_600_000 }] }],
  ])("pass on how old a kept result may be: %j %s", async (flags, config, expected) => {
    const { noted } = await open({ environment: { K8S_MCP_URL: "http://x" }, flags, config });
    expect(noted.created).toMatchObject(expected);
  });

  it("tell of rules for tools and servers that are not there", async () => {
    const { opened } = await open({
      environment: { K8S_MCP_URL: "http://x" },
      config: "cache: [{tool: pods_lst, server: east, ttl: 0}, {verb: list, ttl: 48h}]",
    });
    expect(opened).toMatchObject({
      value: {
        warnings: expect.arrayContaining([
          "A cache rule is for the tool pods_lst, which no server has.",
          "A cache rule is for the server east, which is not connected.",
          expect.stringContaining("48h counts as 24h"),
        ]),
      },
    });
  });

  it("pass the user's corrections and trust on", async () => {
    const environment = { K8S_MCP_URL: "http://x" };
    const { noted } = await open({ environment, config: "catalog: {t: {verb: list}}\ntrustedServers: [kubernetes]" });
    expect(noted.created?.catalog).toEqual({ overrides: '{"t":{"verb":"list"}}', trustedServers: ["kubernetes"] });
    const bad = await open({ environment, config: "catalog: {bad: {}}" });
    expect(bad.opened).toMatchObject({ problem: { code: "settings_catalog", message: "bad: no verb" } });
  });
});

describe("a conversation that goes on", () => {
  it.each([
    ["stays where it was, wherever new ones begin", {}, { id: "kept" }],
    [
      "goes where the person says now",
      { namespace: "dev", context: "west" },
      { id: "kept", cluster: "west", namespace: "dev" },
    ],
    ["looks everywhere when it is told so", { allNamespaces: true }, { id: "kept", allNamespaces: true }],
  ])("%s", async (_, flags, expected) => {
    const { parts, noted } = notingParts();
    const request = requestOf({ flags, config: "{context: east, namespace: shop}", hasKubeconfig: true });
    const kept = { ...unkept([]), id: "kept", isBegun: true };
    await createBackend({ ...parts, keepSession: async () => ({ kind: "ok", value: kept }) }).open({
      ...request,
      settings: { ...request.settings, mcpUrl: { value: "http://127.0.0.1:1/sse", source: "environment" } },
    });
    expect(noted.conversation).toEqual({ ...expected, fallbackLanguage: "en" });
  });
});

describe("what stands in the way", () => {
  it("is a dead server: its cause, what helps, and the exact command for the bundled one", async () => {
    const { opened, noted } = await open({ environment: { K8S_MCP_URL: "http://dead/sse" }, hasKubeconfig: true });
    expect(opened).toMatchObject({
      problem: {
        code: "mcp_unavailable",
        message: "http://dead/sse refuses the connection.",
        remedy: expect.stringMatching(/^Start it\. .* instead: k8s-copilot --kubeconfig .*\/\.kube\/config$/),
      },
    });
    expect(noted.created).toBeUndefined();
    expect(noted.closed).toEqual(["connection", "session"]);
  });

  it("is no offer where there is no kubeconfig", async () => {
    const { opened } = await open({ environment: { K8S_MCP_URL: "http://dead/sse" } });
    expect(opened).toMatchObject({ problem: { remedy: "Start it." } });
  });

  it("is only a warning when another server answers", async () => {
    const { opened } = await open({ config: "mcpServers: {a: {url: 'http://dead'}, b: {url: 'http://b'}}" });
    expect(opened).toMatchObject({
      value: { servers: [{ name: "b" }], warnings: ["Going on without a: http://dead refuses the connection."] },
    });
  });

  it("is a context that the sandbox does not have", async () => {
    const { opened, noted } = await open({ flags: { sandbox: true, context: "dev-clustr" } });
    expect(opened).toMatchObject({
      problem: { code: "kubeconfig_unknown_context", remedy: "Use --context dev-cluster." },
    });
    expect(noted.closed).toEqual(["sandbox", "session"]);
  });

  it("is a server without tools", async () => {
    const { opened } = await open({ environment: { K8S_MCP_URL: "http://x" } }, []);
    expect(opened).toMatchObject({ problem: { code: "mcp_no_tools" } });
  });

  it("is a world that cannot be read", async () => {
    const { opened } = await open({ flags: { manifests: "broken" } });
    expect(opened).toMatchObject({
      problem: { code: "settings_manifests", message: expect.stringContaining("broken does not exist") },
    });
  });
});

describe("the doctor's looks", () => {
  it("count the tools, and close the connection again", async () => {
    const { parts, noted } = notingParts();
    const request = requestOf({ environment: { K8S_MCP_URL: "http://x" } });
    expect(await createBackend(parts).probes.servers(request)).toEqual({ kind: "ok", value: "x: 1 tools" });
    expect(noted.closed).toEqual(["connection"]);
  });

  it("look at the model that is set", async () => {
    const request = requestOf({ environment: { OPENROUTER_API_KEY: "k" }, config: "models: [m/y]" });
    const probes = await createBackend(notingParts().parts).probes.model(request);
    expect(await probes.model(0)).toMatchObject({
      value: JSON.stringify({
        apiKey: "k",
        baseUrl: "https://openrouter.ai/api/v1",
        model: "google/gemini-2.5-flash",
        models: ["m/y"],
        timeoutMs: 60_000,
      }),
    });
  });
});

describe("the identity that results are kept for", () => {
  const identityOf = async (given: Given) => (await open(given)).noted.identity;
  const url = "http://mcp.test/sse";
  const config = (token: string) => `mcpServers: { shop: { url: "${url}", headers: { Authorization: ${token} } } }`;

  it("is another for another login at the same server, and the same for the same", async () => {
    const [one, again, other] = await Promise.all(
      [config("one"), config("one"), config("other")].map((each) => identityOf({ config: each })),
    );
    expect(one).toBe(again);
    expect(one).not.toBe(other);
    expect(one).not.toContain("one");
  });

  it("is another for another server", async () => {
    expect(await identityOf({ environment: { K8S_MCP_URL: url } })).not.toBe(
      await identityOf({ environment: { K8S_MCP_URL: "http://other.test/sse" } }),
    );
  });
});
