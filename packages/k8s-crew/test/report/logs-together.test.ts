import { describe, expect, test } from "vitest";
import type { AnswerContext } from "../../src/report/answer-context.ts";
import { logsTogether } from "../../src/report/logs-together.ts";

const of = (name: string, text: string, more: Partial<AnswerContext> = {}) => ({
  text,
  context: {
    verb: "logs",
    resource: "pod",
    language: "en",
    width: 100,
    now: 0,
    name,
    namespace: "shop",
    ...more,
  } as const,
});

describe("what is looked for in the logs of several pods", () => {
  test("is answered first, counted over all of them, and like lines are shown once", () => {
    const asked = { holding: ["lumen"], yesNo: { asks: "has" } } as const;
    const text = logsTogether([
      of("web-a", "start\nERROR lumen\n", asked),
      of("web-b", "start\nERROR lumen\n", asked),
      of("web-c", "start\n", asked),
    ]);
    expect(text).toMatch(/^Yes\. 2 of the 5 lines .* 3 pods in namespace shop hold “lumen”:/);
    expect(text).toContain("web-a, web-b (the same in each):\n2: ERROR lumen");
    expect(text).not.toContain("web-c");
  });

  test("names the pods that were read where none says it", () => {
    const asked = { quality: "errors", yesNo: { asks: "has" } } as const;
    const text = logsTogether([of("web-a", "start\n", asked), of("web-b", "", asked)]);
    expect(text).toMatch(/^No\. None of the 1 line that were read in the logs of 2 pods/);
    expect(text).toContain("web-a, web-b");
  });

  test("begins with the count where nobody asked whether", () => {
    expect(logsTogether([of("web-a", "ERROR x\n", { quality: "errors" }), of("web-b", "")])).toMatch(
      /^1 of the 1 line/,
    );
  });
});
