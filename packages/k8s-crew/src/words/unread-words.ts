import type { Language } from "../output/output.ts";
import { allOf, fill, type Slots } from "./fill.ts";

/** What is said of words that were read otherwise than they stand, or not at all. */
const words = {
  readAs: { zh: "“{said}”按“{meant}”理解。", en: "Read “{said}” as “{meant}”." },
  unread: {
    zh: "没看懂{words}，这次没有用上。",
    en: "I did not understand {words} and left {count|it|them} out.",
  },
  offered: {
    zh: "你是想说“{text}”吗？这会改动集群，所以什么都还没做。回复 1 就按这个继续（真正改动前还会请你确认）。",
    en: "Did you mean “{text}”? That changes something, so nothing was done. Reply 1 to go on with it (it still asks before it changes anything).",
  },
} as const;

export const sayUnread = (language: Language, word: keyof typeof words, slots: Slots = {}): string =>
  fill(words[word][language], slots);

export const unreadNote = (language: Language, unread: readonly string[]): string =>
  sayUnread(language, "unread", {
    words: allOf(
      language,
      unread.map((word) => `“${word}”`),
    ),
    count: unread.length,
  });
