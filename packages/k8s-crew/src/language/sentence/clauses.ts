import { takeLines } from "../text/log-lines.ts";
import { isGrammar, type Piece, readPieces } from "../text/phrases.ts";
import { saysOnlyToLook } from "../turns/turned.ts";
import type { Request } from "../types.ts";

/** Words that say that something else is to be done after this. */
const sequence =
  /\s*[,，;；。.]?\s*(?:然后再?|接着再?|随后再?|之后再|[;；]|\b(?:and\s+)?then\b|\band\s+after\s+that\b|\bafter\s+that\b|\bafterwards\b)\s*[,，]?\s*/giu;

/** Marks and words that may stand between two requests as well as inside one. */
const joint =
  /\s*(?:[,，。]\s*(?:and\s+also\b|and\b|also\b|再|也|并且?|顺便|同时|另外|还有)?|\.\s+|[?？]\s*(?:and\s+also\b|and\b|also\b|那么?|再|顺便)?\s*(?=\S)|\band\s+also\b|\band\b|并且?|顺便|同时|另外|再|以及|和|与)\s*/giu;

/** "If it fails, restart it" is one request with a condition, not two. */
const condition = /\b(?:if|when|unless|once|until)\b|如果|要是|假如|一旦|除非|的话/iu;

/** The parts of a text that are to be done one after another; the whole where nothing says so. */
export const partsInSequence = (text: string): readonly string[] =>
  condition.test(text)
    ? [text]
    : text
        .split(sequence)
        .map((part) => part.trim())
        .filter((part) => part !== "");

type Read = (text: string) => Request;

/**
 * Cuts at marks and joining words wherever both sides ask for something of their own. What lines of a log have to hold
 * belongs to the log, wherever it is said.
 */
export const requestsSideBySide = (text: string, read: Read): readonly string[] =>
  condition.test(text) || takeLines(text).holding.length > 0 ? [text] : cutAfter(undefined, text, read);

/** What stands before a text: a request that what comes after the mark may lean on. */
type Before = Pick<Sides, "left" | "mark">;

const cutAfter = (before: Before | undefined, text: string, read: Read): readonly string[] => {
  for (const { index, 0: mark } of text.matchAll(joint)) {
    const left = text.slice(0, index).trim();
    const right = text.slice(index + mark.length).trim();
    const sides = { left, mark, right };
    const begins =
      standsAlone(left, read) ||
      isBareList(left) ||
      (before !== undefined && isAnotherObject({ ...before, right: left }, read));
    if (isAnotherQuestion(sides, read) || asksWho(sides, read)) return [left, ...cutAfter({ left, mark }, right, read)];
    if (begins && (standsAlone(right, read) || isAnotherObject(sides, read) || isAnotherList(sides, read)))
      return [left, ...cutAfter({ left, mark }, right, read)];
  }
  return [text];
};

/** “Show nodes and who deployed last”: who did something is no part of what stands before it. */
const asksWho = ({ left, right }: Sides, read: Read): boolean =>
  /^(?:谁|是谁|who\b)/iu.test(right) &&
  read(right).whoDid === true &&
  read(left).kind === "request" &&
  read(left).whoDid !== true;

/** A request that says what to do and with what. */
const standsAlone = (text: string, read: Read): boolean => {
  const request = read(text);
  if (request.kind !== "request" || attribute.test(text)) return false;
  const pieces = readPieces(text);
  const logs = pieces.some(({ meaning }) => meaning.is === "intent" && meaning.intent === "logs");
  const object = request.name !== undefined || pieces.some(isKind) || (logs && isPlaced(request));
  return pieces.some(asks) && (object || ((request.view ?? "call") !== "call" && !measures(pieces)));
};

/** “The PVCs and their capacity”: how things are, and none of the views that the same word asks for by itself. */
const attribute = /^(?:它们的?|各自的?|their |its )?(?:容量|大小|capacity|capacities|sizes?)$/iu;

/** “Nodes”, “pods in dev”: kinds and places, and no word for what to do. */
const isBareList = (text: string): boolean => {
  const pieces = readPieces(text);
  const isPlain = ({ meaning }: Piece, index: number) =>
    ["resource", "grammar", "mark", "word"].includes(meaning.is) || isGrammar(pieces[index - 1], "in");
  return pieces.some(isKind) && pieces.every(isPlain);
};

/** Lists one after another; behind a question the same of another place: “how many pods in dev? and in production?” */
const isAnotherList = ({ left, mark, right }: Sides, read: Read): boolean => {
  const request = read(right);
  const names = request.name ?? read(left).name;
  if (isBareList(left) && isBareList(right)) return names === undefined;
  const isAnotherPlace = (request.namespace ?? request.cluster) !== undefined && saysOnlyToLook(right);
  return /[?？]/u.test(mark) && isAnotherPlace && request.name === undefined;
};

/** “Is redis-0 ok and is web ok”: how two things are, each asked about in words of its own. */
const isAnotherQuestion = ({ left, right }: Sides, read: Read): boolean => {
  const names = [left, right].map((side) => {
    const { kind, view, verb, name } = read(side);
    const asked = readPieces(side).some(({ meaning }) => meaning.is === "intent" && meaning.intent === "wellbeing");
    return asked && kind === "request" && (view === "health" || verb === "diagnose") ? name : undefined;
  });
  return names.every((name) => name !== undefined) && new Set(names).size === 2;
};

type Sides = { readonly left: string; readonly mark: string; readonly right: string };

/** "Show deployment web and its pods": what to do was said before, and is only to be looked at. */
const isAnotherObject = ({ left, mark, right }: Sides, read: Read): boolean => {
  const pieces = readPieces(right);
  const request = read(right);
  const writes = [...readPieces(left), ...pieces].some(({ meaning }) => meaning.is === "intent" && meaning.write);
  // After a mere comma a name may as well belong to what stands before it.
  const own = isPlaced(request) || (request.name !== undefined && /[\p{L}]/u.test(mark));
  return !writes && own && request.kind === "request" && pieces.some(isKind);
};

const isPlaced = ({ namespace, cluster, refersBack }: Request): boolean =>
  (namespace ?? cluster) !== undefined || refersBack === true;

const isKind = ({ meaning }: Piece): boolean => meaning.is === "resource";

/** Words that ask, rather than describe how something is. */
const asks = ({ meaning }: Piece): boolean =>
  meaning.is === "intent" && !["wellbeing", "problem", "symptom", "whatis", "howto"].includes(meaning.intent);

/** "…and memory usage" belongs to what was said before it. */
const measures = (pieces: readonly Piece[]): boolean =>
  pieces.some(
    (piece) =>
      piece.meaning.is === "measure" ||
      (piece.meaning.is === "intent" && piece.meaning.intent === "usage") ||
      isGrammar(piece, "pronoun"),
  );
