/** The candidate that is closest to what was written, if one is close enough to be meant. */
export const nearest = (written: string, candidates: readonly string[]): string | undefined => {
  const continued = written.length >= 3 ? candidates.find((candidate) => candidate.startsWith(written)) : undefined;
  if (continued !== undefined) return continued;
  const [best] = candidates
    .map((candidate) => ({ candidate, distance: distance(written.toLowerCase(), candidate.toLowerCase()) }))
    .sort((one, other) => one.distance - other.distance);
  if (best === undefined) return undefined;
  return best.distance <= Math.max(1, Math.floor(best.candidate.length / 3)) ? best.candidate : undefined;
};

/** Edits needed (insert, delete, replace, swap of neighbours) to turn one word into the other. */
const distance = (one: string, other: string): number => {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const replace = (last[column - 1] ?? 0) + (one[row - 1] === other[column - 1] ? 0 : 1);
      const cheapest = Math.min(replace, (last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      current.push(swapped ? Math.min(cheapest, (beforeLast[column - 2] ?? 0) + 1) : cheapest);
    }
    beforeLast = last;
    last = current;
  }
  return last[other.length] ?? 0;
};
