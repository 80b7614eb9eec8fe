import { displayWidth } from "@k8s-copilot/k8s-crew/display-width";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type KeyName, keysIn } from "../../src/input/keys.ts";
import { followLine, type MenuOffer, menuRows, openMenu, pressMenuKey } from "../../src/input/menu.ts";
import { type MenuView, menuLines } from "../../src/input/menu-lines.ts";

const offerOf = (labels: readonly string[], asks = true): MenuOffer => ({
  items: labels.map((label) => ({ label, reason: label.length > 6 ? "Running · 3d" : "" })),
  asks,
  saysItself: (text) => text === "no",
});

const viewOf = (columns: number, rows = 24): MenuView => ({
  columns,
  rows,
  words: {
    said: (text) => `send ${text}`,
    count: (shown, total) => `${shown} of ${total}`,
    choosing: ["Up/Down", "type", "Esc"],
    beside: ["Tab"],
  },
  marked: (text) => text,
  quiet: (text) => text,
});

const spaces = offerOf(["default", "dev", "kube-node-lease", "列出所有集群"]);

describe("the rows of a menu", () => {
  it.each<{ text: string; items: readonly number[]; start: number | "said" }>([
    { text: "", items: [0, 1, 2, 3], start: 0 },
    { text: "  ", items: [0, 1, 2, 3], start: 0 },
    { text: "3", items: [0, 1, 2, 3], start: 2 },
    { text: "３", items: [0, 1, 2, 3], start: 2 },
    { text: "5", items: [], start: "said" },
    { text: "de", items: [0, 1, 2], start: 0 },
    { text: "DEV", items: [1], start: 0 },
    { text: "lease kube", items: [2], start: 0 },
    { text: "no", items: [2], start: "said" },
    { text: "集群", items: [3], start: 0 },
    { text: "[列出所有集群]", items: [], start: "said" },
    { text: "running", items: [0, 2], start: 0 },
    { text: "the one that crashes", items: [], start: "said" },
  ])("for “$text”", ({ text, items, start }) => {
    const { rows, start: at } = menuRows(spaces, text);
    expect(rows.flatMap((row) => (row.kind === "item" ? row.index : []))).toEqual(items);
    expect(at).toBe(start === "said" ? items.length : start);
    expect(rows.some(({ kind }) => kind === "said")).toBe(text.trim() !== "");
  });
});

describe("a menu", () => {
  const texts = fc.constantFrom("", "d", "de", "no", "2", "集群", "xyz", "list nodes", "[dev]");
  const keyNames = fc.constantFrom<KeyName>("up", "down", "pageUp", "pageDown", "enter", "escape", "tab", "backTab");
  const labels = fc.array(
    fc.oneof(
      fc.stringMatching(/^[a-z][a-z0-9-]{0,60}$/),
      fc.constantFrom("购物车服务-后端-支付网关-主-7d9f8b6c5-x2x4z", "支付-27", "👩‍💻-工作台", "é-café"),
    ),
    { minLength: 1, maxLength: 40 },
  );

  it("keeps its marker on a row whatever is typed and pressed, and picks only what it shows", () => {
    fc.assert(
      fc.property(labels, fc.boolean(), fc.array(fc.tuple(texts, keyNames)), (names, asks, acts) => {
        const offer = offerOf(names, asks);
        let state = openMenu(offer);
        for (const [text, key] of acts) {
          state = followLine(offer, state, text);
          const { rows } = menuRows(offer, state.text);
          const step = pressMenuKey(offer, state, key);
          if (step.kind === "moved") state = step.state;
          if (step.kind === "picked") expect(rows).toContainEqual({ kind: "item", index: step.index });
          expect(state.at).toBeGreaterThanOrEqual(0);
          expect(state.at).toBeLessThan(Math.max(1, menuRows(offer, state.text).rows.length));
        }
      }),
    );
  });

  it("never keeps a person from sending words: after Esc, Enter is always the line's", () => {
    fc.assert(
      fc.property(labels, texts, (names, text) => {
        const offer = offerOf(names);
        const state = followLine(offer, openMenu(offer), text);
        const closed = pressMenuKey(offer, state, "escape");
        expect(closed.kind).toBe("moved");
        if (closed.kind === "moved") expect(pressMenuKey(offer, closed.state, "enter")).toEqual({ kind: "line" });
      }),
    );
  });

  it("is never wider or higher than the screen, and shows at most 15 items with their count", () => {
    const sizes = fc.record({ columns: fc.integer({ min: 20, max: 120 }), rows: fc.integer({ min: 6, max: 60 }) });
    fc.assert(
      fc.property(labels, texts, sizes, (names, text, { columns, rows }) => {
        const offer = offerOf(names);
        const state = followLine(offer, openMenu(offer), text);
        const lines = menuLines(offer, state, viewOf(columns, rows));
        expect(Math.max(...lines.map(displayWidth))).toBeLessThan(columns);
        expect(lines.length).toBeLessThan(rows);
        const items = lines.filter((line) => /^[❯ ] +\d+\. /.test(line));
        expect(items.length).toBeLessThanOrEqual(15);
        if (items.length < names.length) expect(lines.at(-1)).toContain(`${items.length} of ${names.length}`);
        if (menuRows(offer, text).rows.length > 0) expect(lines.filter((line) => line.startsWith("❯"))).toHaveLength(1);
      }),
    );
  });

  it.each([
    { columns: 60, line: "❯ 1. cart-service-backend-p..-7d9f8b6c5-x2x4z  Running · 3d" },
    { columns: 40, line: "❯ 1. cart-service-..-x2x4z  Running ·.." },
    { columns: 24, line: "❯ 1. cart-servi..-x2x4z" },
  ])("cuts a long name in its middle at $columns columns", ({ columns, line }) => {
    const offer = offerOf(["cart-service-backend-primary-7d9f8b6c5-x2x4z"]);
    expect(menuLines(offer, openMenu(offer), viewOf(columns))[0]).toBe(line);
  });
});

describe("keys", () => {
  it.each<[string, readonly (string | undefined)[]]>([
    ["\x1b[A\x1bOB", ["up", "down"]],
    ["\x1b", ["escape"]],
    ["\x1bb", [undefined]],
    ["支付\r", [undefined, "enter"]],
    ["\x1b[1;5D\t\x1b[Z", [undefined, "tab", "backTab"]],
  ])("are told apart in %j", (typed, expected) => {
    expect(keysIn(typed).map(({ name }) => name)).toEqual(expected);
  });

  it("lose nothing of what was typed", () => {
    const pieces = fc.array(fc.constantFrom("a", "查看", "\x1b[A", "\x1b", "\x1b[2", "\r", "\x7f", "👩‍💻", "[", "O"));
    fc.assert(
      fc.property(pieces, (typed) => {
        expect(
          keysIn(typed.join(""))
            .map(({ text }) => text)
            .join(""),
        ).toBe(typed.join(""));
      }),
    );
  });
});
