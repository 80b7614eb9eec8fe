import { expect, test } from "vitest";
import { planQuestionIn } from "../../src/playbooks/plan-questions.ts";

const none = { numbers: [], resources: [], verbs: [] };
const step = (...numbers: number[]) => ({ kind: "steps", ...none, numbers });
const kinds = (...resources: string[]) => ({ kind: "steps", ...none, resources });

test.each([
  ["what does step 2 do?", step(2)],
  ["whats step 3 for", step(3)],
  ["why step 1", step(1)],
  ["第二步是干嘛的", step(2)],
  ["最后一步是做什么的？", step(6)],
  ["为什么要看节点", kinds("node")],
  ["why do you need the events?", kinds("event")],
  ["is this safe?", { kind: "effect" }],
  ["will it restart anything", { kind: "effect" }],
  ["这会不会改东西", { kind: "effect" }],
  ["有风险吗", { kind: "effect" }],
  ["how long will this take", { kind: "cost" }],
  ["要多久", { kind: "cost" }],
])("“%s” asks about the plan", (text, question) => {
  expect(planQuestionIn(text, 6)).toEqual(question);
});

test.each([
  "run it",
  "drop step 2",
  "第2步不要",
  "why are the pods in billing crashing",
  "为什么 ledger-db 起不来",
  "what is a node?",
  "show me the nodes",
])("“%s” asks nothing of the plan", (text) => {
  expect(planQuestionIn(text, 6)).toBeUndefined();
});
