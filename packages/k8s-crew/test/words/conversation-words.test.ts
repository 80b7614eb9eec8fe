import { expect, test } from "vitest";
import { conversationWords } from "../../src/words/conversation-words.ts";

const slotsOf = (text: string): readonly string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

test.each(Object.entries(conversationWords))("“%s” is said in both languages, with the same slots", (_, { zh, en }) => {
  expect(zh.trim()).not.toBe("");
  expect(en.trim()).not.toBe("");
  expect(slotsOf(zh)).toEqual(slotsOf(en));
});
