import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createToolBook } from "../src/request/tool-book.ts";

function tool(name: string, description = "Does it", parameters: unknown = undefined) {
  return { type: "function", function: { name, description, parameters } };
}

const valid = /^[a-zA-Z_][a-zA-Z0-9_-]{0,63}$/;

describe("the tools of a request", () => {
  it("are sorted, described and within the limits", () => {
    const book = createToolBook([tool("b", ""), tool("a", "x".repeat(2000))], []);
    expect(book.tools.map((sent) => [sent.function.name, sent.function.description?.length])).toEqual([
      ["a", 1024],
      ["b", 1],
    ]);
  });

  it("have names that are taken, and come back under their own", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ maxLength: 90 }), { maxLength: 12 }), (names) => {
        const book = createToolBook(
          names.map((name) => tool(name)),
          [],
        );
        const sent = names.map(book.sentName);
        expect(sent.filter((name) => !valid.test(name))).toEqual([]);
        expect(new Set(sent).size).toBe(names.length);
        expect(sent.map(book.ownName)).toEqual(names);
      }),
    );
  });

  it("may be listed twice", () => {
    expect(createToolBook([tool("a"), tool("a")], []).tools.length).toBe(1);
    const two = createToolBook([tool("a", "one"), tool("a", "other")], []);
    expect(two.tools.map((sent) => sent.function.name)).toEqual(["a", "a_2"]);
  });

  it("are found when the model adds a prefix", () => {
    const book = createToolBook([tool("list_pods"), tool("pods")], []);
    expect(["default_api.list_pods", "mcp__k8s__list_pods", "list_pods", "unheard_of"].map(book.ownName)).toEqual([
      "list_pods",
      "list_pods",
      "list_pods",
      "unheard_of",
    ]);
  });

  it("include those that the conversation called before", () => {
    const book = createToolBook([tool("list_pods")], ["get_logs", "list_pods"]);
    expect(book.tools.map((sent) => sent.function.name)).toEqual(["get_logs", "list_pods"]);
  });
});
