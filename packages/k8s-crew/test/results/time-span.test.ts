import { describe, expect, test } from "vitest";
import { clockText } from "../../src/results/clock.ts";
import { spanOf } from "../../src/results/time-span.ts";

/** Where the tests run, whatever its zone. A Thursday. */
const at = (day: number, hour: number, minute = 0): number => new Date(2026, 10, day, hour, minute).getTime();

describe("a stretch of time that is said in words", () => {
  test.each([
    ["night", at(26, 10), at(25, 18), at(26, 8)],
    ["night", at(26, 3), at(25, 18), at(26, 3)],
    ["dawn", at(26, 10), at(26, 0), at(26, 6)],
    ["morning", at(26, 15), at(26, 6), at(26, 12)],
    ["morning", at(26, 9), at(26, 6), at(26, 9)],
    ["afternoon", at(26, 9), at(25, 12), at(25, 18)],
    ["noon", at(26, 13), at(26, 12), at(26, 13)],
    ["yesterday", at(26, 10), at(25, 0), at(26, 0)],
    ["today", at(26, 10), at(26, 0), at(26, 10)],
    ["week", at(26, 10), at(23, 0), at(26, 10)],
    ["lastWeek", at(26, 10), at(16, 0), at(23, 0)],
    ["weekend", at(26, 10), at(21, 0), at(23, 0)],
    ["weekend", at(29, 10), at(28, 0), at(29, 10)],
  ] as const)("“%s”, said at %d, is the latest that has begun, and never beyond now", (word, now, from, to) => {
    expect(spanOf(word, now)).toEqual({ from, to });
  });

  test("a time of another day has its date", () => {
    expect(clockText(at(25, 18), at(26, 10))).toBe("11-25 18:00");
    expect(clockText(at(26, 4, 7), at(26, 10))).toBe("04:07");
  });
});
