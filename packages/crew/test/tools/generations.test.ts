import { expect, test } from "vitest";
import { createGenerations } from "../../src/tools/generations.ts";

test("another generation begins for everything that has one of the tags, and for nothing else", async () => {
  const generations = createGenerations();
  const [pods, both, nodes] = await Promise.all([["pods"], ["nodes", "pods"], ["nodes"]].map(generations.of));
  await generations.advance(["pods", "services"]);
  expect(generations.of(["pods"])).not.toBe(pods);
  expect(generations.of(["nodes", "pods"])).not.toBe(both);
  expect(generations.of(["nodes"])).toBe(nodes);
});

test("where there are too many tags to remember, everything is of another generation, and none comes again", async () => {
  const generations = createGenerations(3);
  const seen = [generations.of(["pods"])];
  for (const tag of ["a", "b", "pods", "d", "e", "pods"]) {
    const before = generations.of(["pods"]);
    await generations.advance([tag]);
    if (generations.of(["pods"]) !== before) seen.push(generations.of(["pods"]));
  }
  expect(seen).toHaveLength(4);
  expect(seen.toSorted((one, other) => Number(one) - Number(other))).toEqual(seen);
});
