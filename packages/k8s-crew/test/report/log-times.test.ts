import { describe, expect, test } from "vitest";
import { shortTimes } from "../../src/report/log-times.ts";

const log = [
  "2026-03-01T11:59:58.123456789Z ready",
  "2026-03-01T11:59:59.987654321+08:00 took 12.123456789 s, due 2026-03-01T12:00:00.000000000Z later",
  "no time",
].join("\n");

describe("times that a server puts before the lines of a log", () => {
  test("are told to the millisecond, and what the program wrote stays", () => {
    expect(shortTimes(log, 120).split("\n")).toEqual([
      "2026-03-01T11:59:58.123Z ready",
      "2026-03-01T11:59:59.987+08:00 took 12.123456789 s, due 2026-03-01T12:00:00.000000000Z later",
      "no time",
    ]);
  });

  test("are told to the second on a narrow screen", () => {
    expect(shortTimes(log, 40)).toMatch(/^2026-03-01T11:59:58Z ready\n/);
  });
});
