import { type ReplyWord, replyWords } from "../lexicon/replies.ts";
import { createPhraseIndex, phrasesOf } from "../text/phrase-index.ts";
import { tokenize } from "../text/tokens.ts";
import type { Reply } from "../types.ts";

type Said = Exclude<ReplyWord, "padding">;

type ReplyWords = { readonly all: ReadonlySet<ReplyWord>; readonly only?: Said };

/** The reply words in a text. `only`: the text says nothing but this. */
export const replyWordsIn = (text: string): ReplyWords => {
  const tokens = tokenize(text);
  const found: Said[] = [];
  let others = false;
  let denied = false;
  for (let index = 0; index < tokens.length; ) {
    const phrase = phrases.at(tokens, index);
    const meaning = phrase?.meaning;
    if (meaning === undefined) others ||= tokens[index]?.kind !== "mark";
    else if (meaning !== "padding" && !(denied && meaning === "yes")) found.push(meaning);
    denied = meaning === "no";
    index += phrase?.length ?? 1;
  }
  const all = new Set(found);
  const [only] = strongest(all);
  return only === undefined || others || strongest(all).length > 1 ? { all } : { all, only };
};

/** "I don't know, list them" and "no, cancel" say one thing twice. */
const strongest = (all: ReadonlySet<Said>): readonly Said[] => {
  const kinds = [...all];
  if (kinds.length === 2 && all.has("unsure") && (all.has("list_them") || all.has("no"))) return ["list_them"];
  if (kinds.length === 2 && all.has("cancel") && (all.has("no") || all.has("yes"))) return ["cancel"];
  if (kinds.length === 2 && all.has("none") && all.has("no")) return ["none"];
  if (kinds.length === 2 && all.has("all") && all.has("yes")) return ["all"];
  return kinds;
};

/** "可以吗" and "ok?" ask; they do not agree. */
export const plainReply = (word: Said, text: string): Reply => {
  if (word === "unsure") return { kind: "list_them" };
  return word === "yes" && /[?吗么嘛][^\p{L}\p{N}]*$/u.test(text) ? { kind: "unclear" } : { kind: word };
};

/** Whether a single word is one of these, and so no name. */
export const isReplyWord = (word: string): boolean => phrases.at(tokenize(word), 0) !== undefined;

const phrases = createPhraseIndex<ReplyWord>(() => phrasesOf(replyWords, (word) => word));
