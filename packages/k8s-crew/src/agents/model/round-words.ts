import { sayOfModel } from "../../words/model-claims.ts";
import type { ExecutorInput } from "../types.ts";
import { claimsOwnDeed, isInOtherLanguage } from "./claims.ts";

/** All that a round says in words of its own. */
export type RoundWords = {
  readonly hypothesis: string;
  readonly evidenceFor: readonly string[];
  readonly evidenceAgainst: readonly string[];
  readonly reason: string;
};

type Holding = Pick<ExecutorInput, "language" | "results">;

const noWords: RoundWords = { hypothesis: "", evidenceFor: [], evidenceAgainst: [], reason: "" };

/**
 * What of a round is shown: nothing that is in another language, but for what a result says word for word, and nothing
 * that says that something was done. Evidence for a hypothesis that is left out is left out with it.
 */
export const shownWords = (
  words: RoundWords,
  holding: Holding,
): { readonly words: RoundWords; readonly warnings: readonly string[] } => {
  const { language } = holding;
  const isLeftOut = (text: string) => faultIn(text, holding) !== undefined;
  const whole = faultIn(words.hypothesis, holding);
  const shown = whole === undefined ? withoutThose(words, isLeftOut) : noWords;
  const partly = textsOf(words).map((text) => faultIn(text, holding));
  const warning =
    whole === "language"
      ? "notInLanguage"
      : whole === "deed" || partly.includes("deed")
        ? "nothingDone"
        : partly.includes("language")
          ? "partNotInLanguage"
          : undefined;
  return { words: shown, warnings: warning === undefined ? [] : [sayOfModel(language, warning)] };
};

/** Whether something of a round would be left out for its language, so that it is worth asking once more. */
export const holdsOtherLanguage = (words: RoundWords, holding: Holding): boolean =>
  textsOf(words).some((text) => faultIn(text, holding) === "language");

const textsOf = ({ hypothesis, evidenceFor, evidenceAgainst, reason }: RoundWords): readonly string[] => [
  hypothesis,
  ...evidenceFor,
  ...evidenceAgainst,
  reason,
];

const withoutThose = (words: RoundWords, isLeftOut: (text: string) => boolean): RoundWords => ({
  hypothesis: words.hypothesis,
  evidenceFor: words.evidenceFor.filter((text) => !isLeftOut(text)),
  evidenceAgainst: words.evidenceAgainst.filter((text) => !isLeftOut(text)),
  reason: isLeftOut(words.reason) ? "" : words.reason,
});

const faultIn = (text: string, { language, results }: Holding): "deed" | "language" | undefined => {
  if (isQuoted(text, results)) return undefined;
  if (claimsOwnDeed(text)) return "deed";
  return isInOtherLanguage(text, language) ? "language" : undefined;
};

/** A line of a log or an event is in the language that it is in. */
const isQuoted = (text: string, results: ExecutorInput["results"]): boolean => {
  const bare = plain(text.replace(/^[\s"'`“「]+|[\s"'`”」.。…]+$/gu, ""));
  return bare !== "" && results.some((result) => plain(result.text).includes(bare));
};

const plain = (text: string): string => text.toLowerCase().replace(/\s+/gu, " ");
