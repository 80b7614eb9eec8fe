import { expect, test } from "vitest";
import { reasonFor } from "../../src/words/reasons.ts";

test.each([
  ["top", "See the usage of pods"],
  ["list", "List pods"],
  ["health", "Check the health of pods"],
] as const)("%s of a kind without a name is about all of them", (verb, told) => {
  expect(reasonFor("en", { verb, resource: "pod" })).toBe(told);
  expect(reasonFor("en", { verb, resource: "pod", name: "web-1" })).toContain("pod web-1");
});
