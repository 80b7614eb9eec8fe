import { expect, test } from "vitest";
import { newestMessages } from "../../src/memory/newest-messages.ts";

test("of a conversation that grows the newest messages are kept, and they begin alike for four turns", () => {
  const firsts: number[] = [];
  let kept: readonly number[] = [];
  for (let turn = 0; turn < 40; turn += 1) {
    kept = newestMessages([...kept, 2 * turn, 2 * turn + 1], 20);
    const told = newestMessages(kept, 4);
    expect(told.at(-1)).toBe(2 * turn + 1);
    expect(told.length).toBeGreaterThanOrEqual(Math.min(4, 2 * turn + 2));
    expect(told.length).toBeLessThan(12);
    expect(kept.length).toBeLessThan(28);
    firsts.push(told[0] ?? -1);
  }
  const begun = firsts.slice(1).filter((first, index) => first !== firsts[index]);
  expect(begun).toHaveLength(9);
});
