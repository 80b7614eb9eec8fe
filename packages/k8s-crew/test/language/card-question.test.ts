import { expect, test } from "vitest";
import { cardQuestionIn, otherPlaceIn } from "../../src/language/index.ts";

test.each([
  ["is that safe?", "effect"],
  ["will it restart anything", "effect"],
  ["what does this do?", "effect"],
  ["should i?", "effect"],
  ["any downtime?", "effect"],
  ["会丢数据吗", "effect"],
  ["这个会重启吗？", "effect"],
  ["删了会怎样", "effect"],
  ["安全吗", "effect"],
  ["which cluster is that?", "where"],
  ["这个是哪个集群的？", "where"],
  ["why", "why"],
  ["为什么要确认", "why"],
  ["how many are there now", "now"],
  ["等下，现在是几个", "now"],
])("“%s” asks about the change: %s", (text, question) => {
  expect(cardQuestionIn(text)).toBe(question);
});

test.each([
  "yes",
  "确认",
  "make it 5",
  "restart it instead",
  "show me the pods first",
  "why is ledger-db crashing",
  "删除 dev 里的 redis-0",
  "重启 web",
])("“%s” asks nothing about the change", (text) => {
  expect(cardQuestionIn(text)).toBeUndefined();
});

const known = { clusters: ["fra-core", "sin-edge"], namespaces: ["billing", "qa"] };

test.each([
  ["in qa instead", { namespace: "qa" }],
  ["换成 qa 的", { namespace: "qa" }],
  ["不是 billing，是 qa", { namespace: "qa" }],
  ["not on fra-core, on sin-edge", { cluster: "sin-edge" }],
  ["switch to sin-edge", { cluster: "sin-edge" }],
  ["in shop instead", { namespace: "shop" }],
  ["5 instead", undefined],
  ["web instead", undefined],
  ["show me the pods in qa", undefined],
])("“%s” names another place: %o", (text, place) => {
  expect(otherPlaceIn(text, known)).toEqual(place);
});
