import { type Beyond, beyondRows } from "../lexicon/beyond.ts";
import { normalize } from "../text/normalize.ts";
import { withoutQuotedPhrases } from "../text/tokens.ts";

/** What no answer can hold, in the words in which it was asked for. */
export type AskedBeyond = { readonly of: Beyond; readonly said: string };

export type TakenBeyond = { readonly beyond: readonly AskedBeyond[]; readonly rest: string };

/** A longer text is a story, or pasted: what it tells of is not asked for. */
const longest = 300;

/** “Pods in dev as csv”, “每 5 分钟查一次 pod”: the sentence without what it asks for in vain, and that. */
export const takeBeyond = (message: string): TakenBeyond => {
  const text = normalize(message);
  if (text.length > longest || withoutQuotedPhrases(text) !== text) return { beyond: [], rest: message };
  const taken = beyondRows.reduce<TakenBeyond>(
    ({ beyond, rest }, { of, said, instead = "", only, unless }) => {
      const match = said.exec(rest);
      const left = rest.replace(match?.[0] ?? "", " ");
      if (match === null || only?.test(left) === false || unless?.test(left) === true) return { beyond, rest };
      const after = `${rest.slice(0, match.index)}${match[1] ?? ""} ${instead} ${rest.slice(match.index + match[0].length)}`;
      return { beyond: [...beyond, { of, said: match[0].replace(/^[,，\s]+|\s+$/gu, "") }], rest: after };
    },
    { beyond: [], rest: text },
  );
  return taken.beyond.length === 0 ? { beyond: [], rest: message } : taken;
};
