import { describe, expect, it } from "vitest";
import { emptyResult } from "../../src/output/json.ts";
import { usageText } from "../../src/output/usage-text.ts";
import { createSay } from "../../src/words.ts";

const { usage: none } = emptyResult("en");
const used = {
  ...none,
  modelCalls: 2,
  promptTokens: 900,
  completionTokens: 40,
  costUsd: 0.00123,
  model: "vendor/fine",
};

describe("what an answer used, for -v", () => {
  it.each([
    ["nothing was asked", none, "tokens 0 in 0 out", "词元 0 入 0 出"],
    ["charged", used, "tokens 900 in 40 out $0.0012 vendor/fine", "词元 900 入 40 出 $0.0012 vendor/fine"],
    ["cached", { ...used, cachedTokens: 800, model: "" }, "tokens 900 in (800 cached) 40 out $0.0012", "（缓存 800）"],
    ["by the list", { ...used, priced: "listed" as const }, "$0.0012 by list price", "$0.0012（按价目表）"],
    [
      "unknown",
      { ...used, costUsd: null, priced: "unknown" as const },
      "tokens 900 in 40 out vendor/fine",
      "出 vendor/fine",
    ],
    [
      "broken off",
      { ...used, costUsd: null, priced: "broken_off" as const },
      "out (an answer that was broken off may still be billed) vendor/fine",
      "出 （中断的回答可能仍会计费） vendor/fine",
    ],
    [
      "not told",
      { ...used, promptTokens: 0, completionTokens: 0 },
      "usage not told vendor/fine",
      "用量未知 vendor/fine",
    ],
  ])("is told as it is known: %s", (_, usage, en, zh) => {
    expect(usageText(usage, createSay("en"))).toContain(en);
    expect(usageText(usage, createSay("zh"))).toContain(zh);
  });
});
