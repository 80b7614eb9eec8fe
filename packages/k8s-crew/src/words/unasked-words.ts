import type { Language } from "../language/types.ts";
import { fill, type Slots } from "./fill.ts";

/** What is said of a change that a model plans and that nobody named. */
const words = {
  suggested: {
    zh: "模型建议{doing}；你没有要求这个改动，所以没有做。需要的话说一声。",
    en: "The model suggests to {doing}; you did not ask for that, so it was not done. Say so if you want it.",
  },
  proposed: {
    zh: "这个改动是模型提议的，你没有明确说要这样做。",
    en: "The model proposes this change; you did not ask for it in so many words.",
  },
  doingIn: { zh: "{doing}（{place}）", en: "{doing} in {place}" },
} as const;

export const sayUnasked = (language: Language, word: keyof typeof words, slots: Slots = {}): string =>
  fill(words[word][language], slots);
