import { isGrammar, type Piece } from "./phrases.ts";
import { nodeLike } from "./places.ts";

/** "pods on worker-1", "节点 a 上的 pod": the node that pods are asked of, taken out of the pieces. */
export const takeNode = (pieces: readonly Piece[]): { readonly node?: string; readonly pieces: readonly Piece[] } => {
  const found = asksForPods(pieces) ? rangeOf(pieces) : undefined;
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

const asksForPods = (pieces: readonly Piece[]): boolean => pieces.some((piece) => isResource(piece, "pod"));

const isResource = (piece: Piece | undefined, resource: string): boolean =>
  piece?.meaning.is === "resource" && piece.meaning.resource === resource;
