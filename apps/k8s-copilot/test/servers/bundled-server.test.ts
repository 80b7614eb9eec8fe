import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { describe, expect, it } from "vitest";
import { bundledServer, passedEnvironment } from "../../src/servers/bundled-server.ts";
import { createSay } from "../../src/words.ts";
import { emptyPlace } from "../helpers/app.ts";

const say = createSay("en");
const base = { kubeconfig: "/k", readOnly: false, environment: {}, say };

describe("the bundled server", () => {
  it("gets what clusters, clouds and networks need, and no key of ours", () => {
    const environment = {
      HOME: "/h",
      PATH: "/bin",
      AWS_PROFILE: "p",
      AZURE_CLIENT_ID: "a",
      GOOGLE_APPLICATION_CREDENTIALS: "/g",
      CLOUDSDK_CONFIG: "/c",
      HTTPS_PROXY: "http://p",
      no_proxy: "x",
      SSL_CERT_FILE: "/ca",
      OPENROUTER_API_KEY: "secret",
      OPENAI_API_KEY: "secret",
      GITHUB_TOKEN: "secret",
      MY_AWS_SECRET: "secret",
      NODE_OPTIONS: "--inspect",
    };
    const { OPENROUTER_API_KEY, OPENAI_API_KEY, GITHUB_TOKEN, MY_AWS_SECRET, NODE_OPTIONS, ...passed } = environment;
    expect(passedEnvironment(environment)).toEqual(passed);
  });

  it("is started with the kubeconfig as it was named, also when it is several files", () => {
    expect(bundledServer({ ...base, kubeconfig: "/a:/b", environment: { KUBECONFIG: "/x" } })).toMatchObject({
      kind: "ok",
      value: { args: [], env: { KUBECONFIG: "/a:/b" } },
    });
    expect(bundledServer({ ...base, readOnly: true })).toMatchObject({ value: { args: ["--read-only"] } });
  });

  it("is answered for when it is not installed, or there is none for the platform", () => {
    const resolve = () => {
      throw new Error("no");
    };
    expect(bundledServer({ ...base, platform: "linux-arm64", resolve })).toMatchObject({
      problem: {
        code: "bundled_missing",
        message: expect.stringContaining("linux-arm64"),
        remedy: expect.stringContaining("npm install"),
      },
    });
    expect(bundledServer({ ...base, platform: "sunos-x64" })).toMatchObject({
      problem: { code: "bundled_unsupported" },
    });
  });

  it("runs: it lists tools for the contexts of two files, and ends with its connection", async () => {
    const { home } = emptyPlace();
    const write = (name: string) => {
      const file = join(home, name);
      writeFileSync(
        file,
        JSON.stringify({
          "current-context": name,
          clusters: [{ name, cluster: { server: "http://127.0.0.1:1" } }],
          contexts: [{ name, context: { cluster: name, user: name } }],
          users: [{ name, user: {} }],
        }),
      );
      return file;
    };
    const kubeconfig = [write("east"), write("west")].join(":");
    const server = bundledServer({ ...base, kubeconfig, environment: { PATH: process.env.PATH, HOME: home } });
    if (server.kind === "problem") throw new Error(server.problem.message);
    const client = new Client({ name: "test", version: "1" });
    const { command, args, env } = server.value;
    await client.connect(new StdioClientTransport({ command, args: [...args], env }));
    const result = await client.callTool({ name: "configuration_contexts_list", arguments: {} });
    expect(JSON.stringify(result)).toContain("west");
    await client.close();
  });

  it("is the program itself, with no shell or wrapper between", async () => {
    const server = bundledServer(base);
    if (server.kind === "problem") throw new Error(server.problem.message);
    const child = spawn(server.value.command, ["--version"], { env: server.value.env });
    let shown = "";
    child.stdout.on("data", (chunk) => {
      shown += chunk;
    });
    await once(child, "close");
    expect(shown.trim()).toBe("v0.0.67");
  });
});
