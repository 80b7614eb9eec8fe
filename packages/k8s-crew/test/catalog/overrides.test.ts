import { describe, expect, test } from "vitest";
import { createCatalog, parseOverrides } from "../../src/catalog/index.ts";
import { toolNamed } from "./tool-table.ts";

const text = { type: "string" };

const catalogWith = (value: unknown, ...tools: Parameters<typeof createCatalog>[0]) => {
  const parsed = parseOverrides(value);
  if (parsed.kind === "invalid") throw new Error(parsed.problems.join("; "));
  return createCatalog(tools, { overrides: parsed.overrides });
};

describe("a correction by the user", () => {
  test("names verb and resource, and with the verb the effect", () => {
    const catalog = catalogWith({ bounce_it: { verb: "get", resource: "pod" } }, toolNamed("bounce_it"));
    expect(catalog.get("bounce_it")).toMatchObject({ verb: "get", resource: "pod", effect: "read" });
  });

  test("of the effect is final, also for a multiplexer", () => {
    const operation = { type: "string", enum: ["list", "delete"] };
    const catalog = catalogWith({ k8s: { effect: "destructive" } }, toolNamed("k8s", { operation }));
    expect(catalog.effectOf("k8s", { operation: "list" })).toBe("destructive");
  });

  test("may lower an effect that a hint raised", () => {
    const tool = toolNamed("list_pods", {}, { annotations: { readOnlyHint: false } });
    expect(catalogWith({ list_pods: { effect: "read" } }, tool).effectOf("list_pods", {})).toBe("read");
    expect(catalogWith({ list_pods: { verb: "get" } }, tool).effectOf("list_pods", {})).toBe("write");
  });

  test("tells what a parameter means, so that choices are found", () => {
    const tools = [toolNamed("list_pods"), toolNamed("poke", { victim: text })];
    expect(catalogWith({}, ...tools).sourceOf("poke", "victim", {})).toBeUndefined();
    const overrides = { poke: { parameters: { victim: { role: "name", of: "pod" } } } };
    expect(catalogWith(overrides, ...tools).sourceOf("poke", "victim", {})?.entry.tool).toBe("list_pods");
  });

  test("leaves other tools alone", () => {
    const catalog = catalogWith({ other: { effect: "write" } }, toolNamed("list_pods"));
    expect(catalog.get("list_pods")?.effect).toBe("read");
  });
});

describe("the table of corrections", () => {
  test("may be missing", () => {
    expect(parseOverrides(undefined)).toEqual({ kind: "overrides", overrides: {} });
  });

  test.each([
    [{ a: { verb: "fly" } }, "a.verb: is not a verb of the catalog"],
    [{ a: { resource: "unicorn" } }, "a.resource: is not a resource"],
    [{ a: { effect: "harmless" } }, "a.effect: "],
    [{ a: { parameters: { b: { role: "colour" } } } }, "a.parameters.b.role: is not a role"],
    [{ a: { verbs: "get" } }, "a: "],
    ["no table", "overrides: "],
  ])("%o is refused, naming the place", (value, problem) => {
    const parsed = parseOverrides(value);
    expect(parsed.kind === "invalid" ? parsed.problems[0] : "").toContain(problem);
  });
});
