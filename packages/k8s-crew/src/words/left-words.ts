import type { Language } from "../language/types.ts";
import { fill, type Slots } from "./fill.ts";

/** What of a message is left for later, and why. */
const words = {
  notInPlan: { zh: "这个计划不包括：“{message}”。{why}", en: "Not in this plan: “{message}”. {why}" },
  afterThis: { zh: "跑完之后会列为下一步。", en: "It will stand as a next step once this has run." },
  onCondition: {
    zh: "要看情况才做的改动，我不会自己动手：先看结果，需要的话再由你来说。",
    en: "I make no change on a condition: look at the result first, then ask for it if you want it.",
  },
} as const;

export const sayLeft = (language: Language, word: keyof typeof words, slots: Slots = {}): string =>
  fill(words[word][language], slots);
