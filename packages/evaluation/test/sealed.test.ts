import { expect, test } from "vitest";
import { loadConversations, sets } from "../src/index.ts";

test("every sealed request can be read, in both languages about as many", async () => {
  const { conversations, mistakes } = await loadConversations(sets.sealed);
  expect(mistakes).toEqual([]);
  const turnsIn = (language: string) =>
    conversations.filter((each) => each.language === language).flatMap(({ turns }) => turns).length;
  expect(turnsIn("zh")).toBeGreaterThanOrEqual(70);
  expect(turnsIn("en")).toBeGreaterThanOrEqual(70);
});
