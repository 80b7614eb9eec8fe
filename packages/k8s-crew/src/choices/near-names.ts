import { editDistance } from "../language/text/edit-distance.ts";

/** Names shown that may have been meant. */
const shownNames = 5;

/**
 * Names that are a slip of the pen away, whole or up to one of their dashes: `cart-servce` is near to
 * `cart-service-v1`. One edit for short words, two for longer ones.
 */
export const nearNames = (names: readonly string[], said: string): readonly string[] => {
  const word = said.toLowerCase();
  if (word.length < 3) return [];
  return [...new Set(names)]
    .filter((name) =>
      beginnings(name.toLowerCase()).some(
        (part) => editDistance(part.slice(0, 80), word.slice(0, 80)) <= allowedIn(word),
      ),
    )
    .slice(0, shownNames);
};

/** The part of a name, from its beginning, that a misspelled word was meant to be; undefined where it was none. */
export const nearBeginning = (name: string, said: string): string | undefined => {
  const word = said.toLowerCase();
  if (name.toLowerCase().includes(word)) return undefined;
  const near = beginnings(name).map((part) => ({
    part,
    edits: editDistance(part.toLowerCase().slice(0, 80), word.slice(0, 80)),
  }));
  const [best] = near.toSorted((one, other) => one.edits - other.edits);
  return best !== undefined && best.edits <= allowedIn(word) ? best.part : undefined;
};

const allowedIn = (word: string): number => (word.length < 6 ? 1 : 2);

const beginnings = (name: string): readonly string[] => {
  const parts = name.split("-");
  return parts.map((_, index) => parts.slice(0, index + 1).join("-"));
};
