/** The name that was probably meant: the nearest one, at most two letters away, or one in a short word. */
export function nearest(word: string, names: readonly string[]): string | undefined {
  const [best] = names
    .map((name) => ({ name, distance: lettersBetween(word, name) }))
    .filter(({ name, distance }) => distance <= (name.length > 4 ? 2 : 1))
    .toSorted((one, other) => one.distance - other.distance);
  return best?.name;
}

/** How many letters were added, left out or changed. */
function lettersBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1];
    for (const [column, otherLetter] of [...other].entries()) {
      const changed = (row[column] ?? 0) + (letter === otherLetter ? 0 : 1);
      next.push(Math.min(changed, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

/** The beginning of a remedy where a name was probably misspelt; "" where none is near. */
export function didYouMean(word: string, names: readonly string[]): string {
  const name = nearest(word, names);
  return name === undefined ? "" : `Did you mean "${name}"? `;
}
