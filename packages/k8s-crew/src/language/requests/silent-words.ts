import { inPlainWords } from "../sentence/plain-words.ts";
import { normalize } from "../text/normalize.ts";
import { literally } from "../text/pattern.ts";
import { isGrammar, type Piece, readPieces } from "../text/phrases.ts";
import type { Request } from "../types.ts";
import { askedFor } from "./asked-for.ts";

/** A longer message is a story that is told. */
const longest = 200;
const mostTried = 6;

/** What is looked at as a whole tells of all that may have been meant, and so does the log of one thing. */
const listing: readonly (string | undefined)[] = ["list", "get", "top"];

/**
 * Words that say which things or how they are, and without which the message is read just the same: they went into
 * nothing. Of several that say the same, each may be left out, and none is silent.
 */
export const silentWords = (message: string, read: (text: string) => Request): readonly string[] => {
  const text = inPlainWords(normalize(message));
  const request = text.length > longest ? undefined : read(text);
  if (request === undefined || !mayDrop(request)) return [];
  const pieces = readPieces(text);
  const tried = pieces.filter((piece) => carries(piece, request) && isOnce(text, piece.text)).slice(0, mostTried);
  const silent = tried.filter((piece) =>
    leftOut(text, piece).some((rest) => askedFor(read(rest)) === askedFor(request)),
  );
  const effective = tried.filter((piece) => !silent.includes(piece));
  return silent
    .filter((piece, index) => ![...effective, ...silent.slice(0, index)].some((other) => saysTheSame(piece, other)))
    .map((piece) => (isGrammar(piece, "not") ? withNext(pieces, piece) : piece.text));
};

/** What is denied, with what denies it. */
const withNext = (pieces: readonly Piece[], piece: Piece): string =>
  [piece, ...pieces.slice(pieces.indexOf(piece) + 1, pieces.indexOf(piece) + 2)].map(({ text }) => text).join(" ");

const mayDrop = (request: Request): boolean => {
  const { kind, view, verb, fact, access, considered, rights, compare, beside, ranked } = request;
  const { usedThing, unused, whoDid, reach, allClusters } = request;
  const others = [
    fact,
    access,
    considered,
    rights,
    compare,
    beside,
    ranked,
    usedThing,
    unused,
    whoDid,
    reach,
    allClusters,
  ];
  return kind === "request" && view === "call" && listing.includes(verb) && others.every((part) => part === undefined);
};

const places: readonly string[] = ["namespace", "cluster", "node"];

const carries = (piece: Piece, { resource = "pod", of, conditions, namespace, name }: Request): boolean => {
  const { meaning, text } = piece;
  if (text === namespace || text === name) return false;
  if (meaning.is === "resource")
    return ![...places, "event", resource, of].includes(meaning.resource) && conditions === undefined;
  if (meaning.is === "intent") return meaning.intent === "search";
  if (meaning.is === "talk") return meaning.talk === "out_of_scope";
  return ["quality", "state"].includes(meaning.is) || isGrammar(piece, "not");
};

/** The text without a word, and without what ties a kind to the rest: “without a service”. */
const leftOut = (text: string, { text: word, meaning }: Piece): readonly string[] => {
  const tied = new RegExp(
    `(?:\\b(?:with|without|behind|of|for|by|to)\\s+)?(?:\\b(?:an?|the|any)\\s+)?${literally(word)}`,
    "iu",
  );
  return [text.replace(word, " "), ...(meaning.is === "resource" ? [text.replace(tied, " ")] : [])];
};

const isOnce = (text: string, word: string): boolean => text.split(word).length === 2;

const saysTheSame = (one: Piece, other: Piece | undefined): boolean =>
  other !== undefined && JSON.stringify(one.meaning) === JSON.stringify(other.meaning);
