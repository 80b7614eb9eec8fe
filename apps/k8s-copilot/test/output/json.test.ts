import { isTerminalSafe } from "@k8s-copilot/k8s-crew/terminal-safe";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonLine } from "../../src/output/json.ts";

describe("a line of JSON", () => {
  it("has the exact value, and no byte that a terminal would obey", () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: "binary" }), (value) => {
        const line = jsonLine(value);
        expect(JSON.parse(line)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(isTerminalSafe(line)).toBe(true);
        expect(line).not.toContain("\n");
      }),
    );
  });

  it("writes what is outside the first plane as a pair", () => {
    expect(jsonLine("\u{e0041}")).toBe('"\\udb40\\udc41"');
  });
});
