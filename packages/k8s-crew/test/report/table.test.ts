import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellsFor, columnsFor } from "../../src/report/columns.ts";
import { displayWidth, fitEnd, fitMiddle, padTo } from "../../src/report/display-width.ts";
import { formatTable, type TableColumn } from "../../src/report/table.ts";
import type { Row } from "../../src/results/types.ts";

const columns: readonly TableColumn[] = [
  { key: "name", title: "NAME", shrink: "middle" },
  { key: "status", title: "STATUS" },
  { key: "node", title: "NODE", shrink: "middle", optional: true },
];
const table = (rows: readonly Record<string, string>[], width: number, more?: (hidden: number) => string) =>
  formatTable({ columns, rows, width, ...(more === undefined ? {} : { more }) }).split("\n");

describe("widths", () => {
  test.each([
    ["abc", 3],
    ["命名空间", 8],
    ["a命b", 4],
    ["é", 1],
    ["👨‍👩‍👧", 2],
    ["", 0],
  ])("%j takes %d columns", (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  test.each([
    [padTo("命名", 6), "命名  "],
    [padTo("7", 3, "right"), "  7"],
    [padTo("long", 2), "long"],
    [fitEnd("命名空间列表", 8), "命名空.."],
    [fitEnd("abcdef", 2), "ab"],
    [fitMiddle("cart-service-v2-7d9f8b6c5d-x2x4z", 24), "cart-service-v2-..-x2x4z"],
    [fitMiddle("cart-service-v2-7d9f8b6c5d-x2x4z", 31), "cart-service..-7d9f8b6c5d-x2x4z"],
    [fitMiddle("a-very-long-stateful-name-12", 14), "a-very-lo..-12"],
    [fitMiddle("short", 14), "short"],
  ])("%j", (found, expected) => {
    expect(found).toBe(expected);
  });

  test("a fitted text is never wider than asked, and keeps the end of a name", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 40 }), (text, width) => {
        expect(displayWidth(fitEnd(text, width))).toBeLessThanOrEqual(width);
        expect(displayWidth(fitMiddle(text, width))).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe("a table", () => {
  test("is aligned by display width, with no spaces at the end of a line", () => {
    expect(
      table(
        [
          { name: "支付服务", status: "运行中", node: "n1" },
          { name: "web-1", status: "Running", node: "" },
        ],
        80,
      ),
    ).toEqual(["NAME      STATUS   NODE", "支付服务  运行中   n1", "web-1     Running"]);
  });

  test("shortens names in the middle, and first leaves out what is optional", () => {
    const rows = [
      {
        name: "checkout-service-6d5f7c9b8-4xk2p",
        status: "CrashLoopBackOff",
        node: "node-with-a-long-name.example.com",
      },
    ];
    expect(table(rows, 200)[1]).toBe(
      "checkout-service-6d5f7c9b8-4xk2p  CrashLoopBackOff  node-with-a-long-name.example.com",
    );
    const [header, row] = table(rows, 40);
    expect(header).not.toContain("NODE");
    expect(row).toMatch(/^chec.*\.\..*4xk2p {2}CrashLoopBackOff$/);
  });

  test("never shortens when the width is infinite", () => {
    const name = "a".repeat(253);
    expect(table([{ name, status: "Running", node: "n" }], Number.POSITIVE_INFINITY)[1]).toBe(`${name}  Running  n`);
  });

  test("of more than thirty rows shows twenty and says how many are left", () => {
    const rows = Array.from({ length: 31 }, (_, index) => ({ name: `p-${index}` }));
    const lines = table(rows, 80, (hidden) => `${hidden} more`);
    expect(lines).toHaveLength(22);
    expect(lines.at(-1)).toBe("11 more");
    expect(table(rows.slice(0, 30), 80, String)).toHaveLength(31);
    expect(table(rows, 80)).toHaveLength(32);
  });

  test("keeps a cell on its line", () => {
    expect(table([{ name: "a\nb\tc", status: "x" }], 80)[1]).toBe("a b c  x");
  });

  test("of any cells stays within any width, its second column starting in one place", () => {
    const cell = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 40 }),
      fc.constantFrom("支付", "checkout-7d9f-x2x4z", "👨‍👩‍👧", "é"),
    );
    fc.assert(
      fc.property(
        fc.array(fc.record({ name: cell, status: fc.constantFrom("Running", "Pending"), node: cell }), {
          maxLength: 8,
        }),
        fc.integer({ min: 10, max: 90 }),
        (rows, width) => {
          const lines = table(rows, width);
          for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
          if (width < 40) return;
          const starts = lines.slice(1).map((line) => displayWidth(line.slice(0, line.search(/Running|Pending/))));
          expect(new Set(starts).size).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe("a list of pods", () => {
  const pod = (name: string, status: string, restarts: string): Row => ({
    name,
    namespace: "dev",
    fields: { status, ready: "0/1", restarts, age: "55m", node: "dev-worker-2" },
  });
  const rows = [
    pod("payment-worker-7d9f8b6c5d-x2x4z", "CrashLoopBackOff", "14 (3m28s ago)"),
    pod("web-frontend-6b8c9d7f4-tp5v9", "Running", "0"),
  ];
  const now = 0;
  const shown = columnsFor("pod", rows, { now });
  const listed = (width: number) =>
    formatTable({ columns: shown, rows: rows.map((row) => cellsFor(row, shown, now)), width }).split("\n");

  test("has room for its names and states on a screen of 40 columns, whatever goes", () => {
    expect(listed(40)).toEqual([
      "NAME             READY  STATUS",
      "payment..-x2x4z  0/1    CrashLoopBackOff",
      "web-fro..-tp5v9  0/1    Running",
    ]);
  });

  test("keeps restarts and ages where names can still be told apart", () => {
    expect(listed(70)[0]).toMatch(/^NAME +READY +STATUS +RESTARTS +AGE$/);
  });
});
