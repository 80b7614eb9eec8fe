import { meantPieces } from "../sentence/sentence.ts";
import { qualityOf } from "../sentence/spoken-of.ts";
import { normalize } from "../text/normalize.ts";
import { readPieces } from "../text/phrases.ts";
import type { Quality } from "../types.ts";

/** “哪个更新” compares, where it could as well say to update. */
const newer = /(?:哪|谁).{0,4}更新(?:一?[点些])?[^\p{L}]*$/u;

/** Every quality that a message has words for. */
export const qualitiesIn = (message: string): readonly Quality[] =>
  meantPieces(readPieces(normalize(message))).flatMap(({ meaning }) =>
    meaning.is === "quality" ? [meaning.quality] : [],
  );

/** "The healthy one" is one that runs. */
export const qualityOfOne = (text: string): Quality | undefined => {
  if (newer.test(text)) return "newest";
  const pieces = meantPieces(readPieces(text));
  const well = pieces.some(
    ({ meaning }) => meaning.is === "intent" && ["health", "wellbeing"].includes(meaning.intent),
  );
  return qualityOf(pieces) ?? (well ? "running" : undefined);
};
