import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskServers, maskUrl } from "../../src/settings/mask.ts";

describe("an address", () => {
  it.each([
    ["https://openrouter.ai/api/v1", "https://openrouter.ai/api/v1"],
    ["http://me:pass@host:8001/sse", "http://***@host:8001/sse"],
    ["http://host/mcp?token=abc&x=1", "http://host/mcp?token=***&x=***"],
    ["no address at all", "***"],
  ])("%s is shown as %s", (address, shown) => {
    expect(maskUrl(address)).toBe(shown);
  });
});

describe("configured servers", () => {
  it("are shown without any header, variable or argument", () => {
    const servers = {
      a: { url: "http://u:secret@h/mcp?k=secret", transport: "http", headers: { Authorization: "Bearer secret" } },
      b: { command: "npx", args: ["--token", "secret"], env: { TOKEN: "secret" }, apiKey: "secret", n: 5 },
    };
    const shown = maskServers(servers);
    expect(JSON.stringify(shown)).not.toContain("secret");
    expect(shown).toMatchObject({
      a: { url: "http://***@h/mcp?k=***", transport: "http", headers: { Authorization: "***" } },
      b: { command: "npx", args: ["***", "***"], env: { TOKEN: "***" }, apiKey: "***", n: "***" },
    });
  });

  it("never show a value under a name that is not known to be harmless", () => {
    const harmless = new Set(["url", "transport", "type", "command", "cwd", "disabled"]);
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string().filter((name) => !harmless.has(name)),
          fc.jsonValue(),
        ),
        (server) => {
          const shown: unknown = maskServers({ s: { ...server, secret: "canary-value" } });
          expect(JSON.stringify(shown)).not.toContain("canary-value");
        },
      ),
    );
  });
});
