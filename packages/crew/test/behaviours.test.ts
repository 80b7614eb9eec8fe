import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const folder = fileURLToPath(new URL(".", import.meta.url));
const table = readFileSync(new URL("../../../docs/crewai.md", import.meta.url), "utf8");
const rows = [...table.matchAll(/^\| ([A-Z]\d\db?) \| (same|better|left out) \| (.+) \|$/gm)];
const titles = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".test.ts"))
  .flatMap((file) => [...readFileSync(join(folder, file), "utf8").matchAll(/["'`]((?:[A-Z]\d\db?[:/ ]+)+)/g)])
  .flatMap(([, ids = ""]) => ids.match(/[A-Z]\d\db?/g) ?? []);

test("docs/crewai.md tells of 89 behaviours, and each that is not left out is the name of a test", () => {
  expect(rows).toHaveLength(89);
  const missing = rows.filter(([, id = "", verdict]) => verdict !== "left out" && !titles.includes(id));
  expect(missing.map(([, id]) => id)).toEqual([]);
});
