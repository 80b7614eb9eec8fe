import { wishes } from "./lexicon/wishes.ts";

/** A text that wishes for something without its verb, as one that asks for it outright; any other as it is. */
export const withWishes = (text: string): string => {
  const found = wishes.find(([wish]) => wish.test(text));
  return found === undefined ? text : text.replace(found[0], found[1]);
};
