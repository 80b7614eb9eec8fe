// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is the syntax under test.
import { parseMcpServers } from "@k8s-copilot/crew/mcp";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { connect, errorOf, startServer, toolNamed, transports } from "./support.ts";

const serversOf = (value: unknown, environment: Record<string, string> = {}) => {
  const parsed = parseMcpServers(value, environment);
  if (parsed.kind === "invalid") throw new Error(parsed.code);
  return parsed.servers;
};

describe("an mcpServers record", () => {
  it.each([
    ["an address", { url: "http://h/mcp" }, { url: "http://h/mcp" }],
    ["a transport", { url: "http://h/x", transport: "sse" }, { url: "http://h/x", transport: "sse" }],
    ["a type, as other clients call it", { url: "http://h/x", type: "sse" }, { url: "http://h/x", transport: "sse" }],
    ["the long name of http", { url: "http://h/x", type: "streamable-http" }, { url: "http://h/x", transport: "http" }],
    ["keys of other clients", { url: "http://h/x", disabled: false }, { url: "http://h/x" }],
    ["a command", { command: "npx", args: ["server"] }, { command: "npx", args: ["server"] }],
  ])("may hold %s", (_, given, expected) => {
    expect(serversOf({ one: given })).toEqual({ one: expected });
  });

  it("takes values from the environment into addresses, headers, arguments and variables", () => {
    const servers = serversOf(
      {
        far: { url: "http://${HOST}/mcp", headers: { Authorization: "Bearer ${TOKEN}" } },
        near: { command: "server", args: ["--config=${FILE}", "$FILE"], env: { KUBECONFIG: "${FILE}" } },
      },
      { HOST: "h:1", TOKEN: "t${FILE}", FILE: "/f" },
    );
    expect(servers).toEqual({
      far: { url: "http://h:1/mcp", headers: { Authorization: "Bearer t${FILE}" } },
      near: { command: "server", args: ["--config=/f", "$FILE"], env: { KUBECONFIG: "/f" } },
    });
  });

  it("names every variable that the environment does not have, and no inherited one", () => {
    const parsed = parseMcpServers({ one: { command: "x", args: ["${A}", "${B}", "${toString}"] } }, { A: "1" });
    expect(parsed).toMatchObject({ kind: "invalid", code: "variable_missing", detail: "B, toString" });
  });

  it.each([
    ["no record", 3, "shape", "mcpServers"],
    ["a server without address and command", { one: {} }, "shape", "mcpServers.one"],
    ["an address that is none", { one: { url: "not an address" } }, "not_a_url", "one"],
    ["another protocol", { one: { url: "file:///etc/passwd" } }, "not_http", "one"],
    ["a login in the address", { one: { url: "http://user:secret@h/mcp" } }, "login_in_url", "one"],
    ["an unknown transport", { one: { url: "http://h", transport: "carrier pigeon" } }, "shape", "mcpServers.one"],
  ])("is refused, and where it is wrong is told: %s", (_, given, code, detail) => {
    expect(parseMcpServers(given, {})).toEqual({ kind: "invalid", code, detail });
  });

  it("never throws, whatever it is", () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => ["servers", "invalid"].includes(parseMcpServers(value, {}).kind)));
  });
});

describe.each(transports)("a server that wants a login, over %s", (transport) => {
  it("gets the header on every request, with the value that the environment has", async () => {
    const { url } = await startServer({ transport, login: "Bearer t-1" });
    const headers = { Authorization: "Bearer ${TOKEN}" };
    const connection = await connect(serversOf({ far: { url, headers } }, { TOKEN: "t-1" }));
    expect(await toolNamed(connection, "look").invoke({ a: 1 })).toMatchObject({ kind: "result", text: '{"a":1}' });
    expect(errorOf(await connect(serversOf({ far: { url, headers } }, { TOKEN: "t-2" }))).code).toBe("unauthorized");
  });
});
