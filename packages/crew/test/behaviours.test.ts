import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const folder = fileURLToPath(new URL(".", import.meta.url));
const table = readFileSync(new URL("../../../docs/crewai.md", import.meta.url), "utf8");
const rows = [...table.matchAll(/^\| ([A-Z]\d\db?) \| (same|better|left out in part|left out) \| (.+) \|$/gm)];

/** One or more ids at the head of a text. */
const ids = String.raw`["'\`]((?:[A-Z]\d\db?[:/ ]+)+)`;
/** What `test` or `it` is called with, or what `each` gave is. */
const title = new RegExp(String.raw`(?:\b(?:test|it)|\))\(\s*${ids}`, "g");
/** The first text of a table's row, which is a title where the title is "%s …". */
const row = new RegExp(String.raw`^\s*\[\s*${ids}`, "gm");
const titledByRow = /\)\(\s*["'`]%s/;

function behavioursIn(source: string): readonly string[] {
  const found = [...source.matchAll(title), ...(titledByRow.test(source) ? source.matchAll(row) : [])];
  return found.flatMap(([, heads = ""]) => heads.match(/[A-Z]\d\db?/g) ?? []);
}

test.each<[string, string, readonly string[]]>([
  ["a title", 'test("A01 B02b: it", () => {})', ["A01", "B02b"]],
  ["the title of a table", 'test.each(ways)(\n  "A01 it (%o)", () => {})', ["A01"]],
  ["a row that is the title", 'test.each([\n  [\n    "A01 it",\n  ],\n])("%s is refused", () => {})', ["A01"]],
  ["a row that is only told of", 'test.each([\n  ["A01 it"],\n])("it says %s", () => {})', []],
  ["what is compared or passed on", 'expect(name).toBe("A01 it"); run("A01 it");', []],
  ["a group without a test", 'describe("A01 it", () => {})', []],
])("of a behaviour tells %s", (_what, source, expected) => {
  expect(behavioursIn(source)).toEqual(expected);
});

test("docs/crewai.md tells of 89 behaviours, and each that is not left out is the name of a test", () => {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".test.ts"));
  const sources = files.filter((file) => file !== "behaviours.test.ts").map((file) => join(folder, file));
  const tested = sources.flatMap((file) => behavioursIn(readFileSync(file, "utf8")));
  expect(rows).toHaveLength(89);
  const missing = rows.filter(([, id = "", verdict]) => verdict !== "left out" && !tested.includes(id));
  expect(missing.map(([, id]) => id)).toEqual([]);
});
