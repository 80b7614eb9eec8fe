import type { Language } from "../output/output.ts";
import { allOf, fill, type Slots } from "./fill.ts";

/** What is said of words that were read otherwise than they stand, or not at all. */
const words = {
  readAs: { zh: "“{said}”按“{meant}”理解。", en: "Read “{said}” as “{meant}”." },
  unread: {
    zh: "没看懂{words}，这次没有用上。",
    en: "I did not understand {words} and left {count|it|them} out.",
  },
  keeps: {
    zh: "这个改动要避开一部分（{words}），我做不到只改其余的，所以什么都没做；请直接说要改哪一个。",
    en: "This change is to leave something out ({words}), which I cannot do here, so nothing was done: please name the one to change.",
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

export const keepsNote = (language: Language, keeps: readonly string[]): string =>
  sayUnread(language, "keeps", {
    words: allOf(
      language,
      keeps.map((word) => `“${word}”`),
    ),
  });
