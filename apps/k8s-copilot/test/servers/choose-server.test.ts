import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { readFlags } from "../../src/flags.ts";
import { chooseServer } from "../../src/servers/choose-server.ts";
import { loadSettings } from "../../src/settings/settings.ts";
import { createSay } from "../../src/words.ts";
import { emptyPlace } from "../helpers/app.ts";

const kubeconfig = "current-context: a\ncontexts:\n- name: a\n  context: {cluster: a}\n";

type Given = {
  readonly flags?: Record<string, unknown>;
  readonly mcpUrl?: string;
  readonly config?: string;
  readonly hasKubeconfig?: boolean;
};

const choose = ({ flags: values = {}, mcpUrl, config, hasKubeconfig = true }: Given) => {
  const { home, folder } = emptyPlace();
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(home, file)), { recursive: true });
    writeFileSync(join(home, file), text);
  };
  if (hasKubeconfig) write(".kube/config", kubeconfig);
  if (config !== undefined) write(".config/k8s-copilot/config.yaml", config);
  const say = createSay("en");
  const flags = readFlags({
    ...values,
    ...(values.kubeconfig === "own" ? { kubeconfig: join(home, ".kube/config") } : {}),
  });
  const environment = mcpUrl === undefined ? {} : { K8S_MCP_URL: mcpUrl };
  const loaded = loadSettings(flags, { environment, folder, home }, say);
  if (loaded.kind === "problem") throw new Error(loaded.problem.message);
  return {
    choice: chooseServer({
      flags,
      settings: loaded.value.settings,
      io: { environment, home, program: "kubectl copilot" },
      say,
    }),
    home,
  };
};

describe("the server to talk to", () => {
  it("is the bundled one on the person's own kubeconfig when nothing else is named", () => {
    expect(choose({}).choice).toMatchObject({ kind: "ok", value: { kind: "bundled", kubeconfig: { current: "a" } } });
  });

  it("is the one of K8S_MCP_URL, else those of the config file", () => {
    const config = "mcpServers: {east: {url: http://east/mcp}, west: {command: west}}";
    expect(choose({ mcpUrl: "http://x/sse", config }).choice).toMatchObject({
      value: { kind: "configured", servers: { x: { url: "http://x/sse" } } },
    });
    expect(choose({ config }).choice).toMatchObject({
      value: { kind: "configured", servers: { east: { url: "http://east/mcp" }, west: { command: "west" } } },
    });
  });

  it("is the bundled one when a kubeconfig is named by flag, whatever is configured", () => {
    expect(choose({ mcpUrl: "http://x", flags: { kubeconfig: "own" } }).choice).toMatchObject({
      value: { kind: "bundled" },
    });
  });

  it("is the sandbox when that is asked for, or manifests for it", () => {
    expect(choose({ mcpUrl: "http://x", flags: { sandbox: true } }).choice).toMatchObject({
      value: { kind: "sandbox" },
    });
    expect(choose({ flags: { manifests: "./m" } }).choice).toMatchObject({
      value: { kind: "sandbox", manifests: "./m" },
    });
  });

  it("comes with the exact command for the bundled one, where a configured one is used and there is a kubeconfig", () => {
    const { choice, home } = choose({ mcpUrl: "http://x" });
    expect(choice).toMatchObject({
      value: { offer: expect.stringContaining(`kubectl copilot --kubeconfig ${home}/.kube/config`) },
    });
    expect(choose({ mcpUrl: "http://x", hasKubeconfig: false }).choice).toMatchObject({ value: { offer: undefined } });
  });

  it("is a problem when there is neither a server nor a kubeconfig", () => {
    expect(choose({ hasKubeconfig: false }).choice).toMatchObject({ problem: { code: "kubeconfig_missing" } });
  });
});
