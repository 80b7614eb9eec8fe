import { describe, expect, test } from "vitest";
import { createCatalog } from "../../src/catalog/catalog.ts";
import { helpFor } from "../../src/guidance/help.ts";
import { bare, quickCommandsFor, quickMessage } from "../../src/guidance/quick-commands.ts";
import { readRequest } from "../../src/language/requests/request.ts";
import { text, tool } from "../plan/tools.ts";

const whole = createCatalog([
  tool("list_clusters", {}),
  tool("list_namespaces", {}),
  tool("list_nodes", {}),
  tool("list_pods", { namespace: text }),
  tool("list_events", { namespace: text }),
]);

/** What each quick command asks for, in the order in which they are offered. */
const asked = [
  { view: "call", verb: "list", resource: "cluster" },
  { view: "overview" },
  { view: "call", verb: "list", resource: "namespace" },
  { view: "status" },
  { view: "call", verb: "list", resource: "node" },
  { view: "call", verb: "list", resource: "pod", quality: "broken", allNamespaces: true },
  { view: "call", verb: "list", resource: "event", quality: "warnings", allNamespaces: true },
];

describe.each(["zh", "en"] as const)("the quick commands in %s", (language) => {
  const offered = quickCommandsFor(whole, language);

  test("are understood without a model", () => {
    const requests = offered.slice(0, -1).map(({ message }) => quickMessage(whole, message)?.message ?? "");
    const read = requests.map((message) => readRequest(message, { language }));
    expect(read.map(({ hits: _, ...request }) => request)).toEqual(
      asked.map((request) => ({ language, kind: "request", ...request })),
    );
    expect(quickMessage(whole, offered.at(-1)?.message ?? "")?.message).toBe("/refresh");
  });

  test.each(["[_]", "【_】", "［_］", " _ ", "_。"])("are taken as they are shown, also as %s", (form) => {
    for (const { label } of offered) {
      const taken = quickMessage(whole, form.replace("_", label));
      expect(taken).toEqual({ ...quickMessage(whole, label), language });
    }
  });

  test("look into the namespace that the conversation is about, unless all of them were said", () => {
    const within = (typed: string) => readRequest(quickMessage(whole, typed, { namespace: "shop" })?.message ?? "");
    const warnings = offered.at(-2)?.label ?? "";
    expect(within(warnings)).toMatchObject({ resource: "event", quality: "warnings", namespace: "shop" });
    const wide = quickMessage(whole, warnings)?.message ?? "";
    expect(within(wide)).toMatchObject({ resource: "event", allNamespaces: true });
  });

  test("that the server has no tool for are not shown, nor taken", () => {
    const small = createCatalog([tool("list_pods", { namespace: text })]);
    const labels = quickCommandsFor(small, language).map(({ label }) => label);
    const lacking = offered.filter(({ label }) => !labels.includes(label)).map(({ label }) => label);
    expect(lacking).toEqual([0, 2, 4, 6].map((index) => offered[index]?.label));
    for (const label of lacking) {
      expect(helpFor(small, language).text).not.toContain(`. ${label}\n`);
      expect(helpFor(whole, language).text).toContain(`. ${label}\n`);
      expect(quickMessage(small, label)).toBeUndefined();
    }
  });
});

test("no two quick commands are called the same", () => {
  const labels = [...quickCommandsFor(whole, "zh"), ...quickCommandsFor(whole, "en")].map(({ label }) => bare(label));
  expect(new Set(labels).size).toBe(labels.length);
});
