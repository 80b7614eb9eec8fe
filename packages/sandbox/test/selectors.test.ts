import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kindNamed } from "../src/kinds.ts";
import { matchesSelectorObject, parseFieldSelector, parseLabelSelector, type Selector } from "../src/selectors.ts";

function matches(selector: Selector, object: Parameters<Extract<Selector, { matches: unknown }>["matches"]>[0]) {
  return "error" in selector ? selector.error : selector.matches(object);
}

function labelled(labels: Record<string, string>) {
  return { apiVersion: "v1", kind: "Pod", metadata: { name: "web-1", namespace: "shop", labels } };
}

describe("label selectors", () => {
  const labels = { app: "web", tier: "front", "example.com/team": "a" };
  it.each([
    ["", true],
    ["app=web", true],
    ["app==web", true],
    ["app=db", false],
    ["app!=db", true],
    ["missing!=x", true],
    ["app=web,tier=front", true],
    ["app=web,tier=back", false],
    ["app in (db, web)", true],
    ["app notin (db,web)", false],
    ["missing notin (a)", true],
    ["app in (db),tier=front", false],
    ["app", true],
    ["!app", false],
    ["!missing", true],
    ["example.com/team=a", true],
  ])("%s on the pod's labels is %s", (text, expected) => {
    expect(matches(parseLabelSelector(text), labelled(labels))).toBe(expected);
  });

  it("that cannot be read say what was found", () => {
    expect(matches(parseLabelSelector("app in web"), labelled(labels))).toContain("found 'app in web'");
  });

  it("take exactly the objects with the label that they name", () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(word, word, word, (key, value, other) => {
        expect(matches(parseLabelSelector(`${key}=${value}`), labelled({ [key]: other }))).toBe(value === other);
        expect(matches(parseLabelSelector(`${key}!=${value}`), labelled({ [key]: other }))).toBe(value !== other);
      }),
    );
  });

  it("never throw", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(["boolean", "string"]).toContain(typeof matches(parseLabelSelector(text), labelled(labels)));
      }),
    );
  });
});

describe("field selectors", () => {
  const pod = { ...labelled({}), status: { phase: "Pending" }, spec: { nodeName: "node-a" } };
  it.each([
    ["metadata.name=web-1", true],
    ["metadata.namespace=shop", true],
    ["status.phase!=Running", true],
    ["status.phase=Pending,spec.nodeName=node-b", false],
    ["", true],
    ["spec.color=red", "field label not supported: spec.color"],
  ])("%s on the pod is %s", (text, expected) => {
    expect(matches(parseFieldSelector(text, kindNamed("Pod")), pod)).toBe(expected);
  });

  it("know no namespace of a kind that has none", () => {
    expect(matches(parseFieldSelector("metadata.namespace=x", kindNamed("Node")), pod)).toContain("not supported");
  });
});

describe("selector objects", () => {
  it.each([
    [{ matchLabels: { app: "web" } }, true],
    [{ matchLabels: { app: "db" } }, false],
    [{ matchExpressions: [{ key: "app", operator: "In", values: ["web"] }] }, true],
    [{ matchExpressions: [{ key: "app", operator: "DoesNotExist" }] }, false],
    [{ matchExpressions: [{ key: "zone", operator: "NotIn", values: ["x"] }] }, true],
    [{}, true],
    [undefined, false],
  ])("%j is %s", (selector, expected) => {
    expect(matchesSelectorObject(selector, { app: "web" })).toBe(expected);
  });
});
