import { unsaidWords } from "../lexicon/unsaid.ts";
import type { Piece } from "../text/phrases.ts";
import { unknownRuns } from "../text/spelling.ts";
import type { RequestFields } from "../types.ts";

/** Where a story is told, all that belongs to it is looked at anyway; a word that is to be explained is looked up by itself. */
const telling: readonly (string | undefined)[] = ["diagnose", "explain", "health", "changes"];

/** Words of what was read that no table knows and that name nothing either: they went into nothing. */
export const unreadIn = (
  pieces: readonly Piece[],
  { name = "", verb, view, fact }: Omit<RequestFields, "name"> & { readonly name: string | undefined },
): Pick<RequestFields, "unread"> => {
  if (telling.includes(verb) || telling.includes(view) || fact !== undefined) return {};
  const named = new Set([name, ...name.split("-")].map((part) => part.toLowerCase()));
  const words = pieces.flatMap(({ text, meaning }) =>
    meaning.is === "word" && /[a-z]/iu.test(text) && !named.has(text.split("/").at(-1)?.toLowerCase() ?? "")
      ? [text]
      : [],
  );
  const unread = [...new Set([...words, ...unknownRuns(pieces).flatMap(carried)])];
  return unread.length === 0 ? {} : { unread };
};

const unsaid = new RegExp(unsaidWords.toSorted((left, right) => right.length - left.length).join("|"), "gu");

/** What a stretch of Chinese still says without words that change nothing; one character alone is mostly a particle. */
const carried = (run: string): readonly string[] => run.split(unsaid).filter((part) => part.length > 1);
