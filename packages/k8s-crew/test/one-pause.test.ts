import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const source = fileURLToPath(new URL("../src/", import.meta.url));

test("one file of the crew interrupts, the node that pauses", () => {
  const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  const interrupting = files.filter((file) => /\binterrupt\b[<(]/.test(readFileSync(`${source}${file}`, "utf8")));
  expect(interrupting).toEqual(["graph/nodes/pause.ts"]);
});
