import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseConfigFile } from "../../src/settings/config-file.ts";
import { createSay } from "../../src/words.ts";

const at = { file: "config.yaml", say: createSay("en") };

describe("the config file", () => {
  it("is read as YAML and as JSON, with the servers as other clients write them", () => {
    const servers = { k8s: { url: "http://x/mcp", headers: { Authorization: `Bearer $${"{TOKEN}"}` } } };
    expect(parseConfigFile(JSON.stringify({ mcpServers: servers, language: "zh" }), at)).toEqual({
      kind: "ok",
      value: { mcpServers: servers, language: "zh" },
    });
    expect(parseConfigFile("context: east\nnamespace: dev\ntrustedServers: [k8s]\n", at)).toEqual({
      kind: "ok",
      value: { context: "east", namespace: "dev", trustedServers: ["k8s"] },
    });
  });

  it.each(["", "# nothing\n", "{}"])("may be empty: %j", (text) => {
    expect(parseConfigFile(text, at)).toEqual({ kind: "ok", value: {} });
  });

  it.each([
    ["language: zh\nnamspace: dev\n", "config.yaml, line 2: unknown setting namspace. Did you mean namespace?"],
    ["language: fr\n", "config.yaml, line 1: language is not right"],
    ["context: a\nmcpServers:\n  k8s: http://x\n", "config.yaml, line 3: mcpServers.k8s is not right"],
    ["a: b: c\n", "config.yaml, line 1: not valid YAML"],
    ["mcpServers:\n  x: [1\nlanguage: zh\n", "config.yaml, line 3: not valid YAML"],
    ["- a\n", "config.yaml, line 1: config.yaml is not right"],
    ["context: *nowhere\n", "config.yaml, line 1: not valid YAML"],
  ])("with a mistake is answered in one line that names it: %j", (text, sentence) => {
    const parsed = parseConfigFile(text, at);
    expect(parsed).toMatchObject({ kind: "problem", problem: { message: expect.stringContaining(sentence) } });
    expect(parsed.kind === "problem" && parsed.problem.message).not.toContain("\n");
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.string(), (text) => void parseConfigFile(text, at)));
  });
});
