import stringWidth from "string-width";

/** Columns that a text takes on a terminal: Chinese characters take two. */
export const displayWidth = (text: string): number => stringWidth(text);

export const padTo = (text: string, width: number): string =>
  text + " ".repeat(Math.max(0, width - displayWidth(text)));

/** A text in at most so many columns: its middle is left out, because names differ at their ends. */
export const shorten = (text: string, width: number): string => {
  if (displayWidth(text) <= width) return text;
  if (width < 5) return cut([...text], width);
  const tail = Math.floor((width - 2) * 0.6);
  const head = width - 2 - tail;
  return `${cut([...text], head)}..${cut([...text].reverse(), tail, true)}`;
};

const cut = (characters: readonly string[], width: number, reversed = false): string => {
  let taken = 0;
  const kept: string[] = [];
  for (const character of characters) {
    taken += displayWidth(character);
    if (taken > width) break;
    kept.push(character);
  }
  return (reversed ? kept.reverse() : kept).join("");
};
