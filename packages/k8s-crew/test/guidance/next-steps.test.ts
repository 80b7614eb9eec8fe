import { describe, expect, test } from "vitest";
import { createCatalog } from "../../src/catalog/catalog.ts";
import { resourceByKey } from "../../src/catalog/resources.ts";
import { type Done, nextStepsFor, nothingDone } from "../../src/guidance/next-steps.ts";
import { bare, quickMessage } from "../../src/guidance/quick-commands.ts";
import {
  detours,
  stepsAfter,
  stepsAfterFailure,
  stepsAfterNothing,
  stepsAfterWrite,
  stepsInstead,
  stepsInTrouble,
} from "../../src/guidance/step-table.ts";
import { type Suggestion, suggestions } from "../../src/guidance/suggestions.ts";
import { readRequest } from "../../src/language/requests/request.ts";
import { text, tool } from "../plan/tools.ts";

const rows: readonly (readonly [string, Suggestion])[] = Object.entries(suggestions);

/** Verbs that the rules may read a wish as, for a need of the table. */
const readAs: { readonly [verb: string]: readonly (string | undefined)[] } = { get: ["get", "describe", "diagnose"] };

describe.each(["zh", "en"] as const)("every next step in %s", (language) => {
  test.each(rows)("%s is a message that the rules understand as what it needs", (key, suggestion) => {
    const kinds = suggestion.of ?? ["pod"];
    for (const kind of kinds) {
      const message = suggestion.message[language]
        .replace("{name}", "web-1")
        .replace("{namespace}", "shop")
        .replace("{kind}", kind);
      const request = readRequest(message, { language });
      expect({ message, kind: request.kind }).toEqual({ message, kind: "request" });
      if (message.includes("web-1")) expect(request.name ?? request.node).toBe("web-1");
      if (message.includes("shop")) expect(request.namespace).toBe("shop");
      if (request.view !== "call") continue;
      const [[verb, resource] = ["", ""]] = suggestion.needs;
      expect({ message, verb: request.verb }).toEqual({
        message,
        verb: expect.toBeOneOf([...(readAs[verb] ?? [verb])]),
      });
      if (verb !== "logs")
        expect({ message, resource: request.resource }).toEqual({
          message,
          resource: resource.replace("{kind}", kind),
        });
    }
    expect(key).not.toBe("");
  });

  test("is called by a name of its own, which is no quick command for something else", () => {
    const labels = rows.map(([, { label }]) => bare(label[language]));
    const twice = labels.filter((label, index) => labels.indexOf(label) !== index);
    // Two ways to ask for the same, of which one fits.
    expect(twice).toEqual([bare(suggestions.describeWide.label[language])]);
    const catalog = createCatalog([tool("list_pods", { namespace: text }), tool("list_clusters", {})]);
    for (const [, { label, message }] of rows) {
      const quick = quickMessage(catalog, label[language]);
      if (quick) expect(readRequest(quick.message, { language })).toMatchObject(essence(message[language]));
    }
    function essence(message: string) {
      const { view, resource } = readRequest(message, { language });
      return { view, ...(resource === undefined ? {} : { resource }) };
    }
  });
});

describe("after a look at what changed", () => {
  const catalog = createCatalog([
    tool("list_pods", { namespace: text }),
    tool("list_nodes", {}),
    tool("list_clusters", {}),
    tool("list_endpoints", { namespace: text }),
  ]);
  const looked = (done: Partial<Done>) =>
    nextStepsFor({ ...nothingDone, view: "changes", resource: "cluster", ...done }, { catalog, language: "en" }).map(
      ({ label }) => label,
    );

  test("that found nothing, nothing is looked for that stands in no namespace", () => {
    const labels = looked({ empty: true, kind: "cluster" });
    expect(labels).toContain("See which pods are in trouble");
    expect(labels.filter((label) => label.includes("cluster objects"))).toEqual([]);
  });

  test("a node that is not ready is no pod that gets no traffic", () => {
    const labels = looked({ kind: "node", name: "worker-3", namespace: "shop", troubled: true, state: "NotReady" });
    expect(labels).not.toContain("List the endpoints in shop");
  });
});

test("the tables of steps name kinds that exist, and every suggestion is used", () => {
  for (const done of Object.keys(stepsAfter)) {
    const resource = done.split(" ")[1] ?? "*";
    expect(resource === "*" || resourceByKey.has(resource)).toBe(true);
  }
  const used = new Set([
    ...[stepsAfter, stepsAfterFailure, stepsAfterNothing, stepsAfterWrite].flatMap((table) =>
      Object.values(table).flat(),
    ),
    ...stepsInTrouble.flatMap(({ steps }) => steps),
    ...stepsInstead,
    ...Object.values(detours),
  ]);
  expect([...used].toSorted()).toEqual(rows.map(([key]) => key).toSorted());
});
