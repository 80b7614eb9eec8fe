import { describe, expect, test } from "vitest";
import { resourceByKey } from "../../src/catalog/resources.ts";
import { termOf } from "../../src/guidance/glossary/glossary.ts";
import type { Done } from "../../src/guidance/next-steps.ts";
import { suggestions } from "../../src/guidance/suggestions.ts";
import { tipFor, tips } from "../../src/guidance/tips/tips.ts";
import type { Sign } from "../../src/guidance/tips/types.ts";

describe("the table of tips", () => {
  test("has at least forty, none twice", () => {
    expect(tips.length).toBeGreaterThanOrEqual(40);
    for (const values of [tips.map(({ key }) => key), tips.map(({ zh }) => zh), tips.map(({ en }) => en)])
      expect(new Set(values).size).toBe(values.length);
  });

  test.each(tips.map((tip) => [tip.key, tip] as const))(
    "%s is whole",
    (_, { zh, en, done, state, sign, about, offer }) => {
      expect(zh).toMatch(/\p{Script=Han}.*[。]$/u);
      expect(en).toMatch(/^[A-Z“][^\p{Script=Han}]*\.$/u);
      expect(done ?? state ?? sign).toBeDefined();
      const resource = done?.split(" ")[1] ?? "*";
      expect(resource === "*" || resourceByKey.has(resource)).toBe(true);
      if (about !== undefined) expect(termOf(about)).toBeDefined();
      if (offer !== undefined) expect(suggestions[offer]).toBeDefined();
    },
  );
});

const done: Done = {
  view: "call",
  verb: "list",
  resource: "pod",
  outcome: "ok",
  wrote: false,
  empty: false,
  everywhere: false,
  kind: "pod",
  name: "web-1",
  namespace: "shop",
  troubled: false,
  state: "",
  hasPreviousLog: false,
  shown: [],
};
const chosen = (signs: readonly Sign[], words: readonly string[], more: Partial<Done> = {}) =>
  tipFor({ done: { ...done, ...more }, signs, words }, [])?.key;

describe("the tip that is shown", () => {
  test("is about what is wrong before it is about practice, and that before anything general", () => {
    expect(chosen(["noLimits"], ["CrashLoopBackOff"])).toBe("crash loop");
    expect(chosen(["noLimits"], [])).toBe("no limits");
    expect(chosen([], [])).toBe("ready column");
  });

  test("is to look at events first for whoever reads logs to find a fault", () => {
    expect(chosen(["troubleshooting"], ["CrashLoopBackOff"], { verb: "logs" })).toBe("events first");
    expect(chosen([], [], { verb: "logs" })).toBe("log window");
  });

  test("says nothing general after a failure", () => {
    expect(chosen(["failed"], ["unavailable"], { outcome: "unavailable" })).toBeUndefined();
    expect(chosen(["failed"], ["forbidden"], { outcome: "forbidden" })).toBe("forbidden");
  });

  test("is another one the next time", () => {
    const lesson = { done, signs: [], words: [] };
    const first = tipFor(lesson, []);
    const second = tipFor(lesson, [first?.key ?? ""]);
    expect(second).toBeDefined();
    expect(second?.key).not.toBe(first?.key);
  });
});
