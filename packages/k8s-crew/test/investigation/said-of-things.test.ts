import { expect, test } from "vitest";
import { withRowsHeld } from "../../src/investigation/held-rows.ts";
import type { Shown } from "../../src/investigation/things.ts";
import { sayings } from "./sayings.ts";
import { shop } from "./shop-things.ts";

const held = (text: string) => {
  const shown: Shown = { things: shop, rows: shop, subject: undefined, surveys: [], now: Date.UTC(2026, 10, 27) };
  return withRowsHeld(text, shown, { language: "en", otherwise: (said) => said });
};

test.each(sayings.true)("%s: stands as it was said", (said) => {
  expect(held(said)).toBe(said);
});

test.each(sayings.false)("%s: is marked with what was read", (said) => {
  expect(held(said)).toContain("(not what was read:");
});
