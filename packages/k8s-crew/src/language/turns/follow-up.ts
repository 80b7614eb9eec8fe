import { takeFlags } from "../requests/flags.ts";
import { takeParts } from "../sentence/names.ts";
import { meantPieces } from "../sentence/sentence.ts";
import { qualityOf } from "../sentence/spoken-of.ts";
import { normalize } from "../text/normalize.ts";
import { isGrammar, readPieces } from "../text/phrases.ts";
import { takeQuantities } from "../text/quantities.ts";
import type { Request } from "../types.ts";

/** What narrows a request that was made before: “last 2 lines”, “only errors”, “-c proxy”. */
type Narrowing = Pick<
  Request,
  "tail" | "sinceSeconds" | "container" | "quality" | "previous" | "cluster" | "namespace"
>;

export type FollowUp = {
  /** It says that it goes on from before: “and …?”, “那 … 呢”. */
  readonly marked: boolean;
  /** The names and places in it, none of them understood. */
  readonly words: readonly string[];
  readonly narrows: Narrowing;
};

/** Longer messages say more than a name and an amount. */
const longest = 120;

/** What begins a message that goes on from before, and says nothing else. */
const opening =
  "and|now|and now|then|现在|换成|换回|换到|切回|切到|切换到|换|回到|switch(?: back)? to|(?:go )?back to|try|same (?:for|with|in)";

/** What a person says to themselves before they go on. */
const aside = "(?:(?:ok(?:ay)?|alright|right|well|so|great|cool|thanks|嗯|好的?|行)[\\s,，]+)?";

const mark = new RegExp(
  `^\\s*${aside}(?:${opening}|what about|how about|那么?|还有|再看看?)(?![A-Za-z-])|(?:呢|也来一[份个]|也看[看下]?|也查[查下]?)[\\s?？.。!！]*$`,
  "iu",
);
const openingWords = new RegExp(`^\\s*${aside}(?:${opening})(?![A-Za-z-])`, "iu");

/** Whether a message says that it goes on from before: “and …?”, “那 … 呢”. */
export const goesOn = (message: string): boolean => mark.test(normalize(message));

/**
 * A message that is nothing but a name, a place or an amount, to be understood by what was asked before. Undefined when
 * it says anything else.
 */
export const followUpIn = (message: string): FollowUp | undefined => {
  const text = normalize(message);
  if (text.length > longest) return undefined;
  const marked = mark.test(text);
  const flags = takeFlags(text.replace(openingWords, " "));
  const quantities = takeQuantities(flags.rest);
  const meant = meantPieces(readPieces(quantities.rest));
  const parts = takeParts(meant);
  const quality = qualityOf(meant);
  const others = parts.pieces.filter(
    ({ meaning }) =>
      !["word", "mark", "grammar", "quality", "resource"].includes(meaning.is) &&
      meaning.is !== "unknown" &&
      // “web-1 也看看”: to look is no other wish.
      !(marked && meaning.is === "intent" && meaning.intent === "look"),
  );
  const strange = parts.pieces.some(({ text: said, meaning }) => meaning.is === "unknown" && !lightWords.has(said));
  if (others.length > 0 || strange) return undefined;
  const words = parts.pieces.flatMap(({ text: said, meaning }) => (meaning.is === "word" ? [said] : []));
  if (words.length > 3) return undefined;
  const { replicas: _, ...amounts } = quantities.found;
  const { replicas: __, image: ___, labelSelector: ____, ...flagged } = flags.found;
  return {
    marked,
    words,
    narrows: {
      ...amounts,
      ...flagged,
      ...(parts.found.container === undefined ? {} : { container: parts.found.container }),
      ...(quality === undefined ? {} : { quality }),
      ...(meant.some((piece) => isGrammar(piece, "previous")) ? { previous: true } : {}),
    },
  };
};

/** How much of a log is wanted, said in whatever else is said: “dev, last 20 lines”. */
export const amountsIn = (message: string): Pick<Request, "tail" | "sinceSeconds"> => {
  const { tail, sinceSeconds } = takeQuantities(takeFlags(normalize(message)).rest).found;
  return { ...(tail === undefined ? {} : { tail }), ...(sinceSeconds === undefined ? {} : { sinceSeconds }) };
};

/** The same message without those words. */
export const withoutAmounts = (message: string): string => takeQuantities(normalize(message)).rest.trim();

/** Chinese of no meaning of its own beside a name. */
const lightWords: ReadonlySet<string> = new Set([..."那么呢的看只要就再换成个还有吧一下来份也查"]);
