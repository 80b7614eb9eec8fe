import type { Language } from "../output/output.ts";
import { allOf, fill } from "./fill.ts";
import { nounOf } from "./nouns.ts";

/** What is said when a server gave only a part of a list. */
const words = {
  partial: {
    zh: "服务器只返回了一部分{what}，列表后面还有，所以这里列出和统计的都不完整。",
    en: "The server returned only some of the {what}: its list goes on, so what is listed and counted here is not everything.",
  },
  partialBy: {
    zh: "服务器只返回了一部分{what}，后面还有 {left} 个，所以这里列出和统计的都不完整。",
    en: "The server returned only some of the {what}: {left} more {left|exists|exist}, so what is listed and counted here is not everything.",
  },
} as const;

/** `left` is not known of every server. */
export const partialNote = (language: Language, kinds: readonly string[], left: number | undefined): string => {
  const what = allOf(
    language,
    kinds.map((kind) => nounOf(kind, 2, language)),
  );
  return left === undefined ? fill(words.partial[language], { what }) : fill(words.partialBy[language], { what, left });
};
