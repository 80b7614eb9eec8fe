import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { errorLines, excerptLog } from "../../src/report/log-excerpt.ts";

const log = (count: number, special: Readonly<Record<number, string>> = {}) =>
  Array.from({ length: count }, (_, index) => special[index + 1] ?? `line ${index + 1}`).join("\n");

describe("a log excerpt", () => {
  test("of a short log is the log", () => {
    expect(excerptLog("one\ntwo\n")).toEqual({ text: "one\ntwo\n", shown: 2, total: 2 });
  });

  test("keeps the beginning, the end, and errors between them, and says how much it shows", () => {
    const { text, shown, total } = excerptLog(log(5_000, { 2500: "ERROR payment refused" }), { maxLines: 100 });
    const lines = text.split("\n");
    expect(lines[0]).toBe("line 1");
    expect(lines).toContain("ERROR payment refused");
    expect(lines.at(-2)).toBe("line 5000");
    expect({ shown, total }).toEqual({ shown: 100, total: 5_000 });
    expect(lines.at(-1)).toBe("[100 of 5000 lines shown; ask for a number of lines or a time range to see the rest]");
    expect(lines.filter((line) => line.includes("left out"))).toHaveLength(2);
    expect(excerptLog(log(300), { language: "zh" }).text.split("\n").at(-1)).toContain("共 300 行");
  });

  test("of nothing but errors keeps the latest ones", () => {
    const { text } = excerptLog(Array.from({ length: 1_000 }, (_, index) => `error ${index}`).join("\n"), {
      maxLines: 20,
    });
    expect(text).toContain("error 999");
    expect(text).toContain("error 0");
  });

  test("stays within its budgets, shows lines in order and counts right", () => {
    const line = fc.oneof(fc.string({ maxLength: 200 }), fc.constantFrom("ERROR x", "命名空间".repeat(50)));
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 300 }),
        fc.integer({ min: 10, max: 50 }),
        fc.integer({ min: 500, max: 4_000 }),
        (lines, maxLines, maxBytes) => {
          const input = lines.map((text, index) => `${index} ${text.replaceAll("\n", "")}`).join("\n");
          const { text, shown, total } = excerptLog(input, { maxLines, maxBytes });
          const kept = text.split("\n").filter((entry) => /^\d+ /.test(entry));
          if (text === input) return;
          expect(total).toBe(lines.length);
          expect(kept).toHaveLength(shown);
          expect(shown).toBeLessThanOrEqual(maxLines);
          expect(Buffer.byteLength(kept.join("\n"))).toBeLessThanOrEqual(maxBytes);
          const numbers = kept.map((entry) => Number.parseInt(entry, 10));
          expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
        },
      ),
    );
  });

  test("of one enormous line is still a line", () => {
    const { text } = excerptLog("x".repeat(5_000_000));
    expect(text.length).toBeLessThan(5_000);
    expect(text.startsWith("xxx")).toBe(true);
  });
});

describe("error lines", () => {
  test.each([
    "2025-01-01 ERROR payment refused",
    '{"level":"error","msg":"boom"}',
    "E0601 12:00:00.000001 1 main.go:42] cannot start",
    "java.lang.NullPointerException: x",
    "panic: runtime error",
    "level=fatal msg=stop",
    "connection refused",
    "错误：连接超时",
  ])("%s is one", (line) => {
    expect(errorLines(`ok\n${line}\nok`)).toEqual([{ number: 2, text: line }]);
  });

  test.each([
    "INFO started",
    "0 errors",
    "no error found",
    '{"level":"info","error":null}',
    "level=info msg=error page served",
    "failed=0",
    "terror story",
  ])("%s is none", (line) => {
    expect(errorLines(line)).toEqual([]);
  });

  test("bring the stack trace below them", () => {
    const text = "Exception in thread main\n  at a.b(C.java:1)\n  at d.e(F.java:2)\nCaused by: x\nserving\n  at night";
    expect(errorLines(text).map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  });
});
