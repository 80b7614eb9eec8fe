import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatCpu, formatMemory, parseQuantity } from "../src/quantities.ts";

describe("parseQuantity", () => {
  it.each([
    ["250m", 0.25],
    ["2", 2],
    ["1.5", 1.5],
    ["128Mi", 134_217_728],
    ["1Gi", 1_073_741_824],
    ["1k", 1000],
    ["125000000n", 0.125],
    ["", undefined],
    ["Mi", undefined],
    ["12 Mi", undefined],
    ["12Zi", undefined],
  ])("reads %s as %s", (text, number) => {
    expect(parseQuantity(text)).toBe(number);
  });

  it("reads what metrics are written as, to the unit they are written in", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 64_000 }),
        fc.integer({ min: 0, max: 1_000_000 }),
        (milliCpu, kibibytes) => {
          expect(parseQuantity(formatCpu(milliCpu / 1000))).toBeCloseTo(milliCpu / 1000, 6);
          expect(parseQuantity(formatMemory(kibibytes * 1024))).toBe(kibibytes * 1024);
        },
      ),
    );
  });
});
