import { workloadNameOf } from "../../results/replicas.ts";
import { meantPieces } from "../sentence/sentence.ts";
import { nameStages } from "../sentence/stages.ts";
import { editDistance } from "../text/edit-distance.ts";
import { hasPart } from "../text/has-part.ts";
import { type Piece, readPieces } from "../text/phrases.ts";
import type { ReplyChoice } from "../types.ts";
import { placedChoices } from "./placed-choices.ts";

/** What of the choices a reply names: one or several for sure, or several that the same words fit. */
export type Mention = { readonly choices: readonly ReplyChoice[]; readonly sure: boolean };

/** The choice whose value or label is the whole reply, in any case. */
export const exactChoice = (text: string, choices: readonly ReplyChoice[]): ReplyChoice | undefined => {
  const said = squeezed(text);
  return (
    choices.find(({ value }) => value === text) ??
    choices.find((choice) => formsOf(choice).some((form) => squeezed(form) === said))
  );
};

/** Finds the choices that a reply names, wholly or by a part. Undefined when it names none. */
export const mentionedChoices = (text: string, choices: readonly ReplyChoice[]): Mention | undefined => {
  const named = nameStages(text, choices.flatMap(formsOf));
  const words = wordsOf(named);
  const placed = placedChoices(text, choices);
  const exact = choices.filter(
    (choice) => placed.includes(choice) || words.some((word) => formsOf(choice).some((form) => same(form, word))),
  );
  const meant = said(meantPieces(readPieces(text)));
  const labelled = choices.filter(({ label }) => /[\s\p{Script=Han}]/u.test(label) && meant.includes(squeezed(label)));
  const whole = exact.length > 0 ? exact : labelled;
  if (whole.length > 0) return { choices: [...whole, ...alsoNamed(text, words, { choices, whole })], sure: true };
  const sets = words.map((word) => choicesLike(word, choices)).filter((set) => set.length > 0);
  const [first, ...others] = sets;
  if (first === undefined) return undefined;
  const common = first.filter((choice) => others.every((set) => set.includes(choice)));
  if (common.length > 0) return { choices: common, sure: common.length === 1 };
  const single = choices.filter((choice) => sets.some((set) => set.length === 1 && set[0] === choice));
  return single.length === 0 ? undefined : { choices: single, sure: true };
};

type Whole = { readonly choices: readonly ReplyChoice[]; readonly whole: readonly ReplyChoice[] };

/** “Prod-cluster and the same for dev”: what is joined to a whole name may be a part of another. */
const alsoNamed = (text: string, words: readonly string[], { choices, whole }: Whole): readonly ReplyChoice[] => {
  if (!joined.test(text)) return [];
  const others = words.filter((word) => !whole.some((choice) => formsOf(choice).some((form) => hasPart(form, word))));
  return others.flatMap((word) => {
    const like = choicesLike(word, choices).filter((choice) => !whole.includes(choice));
    return like.length === 1 ? like : [];
  });
};

const joined = /\b(?:and|also|plus|too|as well)\b|[和跟与]|以及|也|还有|[,，、&+]/iu;

const said = (pieces: readonly Piece[]): string => squeezed(pieces.map((piece) => piece.text).join(""));

/** Choices that a word is a misspelling of: one letter off, two in long names. */
export const similarChoices = (text: string, choices: readonly ReplyChoice[]): readonly ReplyChoice[] => {
  const words = wordsOf(text);
  return choices.filter((choice) =>
    words.some((word) =>
      formsOf(choice).some((form) => {
        const allowed = word.length >= 9 && !/\d$/u.test(word) ? 2 : 1;
        if (
          word.length < 3 ||
          word.length > longestWord ||
          form.length > longestWord ||
          Math.abs(word.length - form.length) > allowed
        )
          return false;
        return editDistance(form.toLowerCase(), word.toLowerCase()) <= allowed;
      }),
    ),
  );
};

/** Longer words are names that are pasted, not typed: a slip in them is not forgiven. */
const longestWord = 64;

/** Words of a reply that are looked at. */
const longestReply = 40;

/** Words of a reply that may name something: no words of grammar, nothing that is denied ("not dev"). */
export const wordsOf = (text: string): readonly string[] => {
  const words: string[] = [];
  let han = "";
  for (const piece of [...meantPieces(readPieces(text)), undefined]) {
    if (piece?.meaning.is === "unknown") {
      han += piece.text;
      continue;
    }
    if (han.length > 1) words.push(han);
    han = "";
    if (piece !== undefined && mayName(piece)) words.push(piece.text);
  }
  return words.slice(0, longestReply);
};

const mayName = ({ text, meaning }: Piece): boolean =>
  meaning.is === "word" ||
  meaning.is === "talk" ||
  meaning.is === "command" ||
  (meaning.is === "grammar" && meaning.grammar === "thing" && /^[a-z]/iu.test(text)) ||
  (meaning.is === "resource" && /^[a-z-]+$/iu.test(text));

const formsOf = ({ value, label }: ReplyChoice): readonly string[] => (value === label ? [value] : [value, label]);

const same = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();

const squeezed = (text: string): string => text.toLowerCase().replace(/[\s"'`，。,.!?]+/gu, "");

/**
 * Choices that a word is a part of: the whole place or name (“web” of “web/cart”), whole segments of it, else the
 * beginning of one, else anything inside.
 */
const choicesLike = (word: string, choices: readonly ReplyChoice[]): readonly ReplyChoice[] => {
  const part = word.toLowerCase();
  if (part.length < 2) return [];
  const matching = (fits: (form: string) => boolean) =>
    choices.filter((choice) => formsOf(choice).some((form) => fits(form.toLowerCase())));
  const wholes = matching((form) => form.split("/").includes(part));
  if (wholes.length > 0) return wholes;
  const segments = matching((form) => hasPart(form, part));
  if (segments.length > 0) return segments;
  const beginnings = matching((form) =>
    form.split(/[^\p{L}\p{N}]+/u).some((segment) => segment.startsWith(part) && !cutsNumber(segment, part)),
  );
  if (beginnings.length > 0) return beginnings;
  if (part.length < 3 && !/\p{Script=Han}/u.test(part)) return [];
  const inside = (form: string) => form.includes(part) && !cutsNumber(form.slice(form.indexOf(part)), part);
  // What controllers add to a name is meant only where nothing else holds the word.
  const named = matching((form) => inside(workloadNameOf(form)));
  return named.length > 0 ? named : matching(inside);
};

/** "v1" is no part of "v10". */
const cutsNumber = (form: string, part: string): boolean => /\d$/u.test(part) && /\d/u.test(form.charAt(part.length));
