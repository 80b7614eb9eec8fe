import { partsOf, slots, unitsOf } from "./units.ts";

/** How much each part of a text tells; the squares add up to 1. */
export type Weights = ReadonlyMap<string, number>;

export type Scale = {
  weigh(units: readonly string[]): Weights;
  /** Whether a text has the unit. */
  knows(unit: string): boolean;
  /** More for a unit that few of the texts have. */
  rarity(part: string): number;
};

/** Parts are weighed by how few of the texts have them. */
export const createScale = (texts: readonly string[]): Scale => {
  const held = new Map<string, number>();
  for (const text of texts) for (const part of partsOf(unitsOf(text))) held.set(part, (held.get(part) ?? 0) + 1);
  return {
    knows: (unit) => held.has(unit),
    rarity: (part) => rarityOf(held.get(part), texts.length),
    weigh: (units) => {
      const weights = [...partsOf(units)].map((part) => [part, weightOf(part, held.get(part), texts.length)] as const);
      const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1;
      return new Map(weights.map(([part, weight]) => [part, weight / length]));
    },
  };
};

const rarityOf = (held: number | undefined, total: number): number => Math.log(1 + total / (held ?? 1));

/**
 * A pair tells more than a Chinese character and less than an English word; that something is named tells little. A
 * word that no example has makes a message less like all of them.
 */
const weightOf = (part: string, held: number | undefined, total: number): number => {
  const rarity = rarityOf(held, total);
  const isPair = part.includes(" ");
  if (held === undefined) return rarity * (isPair ? 0.2 : 0.7);
  if (slots.some((slot) => slot === part)) return rarity * 0.3;
  const isChinese = /\p{Script=Han}/u.test(part);
  if (isPair) return rarity * (isChinese ? 1 : 0.7);
  return rarity * (isChinese ? 0.5 : 1);
};

/** The cosine of the angle between two texts: 1 where they are the same, 0 where they share nothing. */
export const cosine = (left: Weights, right: Weights): number => {
  let sum = 0;
  for (const [part, weight] of left) sum += weight * (right.get(part) ?? 0);
  return sum;
};

/** Texts added up. */
export const sumOf = (all: readonly Weights[]): Weights => {
  const sum = new Map<string, number>();
  for (const weights of all) for (const [part, weight] of weights) sum.set(part, (sum.get(part) ?? 0) + weight);
  return sum;
};
