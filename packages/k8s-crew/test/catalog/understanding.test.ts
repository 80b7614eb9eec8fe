import { describe, expect, test } from "vitest";
import { createCatalog } from "../../src/catalog/index.ts";
import { inventedTools } from "./invented-tools.ts";
import { inventedToolsOfNeighbours } from "./invented-tools-of-neighbours.ts";

const all = [...inventedTools, ...inventedToolsOfNeighbours];

describe("a tool never seen before", () => {
  test("is one of more than a hundred invented ones", () => {
    expect(all.length).toBeGreaterThan(140);
    expect(new Set(all.map(({ tool }) => tool.name)).size).toBe(all.length);
  });

  test.each(all)("is understood: $tool.name", ({ tool, verb, resource, effect, roles }) => {
    const [entry] = createCatalog([tool]).entries;
    expect(verb).toContain(entry?.verb);
    expect(resource).toContain(entry?.resource);
    expect(effect).toContain(entry?.effect);
    for (const parameter of entry?.parameters ?? []) {
      const role = parameter.role === "name" ? `name:${parameter.of}` : parameter.role;
      expect(roles[parameter.name], parameter.name).toContain(role);
    }
  });
});
