import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

/** What is said where a thing that exists was named and the wish was not read. */
const words = {
  thisIsIt: {
    zh: "没太听懂你想知道 {thing} 的什么，先看看它的情况：",
    en: "I was not sure what you wanted to know about {thing}; this is what it is.",
  },
  isOneOf: {
    zh: "没太听懂你想知道 {thing} 的什么，可以先看看它的情况。",
    en: "I was not sure what you wanted to know about {thing}; I can show what it is.",
  },
  placeIsSo: {
    zh: "没太听懂你想知道{thing}的什么，先看看那里的情况：",
    en: "I was not sure what you wanted to know about {thing}; this is what runs there.",
  },
} as const;

export const sayThing = (language: Language, word: keyof typeof words, slots: Slots): string =>
  fill(words[word][language], slots);
