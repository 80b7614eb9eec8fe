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
    [
      "cache:\n  - {resource: pods, ttl: 5s}\n  - {resource: deploymnet, ttl: 5s}\n",
      "line 3: resource of a cache rule cannot be deploymnet. Did you mean deployment?",
    ],
    ["cache: [{resource: secrets, ttl: 5s}]", "line 1: resource of a cache rule cannot be secrets."],
    ["cache: [{verb: delete, ttl: 5s}]", "line 1: verb of a cache rule cannot be delete."],
    ["cache:\n- resource: pod\n  tll: 5s\n", "line 3: a cache rule cannot have tll. Did you mean ttl?"],
    ["cache:\n- resource: pod\n  ttl: -5s\n", "line 3: -5s is no time to keep a result."],
    ["cache: [{resource: pod, ttl: 30}]", "line 1: 30 is no time to keep a result."],
    ["cache: [{resource: pod}]", "line 1: this cache rule has no ttl."],
    ["cache:\n\n- {ttl: 0}", "line 3: this cache rule does not say for what it is."],
    ["cache: {pod: 5s}", "line 1: cache is not right"],
  ])("with a mistake is answered in one line that names it: %j", (text, sentence) => {
    const parsed = parseConfigFile(text, at);
    expect(parsed).toMatchObject({ kind: "problem", problem: { message: expect.stringContaining(sentence) } });
    expect(parsed.kind === "problem" && parsed.problem.message).not.toContain("\n");
  });

  it("says how long results are kept, a day at most", () => {
    const text =
      "cache:\n- {resource: pods, ttl: 1m30s}\n- {server: east, tool: t, verb: get, ttl: 0}\n- {verb: list, ttl: 30d}\n";
    expect(parseConfigFile(text, at)).toMatchObject({
      kind: "ok",
      value: {
        cache: {
          rules: [
            { resource: "pod", ttlMs: 90_000 },
            { server: "east", tool: "t", verb: "get", ttlMs: 0 },
            { verb: "list", ttlMs: 86_400_000 },
          ],
          warnings: ["config.yaml, line 4: nothing is kept longer than 24h, so 30d counts as 24h."],
        },
      },
    });
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.string(), (text) => void parseConfigFile(text, at)));
  });
});
