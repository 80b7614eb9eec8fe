import { describe, expect, test } from "vitest";
import { quickCommands } from "../../src/language/quick-commands.ts";
import { readRequest } from "../../src/language/request.ts";

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
  test("are understood without a model, as they are and by their labels' place in brackets", () => {
    const read = quickCommands(language).map(({ message }) => readRequest(`[${message}]`, { language }));
    expect(read.map(({ hits: _, ...request }) => request)).toEqual(
      asked.map((request) => ({ language, kind: "request", ...request })),
    );
  });
});
