import { editDistance } from "../language/edit-distance.ts";

/** Names shown that may have been meant. */
const shownNames = 5;

/**
 * Names that are a slip of the pen away, whole or up to one of their dashes: `cart-servce` is near to
 * `cart-service-v1`. One edit for short words, two for longer ones.
 */
export const nearNames = (names: readonly string[], said: string): readonly string[] => {
  const word = said.toLowerCase();
  if (word.length < 3) return [];
  const allowed = word.length < 6 ? 1 : 2;
  return [...new Set(names)]
    .filter((name) =>
      beginnings(name.toLowerCase()).some((part) => editDistance(part.slice(0, 80), word.slice(0, 80)) <= allowed),
    )
    .slice(0, shownNames);
};

const beginnings = (name: string): readonly string[] => {
  const parts = name.split("-");
  return parts.map((_, index) => parts.slice(0, index + 1).join("-"));
};
