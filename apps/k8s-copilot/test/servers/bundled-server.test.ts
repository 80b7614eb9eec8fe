import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { describe, expect, it } from "vitest";
import { bundledServer, passedEnvironment } from "../../src/servers/bundled-server.ts";
import { createSay } from "../../src/words.ts";
import { emptyPlace } from "../helpers/app.ts";

const say = createSay("en");
const base = { kubeconfig: "/k", environment: {}, say };

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
    const { command, args, env } = server.value;
    const child = spawn(command, [...args], { env, stdio: ["pipe", "pipe", "ignore"] });
    const replies = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const send = (message: object) => child.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
    const clientInfo = { name: "test", version: "1" };
    send({ id: 1, method: "initialize", params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo } });
    await replies.next();
    send({ method: "notifications/initialized" });
    send({ id: 2, method: "tools/call", params: { name: "configuration_contexts_list", arguments: {} } });
    const { value } = await replies.next();
    expect(value).toContain("east");
    expect(value).toContain("west");
    child.stdin.end();
    expect(await once(child, "close")).toEqual([0, null]);
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
