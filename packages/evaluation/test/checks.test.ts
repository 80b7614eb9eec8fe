import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseConversations, startScriptedModel } from "../src/index.ts";
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
    return report.turns.flatMap(({ faults }) => faults.map(({ aspect }) => aspect));
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

  test("what the model's vendor would refuse is a fault, though all is as it should be", async () => {
    const scripted = await startScriptedModel("literal");
    const strict = { ...scripted, end: () => ({ ...scripted.end(), refusals: ["it ends with the assistant"] }) };
    const well = conversationFrom("  - { say: list pods in dev, calls: [list pod namespace=dev] }\n");
    const { turns } = await runConversation(stage, well, { kind: "scripted", scripted: strict });
    await scripted.close();
    expect(turns.flatMap(({ faults }) => faults)).toEqual([
      { aspect: "refused", message: "it ends with the assistant" },
    ]);
  });
});

describe("a turn that expects what the server has no tool for", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage("plain");
  });
  afterAll(() => stage.close());

  const turnsOf = async (text: string) =>
    (await runConversation(stage, conversationFrom(text), { kind: "rules" })).turns;

  test.each([
    ["a kind that no tool lists", "say: list services in dev, calls: [list service namespace=dev], facts: [redis]"],
    [
      "a change",
      "say: scale inventory in dev to 2, approval: scale deployment name=inventory namespace=dev replicas=2",
    ],
    [
      "a log from before the restart",
      "say: logs of payment-worker in dev before it crashed, calls: [logs pod name=payment-worker-* previous=true], facts: [x]",
    ],
    ["what its answer needs, though another call is made", "say: pods in dev, calls: [list pod], needs: [top pod]"],
  ])("is unserved, and its facts are not missed: %s", async (_, request) => {
    const [turn] = await turnsOf(`  - { ${request} }\n`);
    expect(turn?.unserved).not.toEqual([]);
    expect(turn?.faults.map(({ message }) => message)).not.toContainEqual(expect.stringContaining("lacks x"));
  });

  test.each([
    ["the cluster that it is connected to", "say: pods in dev, calls: [list pod cluster=dev-cluster namespace=dev]"],
    ["one of several ways", "say: pods in dev, calls: ['list|get deployment|pod|service namespace=dev']"],
  ])("is served where a tool reaches %s", async (_, request) => {
    expect((await turnsOf(`  - { ${request} }\n`))[0]?.unserved).toEqual([]);
  });

  test("has to be told that the server cannot, with the command that can", async () => {
    const [turn] = await turnsOf("  - { say: hello, calls: [list service] }\n");
    expect(turn?.faults.map(({ message }) => message)).toEqual([
      "the answer does not say that this server cannot tell or do this",
      "the answer lacks the kubectl command that does what the server cannot",
    ]);
  });

  test("leaves nothing to be expected of the reply to a card that never came", async () => {
    const card = "say: scale inventory in dev to 2, approval: scale deployment name=inventory replicas=2";
    const reply = 'say: "yes", calls: [scale deployment name=inventory replicas=2], status: ok, facts: [no such words]';
    const turns = await turnsOf(`  - { name: a, turns: [{ ${card} }, { ${reply} }] }\n`);
    expect(turns.map(({ isIdle }) => isIdle)).toEqual([false, true]);
    expect(turns.flatMap(({ faults }) => faults)).toEqual([]);
  });
});
