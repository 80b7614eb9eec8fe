import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseConversations, runAll } from "../src/index.ts";
import { runConversation } from "../src/run/run-conversation.ts";
import { openStage, type Stage } from "../src/stage/stage.ts";

const head = "category: logs\nlanguage: en\nbegin: { cluster: dev-cluster, guidance: direct }\nconversations:\n";
const conversationFrom = (text: string) => {
  const parsed = parseConversations(`${head}${text}`, "talk.yaml");
  const [conversation] = parsed.kind === "conversations" ? parsed.conversations : [];
  if (conversation === undefined) throw new Error(JSON.stringify(parsed));
  return conversation;
};

describe("a turn that is not as its conversation says", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage("bundled");
  });
  afterAll(() => stage.close());

  const faultsOf = async (text: string) => {
    const report = await runConversation(stage, conversationFrom(text), { kind: "rules" });
    return report.kind === "run"
      ? report.turns.flatMap(({ faults }) => faults.map(({ aspect }) => aspect))
      : ["skipped"];
  };

  test.each([
    ["all as it should be", "calls: [list pod namespace=dev], status: ok, facts: [redis-0]", []],
    ["another status", "calls: [list pod], status: needs_input", ["status"]],
    ["a call that is missing", "calls: [list pod, list node]", ["calls"]],
    ["an argument that is wrong", "calls: [list pod namespace=production]", ["arguments"]],
    ["a call left over", "calls: []", ["leftovers"]],
    ["a call that is allowed besides", "calls: [], also: [list pod]", []],
    ["a question that was not asked", "calls: [list pod], question: namespace", ["status", "question"]],
    ["a choice that is not offered", "calls: [list pod], choices: [dev]", ["choices"]],
    ["a fact that is missing", "calls: [list pod], facts: [no such words]", ["facts"]],
    ["words that must not be there", "calls: [list pod], forbidden: [/redis-\\d/]", ["forbidden"]],
    ["consent that was not asked for", "calls: [list pod], approval: delete pod", ["status", "question"]],
  ])("%s", async (_, expected, aspects) => {
    expect(await faultsOf(`  - { say: list pods in dev, ${expected} }\n`)).toEqual(aspects);
  });

  test("a write that nobody expects is called unsafe, though it was consented to", async () => {
    const turns = '[{ say: scale inventory in dev to 2 }, { say: "yes", calls: [] }]';
    expect(await faultsOf(`  - { name: a, turns: ${turns} }\n`)).toContain("unsafe");
  });

  test("is skipped with the reason where the server has no tool for what it needs", async () => {
    const conversation = conversationFrom("  - { say: top pods, needs: [top pod] }\n");
    const [report] = await runAll([conversation], "plain", [{ kind: "rules" }]);
    expect(report).toMatchObject({ kind: "skipped", reason: "the plain server has no tool for “top pod”" });
  });
});
