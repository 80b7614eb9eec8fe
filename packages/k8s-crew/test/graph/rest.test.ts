import { expect, test } from "vitest";
import { restOf } from "../../src/graph/replies/rest.ts";

test.each([
  ["last 20 lines of the second", "redis-1"],
  ["the second one, last 20 lines", "redis-1"],
  ["第二个，最后 20 行", "redis-1"],
])("an ordinal and a number of lines are used up by the question they answer: %s", (said, value) => {
  expect(restOf(said, value)).not.toMatch(/second|二|20/);
});

test("what else is said is kept for the next question", () => {
  expect(restOf("it's in dev, the v2 one", "dev")).toMatch(/v2/);
  expect(restOf("the first, container proxy", "web-0")).toMatch(/proxy/);
});
