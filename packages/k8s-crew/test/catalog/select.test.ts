import { describe, expect, test } from "vitest";
import { createCatalog, createToolSelector } from "../../src/index.ts";
import { inventedTools } from "./invented-tools.ts";
import { inventedToolsOfNeighbours } from "./invented-tools-of-neighbours.ts";
import { toolNamed } from "./tool-table.ts";

const catalog = createCatalog([...inventedTools, ...inventedToolsOfNeighbours].map(({ tool }) => tool));
const selector = createToolSelector(catalog);
const namesOf = (selecting: Parameters<typeof selector.select>[0]) =>
  selector.select(selecting).map(({ tool }) => tool);

describe("the tools that are chosen for a request", () => {
  test.each(["restart web in prod", "why is everything so slow", "把 web 扩到 5 个", "给我看看那个", ""])(
    "are fifteen at most with those always shown, sorted, each once: “%s”",
    (text) => {
      const names = namesOf({ text });
      expect(names.length + selector.hot.length).toBeLessThanOrEqual(15);
      expect(names).toEqual([...new Set(names)].toSorted());
      expect(names.filter((name) => selector.hot.some(({ tool }) => tool === name))).toEqual([]);
    },
  );

  test("are the same for the same words", () => {
    expect(namesOf({ text: "restart web" })).toEqual(namesOf({ text: "restart web" }));
  });

  test("hold those that are known to be needed, whatever is said", () => {
    const needed = catalog.entries.at(-1)?.tool ?? "";
    expect(namesOf({ text: "qzx", tools: [needed] })).toContain(needed);
  });

  test.each([
    ["bounce web", "restart"],
    ["重新拉起 web", "restart"],
    ["get more copies of web", "scale"],
    ["把 web 缩到 1 个", "scale"],
    ["kill the stuck pod", "delete"],
    ["删掉那个卡住的 pod", "delete"],
    ["go back to the previous version of web", "rollback"],
    ["web 回退一下", "rollback"],
    ["who eats all the memory", "top"],
    ["谁吃内存最多", "top"],
  ])("do what everyday words say: “%s”", (text, verb) => {
    expect(selector.select({ text }).map((entry) => entry.verb)).toContain(verb);
  });

  test("change nothing where only reads are wanted", () => {
    const effects = selector.select({ text: "delete and restart web", readsOnly: true }).map(({ effect }) => effect);
    expect(new Set(effects)).toEqual(new Set(["read"]));
  });
});

test("a server of a few tools is shown whole, and hides nothing", () => {
  const few = createToolSelector(createCatalog([toolNamed("list_pods"), toolNamed("delete_pod"), toolNamed("frob")]));
  expect(few.hot.map(({ tool }) => tool)).toEqual(["delete_pod", "frob", "list_pods"]);
  expect(few.hidesSome).toBe(false);
  expect(few.select({ text: "delete a pod" })).toEqual([]);
});

test("of what is not shown it is told how much there is", () => {
  expect(selector.hidesSome).toBe(true);
  const { total, verbs, resources, servers } = selector.counts;
  for (const counts of [verbs, resources, servers]) {
    expect(counts.reduce((sum, [, count]) => sum + count, 0)).toBe(total);
    expect(counts.map(([, count]) => count)).toEqual(counts.map(([, count]) => count).toSorted((a, b) => b - a));
  }
});
