import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { describe, expect, inject, it } from "vitest";
import { proxiesOf } from "../src/proxy.ts";
import { appFolder, runApp } from "./helpers/app.ts";
import { bundle } from "./helpers/build.ts";

const fetcher = await bundle(new URL("./fixtures/fetch.ts", import.meta.url));
const proxyScript = `${appFolder}test/fixtures/proxy.mjs`;

/** A proxy as a process of its own, that writes down whom it was asked for. */
const startProxy = async () => {
  const child = spawn(process.execPath, [proxyScript]);
  let said = "";
  child.stdout.on("data", (chunk) => {
    said += chunk;
  });
  while (!said.includes("\n")) await once(child.stdout, "data");
  const [port = ""] = said.split("\n");
  return {
    url: `http://127.0.0.1:${port}`,
    asked: () => said.trim().split("\n").slice(1),
    close: async () => {
      child.kill();
      await once(child, "close");
    },
  };
};

const fetched = async (url: string, environment: Record<string, string>): Promise<string> => {
  const child = spawn(process.execPath, [fetcher, url], { env: environment });
  let said = "";
  child.stdout.on("data", (chunk) => {
    said += chunk;
  });
  await once(child, "close");
  return said;
};

describe("a proxy", () => {
  it("is used for what is far, by fetch, for http and https", async () => {
    const proxy = await startProxy();
    const environment = { HTTPS_PROXY: proxy.url, HTTP_PROXY: proxy.url };
    expect(await fetched("http://far.example/models", environment)).toBe("200 from the proxy");
    expect(await fetched("https://far.example/models", environment)).toContain("failed");
    expect(proxy.asked()).toEqual(["CONNECT far.example:80", "CONNECT far.example:443"]);
    await proxy.close();
  });

  it("is not used for this computer, nor for what NO_PROXY names", async () => {
    const proxy = await startProxy();
    const here = createServer((_request, response) => response.end("here")).listen(0, "127.0.0.1");
    await once(here, "listening");
    const address = here.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const environment = { HTTP_PROXY: proxy.url, NO_PROXY: "far.example" };
    for (const host of ["127.0.0.1", "localhost"])
      expect(await fetched(`http://${host}:${port}/`, environment)).toBe("200 here");
    expect(await fetched("http://far.example/", environment)).toContain("failed");
    expect(proxy.asked()).toEqual([]);
    here.close();
    await proxy.close();
  });

  it("is used by the app for a model and a server that are far, and for neither with NO_PROXY", async () => {
    const bin = inject("installedApp");
    const far = { K8S_MCP_URL: "http://server.example/mcp" };
    const model = { OPENROUTER_BASE_URL: "http://model.example/api/v1", OPENROUTER_API_KEY: "sk-none" };
    for (const [noProxy, expected] of [
      ["", ["CONNECT model.example:80", "CONNECT server.example:80"]],
      ["server.example,model.example", []],
    ] as const) {
      const proxy = await startProxy();
      const environment = { ...far, ...model, HTTP_PROXY: proxy.url, NO_PROXY: noProxy };
      const { code } = await runApp(bin, ["doctor"], { environment });
      expect([...new Set(proxy.asked())].sort()).toEqual(expected);
      expect(code).toBe(1);
      await proxy.close();
    }
  }, 30_000);

  it.each<[Record<string, string>, string, string, string]>([
    [{ HTTPS_PROXY: "http://a" }, "", "http://a", "localhost"],
    [{ https_proxy: "http://b", HTTPS_PROXY: "http://a" }, "", "http://b", "localhost"],
    [{ HTTP_PROXY: "http://c", NO_PROXY: ".corp" }, "http://c", "", ".corp,localhost"],
  ])("of %j", (...[environment, httpProxy, httpsProxy, noProxy]) => {
    expect(proxiesOf(environment)).toMatchObject({ httpProxy, httpsProxy, noProxy: expect.stringContaining(noProxy) });
  });
});
