import { isUsualNamespace } from "../lexicon/usual-names.ts";
import { hasPart } from "../text/has-part.ts";
import { normalize } from "../text/normalize.ts";
import { isGrammar, type Piece, readPieces } from "../text/phrases.ts";
import type { RequestContext } from "../types.ts";
import { withPlaceWords } from "./place-words.ts";
import { nameStages } from "./stages.ts";

/** A word that names a place: the clusters that it may mean, in full or by a part of their name, and the namespace. */
export type TypedPlace = {
  readonly word: string;
  readonly clusters: readonly string[];
  readonly namespace?: string;
  /** It is left out of what is meant, or set against it: “除了 dev”, “prod, not dev”. */
  readonly isExcepted: boolean;
};

/** Every word of a message that names a place of those that are known, or one that every team has. */
export const typedPlaces = (message: string, context: RequestContext): readonly TypedPlace[] => {
  const { clusters = [], namespaces = [] } = context;
  const text = nameStages(normalize(message), [...clusters, ...namespaces]);
  const pieces = withPlaceWords(readPieces(text), context);
  return pieces.flatMap((piece, index) => {
    if (piece.meaning.is !== "word" || !/^[a-z0-9][\w.-]*$/iu.test(piece.text)) return [];
    const word = piece.text.toLowerCase();
    const meant = clustersCalled(word, clusters);
    const namespace = namespaces.find((name) => name.toLowerCase() === word);
    const usual = namespace ?? (isUsualNamespace(word) ? word : undefined);
    if (meant.length === 0 && usual === undefined) return [];
    const place = { word, clusters: meant, isExcepted: isExcepted(pieces, index) };
    return [usual === undefined ? place : { ...place, namespace: usual }];
  });
};

const clustersCalled = (word: string, clusters: readonly string[]): readonly string[] => {
  const exact = clusters.filter((cluster) => cluster.toLowerCase() === word);
  return exact.length > 0 ? exact : clusters.filter((cluster) => hasPart(cluster.toLowerCase(), word));
};

/** Up to two words may stand between: “except in the dev namespace”. */
const isExcepted = (pieces: readonly Piece[], index: number): boolean =>
  pieces.slice(Math.max(0, index - 3), index).some((piece) => isGrammar(piece, "not", "dont"));
