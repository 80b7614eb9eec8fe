import fc from "fast-check";
import { expect, test } from "vitest";
import { headAndTail } from "../src/head-and-tail.ts";

test("a text of any characters stays within any limit above the line that says what is left out, and whole if it fits", () => {
  const texts = fc.string({ unit: "grapheme", maxLength: 300 });
  fc.assert(
    fc.property(texts, fc.integer({ min: 50, max: 400 }), (text, limit) => {
      const shown = headAndTail(text, limit);
      expect(shown.length).toBeLessThanOrEqual(limit);
      if (text.length <= limit) expect(shown).toBe(text);
      else expect(shown).toMatch(/\n\[… \d+ of \d+ characters left out …\]\n/);
    }),
  );
});

test.each([...Array(12).keys()].map((extra) => 60 + extra))("no emoji is cut in two by a limit of %i", (limit) => {
  // Half of one would be written as another character.
  expect(headAndTail("😀".repeat(100), limit)).not.toMatch(/\p{Surrogate}/u);
  expect(headAndTail(`a${"😀".repeat(100)}b`, limit)).not.toMatch(/\p{Surrogate}/u);
});

test("what is left out is what is neither at the start nor at the end", () => {
  const shown = headAndTail("😀".repeat(1_000), 100);
  const left = Number(shown.match(/… (\d+) of 2000 /)?.[1]);
  expect([...shown].filter((character) => character === "😀").length * 2 + left).toBe(2_000);
});
