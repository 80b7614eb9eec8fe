import { describe, expect, test } from "vitest";
import { stoppedText } from "../../src/conversation/stopped-text.ts";
import type { CallRecord } from "../../src/output/output.ts";

const scale = (name: string) => ({ tool: "scale", args: { name, replicas: 3 } });
const record = (name: string, outcome: CallRecord["outcome"]): CallRecord => ({
  ...{ ...scale(name), server: "k8s", verb: "scale", resource: "deployment", effect: "write", outcome },
  ...{ cached: false, ageMs: 0, ms: 5 },
});

describe("a turn that was stopped", () => {
  test.each<[what: string, changes: readonly string[], outcomes: readonly CallRecord["outcome"][], RegExp, RegExp]>([
    ["that changed nothing", [], [], /^已停止。没有做任何改动。$/, /^Stopped\. Nothing was changed\.$/],
    [
      "whose change was refused",
      ["web"],
      ["forbidden"],
      /^已停止。没有做任何改动。$/,
      /^Stopped\. Nothing was changed\.$/,
    ],
    [
      "whose change was made",
      ["web"],
      ["ok"],
      /停止前已完成：scale\(name=web, replicas=3\)。$/,
      /done before: scale\(name=web, replicas=3\)\.$/,
    ],
    ["whose change is on its way", ["web"], [], /结果未知：scale\(name=web/, /not known what became of it: scale/],
    [
      "whose second change hangs",
      ["web", "api"],
      ["ok"],
      /^已停止。停止前已完成：[^。]*web[^。]*。已经发出、结果未知：[^。]*api[^。]*。重试前请先查看现状。$/,
      /^Stopped\. This was done before: [^.]*web[^.]*\. Sent before, and not known[^.]*: [^.]*api[^.]*\. Look at it/,
    ],
    [
      "whose first change hangs and whose second was refused",
      ["web", "api"],
      ["timeout", "forbidden"],
      /^已停止。已经发出、结果未知：[^。]*web[^。、]*。重试前请先查看现状。$/,
      /^Stopped\. Sent before, and not known[^.]*: scale\(name=web, replicas=3\)\. Look at it/,
    ],
    ["whose change timed out", ["web"], ["timeout"], /结果未知/, /not known/],
  ])("%s says so", (_what, names, outcomes, zh, en) => {
    const calls = outcomes.flatMap((outcome, index) => record(names[index] ?? "", outcome));
    const sent = { changes: names.map(scale), calls };
    expect(stoppedText(sent, "zh")).toMatch(zh);
    expect(stoppedText(sent, "en")).toMatch(en);
  });
});
