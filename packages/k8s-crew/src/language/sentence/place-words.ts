import { normalize } from "../text/normalize.ts";
import { isGrammar, type Piece, readPieces } from "../text/phrases.ts";
import type { RequestContext } from "../types.ts";

/**
 * A namespace may be called by an ordinary word: `search`, `reports`. Where a place is named (“in search”, “reports 下的
 * pod”) and one is known by that name, the word is its name and nothing else; so it is, known or not, where it stands
 * beside its kind (“in the news namespace”), for then nothing else can be meant.
 */
export const withPlaceWords = (
  pieces: readonly Piece[],
  { namespaces = [], clusters = [] }: RequestContext,
): readonly Piece[] => {
  const known = new Set([...namespaces, ...clusters].map((name) => name.toLowerCase()));
  return pieces.map((piece, index) =>
    (known.has(piece.text.toLowerCase()) && standsAsPlace(pieces, index)) || isCalledPlace(pieces, index)
      ? { text: piece.text, meaning: { is: "word", quoted: false } }
      : piece,
  );
};

/** Whether a word of another meaning stands where a place is named, so that only the names of places can tell. */
export const mayNamePlace = (message: string): boolean => {
  const pieces = readPieces(normalize(message));
  return pieces.some((_, index) => standsAsPlace(pieces, index));
};

/** “The news namespace”, “namespace hello”, “news 这个集群”: said to be one. */
const isCalledPlace = (pieces: readonly Piece[], index: number): boolean => {
  const piece = pieces[index];
  if (piece === undefined || !/^[a-z][a-z-]+$/iu.test(piece.text)) return false;
  const { meaning } = piece;
  const isIdle = meaning.is === "talk" || meaning.is === "command" || isNoun(piece);
  if (!isIdle && meaning.is !== "intent" && meaning.is !== "resource" && meaning.is !== "measure") return false;
  const at =
    isGrammar(pieces[index - 1], "filler") && /^the$/iu.test(pieces[index - 1]?.text ?? "") ? index - 2 : index - 1;
  const isCued = isGrammar(pieces[at], "in", "on") || /^(?:of|from)$/iu.test(pieces[at]?.text ?? "");
  const points = isGrammar(pieces[index + 1], "this") || at === index - 2;
  const after = pieces[isGrammar(pieces[index + 1], "this") ? index + 2 : index + 1];
  if (isOneOfPlaces(after))
    return (
      isIdle ||
      (isCued && (meaning.is !== "resource" || points)) ||
      (points && meaning.is === "intent" && isHan(pieces[index + 1]))
    );
  const before = pieces[index - 1];
  const isEnd = index === pieces.length - 1 || pieces[index + 1]?.meaning.is === "mark" || isHan(pieces[index + 1]);
  return isOneOfPlaces(before) && (isIdle || (isEnd && isGrammar(pieces[index - 2], "in", "on")));
};

/** Words for things and people, which say nothing else and which places are called by. */
const isNoun = (piece: Piece): boolean =>
  isGrammar(piece, "image", "thing", "container") ||
  /^(?:k8s|kube|kubernetes|teams?|pages?|sites?|websites?|messages?|info|people|doctors|nurses|students|teachers|drivers|colleagues|developers|devs|managers|stuff|reports?|alerts?)$/iu.test(
    piece.text,
  );

/** A kind that something is in or on, in the singular. */
const isOneOfPlaces = (piece: Piece | undefined): boolean =>
  isOnePlaceWord(piece) ||
  (piece?.meaning.is === "resource" && piece.meaning.resource === "node" && !piece.meaning.plural);

const standsAsPlace = (pieces: readonly Piece[], index: number): boolean => {
  const [piece, before, after] = [pieces[index], pieces[index - 1], pieces[index + 1]];
  if (piece === undefined || !hasOtherMeaning(piece)) return false;
  // “alerts 的 svc”: whose things they are.
  const owns = /^的$/u.test(after?.text ?? "") && pieces[index + 2]?.meaning.is === "resource";
  if (isGrammar(piece, "all")) return isCalledAll(before, after);
  const cued =
    owns || isGrammar(before, "in") || isPlaceWord(before) || isGrammar(after, "inside") || isPlaceWord(after);
  // “Search pods” tells what to do.
  const isFirst = pieces.slice(0, index).every((each) => isGrammar(each, "filler"));
  const commands = isFirst && piece.meaning.is === "intent" && !asksOfIt(after) && !isGrammar(after, "of");
  // “How's search”: nothing else is left that could be asked of.
  const isLast = pieces.slice(index + 1).every(({ meaning }) => meaning.is === "mark" || isFiller(meaning));
  const asked = asksOfIt(after) || isHan(after) || after?.meaning.is === "resource" || (asksOfIt(before) && isLast);
  return cued || (!commands && !describes(piece) && asked);
};

/** “In all”, “namespace all”; not “in all namespaces”, nor “all pods in it”. */
const isCalledAll = (before: Piece | undefined, after: Piece | undefined): boolean =>
  after?.meaning.is !== "resource" && (isGrammar(before, "in") || isGrammar(after, "inside") || isOnePlaceWord(before));

const isOnePlaceWord = (piece: Piece | undefined): boolean =>
  isPlaceWord(piece) && piece?.meaning.is === "resource" && !/s$/iu.test(piece.text);

/** A plain word that means something else than a thing, a cue or a place. */
const hasOtherMeaning = ({ text, meaning }: Piece): boolean =>
  /^[a-z][a-z-]+$/iu.test(text) &&
  (meaning.is === "intent" ||
    describes({ text, meaning }) ||
    isFiller(meaning) ||
    (meaning.is === "grammar" && meaning.grammar === "all"));

/** “Running pods” says which pods, not where. */
const describes = ({ meaning }: Piece): boolean => meaning.is === "quality" || meaning.is === "state";

const isFiller = (meaning: Piece["meaning"]): boolean => meaning.is === "grammar" && meaning.grammar === "filler";

const isPlaceWord = (piece: Piece | undefined): boolean =>
  piece?.meaning.is === "resource" && (piece.meaning.resource === "namespace" || piece.meaning.resource === "cluster");

const isHan = (piece: Piece | undefined): boolean => /^\p{Script=Han}/u.test(piece?.text ?? "");

const asksOfIt = (piece: Piece | undefined): boolean =>
  piece?.meaning.is === "intent" &&
  ["status", "wellbeing", "health", "symptom", "problem", "overview"].includes(piece.meaning.intent);
