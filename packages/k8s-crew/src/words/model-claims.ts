import type { Language } from "../language/types.ts";
import { fill, type Slots } from "./fill.ts";

/** What is said about what a model says: that it was cut, could not be used, or was not held against the cluster. */
const words = {
  planCut: {
    zh: "模型规划了 {count} 个步骤，只执行前 {limit} 个。",
    en: "The model planned {count} steps; only the first {limit} are made.",
  },
  askInstead: {
    zh: "我没能把这句话变成可以执行的计划。你想看什么？可以换个说法，也可以选一个：",
    en: "I could not make a plan of that. What do you want to see? Say it in other words, or pick one:",
  },
} as const;

type ModelClaimWord = keyof typeof words;

export const sayOfModel = (language: Language, word: ModelClaimWord, slots: Slots = {}): string =>
  fill(words[word][language], slots);
