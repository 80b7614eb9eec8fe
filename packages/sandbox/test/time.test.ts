import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { age, humanDuration, parseDuration, resolveTime, resolveTimes } from "../src/time.ts";

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const now = Date.parse("2026-03-01T12:00:00Z");

describe("humanDuration", () => {
  it.each([
    [-5 * second, "<invalid>"],
    [0, "0s"],
    [119 * second, "119s"],
    [120 * second, "2m"],
    [2 * minute + 5 * second, "2m5s"],
    [9 * minute + 59 * second, "9m59s"],
    [10 * minute + 30 * second, "10m"],
    [179 * minute, "179m"],
    [180 * minute, "3h"],
    [7 * hour + 20 * minute, "7h20m"],
    [8 * hour + 20 * minute, "8h"],
    [47 * hour, "47h"],
    [48 * hour, "2d"],
    [2 * day + 12 * hour, "2d12h"],
    [8 * day + 3 * hour, "8d"],
    [729 * day, "729d"],
    [735 * day, "2y5d"],
    [2920 * day, "8y"],
  ])("writes %d ms as %s", (milliseconds, words) => {
    expect(humanDuration(milliseconds)).toBe(words);
  });
});

describe("relative times", () => {
  it.each([
    ["-90s", "2026-03-01T11:58:30Z"],
    ["-1h30m", "2026-03-01T10:30:00Z"],
    ["-3d", "2026-02-26T12:00:00Z"],
    ["2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z"],
    ["soon", "soon"],
    ["-5", "-5"],
  ])("reads %s as %s", (text, moment) => {
    expect(resolveTime(text, now)).toBe(moment);
  });

  it("are resolved in timestamp fields at any depth, and nowhere else", () => {
    const manifest = {
      metadata: { name: "-5m", creationTimestamp: "-1h" },
      status: { conditions: [{ lastTransitionTime: "-1m", message: "-1m" }], startedAt: "-2m" },
      lastTimestamp: "-3m",
    };
    expect(resolveTimes(manifest, now)).toEqual({
      metadata: { name: "-5m", creationTimestamp: "2026-03-01T11:00:00Z" },
      status: {
        conditions: [{ lastTransitionTime: "2026-03-01T11:59:00Z", message: "-1m" }],
        startedAt: "2026-03-01T11:58:00Z",
      },
      lastTimestamp: "2026-03-01T11:57:00Z",
    });
  });

  it("lie as long ago as they say", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 59 }), (hours, seconds) => {
        const text = `${hours}h${seconds}s`;
        const expected = hours * hour + seconds * second;
        expect(parseDuration(text)).toBe(expected);
        expect(Date.parse(resolveTime(`-${text}`, now))).toBe(now - expected);
      }),
    );
  });
});

describe("age", () => {
  it("is unknown for what is no time", () => {
    expect(age("", now)).toBe("<unknown>");
  });

  it("counts from the timestamp", () => {
    expect(age("2026-03-01T11:00:00Z", now)).toBe("60m");
  });
});
