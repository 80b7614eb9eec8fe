import type { Ranked } from "./similarity.ts";

/**
 * From here on nine of ten that are taken are what was meant, and seven of ten that are asked about have it among the
 * choices: found by leaving out one example of the table after the other, and held by a test.
 */
const sureOf = {
  far: { score: 0.35, margin: 0.2, nearest: 0.5 },
  near: { nearest: 0.7, margin: 0.1, alone: 0.2 },
} as const;
const likelyOf = { score: 0.2, besideFirst: 0.6, besideTalk: 0.05 } as const;

/** What is lost by it is never guessed from words that any other meaning has as well. */
const nearEnough = 0.5;

const mostChoices = 3;

/**
 * From here on a guess that has no other beside it is right in five of six times, and no talk: `kept` is how much of what
 * was said stands in what people say who mean it. Held by the same test.
 */
const aloneOf = { score: 0.25, kept: 0.6 } as const;

export type Guess = {
  readonly score: number;
  readonly kept: number;
  /** It is about a thing that was named. */
  readonly named: boolean;
  /** It was said with a word for what clusters hold and how that is, or for a time. */
  readonly ofClusters: boolean;
};

/** Whether a guess that is the only likely one, and only looks, may be taken. */
export const mayBeTaken = ({ score, kept, named, ofClusters }: Guess): boolean =>
  kept >= aloneOf.kept && (named ? score >= aloneOf.score : ofClusters);

/** Far nearer than all others to a meaning, or to one of its examples. */
export const isSure = ([first, ...others]: readonly Ranked[]): boolean => {
  if (first === undefined) return false;
  const margin = first.score - Math.max(0, ...others.map(({ score }) => score));
  const alone = first.nearest - Math.max(0, ...others.map(({ nearest }) => nearest));
  const { near, far } = sureOf;
  return (
    (first.score >= far.score && first.nearest >= far.nearest && margin >= far.margin) ||
    (first.nearest >= near.nearest && margin >= near.margin && alone >= near.alone)
  );
};

/** The meanings that may be offered; none where the message is as likely to ask for nothing. */
export const likelyAmong = (ranked: readonly Ranked[]): readonly Ranked[] => {
  const top = ranked[0]?.score ?? 0;
  const least = Math.max(likelyOf.score, top * likelyOf.besideFirst);
  const near = ranked.filter(
    ({ score, nearest, meaning }) => score >= least && (meaning.onlyNear !== true || nearest >= nearEnough),
  );
  const isTalk = ranked.some(({ meaning, score }) => meaning.means === undefined && score > top - likelyOf.besideTalk);
  return isTalk ? [] : near.filter(({ meaning }) => meaning.means !== undefined).slice(0, mostChoices);
};
