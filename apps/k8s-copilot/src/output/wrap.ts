import stringWidth from "string-width";

/**
 * Text with its long lines broken at words, each further line under the text of its first; a terminal would break
 * inside a word; a word that needs the room of the indent takes it. What is copied as a whole stays one line: a command, JSON, a word longer than the width.
 */
export const wrapped = (text: string, width: number): string =>
  text
    .split("\n")
    .flatMap((line) => (stringWidth(line) <= width || isOnePiece(line) ? [line] : wrapLine(line, width)))
    .join("\n");

/** What a style leaves in a text (ECMA-48, SGR). */
const painted = /\x1b\[[\d;]*m/g;

const isOnePiece = (line: string): boolean => /^\s*(?:\$ |kubectl |\{)/.test(line.replaceAll(painted, ""));

/** A list's number, a bullet, a call's outcome, the bar of a quotation. */
const marker = /^\s*(?:(?:\d+\.|[-✓✗|]) +)?/;

const wrapLine = (line: string, width: number): readonly string[] => {
  const hang = marker.exec(line.replaceAll(painted, ""))?.[0].length ?? 0;
  const most = hang < width / 2 ? hang : 0;
  const lines: string[] = [];
  let current = "";
  let used = 0;
  for (const piece of piecesOf(line)) {
    const needed = stringWidth(piece.trimEnd());
    if (used > hang && used + needed > width) {
      lines.push(current.trimEnd());
      used = Math.max(0, Math.min(most, width - needed));
      current = " ".repeat(used);
    }
    current += piece;
    used += stringWidth(piece);
  }
  return [...lines, current];
};

/** A line cut behind spaces and what opens the arguments of a call, and between East Asian characters. */
const piecesOf = (line: string): readonly string[] => {
  const pieces: string[] = [];
  let piece = "";
  let last = "";
  for (const character of line) {
    if (last !== "" && (mayBreak(last, character) || call.test(piece))) {
      pieces.push(piece);
      piece = "";
    }
    piece += character;
    last = character;
  }
  return [...pieces, piece];
};

const call = /\w\($/;
const eastAsian = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;
/** What may not end a line, and what may not begin one. */
const opens = /[（【《「『“‘([]/;
const closes = /[，。、；：？！）】》」』”’…)\],.;:!?\p{M}]/u;

const mayBreak = (last: string, next: string): boolean => {
  if (next === " ") return false;
  if (last === " ") return true;
  return (eastAsian.test(last) || eastAsian.test(next)) && !opens.test(last) && !closes.test(next);
};
