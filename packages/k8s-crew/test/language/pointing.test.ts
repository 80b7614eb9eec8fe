import { expect, test } from "vitest";
import {
  heldByPlace,
  meansAnywhere,
  meansEverywhere,
  meansPrevious,
  pointsAtTold,
  stepsBack,
} from "../../src/language/index.ts";

test.each(["that one", "ok that one then", "it", "go with that", "yeah that one pls", "就它", "就这个吧", "那就它吧"])(
  "“%s” points at the choice that was just told of",
  (reply) => {
    expect(pointsAtTold(reply)).toBe(true);
  },
);

test.each(["the v2 one", "describe it", "second", "第二个", "就那个 v2 的", "that one's logs"])(
  "“%s” says more than that",
  (reply) => {
    expect(pointsAtTold(reply)).toBe(false);
  },
);

test.each([
  "上一个",
  "还是上一个",
  "跟刚才一样",
  "上次用的那个",
  "the previous one",
  "same as before",
  "the one i used before",
])("“%s” means what was used before", (reply) => {
  expect(meansPrevious(reply)).toBe(true);
});

test.each(["上一步", "back", "previous step", "previous logs"])("“%s” does not", (reply) => {
  expect(meansPrevious(reply)).toBe(false);
});

test.each([
  "不晓得在哪",
  "不知道在哪个里面",
  "你帮我找找",
  "哪里有就看哪里",
  "no idea where, just find it",
  "dunno where it is",
  "whichever has it",
  "just look everywhere",
])("“%s” means wherever it is", (reply) => {
  expect(meansAnywhere(reply)).toBe(true);
});

test.each(["不确定，你列出来吧", "dunno, whats there", "not sure", "idk", "dev, not sure though", "不知道"])(
  "“%s” does not ask for a search",
  (reply) => {
    expect(meansAnywhere(reply)).toBe(false);
  },
);

test.each([
  ["everywhere", "namespaces"],
  ["所有命名空间", "namespaces"],
  ["all clusters", "clusters"],
  ["所有集群", "clusters"],
  ["dev", undefined],
])("“%s” means %s", (reply, wider) => {
  expect(meansEverywhere(reply)).toBe(wider);
});

test.each([
  ["the one where the ledger db runs", "ledger-db"],
  ["the one with redis", "redis"],
  ["the cluster that runs kafka", "kafka"],
  ["which cluster has mosquitto? that one", "mosquitto"],
  ["same namespace as kafka", "kafka"],
  ["哪个 ns 里有 kafka 就看哪个", "kafka"],
  ["有 ledger-db 的那个", "ledger-db"],
  ["kafka 在的那个", "kafka"],
  ["跟 redis 一起的", "redis"],
])("“%s” names a place by what it holds: %s", (reply, what) => {
  expect(heldByPlace(reply)).toBe(what);
});

test.each([
  "the one that has it",
  "the one that restarts most",
  "the namespace with the most pods",
  "the v2 one",
  "dev",
])("“%s” names no place by what it holds", (reply) => {
  expect(heldByPlace(reply)).toBeUndefined();
});

test.each([
  ["back", 1],
  ["上一步", 1],
  ["回到上上步", 2],
  ["go back two steps", 2],
])("“%s” goes back %d", (reply, steps) => {
  expect(stepsBack(reply)).toBe(steps);
});
