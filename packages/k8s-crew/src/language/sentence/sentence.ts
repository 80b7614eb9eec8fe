import { isGrammar, type Piece } from "../text/phrases.ts";
import { asksAboutIt, isTold } from "./told-changes.ts";

/**
 * The pieces that are meant: without what is denied ("don't delete", "不是 dev"), what was done before ("重启了",
 * "after the restart", "logs around the restart"), and words that say nothing.
 */
export const meantPieces = (pieces: readonly Piece[]): readonly Piece[] =>
  withoutFillers(withoutUnwantedWrites(withoutDenied(pieces)));

export const startsWithDenial = (pieces: readonly Piece[]): boolean =>
  isGrammar(
    pieces.find((piece) => !isGrammar(piece, "filler") && piece.meaning.is !== "mark"),
    "not",
  );

const isWrite = (piece: Piece | undefined): boolean => piece?.meaning.is === "intent" && piece.meaning.write;

const withoutUnwantedWrites = (pieces: readonly Piece[]): readonly Piece[] =>
  pieces.filter((piece, index) => !isWrite(piece) || isWanted(pieces, index));

/** What a Chinese verb is followed by when it was done: 重启了, 重启过. */
const doneMarks: ReadonlySet<string> = new Set(["了", "过"]);

/** What makes a proposal of it: 删了吧. */
const proposes: ReadonlySet<string> = new Set(["吧", "呗"]);

/** Looks at the clause before the verb, and at the words beside it: 在 right before a verb says that it is going on. */
const isWanted = (pieces: readonly Piece[], index: number): boolean => {
  const clause = clauseBefore(pieces, index);
  const taken = clause.some((piece) => isGrammar(piece, "take"));
  if (clause.some((piece) => isGrammar(piece, "dont"))) return false;
  if (clause.slice(-2).some((piece) => isGrammar(piece, "done"))) return false;
  if (isThing(pieces, index)) return false;
  if (
    isTold(
      clause
        .slice(-4)
        .map(({ text }) => text)
        .join(""),
    ) ||
    asksAboutIt(clause.map(({ text }) => text).join(" "))
  )
    return false;
  if (isDescribed(pieces, index, clause)) return false;
  if (/^(?:没有?|未|从未|从没)$/u.test(pieces[index - 1]?.text ?? "")) return false;
  if (isGrammar(pieces[index - 1], "in") && /\p{Script=Han}/u.test(pieces[index]?.text ?? "")) return false;
  return taken || !doneMarks.has(pieces[index + 1]?.text ?? "") || proposes.has(pieces[index + 2]?.text ?? "");
};

const asksForIt = /(?:立即|立刻|即刻|马上|尽快|赶快|速速|务必|强制|手动|全部|统统|直接)$/u;

/** “Web 抽风似的重启”: behind what is named, words that no table knows tell how it happens; a wish is said with 一下 or 吧. */
const isDescribed = (pieces: readonly Piece[], index: number, clause: readonly Piece[]): boolean =>
  /^\p{Script=Han}/u.test(pieces[index]?.text ?? "") &&
  pieces[index - (pieces[index - 1]?.text === "地" ? 2 : 1)]?.meaning.is === "unknown" &&
  !asksForIt.test(clause.map(({ text }) => text).join("")) &&
  clause.some(({ meaning }) => meaning.is === "word") &&
  !clause.some((piece) => isGrammar(piece, "take")) &&
  pieces.slice(index + 1).every(({ text }) => !/^(?:一?下|吧|呗|掉|到)/u.test(text));

/** “Logs from around the restart”: where something is looked at, a change with an article is a time and no wish. */
const isThing = (pieces: readonly Piece[], index: number): boolean =>
  /^(?:the|that|its|their|an?)$/iu.test(pieces[index - 1]?.text ?? "") &&
  clauseBefore(pieces, index).some(({ meaning }) => meaning.is === "intent" && !meaning.write);

const clauseBefore = (pieces: readonly Piece[], index: number): readonly Piece[] => {
  const before = pieces.slice(Math.max(0, index - 12), index);
  return before.slice(before.findLastIndex((piece) => piece.meaning.is === "mark") + 1);
};

/** "not dev" is not about dev; "not running" and "not healthy" mean broken. */
const withoutDenied = (pieces: readonly Piece[]): readonly Piece[] => {
  const kept: Piece[] = [];
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = pieces[index];
    if (piece === undefined) break;
    const denies = isGrammar(piece, "not", "dont");
    let next = index + 1;
    while (denies && isGrammar(pieces[next], "filler", "in", "on")) next += 1;
    const denied = pieces[next];
    if (!isGrammar(piece, "not") && !(isGrammar(piece, "dont") && denied?.meaning.is === "word")) {
      kept.push(piece);
      continue;
    }
    if (denied !== undefined && saysWell(denied))
      kept.push({ text: denied.text, meaning: { is: "quality", quality: "broken" } });
    if (denied === undefined || denied.meaning.is === "mark") continue;
    index = next;
    while (denied.meaning.is === "unknown" && pieces[index + 1]?.meaning.is === "unknown") index += 1;
  }
  return kept;
};

const saysWell = ({ meaning }: Piece): boolean =>
  (meaning.is === "quality" && meaning.quality === "running") ||
  (meaning.is === "intent" && (meaning.intent === "wellbeing" || meaning.intent === "health"));

const withoutFillers = (pieces: readonly Piece[]): readonly Piece[] =>
  pieces.filter((piece) => !isGrammar(piece, "filler", "take", "done", "not", "dont"));
