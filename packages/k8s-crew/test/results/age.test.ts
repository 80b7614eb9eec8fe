import fc from "fast-check";
import { expect, test } from "vitest";
import { formatAge, parseAge, parseTimestamp, secondsSince } from "../../src/results/age.ts";

test.each<[string, number | undefined]>([
  ["45s", 45],
  ["5d3h", 442_800],
  ["2y15d", 64_368_000],
  ["691d", 59_702_400],
  ["1h2m3.5s", 3_723.5],
  ["<unknown>", undefined],
  ["<invalid>", undefined],
  ["5", undefined],
  ["", undefined],
])("the age %j is %s seconds", (text, seconds) => {
  expect(parseAge(text)).toBe(seconds);
});

test.each<[string, string | undefined]>([
  ["2025-01-02T03:04:05Z", "2025-01-02T03:04:05.000Z"],
  ["2025-01-02T03:04:05.678+08:00", "2025-01-01T19:04:05.678Z"],
  ["2025-01-02 03:04:05 +0000 UTC", "2025-01-02T03:04:05.000Z"],
  ["2025-01-02 03:04:05.5 +0800 CST", "2025-01-01T19:04:05.500Z"],
  ["0001-01-01 00:00:00 +0000 UTC", undefined],
  ["yesterday", undefined],
])("the timestamp %j is %s", (text, iso) => {
  const time = parseTimestamp(text);
  expect(time === undefined ? undefined : new Date(time).toISOString()).toBe(iso);
});

test("a time in the future, from a clock that differs, is no negative age", () => {
  expect(secondsSince("2025-01-01T00:01:00Z", Date.parse("2025-01-01T00:00:00Z"))).toBe(0);
});

test.each<[number, string]>([
  [0, "0s"],
  [119, "119s"],
  [120, "2m"],
  [125, "2m5s"],
  [600, "10m"],
  [10_799, "179m"],
  [10_800, "3h"],
  [12_000, "3h20m"],
  [100_000, "27h"],
  [200_000, "2d7h"],
  [800_000, "9d"],
  [70_000_000, "2y80d"],
  [300_000_000, "9y"],
])("%d seconds are shown as %s", (seconds, text) => {
  expect(formatAge(seconds)).toBe(text);
});

test("what is shown reads back to almost the same", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400_000_000 }), (seconds) => {
      const back = parseAge(formatAge(seconds)) ?? Number.NaN;
      expect(back).toBeLessThanOrEqual(seconds);
      expect(back).toBeGreaterThan(seconds * 0.85 - 2);
    }),
  );
});
