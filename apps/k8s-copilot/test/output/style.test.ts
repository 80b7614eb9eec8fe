import { describe, expect, it } from "vitest";
import { createStyle, wantsColor } from "../../src/output/style.ts";

describe("colours", () => {
  it.each<{ isTerminal: boolean; environment: Record<string, string>; flag: boolean; expected: boolean }>([
    { isTerminal: true, environment: {}, flag: true, expected: true },
    { isTerminal: false, environment: {}, flag: true, expected: false },
    { isTerminal: true, environment: {}, flag: false, expected: false },
    { isTerminal: true, environment: { NO_COLOR: "1" }, flag: true, expected: false },
    { isTerminal: true, environment: { NO_COLOR: "" }, flag: true, expected: true },
    { isTerminal: true, environment: { TERM: "dumb" }, flag: true, expected: false },
    { isTerminal: false, environment: { FORCE_COLOR: "1" }, flag: true, expected: true },
    { isTerminal: true, environment: { FORCE_COLOR: "0" }, flag: true, expected: false },
    { isTerminal: false, environment: { FORCE_COLOR: "1", NO_COLOR: "1" }, flag: true, expected: false },
    { isTerminal: false, environment: { FORCE_COLOR: "1" }, flag: false, expected: false },
  ])("on a terminal $isTerminal, with $environment and flag $flag: $expected", ({ expected, ...facts }) => {
    expect(wantsColor(facts)).toBe(expected);
  });

  it("are escape sequences when on, and nothing when off", () => {
    expect(createStyle(true).bad("x")).toBe("\x1b[31mx\x1b[39m");
    expect(createStyle(false).bad("x")).toBe("x");
  });
});
