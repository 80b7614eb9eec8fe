import { existsSync, readFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { createK8sCrew, turnResultJsonSchema } from "../src/index.ts";

const crew = createK8sCrew({ tools: [] });
afterAll(() => crew.close());

const page = (name: string): string => readFileSync(new URL(`../../../docs/${name}`, import.meta.url), "utf8");

describe("the documentation made from code is what `npm run docs` writes today", () => {
  test("the drawn graph in architecture.md", async () => {
    const drawn = /```mermaid\n([\s\S]*?)```/.exec(page("architecture.md"))?.[1];
    expect(drawn?.trim()).toBe((await crew.drawGraph()).trim());
  });

  test("the schema of `-o json`", () => {
    expect(page("output.schema.json")).toBe(`${JSON.stringify(turnResultJsonSchema(), null, 2)}\n`);
  });
});

test.each([
  "planner --> clarifier",
  "clarifier --> tools",
  "clarifier --> executor",
  "executor --> tools",
  "tools --> executor",
])("the drawn graph leads from %s", async (arrow) => {
  expect((await crew.drawGraph()).replaceAll("-.->", "-->")).toContain(arrow);
});

describe("each row of features.md", () => {
  const rows = page("features.md")
    .split("\n")
    .filter((line) => line.startsWith("| ") && !/^\| (behaviour|---)/.test(line))
    .map((line) => line.split(" | "));

  test.each(rows)("names a command, and tests that are there: %s", (_, command, tests) => {
    expect(command).toMatch(/`[^`]+`|^“/);
    const named = [...(tests ?? "").matchAll(/`([^`]+)`/g)].map(([, path = ""]) => path);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((path) => !existsSync(new URL(`../../../${path}`, import.meta.url)))).toEqual([]);
  });
});
