import { isGrammar, type Piece } from "./phrases.ts";
import { nodeLike } from "./places.ts";

/**
 * "pods on worker-1", "节点 a 上的 pod": the node that pods are asked of, taken out of the pieces. `before`: the node that
 * was spoken of, which "on it" and "上面" mean.
 */
export const takeNode = (
  pieces: readonly Piece[],
  before?: string,
): { readonly node?: string; readonly pieces: readonly Piece[] } => {
  if (!asksForPods(pieces)) return { pieces };
  const on = before === undefined ? undefined : pointedAt(pieces);
  if (on !== undefined && before !== undefined)
    return { node: before, pieces: pieces.filter((_, index) => index < on.start || index >= on.end) };
  const found = rangeOf(pieces);
  const node = found && pieces[found.name]?.text;
  if (!found || node === undefined) return { pieces };
  return { node, pieces: [...pieces.slice(0, found.start), ...pieces.slice(found.end)] };
};

type Range = { readonly name: number; readonly start: number; readonly end: number };

/** Said by its kind, or called as nodes mostly are and with a word that says “on”. */
const rangeOf = (pieces: readonly Piece[]): Range | undefined => {
  for (const [name, piece] of pieces.entries()) {
    if (piece.meaning.is !== "word") continue;
    const isNamed = isResource(pieces[name - 1], "node");
    const first = isNamed ? name - 1 : name;
    const isOn = isGrammar(pieces[first - 1], "on", "in");
    const isInside = isGrammar(pieces[name + 1], "inside");
    if ((isOn || isInside) && (isNamed || nodeLike.test(piece.text)))
      return { name, start: isOn ? first - 1 : first, end: isInside ? name + 2 : name + 1 };
  }
  return undefined;
};

/** “On it”, “它上面”, “上面有什么”: a word for where, with a pronoun or with nothing. */
const pointedAt = (pieces: readonly Piece[]): { readonly start: number; readonly end: number } | undefined => {
  const isIt = (piece: Piece | undefined) => isGrammar(piece, "pronoun", "this");
  const on = pieces.findIndex((piece, index) => isGrammar(piece, "on", "in") && isIt(pieces[index + 1]));
  if (on >= 0) return { start: on, end: isResource(pieces[on + 2], "node") ? on + 3 : on + 2 };
  const above = pieces.findIndex(
    (piece, index) =>
      isGrammar(piece, "inside") && /上/u.test(piece.text) && (index === 0 || isNodeOrIt(pieces[index - 1])),
  );
  if (above < 0) return undefined;
  const first = pieces.slice(0, above).findLastIndex((piece) => !isNodeOrIt(piece)) + 1;
  return { start: first, end: above + 1 };
};

const isNodeOrIt = (piece: Piece | undefined): boolean =>
  isGrammar(piece, "pronoun", "this") || isResource(piece, "node");

const asksForPods = (pieces: readonly Piece[]): boolean => pieces.some((piece) => isResource(piece, "pod"));

const isResource = (piece: Piece | undefined, resource: string): boolean =>
  piece?.meaning.is === "resource" && piece.meaning.resource === resource;
