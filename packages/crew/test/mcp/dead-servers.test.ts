import { createServer } from "node:net";
import type { McpServer } from "@k8s-copilot/crew/mcp";
import { stdioDouble } from "@k8s-copilot/doubles";
import { describe, expect, it } from "vitest";
import { connect, errorOf, startServer, transports } from "./support.ts";

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });

describe("a server that cannot be reached is a cause with its facts", () => {
  it.each([undefined, "http", "sse"] as const)("when nothing listens (transport %s)", async (transport) => {
    const url = `http://127.0.0.1:${await freePort()}/sse`;
    const connection = await connect({ gone: { url, ...(transport ? { transport } : {}) } });
    expect(errorOf(connection)).toEqual({
      code: "refused",
      server: "gone",
      place: url,
      isLocal: false,
      detail: "",
      effect: "none",
      message: `MCP server “gone” at ${url}: refused`,
    });
    expect(connection.tools).toEqual([]);
  });

  it("when its host name is unknown", async () => {
    expect(errorOf(await connect({ a: { url: "http://no-such-host.invalid/mcp" } })).code).toBe("dns");
  });

  it.each(transports)("when it answers with HTML, a status, a redirect or silence (%s)", async (transport) => {
    const server = await startServer({ transport });
    const cases = [
      ["html", "not_mcp"],
      [{ status: 401 }, "unauthorized"],
      [{ status: 403 }, "forbidden"],
      [{ status: 404 }, "not_found"],
      [{ status: 429 }, "busy"],
      [{ status: 503 }, "server_error"],
      [{ status: 418 }, "failed"],
      [{ redirect: "http://elsewhere.invalid/mcp" }, "redirect"],
      ["silent", "timeout"],
    ] as const;
    for (const [start, code] of cases) {
      server.setFaults({ start });
      const error = errorOf(await connect({ a: { url: server.url } }, { connectTimeoutMs: 700 }));
      expect([start, error.code]).toEqual([start, code]);
      expect(error.message).toContain(code);
    }
  });

  it("is not asked again after it refused a login", async () => {
    const server = await startServer({ transport: "http", faults: { start: { status: 401 } } });
    await connect({ a: { url: server.url } });
    expect(server.requests()).toEqual(["POST /mcp"]);
  });

  it("tells no query of its address, where tokens stand", async () => {
    const connection = await connect({ a: { url: `http://127.0.0.1:${await freePort()}/mcp?token=secret` } });
    expect(errorOf(connection).message).not.toContain("secret");
  });

  it.each([
    ["localhost", "localhost", "write it as http://HOST:PORT/PATH"],
    ["", "", "write it as http://HOST:PORT/PATH"],
    ["localhost:8001/sse", "localhost:8001/sse", "it has to begin with http:// or https://"],
    ["ftp://u:secret@host/sse?token=secret", "ftp://host/sse", "it has to begin with http:// or https://"],
    ["u:secret@host/sse", "host/sse", "it has to begin with http:// or https://"],
    ["http://u:secret@127.0.0.1:1/sse", "http://127.0.0.1:1/sse", "put the login into the headers"],
  ])("when its address is %j, and the others still work", async (url, place, detail) => {
    const good = await startServer({ transport: "http" });
    for (const transport of [undefined, "http", "sse"] as const) {
      const bad = { url, ...(transport ? { transport } : {}) };
      const connection = await connect({ bad, good: { url: good.url } });
      expect(errorOf(connection)).toEqual({
        code: "bad_address",
        server: "bad",
        place,
        isLocal: false,
        detail,
        effect: "none",
        message: `MCP server “bad”${place === "" ? "" : ` at ${place}`}: bad_address (${detail})`,
      });
      expect(connection.servers.map(({ status }) => status)).toEqual(["failed", "connected"]);
      await connection.refresh();
    }
  });

  it("when it hangs while it lists its tools", async () => {
    const server = await startServer({ transport: "http", faults: { list: "hang" } });
    expect(errorOf(await connect({ a: { url: server.url } }, { connectTimeoutMs: 500 })).code).toBe("timeout");
  });

  it.each<[string, McpServer, string, RegExp]>([
    ["has no such command", { command: "no-such-command-anywhere" }, "command_missing", /^$/],
    ["may not be run", { command: "/etc/passwd" }, "not_executable", /^$/],
    ["ends at once", stdioDouble("--exit", "\x1b[31mno kubeconfig\x1b[0m"), "exited", /^no kubeconfig$/],
    ["waits for a person", stdioDouble("--wait"), "timeout", /^open https:\/\/login/],
  ])("when its child process %s", async (_, server, code, detail) => {
    const error = errorOf(await connect({ a: server }, { connectTimeoutMs: 1_500 }));
    expect(error).toMatchObject({ code, isLocal: true, detail: expect.stringMatching(detail) });
  });

  it("does not keep the others from working, and is found by refresh once it is there", async () => {
    const [up, down] = [await startServer({ transport: "sse" }), await startServer({ transport: "http" })];
    await down.kill();
    const connection = await connect({ up: { url: up.url }, down: { url: down.url } });
    expect(connection.servers.map(({ status, toolCount }) => [status, toolCount])).toEqual([
      ["connected", 3],
      ["failed", 0],
    ]);
    await down.start();
    await connection.refresh();
    expect(connection.servers.map(({ status, toolCount }) => [status, toolCount])).toEqual([
      ["connected", 3],
      ["connected", 3],
    ]);
  });
});

describe("the address of a server", () => {
  it.each([
    ["http", "/sse"],
    ["sse", "/mcp"],
  ] as const)("may be the usual neighbour: %s behind %s", async (transport, path) => {
    const server = await startServer({ transport });
    const connection = await connect({ a: { url: new URL(path, server.url).href } });
    expect(connection.servers).toEqual([{ name: "a", status: "connected", toolCount: 3 }]);
  });

  it.each(transports)("is tried first with the transport that its end names: %s", async (transport) => {
    const server = await startServer({ transport });
    await connect({ a: { url: server.url } });
    expect(server.requests()[0]).toBe(transport === "sse" ? "GET /sse" : "POST /mcp");
  });

  it("is tried with the given transport only, when one is given", async () => {
    const server = await startServer({ transport: "sse" });
    expect(errorOf(await connect({ a: { url: server.url, transport: "http" } })).code).toBe("not_found");
    expect(server.requests()).toEqual(["POST /sse"]);
  });
});
