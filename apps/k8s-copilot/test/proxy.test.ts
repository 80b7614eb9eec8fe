import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { describe, expect, it } from "vitest";
import { proxiesOf } from "../src/proxy.ts";
import { appFolder, bundle } from "./helpers/app.ts";

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

  it.each<[Record<string, string>, string, string, string]>([
    [{ HTTPS_PROXY: "http://a" }, "", "http://a", "localhost"],
    [{ https_proxy: "http://b", HTTPS_PROXY: "http://a" }, "", "http://b", "localhost"],
    [{ HTTP_PROXY: "http://c", NO_PROXY: ".corp" }, "http://c", "", ".corp,localhost"],
  ])("of %j", (...[environment, httpProxy, httpsProxy, noProxy]) => {
    expect(proxiesOf(environment)).toMatchObject({ httpProxy, httpsProxy, noProxy: expect.stringContaining(noProxy) });
  });
});
