import { normalize } from "../text/normalize.ts";
import { readPieces } from "../text/phrases.ts";
import { meantPieces } from "./sentence.ts";
import { keysIn } from "./spoken-of.ts";

/** The kinds of things that a message speaks of. */
export const kindsIn = (message: string): readonly string[] => keysIn(meantPieces(readPieces(normalize(message))));

/** “They”, “它们”: all of what was listed before. */
export const pointsAtMany = (message: string): boolean =>
  /\b(?:they|them|their|these|those|of ['’]?em)\b|它们|他们|这些|那些|其中|里面/iu.test(normalize(message));
