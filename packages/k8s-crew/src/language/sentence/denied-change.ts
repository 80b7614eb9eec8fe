import { normalize } from "../text/normalize.ts";
import { readPieces } from "../text/phrases.ts";
import { meantPieces } from "./sentence.ts";

const forbids =
  /^\s*(?:请|拜托|please|千万|等等|等一下|wait|no|不)?[,，.\s]*(?:先别|别|不要|请勿|不用|勿|don'?t|do not|never|must not|no need to)/iu;

/** “别删 X”, “don't restart it”: a change that is not wanted, and nothing else that is. */
export const deniesChange = (message: string): boolean => {
  const text = normalize(message);
  if (!forbids.test(text)) return false;
  const pieces = readPieces(text);
  const changes = pieces.some(({ meaning }) => meaning.is === "intent" && meaning.write);
  return changes && !meantPieces(pieces).some(({ meaning }) => meaning.is === "intent");
};
